"""Parts that a claim only adds up to the whole which it names ("drug offences, trafficking and possession taken together")."""

import re

from ingest.lexicon import Lexicon

_PARTS = re.compile(
    r",?\s\(?(?:both\s)?(?P<parts>[\w -]{3,30}? (?:and|plus) [\w -]{3,30}?) (?:(?:taken|put|added|counted|lumped) together|combined)\)?,?(?=\s)",
    re.I,
)


def without_parts_added_up(text: str, lexicon: Lexicon) -> str:
    """The text without the two parts, where the whole that both are of stands right before them; else as it is."""
    match = _PARTS.search(text)
    if match is None:
        return text
    parts = lexicon.all_concepts(match["parts"])
    named = lexicon.all_concepts(text[: match.start()])
    whole = {term for term in named if len([part for part in parts if term in lexicon.broader_of(part)]) > 1}
    return f"{text[: match.start()]}{text[match.end() :]}" if whole else text
