"""Which of the measures found can be compared by area and period."""

from rag.cells import build_grid
from rag.fit import most_special, telling
from rag.library import Library
from rag.lookup import Found
from rag.query import Query

_PROSE_FIT = 0.9  # sentences' figures must fit this well, or a little less where they cover several areas
_PROSE_FIT_MANY = 0.7


def dependable(found: list[Found], query: Query, library: Library) -> list[Found]:
    """The measures that can be compared; none where the very one asked for is there but cannot."""
    good = [one for one in found if is_dependable(one, query, library)]
    if query.counted and query.wants == "count" and "share" not in query.operations:
        good = [one for one in good if one.signature[1] == "count"]
    exact = [one for one in found if _is_exact(one, query, library) and _numbers_in_digits(one)]
    if not exact or any(one in good for one in exact):
        return good
    asked = telling(query.concepts, library.lexicon)
    return [
        one for one in good if any(asked & set(library.lexicon.concepts[t].stands_in_for) for t in one.signature[0])
    ]


def _numbers_in_digits(found: Found) -> bool:
    return any(
        figure.is_cell or any(c.isdigit() for c in figure.printed) for figure in (*found.figures, *found.changes)
    )


def _is_exact(found: Found, query: Query, library: Library) -> bool:
    """Whether a measure is just what was asked for: then no other answers in its place."""
    return found.signature[0] == most_special(telling(query.concepts, library.lexicon), library.lexicon)


def is_dependable(found: Found, query: Query, library: Library) -> bool:
    """Whether a measure's figures can be compared by area and period: a table's can; sentences' only if they agree.

    Figures that stand in sentences alone often share their terms though they count different things ("84 groups, 31 of
    them ..."); what they say is left to the sentence itself, unless each area and period has one number.
    """
    if any(figure.is_cell for figure in (*found.figures, *found.changes)):
        return True
    grid = build_grid(found, library.lexicon)
    if any(value.rivals for value in grid.levels.values()):
        return False
    areas = {area for area, _ in grid.levels} | {area for area, _, _ in grid.changes}
    periods = {period for _, period in grid.levels if period}
    if found.score < _PROSE_FIT:
        return len(areas) > 2 and found.score >= _PROSE_FIT_MANY
    return len(areas) > 2 or (len(periods) > 1 or len(areas) > 1) and bool(query.operations)
