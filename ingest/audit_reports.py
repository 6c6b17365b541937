"""Report against report: two values of one measure, area and period, or a total and another's areas."""

from collections.abc import Iterator
from decimal import Decimal

from ingest.audit_areas import ByArea, expected_areas, tables_by_area
from ingest.audit_ledger import Ledger, Slot
from ingest.audit_numbers import agree, are_near, severity_of
from ingest.audit_wording import Side, side_of, state, subject_of
from ingest.records import Figure, Finding


def reports_against_each_other(ledger: Ledger) -> list[Finding]:
    """Figures that a later report prints with another value (revisions, or errors)."""
    shared = [slot for slot, holders in ledger.holders.items() if len(holders) > 1]
    dated = [slot for slot in shared if slot.kind == "level" and slot.period and slot.area]
    return [_finding(pair) for slot in dated for pair in _pairs(slot, ledger)] + _sums(ledger)


def _pairs(slot: Slot, ledger: Ledger) -> Iterator[tuple[Figure, Figure]]:
    """Each value with the next different one, in the order of publication."""
    held: Figure | None = None
    for report in ledger.holders[slot]:
        figures = [figure for figure in ledger.at(report, slot) if not figure.qualifier]
        if not figures:
            continue
        if held and not any(agree(held, one) for one in figures) and are_near(held.value, figures[0].value):
            yield held, figures[0]
        held = figures[0]


def _finding(pair: tuple[Figure, Figure]) -> Finding:
    first, last = pair
    values = (f"{one.printed} in {one.locator.report}" for one in pair)
    why = f"{subject_of(last)}: {', '.join(values)}"
    severity = severity_of(first.value, last.value)
    return state("across_reports", severity, (side_of(first), side_of(last)), f"{why}.", pair)


def _sums(ledger: Ledger) -> list[Finding]:
    """Regional totals of one report that the areas of another do not add up to."""
    return [
        _sum_finding(one, total)
        for report in ledger.reports
        for one in tables_by_area(report.id, ledger)
        if set(one.cells) >= expected_areas(report.id, ledger) and not ledger.at(report.id, one.slot)
        for other in ledger.holders.get(one.slot, ())
        for total in ledger.at(other, one.slot)[:1]
        if not total.qualifier and are_near(total.value, one.sum)
        if one.sum + _revisions(one, other, ledger) != total.value
    ]


def _revisions(one: ByArea, report: str, ledger: Ledger) -> Decimal:
    """By how much another report's values of the areas exceed these: other findings say so already."""
    known = [(cell, ledger.at(report, ledger.slot_of[cell.id])) for cell in one.cells.values()]
    return sum((others[0].value - cell.value for cell, others in known if others), Decimal(0))


def _sum_finding(one: ByArea, total: Figure) -> Finding:
    report, cells = next(iter(one.cells.values())).locator.report, tuple(one.cells.values())
    why = (
        f"The {len(cells)} areas of {one.table} in {report} add up to {one.sum:,} in {one.slot.period}; "
        f"{total.locator.report} gives {total.printed} ({subject_of(total)})"
    )
    parts = Side(f"{one.table}, sum of the areas", f"{one.sum:,}", report)
    severity = severity_of(one.sum, total.value)
    return state("across_reports", severity, (parts, side_of(total)), f"{why}.", (*cells, total))
