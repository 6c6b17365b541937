"""Query -> Draft from looked-up figures: the measure that fits, its areas and periods, and what to do with them."""

import re
from collections.abc import Callable
from dataclasses import replace

from rag.cells import Grid, build_grid
from rag.draft import Draft
from rag.fit import most_special, telling
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.op_categories import rank_categories
from rag.op_change import change_draft, change_of, period_pair
from rag.op_lookup import conflict_sentence, look_up
from rag.op_measures import split_measures, two_measures
from rag.op_rank import changes_by_direction, compare_areas, rank_changes, rank_levels
from rag.op_share import share_among, share_of_whole
from rag.op_sum import area_share, average, difference_of, parts_against_total, per_time, ratio_of, total, total_change
from rag.op_tables import compare_tables
from rag.op_verify import verify_stated
from rag.query import Query
from rag.targets import Targets, find_targets
from rag.touching import with_findings
from rag.weights import load_weights
from rag.wording import and_list, area_words, measure_words

_CHOOSING = re.compile(r"\b(?:which|who|where|rank|order)\b", re.I)
_TRIED = 6
_PROSE_FIT = 0.9  # sentences' figures must fit this well, or a little less where they cover several areas
_PROSE_FIT_MANY = 0.7


def answer_from_figures(query: Query, library: Library) -> Draft | None:
    """The draft that looked-up figures give; not_found where the measure is there but not for that area or period."""
    found = find_measures(query, library.index, library.lexicon)
    draft = _special(query, found, library)
    if draft:
        return with_findings(query, draft, library)
    refused: Draft | None = None
    for one in _dependable(found, query, library)[:_TRIED]:
        draft = _answer_with(query, one, library)
        if draft and draft.status == "answered":
            return with_findings(query, _with_other_readings(query, draft, one, found, library), library)
        refused = refused or draft
    return refused


def correct_premise(query: Query, library: Library) -> Draft | None:
    """ "Why did deaths in Dudley fall?": where they did not, that is said, with the figures; None where the premise holds."""
    if not query.direction or not query.changing or not query.concepts:
        return None
    for found in find_measures(query, library.index, library.lexicon)[:2]:
        grid = build_grid(found, library.lexicon)
        areas = query.areas or (library.lexicon.region,)
        pair = period_pair(query, grid, areas[:1]) if len(areas) == 1 else None
        change = change_of(grid, areas[0], pair) if pair else None
        if change and change.direction and change.direction != query.direction:
            draft = change_draft(replace(query, yes_no=False), change, library)
            word = "fall" if query.direction == "down" else "rise"
            return replace(draft, headline=f"There was no such {word}. {draft.headline}")
        if change:
            return None
    return None


def _special(query: Query, found: list[Found], library: Library) -> Draft | None:
    """Questions that are not about one measure's areas and periods: two tables, two measures, shares, stated numbers."""
    operations = set(query.operations)
    if len(query.tables) > 1:
        draft = compare_tables(query, library)
        if draft:
            return draft
    parts = split_measures(query, library)
    if "share" in operations and "percent_change" not in operations and not query.of_all:
        draft = share_among(query, parts, library) if len(parts) > 1 else share_of_whole(query, library)
        if draft:
            return draft
    whole = telling(query.concepts, library.lexicon)
    if parts and (not any(whole <= one.signature[0] | _implied(one, library) for one in found)):
        draft = two_measures(query, parts, library)
        if draft:
            return draft
    if "rank" in operations and not query.areas and not query.every_area:
        draft = rank_categories(query, found, library) if _asks_for_type(query) else None
        if draft:
            return draft
    return verify_stated(query, library)


def _implied(found: Found, library: Library) -> frozenset[str]:
    return frozenset().union(*(library.lexicon.broader_of(term) for term in found.signature[0]))


def _asks_for_type(query: Query) -> bool:
    return (
        re.search(
            r"\b(?:types?|kinds?|sorts?|categor\w+|outcomes?|disposals?|what (?:was|is) the (?:most|least))\b",
            query.text,
            re.I,
        )
        is not None
    )


def _dependable(found: list[Found], query: Query, library: Library) -> list[Found]:
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


def _answer_with(query: Query, found: Found, library: Library) -> Draft | None:
    grid = build_grid(found, library.lexicon)
    targets = find_targets(query, grid, library.lexicon)
    for wanted, operation in _OPERATIONS:
        if wanted(query, targets):
            draft = operation(query, grid, targets, library)
            if draft:
                return _with_measure(draft, found)
    sums = {"ratio", "share", "per_time", "average"} & set(query.operations)
    if sums and "percent_change" not in query.operations and found.signature[1] == "count":
        return None
    if targets.missing_areas or targets.missing_periods or not targets.areas:
        return _not_there(query, found, grid, targets, library)
    return look_up(query, grid, targets, library)


def _with_measure(draft: Draft, found: Found) -> Draft:
    return replace(draft, sureness=min(1.0, found.score))


def _not_there(query: Query, found: Found, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    figures = [figure for figure in (*found.figures, *found.changes) if figure.is_cell]
    if not figures:
        return None
    measure = measure_words(figures[0])
    covered = and_list([p.label for p in grid.periods_of() if p.kind != "since"]) or "no stated period"
    if targets.missing_periods:
        asked = and_list([p.label for p in targets.missing_periods])
        head = f"The reports do not give {measure} for {asked}; they have it for {covered}."
    else:
        asked = and_list([area_words(a) for a in targets.missing_areas or query.areas])
        there = and_list([area_words(a) for a in grid.areas() if a][:8]) or "no single area"
        head = f"The reports do not give {measure} for {asked}; they have it for {there}."
    return Draft("not_found", head, sureness=found.score)


def _with_other_readings(query: Query, draft: Draft, chosen: Found, found: list[Found], library: Library) -> Draft:
    """The draft, with the other measures that a broad word ("deaths") may mean as well named in the headline."""
    near = load_weights()["fit"]["near"]
    others = [o for o in found if o is not chosen and o.score >= chosen.score - near and o.signature[1] == chosen.signature[1]
              and o.signature[0] != chosen.signature[0]]  # fmt: skip
    if chosen.score > 0.9 or not others or set(query.operations) & {"rank", "share", "ratio", "average", "total"}:
        return draft
    drafts = (_answer_with(query, other, library) for other in _dependable(others, query, library))
    told = [other for other in drafts if other and other.status == "answered"][:2]
    for other in told:
        draft = replace(draft, headline=f"{draft.headline} {other.headline}", figures=draft.figures + other.figures)
    return draft


def _change(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    areas = targets.areas or query.areas
    if len(areas) != 1 and (query.areas or query.every_area):
        return None
    area = areas[0] if len(areas) == 1 else library.lexicon.region
    pair = period_pair(query, grid, (area,))
    change = change_of(grid, area, pair) if pair else None
    if change is None and not query.areas:
        return changes_by_direction(query, grid, targets, library)
    return change_draft(query, change, library) if change else None


def _difference(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    if len(targets.areas) == 2 and len(targets.periods) == 1:
        values = [grid.value(a, targets.periods[0].label) for a in targets.areas]
        if values[0] and values[1]:
            return difference_of(values[0].figure, values[1].figure)
    return _change(query, grid, targets, library)


def _ratio(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    if len(targets.areas) == 2 and targets.periods:
        values = [grid.value(a, targets.periods[-1].label) for a in targets.areas]
        if values[0] and values[1]:
            return ratio_of(values[0].figure, values[1].figure, query, library)
    return None


def _discrepancy(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Places that disagree about what was asked: two values, printed changes, or parts that miss their total."""
    levels = [
        v
        for a in targets.areas or tuple(grid.areas())
        for p in targets.periods or grid.periods_of()
        if (v := grid.value(a, p.label)) and v.rivals
    ]
    changes = [v for (a, _, _), v in grid.changes.items() if v.rivals and (not query.areas or a in query.areas)]
    disputed = levels or changes
    if disputed:
        sentences = " ".join(conflict_sentence(v, library) for v in disputed[:3])
        return Draft("answered", sentences, figures=tuple(f for v in disputed[:3] for f in v.all_figures))
    return parts_against_total(grid, targets, library) or _disputed_change(query, grid, targets, library)


def _disputed_change(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    areas = targets.areas or query.areas
    if len(areas) != 1:
        return None
    pair = period_pair(query, grid, areas)
    change = change_of(grid, areas[0], pair) if pair else None
    return change_draft(query, change, library) if change and change.printed else None


def _ranking(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    single = (
        len([a for a in query.areas if a != library.lexicon.region]) == 1
        and not query.every_area
        and not _CHOOSING.search(query.text)
    )
    if single and _about_change(query):
        return _change(query, grid, targets, library)
    if query.direction and _about_change(query):
        return rank_changes(query, grid, library) or rank_levels(query, grid, targets, library)
    return rank_levels(query, grid, targets, library)


def _about_change(query: Query) -> bool:
    return query.changing or bool({"trend", "percent_change", "difference"} & set(query.operations))


def _together(query: Query, targets: Targets) -> bool:
    """Whether the change of several areas taken together is asked for."""
    several = query.every_area or len(query.areas) > 1
    return (
        several
        and "total" in query.operations
        and (query.changing or bool({"difference", "percent_change"} & set(query.operations)))
    )


def _total_change(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    pair = period_pair(query, grid, tuple(targets.areas))
    return total_change(query, grid, pair, library) if pair else None


def _two_changes(query: Query, targets: Targets) -> bool:
    """Whether the changes of two or three named areas are set against each other ("larger in Coventry or in Birmingham")."""
    return (
        1 < len(query.areas) < 4
        and query.changing
        and bool({"compare", "rank"} & set(query.operations))
        and not query.every_area
    )


def _ranking_of_changes(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    return rank_changes(query, grid, library)


def _has(*names: str) -> Callable[[Query, Targets], bool]:
    return lambda query, targets: bool(set(names) & set(query.operations))


def _several_areas(query: Query, targets: Targets) -> bool:
    two_periods = len(query.periods) > 1 and "compare" in query.operations
    only = query.yes_no and re.search(r"\bonly\b", query.text, re.I) is not None
    return (
        (query.every_area or len(query.areas) > 1 or only)
        and (_about_change(query) or two_periods)
        and not targets.missing_periods
    )


def _two_compared(query: Query, targets: Targets) -> bool:
    return "compare" in query.operations and len(targets.areas) == 2 and not query.changing


def _adds_up(query: Query, targets: Targets) -> bool:
    return ("total" in query.operations or bool(query.left_out)) and (
        len(targets.areas) > 1 or len(targets.periods) > 1
    )


def _is_share(query: Query, targets: Targets) -> bool:
    return "share" in query.operations and "percent_change" not in query.operations


def _area_group(query: Query, targets: Targets) -> bool:
    return bool(query.area_words) and not query.every_area


_OPERATIONS: tuple[tuple[Callable[[Query, Targets], bool], Callable[..., Draft | None]], ...] = (
    (_has("discrepancy"), _discrepancy),
    (_has("per_time"), per_time),
    (_has("average"), average),
    (_has("ratio"), _ratio),
    (_is_share, area_share),
    (_together, _total_change),
    (_two_changes, _ranking_of_changes),
    (_has("rank"), _ranking),
    (_two_compared, compare_areas),
    (_adds_up, total),
    (_several_areas, changes_by_direction),
    (_has("difference"), _difference),
    (_has("percent_change", "trend", "compare"), _change),
    (_area_group, total),
)
