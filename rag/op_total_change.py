"""The change of several areas taken together, and one area's change against that of all the others."""

from decimal import Decimal

from rag.cells import Grid
from rag.draft import Draft
from rag.library import Library
from rag.op_change import change_of
from rag.op_directions import change_words
from rag.query import Query
from rag.records import Derivation
from rag.targets import local_areas
from rag.wording import area_words, measure_words, plain_number, sentence_case, signed


def total_change(query: Query, grid: Grid, pair: tuple[str, str], library: Library) -> Draft | None:
    """The change of the areas taken together between two periods."""
    areas = [a for a in local_areas(grid, library.lexicon, pair[0]) if grid.value(a, pair[1])]
    areas = [a for a in areas if not query.areas or a in query.areas] if len(query.areas) > 1 else areas
    rows = [(a, x, y) for a in areas if (x := grid.value(a, pair[0])) and (y := grid.value(a, pair[1]))]
    if not rows:
        return _against_printed(grid, pair, library)
    if len(rows) < 2 or any(x.figure.unit == "%" or x.figure.unit.startswith("per ") for _, x, _ in rows):
        return None
    base, last = (
        sum((v.number for v in values), Decimal(0)) for values in ([x for _, x, _ in rows], [y for _, _, y in rows])
    )
    change = last - base
    percent = change / base * 100 if base else Decimal(0)
    verb = "rose" if change > 0 else "fell" if change < 0 else "stayed"
    first = rows[0][2].figure
    working = f"{' + '.join(x.figure.printed for _, x, _ in rows)} = {plain_number(base)}; {' + '.join(y.figure.printed for _, _, y in rows)} = {plain_number(last)}; {plain_number(last)} − {plain_number(base)} = {plain_number(change)}; {plain_number(change)} ÷ {plain_number(base)} = {plain_number(percent, 1)}%"
    head = f"{sentence_case(measure_words(first))} in the {len(rows)} areas together {verb} from {plain_number(base)} in {pair[0]} to {plain_number(last)} in {pair[1]} ({plain_number(change)}, or {plain_number(percent, 1)}%)."
    figures = tuple(f for _, x, y in rows for f in (x.figure, y.figure))
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("change of a total", working, change, first.unit, tuple(f.id for f in figures)),
    )


def _against_printed(grid: Grid, pair: tuple[str, str], library: Library) -> Draft | None:
    """The change from what is printed for the region to all its areas added up; None where one of them is not given."""
    base = grid.value(library.lexicon.region, pair[0])
    every = [area.name for area in library.lexicon.areas.values() if area.kind == "local"]
    values = [value for area in every if (value := grid.value(area, pair[1]))]
    if base is None or not base.number or len(values) < len(every) or base.figure.unit == "%":
        return None
    units = {value.figure.unit for value in (base, *values)}
    if any(unit in ("%", "£", "interval") or unit.startswith("per ") for unit in units):
        return None
    last = sum((v.number for v in values), Decimal(0))
    change, percent = last - base.number, (last - base.number) / base.number * 100
    working = (
        f"{' + '.join(v.figure.printed for v in values)} = {plain_number(last)}; {plain_number(last)} − {base.figure.printed} = "
        f"{signed(change)}; {signed(change)} ÷ {base.figure.printed} = {signed(percent, 1)}%"
    )
    verb = "rose" if change > 0 else "fell" if change < 0 else "stayed"
    head = (
        f"{sentence_case(measure_words(values[0].figure))} {verb} from {base.figure.printed} in {area_words(base.figure.area)} in "
        f"{pair[0]}, as printed, to {plain_number(last)} in the {len(values)} areas together in {pair[1]} "
        f"({signed(change)}, or {signed(percent, 1)}%)."
    )
    figures = (*base.all_figures, *(f for v in values for f in v.all_figures))
    derivation = Derivation("change of a total", working, change, values[0].figure.unit, tuple(f.id for f in figures))
    return Draft("answered", head, figures=figures, derivation=derivation)


def change_against_rest(query: Query, grid: Grid, pair: tuple[str, str], library: Library) -> Draft | None:
    """Whether one area moved more, in number, than all the others together ("did its rise beat everyone else's?")."""
    if not query.yes_no or not query.direction or len(query.left_out) != 1 or len(query.areas) < 2:
        return None
    own = change_of(grid, query.left_out[0], pair)
    others = [change_of(grid, area, pair) for area in query.areas]
    sizes = [change.amount for change in others if change and change.amount is not None]
    if own is None or own.amount is None or len(sizes) < len(others):
        return None
    rest = sum(sizes, Decimal(0))
    sign = 1 if query.direction == "up" else -1
    answer = "Yes" if own.amount * sign > rest * sign and own.amount * sign > 0 else "No"
    sums = " + ".join(f"({signed(size)})" if size < 0 else plain_number(size) for size in sizes)
    working = f"{signed(own.amount)} against {sums} = {signed(rest)}"
    measure = measure_words(own.figures[0])
    head = (
        f"{answer}: {measure} in {own.area} changed by {signed(own.amount)} from {pair[0]} to {pair[1]} ({change_words(own)}), "
        f"against {signed(rest)} in the other {len(sizes)} areas together."
    )
    figures = (*own.figures, *(figure for change in others if change for figure in change.figures))
    derivation = Derivation("change of a total", working, rest, "", tuple(f.id for f in figures))
    return Draft("answered", sentence_case(head), figures=figures, derivation=derivation)
