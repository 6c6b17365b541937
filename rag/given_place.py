"""The whole of a part that a question states with the paragraph it stands in ("paragraph 53 gives 31: what share is that?")."""

from ingest.numerals import Number
from ingest.records import Figure
from ingest.words import content_stems
from rag.given_numbers import Sum, numbers_given
from rag.given_sources import Pair
from rag.library import Library
from rag.query import Query


def share_in_place(query: Query, library: Library) -> tuple[Sum, Pair] | tuple[None, None]:
    """The share of the number stated in the larger count of the same things that its paragraph gives."""
    numbers = numbers_given(query, library.cues)
    if not query.paragraph or len(numbers) != 1 or numbers[0].unit or "share" not in query.operations:
        return None, None
    worth = library.index.figures.worth([numbers[0].value], query.report, ())
    there = [f for f in worth if f.locator.paragraph == query.paragraph and f.unit not in ("%", "£")]
    part = there[0] if there else None
    beside = library.index.figures.saying((), [(part.locator.report, query.paragraph)]) if part else []
    whole = _whole_of(part, beside, query) if part else None
    if part is None or whole is None:
        return None, None
    number = Number(0, 0, whole.printed, whole.value)
    return Sum("share", numbers[0], number), (part, whole)


def _whole_of(part: Figure, there: list[Figure], query: Query) -> Figure | None:
    """The larger count of one report and unit whose sentence says most of what is asked; of equals the largest."""
    asked = set(content_stems(query.text.rsplit(" of ", 1)[-1]))
    larger = [
        f
        for f in there
        if (f.unit, f.locator.report, f.kind) == (part.unit, part.locator.report, "level") and f.value > part.value
    ]
    return max(larger, key=lambda f: (len(asked & set(content_stems(f.sentence))), f.value), default=None)
