"""Which of the measures found can be compared by area and period."""

from ingest.periods import period_from_label
from rag.cells import build_grid
from rag.fit import most_special, telling
from rag.library import Library
from rag.lookup import Found
from rag.query import Query

_PROSE_FIT = 0.9  # sentences' figures must fit this well, or a little less where they cover several areas
_PROSE_FIT_MANY = 0.7
_TWO = 2


def dependable(found: list[Found], query: Query, library: Library) -> list[Found]:
    """The measures that can be compared; none where the very one asked for is there but cannot."""
    good = [one for one in found if is_dependable(one, query, library)]
    if query.wants == "money" and not library.cues.has("multiply", query.text):
        good = [one for one in good if one.signature[1] == "money"]
    if query.counted and query.wants == "count" and "share" not in query.operations:
        good = [one for one in good if one.signature[1] == "count"]
    exact = [one for one in found if _is_exact(one, query, library) and _numbers_in_digits(one)]
    exact = [one for one in exact if one in good or not _is_of_other_time(one, query)]
    if not exact or any(one in good for one in exact):
        return good
    asked = telling(query.concepts, library.lexicon)
    elsewhen = not any(_is_of_time(one, query) for one in exact)
    return [
        one
        for one in good
        if any(asked & set(library.lexicon.concepts[t].stands_in_for) for t in one.signature[0])
        or elsewhen
        and _is_same_more_fully(one, asked, library)
    ]


def _is_of_other_time(found: Found, query: Query) -> bool:
    """Whether sentences alone give a measure, and none of the time asked for, or no two times of it where a change is asked for."""
    own = (*found.figures, *found.changes)
    periods = {period for figure in own if figure.period and (period := period_from_label(figure.period))}
    if any(figure.is_cell for figure in own) or not periods or not all(figure.period for figure in own):
        return False
    within = any(a.start <= b.end and b.start <= a.end for a in periods for b in query.periods)
    return bool(query.periods) and not within or query.changing and len(periods) < _TWO and not found.changes


def _is_of_time(found: Found, query: Query) -> bool:
    """Whether a measure has a figure of the time that is asked for, or one without a time."""
    asked = {period.label for period in query.periods}
    return not asked or any(not figure.period or figure.period in asked for figure in (*found.figures, *found.changes))


def _is_same_more_fully(found: Found, asked: frozenset[str], library: Library) -> bool:
    """Whether a measure's terms are those asked for, and the general names of these besides."""
    lexicon = library.lexicon
    general = {broad for name in asked for broad in lexicon.broader_of(name)}
    kinds = {lexicon.concepts[name].facet for name in asked}
    more = found.signature[0] - asked - general
    of_kind = all(lexicon.broader_of(name) & general and lexicon.concepts[name].facet in kinds for name in more)
    return asked <= found.signature[0] and of_kind


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
    if _sets_side_by_side(query, found, areas):
        return True
    if found.score >= _PROSE_FIT and {"per_time", "average"} & set(query.operations) and len(grid.levels) == 1:
        return True
    if found.score < _PROSE_FIT:
        return len(areas) > 2 and found.score >= _PROSE_FIT_MANY
    return len(areas) > 2 or (len(periods) > 1 or len(areas) > 1) and bool(query.operations)


def _sets_side_by_side(query: Query, found: Found, areas: set[str]) -> bool:
    """Whether one sentence gives the figure for each of the areas that are compared ("44.8%, below England's 53.4%")."""
    named = set(query.areas)
    sentences = {figure.sentence for figure in found.figures if figure.area in named}
    return len(named) > 1 and named <= areas and len(sentences) == 1 and found.score >= _PROSE_FIT_MANY
