"""Areas against the whole region, and tables by area that lack a row."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.audit_ledger import Ledger, Slot
from ingest.audit_numbers import are_near, severity_of
from ingest.audit_wording import Side, joined, place_of, side_of, state, subject_of
from ingest.records import Figure, Finding

_LEAST_AREAS = 3


@dataclass(frozen=True, eq=False)
class ByArea:
    """One measure and period of a table by area: each area's cell; ``slot`` is that of the whole region."""

    slot: Slot
    cells: dict[str, Figure]

    @property
    def sum(self) -> Decimal:
        """What the areas add up to."""
        return sum((cell.value for cell in self.cells.values()), Decimal(0))

    @property
    def table(self) -> str:
        """The table's label."""
        return next(iter(self.cells.values())).locator.table or "the table"


def areas_against_region(ledger: Ledger, disputed: Collection[str]) -> list[Finding]:
    """Regional totals that a complete table by area does not add up to."""
    found = []
    for report in ledger.reports:
        expected = expected_areas(report.id, ledger)
        for one in tables_by_area(report.id, ledger):
            total = regional_total(one, report.id, ledger)
            if total and set(one.cells) >= expected and total.id not in disputed and one.sum != total.value:
                found.append(_finding(one, total))
    return found


def missing_rows(ledger: Ledger) -> list[Finding]:
    """Tables by area without an area that the others of the report have, so that their sum falls short."""
    found = []
    for report in ledger.reports:
        short: dict[str, list[tuple[ByArea, Figure]]] = defaultdict(list)
        for one in tables_by_area(report.id, ledger):
            total = regional_total(one, report.id, ledger)
            if total and expected_areas(report.id, ledger) - set(one.cells) and one.sum < total.value:
                short[one.table].append((one, total))
        found += [_missing(cases, ledger) for cases in short.values()]
    return found


def tables_by_area(report: str, ledger: Ledger) -> Iterator[ByArea]:
    """The counts of a report's tables by local area, one for each measure and period."""
    groups: dict[tuple[object, Slot], dict[str, Figure]] = defaultdict(dict)
    for cell in ledger.cells(report):
        slot = ledger.slot_of[cell.id]
        if slot.kind == "level" and slot.unit == "count" and ledger.is_local(cell.area):
            whole = replace(slot, area=ledger.lexicon.region)
            groups[(cell.locator.table, cell.locator.section, cell.breakdown), whole][cell.area] = cell
    for (_, slot), cells in groups.items():
        if len(cells) >= _LEAST_AREAS:
            yield ByArea(slot, cells)


def expected_areas(report: str, ledger: Ledger) -> set[str]:
    """The local areas that most tables by area of a report have."""
    tables: dict[object, set[str]] = defaultdict(set)
    for cell in ledger.cells(report):
        if ledger.is_local(cell.area):
            tables[cell.locator.table, cell.locator.section].add(cell.area)
    by_area = [areas for areas in tables.values() if len(areas) >= _LEAST_AREAS]
    seen = Counter(area for areas in by_area for area in areas)
    return {area for area, times in seen.items() if times * 2 > len(by_area)}


def regional_total(one: ByArea, report: str, ledger: Ledger) -> Figure | None:
    """The printed total of the region for a table by area, a cell before a figure in prose."""
    totals = [figure for figure in ledger.at(report, one.slot) if not figure.qualifier]
    return totals[0] if totals and are_near(totals[0].value, one.sum) else None


def _finding(one: ByArea, total: Figure) -> Finding:
    cells = tuple(one.cells.values())
    why = (
        f"The {len(cells)} areas of {one.table} add up to {one.sum:,} in {one.slot.period}; "
        f"{place_of(total.locator)} gives {total.printed} ({subject_of(total)})"
    )
    parts = Side(f"{one.table}, sum of the areas, {one.slot.period}", f"{one.sum:,}", total.locator.report)
    severity = severity_of(one.sum, total.value)
    return state("parts_vs_total", severity, (parts, side_of(total)), f"{why}.", (*cells, total))


def _missing(cases: list[tuple[ByArea, Figure]], ledger: Ledger) -> Finding:
    first, total = cases[0]
    report = total.locator.report
    lacking = sorted(expected_areas(report, ledger) - set(first.cells))
    stated = [figure for one, _ in cases for area in lacking for figure in _in_prose(one, area, report, ledger)[:1]]
    sums = joined(f"{one.sum:,} in {one.slot.period}" for one, _ in cases)
    totals = joined(f"{figure.printed}" for _, figure in cases)
    why = (
        f"{first.table} has no row for {joined(lacking)}: its {len(first.cells)} rows add up to {sums}, "
        f"against {totals} in {place_of(total.locator)}"
    )
    why += f"; the text gives {joined(figure.printed for figure in stated)}{_fills(cases, stated)}" if stated else ""
    sides = (Side(first.table, sums, report), Side(place_of(total.locator), totals, report))
    cells = [cell for one, _ in cases for cell in one.cells.values()]
    return state("missing_row", "medium", sides, f"{why}.", (*cells, *(t for _, t in cases), *stated))


def _fills(cases: list[tuple[ByArea, Figure]], stated: list[Figure]) -> str:
    """Whether the figures of the text make up what the rows lack, all periods taken together."""
    gap = sum((total.value - one.sum for one, total in cases), Decimal(0))
    makes_up = gap == sum((figure.value for figure in stated), Decimal(0))
    return ", which makes up the difference" if makes_up else ", which does not make up the difference"


def _in_prose(one: ByArea, area: str, report: str, ledger: Ledger) -> list[Figure]:
    return [figure for figure in ledger.at(report, replace(one.slot, area=area)) if not figure.is_cell]
