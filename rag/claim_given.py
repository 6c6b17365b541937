"""What the reports give for an area and period, or for a change: every value, with those that disagree."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from ingest.records import Figure
from rag.cells import Grid, Value
from rag.claim_disputes import rival_of
from rag.claim_hedges import exactness_of
from rag.claim_records import Given
from rag.library import Library
from rag.targets import local_areas
from rag.wording import percent_of, plain_number, signed, value_words

_LEAST_PARTS = 3


def levels_at(grid: Grid, area: str, period: str, library: Library) -> list[Given]:
    """Every value that the reports give for an area and period; of the region the sum of its areas where none is given."""
    value = grid.value(area, period)
    if value is not None:
        return _distinct([*value.all_figures, *_found_rivals(value, library)])
    return sum_at(grid, (), period, library) if area == library.lexicon.region else []


def sum_at(grid: Grid, areas: Sequence[str], period: str, library: Library) -> list[Given]:
    """The sum of some areas, or of all local areas, where all of them have a value."""
    names = list(areas) or local_areas(grid, library.lexicon, period)
    values = [value for name in names if (value := grid.value(name, period))]
    whole = len(values) == len(names) and (bool(areas) or len(names) >= _most_areas(grid, library))
    if not whole or len(names) < (2 if areas else _LEAST_PARTS) or any(not _is_count(value.figure) for value in values):
        return []
    amount = sum((value.number for value in values), Decimal(0))
    working = " + ".join(value.figure.printed for value in values) + f" = {plain_number(amount)}"
    return [Given(amount, plain_number(amount), tuple(value.figure for value in values), working)]


def changes_at(grid: Grid, area: str, pair: tuple[str, str], kind: str, library: Library) -> list[Given]:
    """Every size that the reports give for a change, printed or worked out; signed."""
    printed = [
        figure for value in grid.change(area, *pair) if value.figure.kind == kind for figure in value.all_figures
    ]
    given = [
        Given(_signed_value(figure), value_words(figure), (figure,), "", exactness_of(figure), figure.high)
        for figure in printed
    ]
    return _distinct_sizes(given, _worked_out(grid, area, pair, kind, library))


def ratios_at(grid: Grid, area: str, pair: tuple[str, str], library: Library) -> list[Given]:
    """How many times the earlier value the later one is."""
    found = []
    for base, last in level_pairs(grid, area, pair, library):
        if base.number:
            ratio = last.number / base.number
            found.append(
                Given(
                    ratio,
                    f"{base.words} to {last.words}",
                    (*base.figures, *last.figures),
                    f"{last.words} ÷ {base.words} = {plain_number(ratio, 2)}",
                )
            )
    return found


def directions_at(grid: Grid, area: str, pair: tuple[str, str], library: Library) -> list[Given]:
    """Every direction that the reports give for a change: its size, of which the sign counts."""
    printed = [figure for value in grid.change(area, *pair) for figure in value.all_figures]
    told = [Given(_signed_value(figure), value_words(figure), (figure,)) for figure in printed]
    pairs = level_pairs(grid, area, pair, library)
    worked = [
        Given(last.number - base.number, f"{base.words} to {last.words}", (*base.figures, *last.figures))
        for base, last in pairs
    ]
    return worked + told if worked and _same_report(pairs) else told + worked


def level_pairs(grid: Grid, area: str, pair: tuple[str, str], library: Library) -> list[tuple[Given, Given]]:
    """The earlier and later values that belong together: from one report where there are such, else from several."""
    base, last = (levels_at(grid, area, label, library) for label in pair)
    pairs = [(a, b) for a, b in product(base, last) if not a.exactness and not b.exactness]
    together = [(a, b) for a, b in pairs if _reports(a) & _reports(b)]
    return together or pairs


def _worked_out(grid: Grid, area: str, pair: tuple[str, str], kind: str, library: Library) -> list[Given]:
    pairs = level_pairs(grid, area, pair, library)
    found = []
    audited = {rival.value for label in pair for rival in _audited(grid, area, label, library)}
    for base, last in (
        pairs if kind == "change_count" else [p for p in pairs if p == pairs[0] or {p[0].number, p[1].number} & audited]
    ):
        amount = last.number - base.number
        figures = (*base.figures, *last.figures)
        working = f"{last.words} − {base.words} = {signed(amount)}"
        if kind == "change_percent" and base.number:
            percent = percent_of(amount, base.number)
            found.append(
                Given(
                    percent,
                    f"{signed(percent, 1)}%",
                    figures,
                    f"{working}; {signed(amount)} ÷ {base.words} = {signed(percent, 1)}%",
                )
            )
        elif kind == "change_points" and base.figures[0].unit == "%" or kind == "change_count":
            unit = " percentage points" if kind == "change_points" else ""
            found.append(Given(amount, f"{signed(amount)}{unit}", figures, working))
    return found


def _distinct_sizes(printed: list[Given], worked: list[Given]) -> list[Given]:
    """Printed sizes, and those worked out that are not the same but for rounding or cutting off."""
    kept: list[Given] = []
    for one in printed:
        if all(abs(one.number) != abs(other.number) for other in kept):
            kept.append(one)
    return kept + [one for one in worked if not any(_is_same_size(one, other) for other in printed)]


def _is_same_size(worked: Given, printed: Given) -> bool:
    digits = printed.words.rstrip("% ").partition(".")[2]
    places = sum(c.isdigit() for c in digits.split(" ")[0])
    return abs(abs(worked.number) - abs(printed.number)) < Decimal(10) ** -places


def _distinct(figures: Sequence[Figure]) -> list[Given]:
    given: list[Given] = []
    for figure in figures:
        value = figure.value * (100 if figure.unit == "share" else 1)
        given.append(Given(value, value_words(figure), (figure,), "", exactness_of(figure), figure.high))
    return given


def _signed_value(figure: Figure) -> Decimal:
    return figure.value * (100 if figure.unit == "share" else 1)


def _found_rivals(value: Value, library: Library) -> list[Figure]:
    """What the audit found against the value, where it stands in no grid: a sum over two other tables, or over all areas."""
    known = {figure.value for figure in value.all_figures}
    rivals = [
        rival
        for finding in library.index.findings_about([figure.id for figure in value.all_figures])
        for figure in value.all_figures
        if (rival := rival_of(figure, finding, library))
    ]
    return [rival for rival in rivals if rival.value not in known]


def _audited(grid: Grid, area: str, period: str, library: Library) -> list[Figure]:
    value = grid.value(area, period)
    return _found_rivals(value, library) if value else []


def _most_areas(grid: Grid, library: Library) -> int:
    known = [
        area
        for area in library.lexicon.areas.values()
        if area.kind == "local" and any(name == area.name for name in grid.areas())
    ]
    return len(known)


def _is_count(figure: Figure) -> bool:
    return figure.unit != "%" and not figure.unit.startswith("per ") and not figure.qualifier


def _reports(given: Given) -> set[str]:
    return {figure.locator.report for figure in given.figures}


def _same_report(pairs: list[tuple[Given, Given]]) -> bool:
    return any(_reports(a) & _reports(b) for a, b in pairs)
