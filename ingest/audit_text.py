"""Prose against tables: one measure, area and period with two values."""

from collections.abc import Iterator
from decimal import Decimal

from ingest.audit_ledger import Ledger, Slot
from ingest.audit_numbers import agree, are_near, change_between, last_digit, severity_of, show
from ingest.audit_wording import side_of, source_of, state, subject_of
from ingest.records import Figure, Finding


def text_against_tables(ledger: Ledger) -> list[Finding]:
    """Figures in prose that no table cell of their measure, area and period agrees with."""
    return [
        _finding(figure, cell, ledger)
        for report in ledger.reports
        for figure in ledger.prose(report.id)
        if (cell := _rival(figure, ledger)) is not None
    ]


def _rival(figure: Figure, ledger: Ledger) -> Figure | None:
    """The cell that a figure in prose contradicts, or None."""
    cells = list(_counterparts(figure, ledger))
    if not cells or any(agree(cell, figure) for cell in cells) or _is_printed_beside(figure, ledger):
        return None
    nearest = min(cells, key=lambda cell: abs(cell.value - figure.value))
    return nearest if figure.kind != "level" or are_near(nearest.value, figure.value) else None


def _counterparts(figure: Figure, ledger: Ledger) -> Iterator[Figure]:
    slot, report = ledger.slot_of[figure.id], figure.locator.report
    exact = [cell for cell in ledger.at(report, slot) if cell.is_cell]
    yield from exact
    if exact:
        return
    alike = [cell for cell in ledger.cells(report) if cell.locator.section == figure.locator.section]
    alike = [cell for cell in alike if _is_same_but_narrower(slot, ledger.slot_of[cell.id])]
    if len({(cell.locator.table, cell.locator.row) for cell in alike}) == 1:
        yield from alike


def _is_same_but_narrower(slot: Slot, other: Slot) -> bool:
    """Whether two slots differ only in how closely the measure is named."""
    rest = (slot.unit, slot.kind, slot.area, slot.base, slot.period)
    if rest != (other.unit, other.kind, other.area, other.base, other.period):
        return False
    return slot.topic <= other.topic or other.topic <= slot.topic


def _is_printed_beside(figure: Figure, ledger: Ledger) -> bool:
    """Whether a table of the section prints this number for the area: then the prose speaks of that cell."""
    own = ledger.slot_of[figure.id]
    return any(
        abs(cell.value) == abs(figure.value)
        for cell in ledger.cells(figure.locator.report)
        if cell.locator.section == figure.locator.section
        and (cell.area, cell.kind, ledger.slot_of[cell.id].unit) == (figure.area, figure.kind, own.unit)
    )


def _finding(figure: Figure, cell: Figure, ledger: Ledger) -> Finding:
    why = f"The text gives {figure.printed} and {source_of(cell)} gives {cell.printed} for {subject_of(cell)}"
    evidence, used = _evidence(figure, cell, ledger)
    severity = severity_of(figure.value, cell.value)
    if severity == "low" and abs(abs(figure.value) - abs(cell.value)) > last_digit(cell):
        severity = "medium"
    return state(
        "text_vs_table",
        severity,
        (side_of(figure), side_of(cell)),
        f"{why}{evidence}.",
        (figure, cell, *used),
    )


def _evidence(figure: Figure, cell: Figure, ledger: Ledger) -> tuple[str, tuple[Figure, ...]]:
    """What the other printed figures say about which of the two is right, and those figures."""
    return _from_levels(cell, ledger) if figure.kind != "level" else _from_change(figure, cell, ledger)


def _from_levels(cell: Figure, ledger: Ledger) -> tuple[str, tuple[Figure, ...]]:
    report = cell.locator.report
    ends = [ledger.at(report, ledger.level(cell, period)) for period in (cell.base_period, cell.period)]
    if not all(ends):
        return "", ()
    first, last = ends[0][0], ends[1][0]
    change = change_between(first.value, last.value, cell)
    if change is None:
        return "", ()
    return f"; {first.printed} to {last.printed} is {show(change, cell)}", (first, last)


def _from_change(figure: Figure, cell: Figure, ledger: Ledger) -> tuple[str, tuple[Figure, ...]]:
    for change in _changes_of(cell, ledger):
        begins = change.base_period == cell.period
        other = change.period if begins else change.base_period
        ends = ledger.at(cell.locator.report, ledger.level(change, other))
        if ends:
            misses = [_miss(one.value, ends[0].value, change, begins) for one in (figure, cell)]
            right, wrong = (figure, cell) if misses[0] < misses[1] else (cell, figure)
            if misses[0] != misses[1]:
                said = f"; the printed change of {change.printed} fits {right.printed}, not {wrong.printed}"
                return said, (change, ends[0])
    return "", ()


def _changes_of(cell: Figure, ledger: Ledger) -> Iterator[Figure]:
    own = ledger.slot_of[cell.id]
    for one in ledger.cells(cell.locator.report):
        slot = ledger.slot_of[one.id]
        if one.kind == "change_percent" and (slot.topic, slot.area) == (own.topic, own.area):
            if cell.period in (one.base_period, one.period):
                yield one


def _miss(value: Decimal, other: Decimal, change: Figure, begins: bool) -> Decimal:
    computed = change_between(value, other, change) if begins else change_between(other, value, change)
    return abs((computed or Decimal(0)) - change.value)
