"""Printed changes that imply another base than an earlier report printed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil, floor

from ingest.audit_ledger import Ledger, Slot
from ingest.audit_numbers import bounds, change_range, is_cut_off, is_within, last_digit, severity_of
from ingest.audit_wording import Side, joined, place_of, side_of, state, subject_of
from ingest.periods import period_from_label
from ingest.records import Figure, Finding

_HUNDRED = Decimal(100)
_HALF_A_YEAR = 182
_TOO_FAR = 3


@dataclass(frozen=True, slots=True)
class Implied:
    """The bounds of the base that a printed change implies with another figure of its report."""

    change: Figure
    beside: Figure
    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        """The base that lies in the middle between the bounds."""
        return (self.low + self.high) / 2


def implied_bases(ledger: Ledger) -> list[Finding]:
    """Changes whose base another report prints with a value from which they do not follow."""
    return [
        _finding(implied, rivals)
        for report in ledger.reports
        for implied in _implied_in(report.id, ledger)
        if (rivals := _rivals(implied, ledger))
    ]


def _implied_in(report: str, ledger: Ledger) -> Iterator[Implied]:
    for change in [*ledger.cells(report), *ledger.prose(report)]:
        if change.kind == "level" or not change.base_period or change.high or change.qualifier:
            continue
        if ledger.at(report, ledger.level(change, change.base_period)):
            continue
        beside = next((one for one in _partners(change, ledger) if not one.qualifier), None)
        if beside is not None:
            implied = _imply(change, beside)
            yield from [implied] if implied else []


def _partners(change: Figure, ledger: Ledger) -> Iterator[Figure]:
    """What gives a change its size: the level that it ends in, or the same change in numbers."""
    report = change.locator.report
    yield from ledger.at(report, ledger.level(change, change.period))
    for one in ledger.prose(report):
        if change.kind == "change_percent" and one.kind == "change_count" and one.sentence == change.sentence:
            if (one.area, one.period, one.base_period) == (change.area, change.period, change.base_period):
                yield one


def _imply(change: Figure, beside: Figure) -> Implied | None:
    half = last_digit(change) / 2
    rates = (change.value - half, change.value + half)
    if change.kind != "change_percent":
        ends = [end - rate for end in bounds(beside) for rate in rates]
    elif beside.kind == "level":
        ends = [end / (1 + rate / _HUNDRED) for end in bounds(beside) for rate in rates if rate > -_HUNDRED]
    else:
        ends = [beside.value * _HUNDRED / rate for rate in rates if rate * change.value > 0]
    return Implied(change, beside, min(ends), max(ends)) if len(ends) > 1 else None


def _rivals(implied: Implied, ledger: Ledger) -> list[Figure]:
    """The levels that other reports print for the base, none of which the change follows from."""
    slot, own = ledger.level(implied.change, implied.change.base_period), implied.change.locator.report
    levels = [ledger.at(report, slot)[0] for report in ledger.holders.get(slot, ()) if report != own]
    if levels:
        return levels if not any(_is_base(level, implied) for level in levels) else []
    about = [one for one in _at_that_time(slot, own, ledger) if not _is_of_one_size(one, implied)]
    return about[:1]


def _at_that_time(slot: Slot, own: str, ledger: Ledger) -> Iterator[Figure]:
    """Shares that other reports print for a year that is half or more the same (calendar and fiscal)."""
    base = period_from_label(slot.period)
    for other, holders in ledger.holders.items():
        if slot.unit != "percent" or replace(other, period=slot.period) != slot or base is None:
            continue
        period = period_from_label(other.period)
        if period and (min(base.end, period.end) - max(base.start, period.start)).days >= _HALF_A_YEAR:
            yield from (ledger.at(report, other)[0] for report in holders if report != own)


def _is_of_one_size(level: Figure, implied: Implied) -> bool:
    """Whether a share and an implied one are near enough for the difference between the two years."""
    return level.value < _TOO_FAR * implied.high and implied.low < _TOO_FAR * level.value


def _is_base(level: Figure, implied: Implied) -> bool:
    low, high = bounds(level)
    if is_within(level, implied.low, implied.high) if level.qualifier else low <= implied.high and implied.low <= high:
        return True
    if implied.beside.kind != "level":
        return False
    spread = change_range(level, implied.beside, implied.change)
    return spread is not None and any(is_cut_off(implied.change, exact) for exact in spread)


def _finding(implied: Implied, rivals: list[Figure]) -> Finding:
    change, first = implied.change, rivals[0]
    span = _span(implied)
    link = "to" if implied.beside.kind == "level" else "with"
    about = f"about {span.split(' (')[0]}" if "(" in span else span
    subject = subject_of(change)
    why = (
        f"{subject[:1].upper()}{subject[1:]}: a change of {change.printed} {link} {implied.beside.printed} implies {about} "
        f"in {change.base_period}, but {_printed(rivals, change)}{_from_printed(implied, first)}"
    )
    sides = (
        Side(place_of(change.locator), f"{change.printed}, implying {span}", change.locator.report),
        side_of(first),
    )
    severity = severity_of(implied.middle, first.value)
    return state("implied_base", severity, sides, f"{why}.", (change, implied.beside, *rivals))


def _printed(rivals: list[Figure], change: Figure) -> str:
    """What is printed instead: "120 is printed in report-1 and report-2"."""
    reports: dict[str, list[str]] = {}
    for one in rivals:
        reports.setdefault(f"{one.printed}{_when(one, change)}", []).append(one.locator.report)
    return joined(f"{told} is printed in {joined(dict.fromkeys(names))}" for told, names in reports.items())


def _from_printed(implied: Implied, printed: Figure) -> str:
    """The change from the printed base, where one can be worked out: ", which makes it -6.7%"."""
    change, last = implied.change, implied.beside
    counts = change.kind == "change_percent" and printed.value and not printed.qualifier
    if not counts or printed.period != change.base_period:
        return ""
    moved = last.value - printed.value if last.kind == "level" else last.value
    return f", which makes it {moved * _HUNDRED / printed.value:+.1f}%"


def _when(level: Figure, change: Figure) -> str:
    return f" for {level.period}" if level.period != change.base_period else ""


def _span(implied: Implied) -> str:
    """The implied base in words: "2,058 (2,057 to 2,059)", "4.5%"."""
    if implied.change.kind == "change_points":
        return f"{implied.middle:.1f}%"
    low, high = ceil(implied.low), floor(implied.high)
    if low >= high:
        return f"{implied.middle:,.0f}"
    return f"{implied.middle:,.0f} ({low:,} to {high:,})"


def impossible_changes(ledger: Ledger) -> list[Finding]:
    """Changes in a table of counts that no whole number as a base gives."""
    return [
        _impossible(implied)
        for report in ledger.reports
        for implied in _implied_in(report.id, ledger)
        if implied.change.is_cell and implied.beside.is_cell and implied.beside.kind == "level"
        if implied.change.kind == "change_percent" and floor(implied.high) < implied.low
    ]


def _impossible(implied: Implied) -> Finding:
    change, level = implied.change, implied.beside
    why = (
        f"No whole number in {change.base_period} gives a change of {change.printed} to {level.printed} "
        f"({subject_of(level)}): {floor(implied.low):,} and {floor(implied.low) + 1:,} do not round to it"
    )
    return state("change_vs_figures", "low", (side_of(change), side_of(level)), f"{why}.", (change, level))
