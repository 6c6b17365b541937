"""Which of two values a printed total bears out: what the areas, or the kinds, add up to with each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.audit_areas import expected_areas
from ingest.audit_ledger import Ledger
from ingest.audit_parts import breakdowns_in
from ingest.records import Figure


@dataclass(frozen=True, slots=True)
class Addition:
    """The total, and what the other parts add up to."""

    of: str
    total: Figure
    others: tuple[Figure, ...]

    def with_value(self, value: Decimal) -> Decimal:
        """What all parts add up to, if one of them has this value."""
        return value + sum((one.value for one in self.others), Decimal(0))

    def misses(self, value: Decimal) -> Decimal:
        """How far from the total that is."""
        return abs(self.with_value(value) - self.total.value)


def addition_with(cell: Figure, ledger: Ledger) -> Addition | None:
    """The sum that a cell is a part of: over the areas, else over the kinds."""
    return next(_over_areas(cell, ledger), None) or next(_over_kinds(cell, ledger), None)


def _over_areas(cell: Figure, ledger: Ledger) -> Iterator[Addition]:
    """All the areas of a report's tables, from its text where a table lacks one, with the total of the region."""
    report, slot = cell.locator.report, ledger.slot_of[cell.id]
    if not ledger.is_local(cell.area) or slot.kind != "level" or slot.unit != "count":
        return
    areas = expected_areas(report, ledger) - {cell.area}
    others = [ledger.at(report, replace(slot, area=area)) for area in sorted(areas)]
    totals = ledger.at(report, replace(slot, area=ledger.lexicon.region))
    if totals and not totals[0].qualifier and all(others):
        yield Addition("areas", totals[0], tuple(figures[0] for figures in others))


def _over_kinds(cell: Figure, ledger: Ledger) -> Iterator[Addition]:
    for one in breakdowns_in(cell.locator.report, ledger):
        if cell in one.parts and not one.across and one.is_nearly_whole:
            yield Addition("kinds", one.total, tuple(part for part in one.parts if part != cell))
