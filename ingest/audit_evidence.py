"""Which of two values that contradict each other is right, as far as the other printed figures tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.audit_ledger import Ledger
from ingest.audit_numbers import change_between, show
from ingest.audit_totals import addition_with
from ingest.records import Figure

_MUCH_NEARER = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """The value that is wrong (in prose where nothing tells), the words that say why, and the figures of its change."""

    wrong: Figure
    words: str = ""
    figures: tuple[Figure, ...] = ()


def weigh(figure: Figure, cell: Figure, ledger: Ledger) -> Evidence:
    """The evidence on a figure in prose and the cell that it contradicts."""
    if figure.kind != "level":
        return _from_levels(figure, cell, ledger)
    from_change = _from_changes(figure, cell, ledger)
    from_total = _from_total(figure, cell, ledger)
    wrong = from_change.wrong if from_change.words else from_total.wrong
    return Evidence(wrong, from_change.words + from_total.words, from_change.figures)


def _from_changes(figure: Figure, cell: Figure, ledger: Ledger) -> Evidence:
    for change in _changes_of(cell, ledger):
        other = change.period if change.base_period == cell.period else change.base_period
        ends = ledger.at(cell.locator.report, ledger.level(change, other))
        if ends:
            return _from_change((figure, cell), ends[0], change)
    return Evidence(figure)


def _from_total(figure: Figure, cell: Figure, ledger: Ledger) -> Evidence:
    """Which of two values fits a printed total better, where one of them fits it nearly."""
    addition = addition_with(cell, ledger)
    if addition is None:
        return Evidence(figure)
    right, wrong = sorted((figure, cell), key=lambda one: addition.misses(one.value))
    if addition.misses(right.value) * _MUCH_NEARER > addition.misses(wrong.value):
        return Evidence(figure)
    words = (
        f"; the {addition.of} add up to {addition.with_value(right.value):,} with {right.printed} and to "
        f"{addition.with_value(wrong.value):,} with {wrong.printed}, against {addition.total.printed} printed"
    )
    return Evidence(wrong, words)


def _from_levels(figure: Figure, cell: Figure, ledger: Ledger) -> Evidence:
    report = cell.locator.report
    ends = [ledger.at(report, ledger.level(cell, period)) for period in (cell.base_period, cell.period)]
    change = change_between(ends[0][0].value, ends[1][0].value, cell) if all(ends) else None
    if change is None:
        return Evidence(figure)
    first, last = ends[0][0], ends[1][0]
    misses = [abs(abs(change) - abs(one.value)) for one in (figure, cell)]
    words = f"; {first.printed} to {last.printed} is {show(change, cell)}"
    return Evidence(cell if misses[1] > misses[0] else figure, words, (first, last))


def _changes_of(cell: Figure, ledger: Ledger) -> Iterator[Figure]:
    own = ledger.slot_of[cell.id]
    for one in ledger.cells(cell.locator.report):
        slot = ledger.slot_of[one.id]
        if one.kind == "change_percent" and (slot.topic, slot.area) == (own.topic, own.area):
            if cell.period in (one.base_period, one.period):
                yield one


def _from_change(rivals: tuple[Figure, Figure], other: Figure, change: Figure) -> Evidence:
    """Which of two values a printed change fits, the other end of the change being ``other``."""
    computed = [_computed(one, other, change) for one in rivals]
    misses = [abs(one - change.value) for one in computed]
    if misses[0] == misses[1]:
        return Evidence(rivals[0])
    shown = [f"{one.printed} ({show(value, change)})" for one, value in zip(rivals, computed, strict=True)]
    right = 0 if misses[0] < misses[1] else 1
    words = f"; the printed change of {change.printed} fits {shown[right]}, not {shown[1 - right]}"
    return Evidence(rivals[1 - right], words, (change, other))


def _computed(figure: Figure, other: Figure, change: Figure) -> Decimal:
    begins = change.base_period != other.period
    first, last = (figure, other) if begins else (other, figure)
    return change_between(first.value, last.value, change) or Decimal(0)
