"""Change over time: trend, difference, percentage change, with the printed change beside the one worked out."""

from dataclasses import dataclass
from decimal import Decimal

from ingest.periods import Period, year_before
from ingest.records import Figure
from rag.cells import Grid, Value
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.records import Derivation
from rag.wording import (
    and_list,
    area_words,
    measure_words,
    percent_of,
    period_words,
    sentence_case,
    signed,
    value_words,
)


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


def change_draft(query: Query, change: Change, library: Library) -> Draft:
    """The draft for one area's change, with yes or no first where that was asked."""
    figures = change.figures
    sentence = _levels_sentence(change, library) if change.amount is not None else _printed_sentence(change, library)
    disputes = _disputes(change, library)
    headline = f"{yes_or_no(query, change)}{sentence}" + (f" {disputes}" if disputes else "")
    return Draft("answered", headline, figures=figures, derivation=derive(change))


def derive(change: Change) -> Derivation | None:
    """The working of a change."""
    if not (change.base and change.last) or change.amount is None:
        return None
    a, b = change.base.figure, change.last.figure
    working = f"{b.printed} − {a.printed} = {signed(change.amount)}"
    if change.worked_out is not None and a.unit != "%":
        working += f"; {signed(change.amount)} ÷ {a.printed} = {signed(change.worked_out, 1)}%"
    return Derivation("change", working, change.amount, a.unit, (a.id, b.id))


def yes_or_no(query: Query, change: Change) -> str:
    """ "Yes: " or "No: " where a direction was asked and is known."""
    if not query.yes_no or not query.direction or not change.direction:
        return ""
    return "Yes: " if query.direction == change.direction else "No: "


def verb(direction: str) -> str:
    """How a direction is told."""
    return {"up": "rose", "down": "fell", "same": "stayed unchanged"}.get(direction, "changed")


def _levels_sentence(change: Change, library: Library) -> str:
    base, last = change.base, change.last
    assert base and last
    subject = f"{sentence_case(measure_words(last.figure))} in {area_words(change.area)}"
    if change.direction == "same":
        return f"{subject} stayed unchanged at {value_words(last.figure)} in both {change.first_period} and {change.last_period}."
    return (
        f"{subject} {verb(change.direction)} from {_side(base, library)} {period_words(change.first_period)} "
        f"to {_side(last, library)} {period_words(change.last_period)} ({size_words(change)})."
    )


def _side(value: Value, library: Library) -> str:
    if not value.rivals:
        return value_words(value.figure)
    rivals = and_list(
        [
            f"{value_words(r)} in {library.place_of(r, r.locator.report != value.figure.locator.report)}"
            for r in value.rivals
        ]
    )
    return f"{value_words(value.figure)} ({rivals})"


def size_words(change: Change) -> str:
    """The size of a change: number and per cent, or percentage points for shares; the printed per cent where it agrees."""
    assert change.amount is not None and change.last
    if change.last.figure.unit == "%":
        return f"{signed(change.amount)} percentage points"
    printed = next((v.figure for v in change.printed if v.figure.kind == "change_percent"), None)
    if change.worked_out is None:
        return signed(change.amount)
    percent = f"{signed(change.worked_out, 1)}%"
    if printed and _close(printed, change.worked_out) and not printed.printed.strip().lower().startswith("no"):
        percent = _signed_as_printed(printed)
    return f"{signed(change.amount)}, or {percent}"


def _signed_as_printed(figure: Figure) -> str:
    text = figure.printed.strip()
    if text[0] in "+-−–" or figure.value == 0:
        return value_words(figure)
    return f"{'+' if figure.value > 0 else '-'}{value_words(figure).split(' ', 1)[-1] if figure.qualifier else value_words(figure)}"


def _close(printed: Figure, percent: Decimal) -> bool:
    digits = printed.printed.rstrip("% ").partition(".")[2]
    places = sum(c.isdigit() for c in digits)
    return abs(abs(printed.value) - abs(percent)) <= Decimal("0.55") * Decimal(10) ** -places


def _disputes(change: Change, library: Library) -> str:
    """What the reports print of this change where it does not agree with its own figures or with itself."""
    percents = [f for v in change.printed if v.figure.kind == "change_percent" for f in v.all_figures]
    if change.worked_out is None or not change.base or not change.last:
        return ""
    wrong = [f for f in percents if not _close(f, change.worked_out)]
    if not wrong:
        return ""
    if not change.is_exact:
        return _two_reports(change, wrong[0], library)
    sides = and_list([f"{_signed_as_printed(f)} in {library.place_of(f)}" for f in wrong])
    right = next((f for f in percents if f not in wrong), None)
    told = f"; {library.place_of(right)} prints {_signed_as_printed(right)}" if right else ""
    return f"The report prints {sides}, which its own figures do not bear out{told}."


def _two_reports(change: Change, printed: Figure, library: Library) -> str:
    assert change.base and change.last and change.worked_out is not None
    return (
        f"{sentence_case(library.place_of(printed, True))} prints {_signed_as_printed(printed)}; against {value_words(change.base.figure)} in "
        f"{library.place_of(change.base.figure, True)} it is {signed(change.worked_out, 1)}%."
    )


def _printed_sentence(change: Change, library: Library) -> str:
    if not change.printed:
        return f"{_levels_only(change)}"
    value = change.printed[0]
    figure = value.figure
    subject = f"{sentence_case(measure_words(figure))} in {area_words(change.area)}"
    size = value_words(figure).lstrip("+-−–")
    if value.rivals:
        size = and_list([f"{value_words(f)} ({library.place_of(f)})" for f in value.all_figures])
    if change.direction == "same":
        return f"{subject} did not change between {change.first_period} and {change.last_period}."
    return f"{subject} {verb(change.direction)} by {size} between {change.first_period} and {change.last_period}."


def _levels_only(change: Change) -> str:
    assert change.base and change.last
    a, b = change.base.figure, change.last.figure
    return f"{sentence_case(measure_words(b))} in {area_words(change.area)}: {value_words(a)} {period_words(a.period)} and {value_words(b)} {period_words(b.period)}."


def pair_words(pair: tuple[str, str]) -> str:
    """ "between 2023/24 and 2024/25"."""
    return f"between {pair[0]} and {pair[1]}"
