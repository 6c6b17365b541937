"""Query -> Draft from looked-up figures: the measure that fits, its areas and periods, and what to do with them."""

from collections.abc import Callable
from dataclasses import replace

from ingest.numerals import Number
from ingest.records import Figure
from rag.cells import Grid, build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.op_change import change_draft, change_of, period_pair
from rag.op_lookup import conflict_sentence, look_up, one_value
from rag.op_measures import split_measures, two_measures
from rag.op_rank import changes_by_direction, compare_areas, rank_changes, rank_levels
from rag.op_sum import area_share, average, difference_of, parts_against_total, per_time, ratio_of, total
from rag.query import Query
from rag.targets import Targets, find_targets
from rag.weights import load_weights
from rag.wording import and_list, area_words, figure_sentence, measure_words

_TRIED = 6
_PROSE_FIT = 0.9


def answer_from_figures(query: Query, library: Library) -> Draft | None:
    """The draft that looked-up figures give; not_found where the measure is there but not for that area or period."""
    found = find_measures(query, library.index, library.lexicon)
    parts = split_measures(query, library)
    if parts and (not found or {"share", "ratio", "difference", "compare", "total"} & set(query.operations)):
        draft = two_measures(query, parts, library)
        if draft:
            return draft
    refused: Draft | None = None
    for one in [one for one in found if is_dependable(one, query, library)][:_TRIED]:
        draft = _answer_with(query, one, library)
        if draft and draft.status == "answered":
            return _with_other_readings(query, draft, one, found, library)
        refused = refused or draft
    return refused


def is_dependable(found: Found, query: Query, library: Library) -> bool:
    """Whether a measure's figures can be compared by area and period: a table's can; sentences' only if they agree.

    Figures that stand in sentences alone often share their terms though they count different things ("84 groups, 31 of
    them ..."); what they say is left to the sentence itself, unless each area and period has one number.
    """
    if any(figure.is_cell for figure in (*found.figures, *found.changes)):
        return True
    grid = build_grid(found, library.lexicon)
    if found.score < _PROSE_FIT or any(value.rivals for value in grid.levels.values()):
        return False
    areas = {area for area, _ in grid.levels} | {area for area, _, _ in grid.changes}
    periods = {period for _, period in grid.levels if period}
    return len(areas) > 2 or len(periods) > 1 and bool(query.operations)


def _answer_with(query: Query, found: Found, library: Library) -> Draft | None:
    grid = build_grid(found, library.lexicon)
    targets = find_targets(query, grid, library.lexicon)
    for wanted, operation in _OPERATIONS:
        if wanted(query, targets):
            draft = operation(query, grid, targets, library)
            if draft:
                return _with_measure(draft, found)
    if targets.missing_areas or targets.missing_periods or not targets.areas:
        return _not_there(query, found, grid, targets, library)
    return look_up(query, grid, targets, library)


def _with_measure(draft: Draft, found: Found) -> Draft:
    return replace(draft, sureness=min(1.0, found.score))


def _not_there(query: Query, found: Found, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    figures = found.figures or found.changes
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
    told = [other for o in others[:2] if (other := _answer_with(query, o, library)) and other.status == "answered"]
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
    levels = [v for a in targets.areas or tuple(grid.areas()) for p in targets.periods or grid.periods_of() if (v := grid.value(a, p.label)) and v.rivals]
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
    if query.direction and _about_change(query):
        return rank_changes(query, grid, library) or rank_levels(query, grid, targets, library)
    return rank_levels(query, grid, targets, library)


def _about_change(query: Query) -> bool:
    return bool({"trend", "percent_change", "difference"} & set(query.operations))


def _stated_level(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """ "Was it 34 in Coventry?": yes or no by the figure, which is given."""
    values = [v for a in targets.areas for p in targets.periods if (v := grid.value(a, p.label))]
    if len(values) != 1 or len(query.numbers) != 1:
        return None
    value, stated = values[0], query.numbers[0]
    draft = one_value(value, library, targets.notes)
    if stated.unit == "share":
        return None
    holds = any(f.value == stated.value for f in value.all_figures) and _same_unit(stated, value.figure)
    return replace(draft, headline=f"{'Yes' if holds else 'No'}: {draft.headline}")


def _same_unit(stated: Number, figure: Figure) -> bool:
    return stated.unit in ("", figure.unit) or figure.unit == "" and stated.unit not in ("%", "£") and not stated.unit.startswith("per ")


def _states_number(query: Query, targets: Targets) -> bool:
    return query.yes_no and len(query.numbers) == 1 and not _about_change(query) and len(targets.areas) == 1


def _has(*names: str) -> Callable[[Query, Targets], bool]:
    return lambda query, targets: bool(set(names) & set(query.operations))


def _several_areas(query: Query, targets: Targets) -> bool:
    return (query.every_area or len(query.areas) > 1) and _about_change(query) and not targets.missing_periods


def _two_compared(query: Query, targets: Targets) -> bool:
    return "compare" in query.operations and len(targets.areas) == 2 and not _about_change(query)


def _adds_up(query: Query, targets: Targets) -> bool:
    return "total" in query.operations and (len(targets.areas) > 1 or len(targets.periods) > 1)


def _area_group(query: Query, targets: Targets) -> bool:
    return bool(query.area_words) and not query.every_area


_OPERATIONS: tuple[tuple[Callable[[Query, Targets], bool], Callable[..., Draft | None]], ...] = (
    (_has("discrepancy"), _discrepancy),
    (_states_number, _stated_level),
    (_has("per_time"), per_time),
    (_has("average"), average),
    (_has("ratio"), _ratio),
    (_has("share"), area_share),
    (_has("rank"), _ranking),
    (_two_compared, compare_areas),
    (_adds_up, total),
    (_several_areas, changes_by_direction),
    (_has("difference"), _difference),
    (_has("percent_change", "trend", "compare"), _change),
    (_area_group, total),
)

__all__ = ["answer_from_figures", "figure_sentence"]
