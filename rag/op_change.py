"""Change over time: the two periods that are asked about, their levels and the change that the reports print."""

from dataclasses import dataclass
from decimal import Decimal

from ingest.periods import Period, year_before
from ingest.records import Figure
from rag.cells import Grid, Value
from rag.query import Query
from rag.wording import percent_of


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one area between two periods.

    ``base`` and ``last`` are the two levels where the reports give them; ``printed`` the changes that they print.
    ``amount`` and ``percent`` are worked out from the levels, else None.
    """

    area: str
    first_period: str
    last_period: str
    base: Value | None
    last: Value | None
    printed: tuple[Value, ...]

    @property
    def is_exact(self) -> bool:
        """Whether both levels are given, as exact numbers, by one report."""
        if not (self.base and self.last):
            return False
        first, last = self.base.figure, self.last.figure
        return not first.qualifier and not last.qualifier and first.locator.report == last.locator.report

    @property
    def amount(self) -> Decimal | None:
        """Last less base; None where one of them is not given or only roughly."""
        if not (self.base and self.last) or self.base.figure.qualifier or self.last.figure.qualifier:
            return None
        return self.last.number - self.base.number

    @property
    def percent(self) -> Decimal | None:
        """The change in per cent of the base; as printed where the levels are rough or stand in two reports."""
        printed = next((v.number for v in self.printed if v.figure.kind == "change_percent"), None)
        if printed is not None and not self.is_exact:
            return printed
        return self.worked_out if self.worked_out is not None else printed

    @property
    def worked_out(self) -> Decimal | None:
        """The change in per cent as the two levels give it."""
        if self.amount is None or not self.base or not self.base.number:
            return None
        return percent_of(self.amount, self.base.number)

    @property
    def direction(self) -> str:
        """up, down, same, or "" where it is not known."""
        size = self.amount if self.amount is not None else next((v.number for v in self.printed), None)
        if size is None and self.base and self.last:
            size = self.last.number - self.base.number
        return "" if size is None else "up" if size > 0 else "down" if size < 0 else "same"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures that the change rests on."""
        values = [v for v in (self.base, self.last, *self.printed) if v]
        return tuple(f for value in values for f in value.all_figures)


def period_pair(query: Query, grid: Grid, areas: tuple[str, ...]) -> tuple[str, str] | None:
    """The two periods that a change is asked between: both named, or one named and the one before, or the last two."""
    pairs = _printed_pairs(grid, areas)
    available = [p for p in grid.periods_of(areas) if p.kind != "since"]
    asked = [p for p in query.periods if p.kind in ("fiscal", "calendar", "quarter", "span", "month")]
    if query.since:
        asked = [p for p in available if p.end >= query.since.start][:1] + available[-1:]
    if not asked:
        stated = _stated_pair(query, grid, areas)
        if stated:
            return stated
    if len(asked) >= 2:
        return (min(asked).label, max(asked).label)
    if len(asked) == 1:
        return _pair_with(asked[0], available, pairs, query)
    same_kind = _last_two_of_one_kind(available)
    if same_kind and (not pairs or _end(grid, same_kind[1].label) >= max(_end(grid, last) for _, last in pairs)):
        return (same_kind[0].label, same_kind[1].label)
    return max(pairs, key=lambda pair: _end(grid, pair[1])) if pairs else None


def _stated_pair(query: Query, grid: Grid, areas: tuple[str, ...]) -> tuple[str, str] | None:
    """The periods of two levels that the question itself states ("went from 5,000 to 7,590")."""
    stated = {number.value for number in query.numbers}
    named = areas or tuple(grid.areas())
    hits = sorted(
        {
            grid.periods[p]
            for (a, p), v in grid.levels.items()
            if a in named and v.number in stated and p in grid.periods
        }
    )
    return (hits[0].label, hits[-1].label) if len(hits) == 2 else None


def _pair_with(
    asked: Period, available: list[Period], pairs: set[tuple[str, str]], query: Query
) -> tuple[str, str] | None:
    before, after = year_before(asked), [p for p in available if p > asked and p.kind == asked.kind]
    starts = next((pair for pair in pairs if pair[0] == asked.label), None)
    ends = next((pair for pair in pairs if pair[1] == asked.label), None)
    if ends:
        return ends
    if before and before in available:
        return (before.label, asked.label)
    if starts:
        return starts
    if after and asked in available:
        return (asked.label, after[0].label)
    both = [p for p in available if p.kind == "calendar" and p.label in (asked.label[:4], f"20{asked.label[-2:]}")]
    if asked.kind == "fiscal" and asked not in available and len(both) == 2:
        return (min(both).label, max(both).label)  # "2022-2023" of what is counted by calendar years
    overlapping = [pair for pair in pairs if asked.label[:4] in pair[1] or asked.label[-2:] == pair[1][-2:]]
    return overlapping[0] if overlapping and asked.kind == "calendar" else None


def _end(grid: Grid, label: str) -> Period:
    return grid.periods[label]


def _last_two_of_one_kind(available: list[Period]) -> tuple[Period, Period] | None:
    for last in reversed(available):
        earlier = [p for p in available if p.kind == last.kind and p < last]
        if earlier:
            return earlier[-1], last
    return None


def _printed_pairs(grid: Grid, areas: tuple[str, ...]) -> set[tuple[str, str]]:
    pairs = set()
    for area, pair, _ in grid.changes:
        first, last = pair.split(">")
        if (not areas or area in areas) and first in grid.periods and last in grid.periods:
            pairs.add((first, last))
    return pairs


def change_of(grid: Grid, area: str, pair: tuple[str, str]) -> Change | None:
    """The change of an area between two periods; None where the reports tell nothing of it."""
    base, last = grid.value(area, pair[0]), grid.value(area, pair[1])
    printed = tuple(grid.change(area, *pair))
    if not printed and not (base and last):
        return None
    if base and last:
        base, last = _of_one_report(base, last)
    return Change(area, pair[0], pair[1], base, last, printed)


def _of_one_report(base: Value, last: Value) -> tuple[Value, Value]:
    """Both levels from one report where one gives both: a change within an edition, not from one edition to the next."""
    for later in last.every_figure:
        for earlier in base.every_figure:
            if earlier.locator.report == later.locator.report and not earlier.qualifier and not later.qualifier:
                return base.led_by(earlier), last.led_by(later)
    return base, last


def verb(direction: str) -> str:
    """How a direction is told."""
    return {"up": "rose", "down": "fell", "same": "stayed unchanged"}.get(direction, "changed")
