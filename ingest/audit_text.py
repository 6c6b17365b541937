"""Prose against tables: one measure, area and period with two values."""

from collections.abc import Iterator
from decimal import Decimal

from ingest.audit_evidence import weigh
from ingest.audit_ledger import Ledger, Slot
from ingest.audit_numbers import agree, last_digit, severity_of
from ingest.audit_wording import side_of, source_of, state, subject_of
from ingest.records import Figure, Finding

_MOST_APART = Decimal(10)


def text_against_tables(ledger: Ledger) -> list[Finding]:
    """Figures in prose that no table cell of their measure, area and period agrees with.

    The first of a finding's figures is the wrong one as far as other figures tell, else that in prose.
    """
    found: dict[object, Finding] = {}
    for report in ledger.reports:
        for figure in ledger.prose(report.id):
            cell = _rival(figure, ledger)
            key = (figure.locator, figure.sentence, figure.printed, figure.area, figure.kind)
            if cell is not None and key not in found:
                found[key] = _finding(figure, cell, ledger)
    return list(found.values())


def _rival(figure: Figure, ledger: Ledger) -> Figure | None:
    """The cell that a figure in prose contradicts, or None."""
    cells = list(_counterparts(figure, ledger))
    if not cells or any(agree(cell, figure) for cell in cells) or _is_printed_beside(figure, ledger):
        return None
    nearest = min(cells, key=lambda cell: abs(cell.value - figure.value))
    small, large = sorted((abs(nearest.value), abs(figure.value)))
    return nearest if figure.kind != "level" or small * _MOST_APART > large else None


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
    evidence = weigh(figure, cell, ledger)
    why = f"The text gives {figure.printed} and {source_of(cell)} gives {cell.printed} for {subject_of(cell)}"
    severity = severity_of(figure.value, cell.value)
    if severity == "low" and abs(abs(figure.value) - abs(cell.value)) > last_digit(cell):
        severity = "medium"
    sides, figures = (side_of(figure), side_of(cell)), (evidence.wrong, figure, cell, *evidence.figures)
    return state("text_vs_table", severity, sides, f"{why}{evidence.words}.", figures)
