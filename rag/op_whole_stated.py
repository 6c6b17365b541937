"""The whole that a count and the share which it is said to be imply ("43,625 crimes, 21% of the total": how many in all?)."""

import re

from ingest.records import Figure
from ingest.words import STATISTIC_STEMS, content_stems
from rag.draft import Draft
from rag.library import Library
from rag.prose import sentences_about
from rag.query import Query
from rag.sum_prose import APART, figure_to_amount
from rag.sum_told import whole_implied

_OF = re.compile(r"\s*(?:of|among)\s+(?:all |the |every |those )*(?P<whole>[^,.;()]+)", re.I)
_HUNDRED = 100
_NO_COUNT = ("%", "£", *APART)


def whole_of_stated(query: Query, library: Library) -> Draft | None:
    """The whole worked back from a part and its share, which one sentence states, where it is the whole that is asked for."""
    asks = library.cues.has("worked_back", query.text) and library.cues.has("whole_asked", query.text)
    if not asks or query.yes_no or query.numbers and not query.paragraph:
        return None
    asked = set(content_stems(query.text)) - STATISTIC_STEMS
    there = sentences_about({*query.concepts, *asked}, query, library).items()
    within = [
        (s, fs) for s, fs in there if not query.paragraph or any(f.locator.paragraph == query.paragraph for f in fs)
    ]
    pairs = [pair for sentence, figures in within for pair in _parts_with_share(sentence, figures)]
    fitting = [(len(asked & set(content_stems(whole))), part, share) for part, share, whole in pairs]
    best = max(fitting, key=lambda one: one[0], default=None)
    return whole_implied(figure_to_amount(best[1]), best[2].value, best[2]) if best and best[0] else None


def _parts_with_share(sentence: str, figures: list[Figure]) -> list[tuple[Figure, Figure, str]]:
    """The one count of a sentence with the percentage that it is said to be, and the words for what it is a share of."""
    counts = [f for f in figures if f.kind == "level" and f.unit not in _NO_COUNT and f.value > _HUNDRED]
    found = []
    for share in (f for f in figures if f.unit == "%" and f.kind == "level" and 0 < f.value < _HUNDRED):
        at = sentence.find(share.printed)
        whole = _OF.match(sentence, at + len(share.printed)) if at >= 0 else None
        before = [f for f in counts if 0 <= sentence.find(f.printed) < at]
        if whole and before and len({f.value for f in counts}) == 1:
            found.append((before[0], share, whole["whole"]))
    return found
