"""Single figures and plain lists of them, with both values where the reports disagree."""

from ingest.periods import Period
from rag.cells import Grid, Value
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.targets import Targets, values_for
from rag.wording import (
    and_list,
    area_words,
    figure_sentence,
    measure_words,
    period_words,
    sentence_case,
    setting_words,
    value_words,
)

_MOST = 24


def look_up(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """The values of the targets: one sentence for one, a list for several."""
    values = values_for(grid, targets)
    if not values:
        return None
    if len(values) == 1:
        return one_value(next(iter(values.values())), library, targets.notes)
    return _several(values, targets, library)


def one_value(value: Value, library: Library, notes: tuple[str, ...] = ()) -> Draft:
    """The draft for one value; where places disagree the headline gives each with its place."""
    if value.rivals:
        return Draft("answered", conflict_sentence(value, library), figures=value.all_figures, caveats=notes)
    return Draft("answered", figure_sentence(value.figure), figures=(value.figure,), caveats=notes)


def conflict_sentence(value: Value, library: Library) -> str:
    """ "The reports disagree on X in A in P: 13,456 (Table 13) and 13,346 (the text)."."""
    figure = value.figure
    across = len({f.locator.report for f in value.all_figures}) > 1
    sides = [f"{value_words(f)} in {library.place_of(f, across)}" for f in value.all_figures]
    subject = f"{measure_words(figure)} {setting_words(figure)}"
    return (
        f"The reports give two values for {subject}: {and_list(sides)}."
        if len(sides) == 2
        else f"The reports give {len(sides)} values for {subject}: {and_list(sides)}."
    )


def short_value(value: Value, library: Library) -> str:
    """A value in a list; a rival stands in brackets with its place."""
    if not value.rivals:
        return value_words(value.figure)
    across = len({f.locator.report for f in value.all_figures}) > 1
    rivals = ", ".join(f"{value_words(r)} in {library.place_of(r, across)}" for r in value.rivals)
    return f"{value_words(value.figure)} ({library.place_of(value.figure, across)}; but {rivals})"


def _several(values: dict[tuple[str, str], Value], targets: Targets, library: Library) -> Draft:
    areas = [a for a in targets.areas if any(area == a for area, _ in values)]
    first = next(iter(values.values())).figure
    figures = tuple(f for value in values.values() for f in value.all_figures)[:_MOST]
    if len(targets.periods) == 1:
        parts = [f"{area} {short_value(value, library)}" for (area, _), value in values.items()]
        head = f"{sentence_case(measure_words(first))} {period_words(first.period)}: {'; '.join(parts)}."
    elif len(areas) == 1:
        parts = [f"{short_value(value, library)} {period_words(period)}" for (_, period), value in values.items()]
        head = f"{sentence_case(measure_words(first))} in {area_words(areas[0])}: {and_list(parts)}."
    else:
        parts = [f"{a} {_over_periods(a, targets.periods, values, library)}" for a in areas]
        labels = and_list([p.label for p in targets.periods])
        head = f"{sentence_case(measure_words(first))} in {labels}: {'; '.join(parts)}."
    return Draft("answered", head, figures=figures, caveats=targets.notes)


def _over_periods(
    area: str, periods: tuple[Period, ...], values: dict[tuple[str, str], Value], library: Library
) -> str:
    return " and ".join(short_value(values[(area, p.label)], library) for p in periods if (area, p.label) in values)
