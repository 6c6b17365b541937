"""Printed changes that imply another base than an earlier report printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.audit_ledger import Ledger
from ingest.audit_numbers import bounds, change_range, is_cut_off, is_within, last_digit, severity_of
from ingest.audit_wording import Side, joined, place_of, side_of, state, subject_of
from ingest.records import Figure, Finding

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Implied:
    """The bounds of the base that a printed change implies with another figure of its own report (a level or a change)."""

    change: Figure
    beside: Figure
    low: Decimal
    high: Decimal


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
    slot = ledger.level(implied.change, implied.change.base_period)
    others = [one.id for one in ledger.reports if one.id != implied.change.locator.report]
    levels = [figure for report in others for figure in ledger.at(report, slot)[:1]]
    return levels if levels and not any(_is_base(level, implied) for level in levels) else []


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
    span = f"{implied.low:,.0f}" if round(implied.low) == round(implied.high) else f"{implied.low:,.0f} to {implied.high:,.0f}"
    named = joined(f"{one.printed} in {one.locator.report}" for one in rivals)
    why = (
        f"A change of {change.printed} with {implied.beside.printed} ({subject_of(change)}) implies {span} in "
        f"{change.base_period}; printed is {named}"
    )
    sides = (
        Side(place_of(change.locator), f"{change.printed}, implying {span}", change.locator.report),
        side_of(first),
    )
    middle = (implied.low + implied.high) / 2
    severity = severity_of(middle, first.value)
    return state("implied_base", severity, sides, f"{why}.", (change, implied.beside, *rivals))
