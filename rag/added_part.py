"""A part that a question says is added to a group, where it names the whole group too ("the one that adds alcohol: non-opiate and alcohol")."""

from ingest.lexicon import Lexicon
from rag.cues import Cues


def without_added_part(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text without what is said to be added, where a longer term of the rest has it in it."""
    for added in reversed(list(cues.patterns["adds_part"].finditer(text))):
        rest = " ".join(f"{text[: added.start()]} {text[added.end() :]}".split())
        terms = [rest[m.start : m.end].lower().split() for m in lexicon.find_concepts(rest) if m.end]
        if any(added["what"].lower() in words and len(words) > 1 for words in terms):
            text = rest
    return text
