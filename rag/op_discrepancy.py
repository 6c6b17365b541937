"""Places that disagree: two values, printed changes, or parts that miss their total."""

from decimal import Decimal

from rag.cells import Grid
from rag.draft import Draft
from rag.library import Library
from rag.op_change import change_of, period_pair
from rag.op_change_words import change_draft
from rag.op_lookup import conflict_sentence
from rag.query import Query
from rag.records import Derivation
from rag.targets import Targets, local_areas
from rag.wording import area_words, measure_words, period_words, plain_number, value_words


def discrepancy(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
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


def parts_against_total(grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Whether the areas add up to the printed total of the region; None where there is no total or they do."""
    for period in reversed(targets.periods):
        whole = grid.value(library.lexicon.region, period.label)
        parts = [(a, v) for a in local_areas(grid, library.lexicon, period.label) if (v := grid.value(a, period.label))]
        amount = sum((v.number for _, v in parts), Decimal(0))
        if whole is None or len(parts) < 2 or whole.figure.unit or amount == whole.number:
            continue
        first = parts[0][1].figure
        working = " + ".join(v.figure.printed for _, v in parts) + f" = {plain_number(amount)}"
        across = first.locator.report != whole.figure.locator.report
        head = (
            f"They do not agree: the {len(parts)} areas in {library.place_of(first, across)} add up to {plain_number(amount)} {measure_words(first)} "
            f"{period_words(period.label)}, while {library.place_of(whole.figure, across)} gives {value_words(whole.figure)} for {area_words(whole.figure.area)}."
        )
        figures = (*whole.all_figures, *(v.figure for _, v in parts))
        return Draft(
            "answered",
            head,
            figures=figures,
            derivation=Derivation("total", working, amount, "", tuple(f.id for f in figures)),
        )
    return None


def _disputed_change(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    areas = targets.areas or query.areas
    if len(areas) != 1:
        return None
    pair = period_pair(query, grid, areas)
    change = change_of(grid, areas[0], pair) if pair else None
    return change_draft(query, change, library) if change and change.printed else None
