"""A claim that sets a place against the country or the average and tells no number ("above the England average").

The statement that the claim is about gives both values; how they stand to each other decides.
"""

import re
from collections.abc import Sequence

from ingest.lexicon import Lexicon
from ingest.records import Figure
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_levels import is_duration
from rag.claim_records import Claim, Judgement
from rag.claim_statements import About, statements_about
from rag.records import VerdictName
from rag.wording import value_words

_AGAINST = re.compile(
    r"\b(?:(?P<up>above|higher than|over|more than|greater than|exceed\w*|ahead of)"
    r"|(?P<down>below|lower than|under|less than|fewer than|behind))\s"
    r"(?:(?:what it is|that|those|the (?:rate|share|figure|level))\s)?(?:of |for |in |across )?(?:the )?"
    r"(?:England|English|national|country|average|rest of)",
    re.I,
)
_SURE, _FEW = 1.3, 0.2  # how near a statement must be, and what of the claim's words may tell of something else


def judge_benchmark(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict by the two values of one sentence; None where the claim sets nothing so, or no sentence gives both."""
    match = _AGAINST.search(claim.text)
    if match is None or cue("denial").search(claim.text) or any(not is_duration(one) for one in claim.stated):
        return None
    for about in statements_about(claim, desk):
        if about.differences or about.nearness < _SURE or about.wording.elsewhere > _FEW:
            continue
        pair = _pair_in(about.one.figures, claim, desk.library.lexicon)
        if pair:
            return _judged(match.lastgroup == "up", *pair, about)
    return None


def _pair_in(figures: Sequence[Figure], claim: Claim, lexicon: Lexicon) -> tuple[Figure, Figure] | None:
    """The one value of the claim's place and the one of the country in a sentence, in one unit."""
    places = {area for area in claim.query.areas if not _is_country(area, lexicon)} or {lexicon.region}
    mine = [one for one in figures if one.kind == "level" and one.area in places]
    theirs = [one for one in figures if one.kind == "level" and _is_country(one.area, lexicon)]
    pairs = [(a, b) for a in mine for b in theirs if a.unit == b.unit]
    return pairs[0] if len(pairs) == 1 else None


def _is_country(area: str, lexicon: Lexicon) -> bool:
    return area in lexicon.areas and lexicon.areas[area].kind == "country"


def _judged(above: bool, mine: Figure, theirs: Figure, about: About) -> Judgement:
    holds = mine.value > theirs.value if above else mine.value < theirs.value
    verdict: VerdictName = "supported" if holds else "contradicted"
    told = f"The report gives {value_words(mine)} against {value_words(theirs)}: “{about.one.sentence}”"
    source = ((about.one.passage, about.one.sentence),)
    return Judgement(verdict, told, figures=(mine, theirs), passages=source, sureness=min(1.0, about.one.asked))
