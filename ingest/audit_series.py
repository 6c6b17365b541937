"""The values of one measure by local area in one section: what claims of rank and direction are judged by."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ingest.audit_ledger import Ledger, Slot
from ingest.periods import period_from_label
from ingest.records import Figure, FigureKind

_LEAST_AREAS = 3


@dataclass(frozen=True, eq=False)
class Series:
    """One measure in one period (or its change between two) by area; ``figures`` are as printed."""

    topic: frozenset[str]
    unit: str
    kind: FigureKind
    values: dict[str, Decimal]
    figures: dict[str, Figure]

    def ranked(self) -> list[str]:
        """The areas, the greatest value first."""
        return sorted(self.values, key=lambda area: -self.values[area])


def series_in(report: str, section: tuple[str, ...], ledger: Ledger) -> list[Series]:
    """The series of a section: printed levels and changes, and changes computed from two printed levels."""
    groups: dict[Slot, dict[str, Figure]] = defaultdict(dict)
    for figure in ledger.figures(report):
        if figure.locator.section == section and ledger.is_local(figure.area) and not figure.qualifier:
            slot = ledger.slot_of[figure.id]
            groups[Slot(slot.topic, slot.unit, slot.kind, "", slot.base, slot.period)].setdefault(figure.area, figure)
    printed = [_printed(slot, figures) for slot, figures in groups.items()]
    return [one for one in [*printed, *_computed(groups)] if len(one.values) >= _LEAST_AREAS]


def _printed(slot: Slot, figures: dict[str, Figure]) -> Series:
    values = {area: figure.value for area, figure in figures.items()}
    return Series(slot.topic, slot.unit, slot.kind, values, figures)


def _computed(groups: dict[Slot, dict[str, Figure]]) -> Iterator[Series]:
    """The changes from the first to the last period of each measure, in numbers and in per cent."""
    levels: dict[tuple[frozenset[str], str], list[Slot]] = defaultdict(list)
    for slot in groups:
        if slot.kind == "level" and period_from_label(slot.period):
            levels[slot.topic, slot.unit].append(slot)
    for (topic, unit), slots in levels.items():
        first, last = (groups[end(slots, key=_when)] for end in (min, max))
        if len(slots) > 1:
            yield _change(Slot(topic, unit, "change_count", "", "", ""), first, last)
            yield _change(Slot(topic, unit, "change_percent", "", "", ""), first, last)


def _when(slot: Slot) -> date:
    period = period_from_label(slot.period)
    return period.end if period else date.min


def _change(slot: Slot, first: dict[str, Figure], last: dict[str, Figure]) -> Series:
    values: dict[str, Decimal] = {}
    for area in (area for area in first if area in last):
        change = _between(first[area].value, last[area].value, slot.kind)
        values |= {area: change} if change is not None else {}
    return Series(slot.topic, slot.unit, slot.kind, values, {area: last[area] for area in values})


def _between(first: Decimal, last: Decimal, kind: FigureKind) -> Decimal | None:
    if kind == "change_count":
        return last - first
    return (last - first) * 100 / first if first else None
