"""The figures by what they speak of, so that those that should agree stand together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ingest.lexicon import Lexicon
from ingest.records import Figure, FigureKind, Report
from ingest.signature import signature_of

_SPANS_OF_TIME = frozenset(
    "year years month months week weeks day days hour hours minute minutes period periods".split()
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What a figure speaks of; figures of one slot in one report should agree.

    ``base`` is the period that a change starts from, else "".
    """

    topic: frozenset[str]
    unit: str
    kind: FigureKind
    area: str
    base: str
    period: str


@dataclass(frozen=True, eq=False)
class Ledger:
    """All figures that can be compared, by report and slot.

    ``reports`` go from the oldest to the newest, and so do the ``holders``, the reports that have a slot.
    """

    reports: tuple[Report, ...]
    lexicon: Lexicon
    slots: dict[str, dict[Slot, tuple[Figure, ...]]]
    slot_of: dict[str, Slot]
    holders: dict[Slot, tuple[str, ...]]

    def at(self, report: str, slot: Slot) -> tuple[Figure, ...]:
        """The figures of a slot in a report, table cells first."""
        return self.slots.get(report, {}).get(slot, ())

    def figures(self, report: str) -> Iterator[Figure]:
        """All figures of a report, slot by slot."""
        return chain.from_iterable(self.slots.get(report, {}).values())

    def cells(self, report: str) -> list[Figure]:
        """The table cells of a report."""
        return [figure for figure in self.figures(report) if figure.is_cell]

    def prose(self, report: str) -> list[Figure]:
        """The figures in a report's sentences."""
        return [figure for figure in self.figures(report) if not figure.is_cell]

    def level(self, figure: Figure, period: str) -> Slot:
        """The slot of the level that a figure (a change, say) rests on, in a period."""
        slot = self.slot_of[figure.id]
        unit = "count" if figure.kind in ("change_percent", "change_count") else slot.unit
        return replace(slot, kind="level", base="", period=period, unit=unit)

    def is_local(self, area: str) -> bool:
        """Whether an area is one of the local areas."""
        return area in self.lexicon.areas and self.lexicon.areas[area].kind == "local"


def build_ledger(figures: Iterable[Figure], reports: Sequence[Report], lexicon: Lexicon) -> Ledger:
    """The ledger of all figures that say what they count, of which area."""
    oldest_first = tuple(sorted(reports, key=lambda one: one.published))
    slots: dict[str, dict[Slot, tuple[Figure, ...]]] = {report.id: {} for report in oldest_first}
    slot_of: dict[str, Slot] = {}
    for figure in sorted(figures, key=lambda one: not one.is_cell):
        slot = _slot(figure, lexicon)
        if _is_comparable(figure, slot):
            known = slots.setdefault(figure.locator.report, {})
            known[slot] = (*known.get(slot, ()), _as_percent(figure))
            slot_of[figure.id] = slot
    holders: dict[Slot, tuple[str, ...]] = {}
    for report, known in slots.items():
        holders |= {slot: (*holders.get(slot, ()), report) for slot in known}
    return Ledger(oldest_first, lexicon, slots, slot_of, holders)


def _as_percent(figure: Figure) -> Figure:
    """A share in words ("one in five") as the per cent that it roughly says; other figures as they are."""
    if figure.unit != "share":
        return figure
    return replace(figure, value=figure.value * 100, unit="%", qualifier=figure.qualifier or "about")


def _slot(figure: Figure, lexicon: Lexicon) -> Slot:
    topic, unit = signature_of(figure, lexicon)
    return Slot(topic, unit, figure.kind, figure.area, figure.base_period, figure.period)


def _is_comparable(figure: Figure, slot: Slot) -> bool:
    """Whether a figure can be compared: no length of time, no number of things in words ("seven areas")."""
    if not slot.topic or figure.unit.lower() in _SPANS_OF_TIME:
        return False
    return slot.unit != "count" or any(character.isdigit() for character in figure.printed)
