"""Printed changes against the levels that they are printed with."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from ingest.audit_ledger import Ledger
from ingest.audit_numbers import (
    Severity,
    change_between,
    change_range,
    is_cut_off,
    is_signed,
    is_within,
    show,
)
from ingest.audit_ranges import beyond_in_words
from ingest.audit_wording import Side, place_of, side_of, source_of, state, subject_of
from ingest.records import Figure, Finding


def changes_against_levels(ledger: Ledger, disputed: Collection[str]) -> list[Finding]:
    """Changes that do not follow from their own levels, each once, though table and prose both print it.

    ``disputed`` are figures that a finding already names: what follows from them is no finding of its own.
    """
    found: dict[object, Finding] = {}
    for report in ledger.reports:
        for change in [*ledger.cells(report.id), *ledger.prose(report.id)]:
            ends = levels_of(change, ledger) if change.kind != "level" else None
            if ends and not {figure.id for figure in (change, *ends)} & set(disputed):
                finding = _check(change, *ends, ledger)
                key = (report.id, ledger.slot_of[change.id], abs(change.value))
                if finding:
                    found[key] = _repeated(found[key], change) if key in found else finding
    return list(found.values())


def levels_of(change: Figure, ledger: Ledger) -> tuple[Figure, Figure] | None:
    """The two levels that a change is printed with: in its sentence, in its table, or else in its report."""
    if not change.base_period:
        return None
    first, last = (_level_at(change, period, ledger) for period in (change.base_period, change.period))
    return (first, last) if first and last else None


def _level_at(change: Figure, period: str, ledger: Ledger) -> Figure | None:
    report, slot = change.locator.report, ledger.level(change, period)
    levels = ledger.at(report, slot) or _beside(change, period, ledger)
    if not levels and not change.is_cell:
        shares = ledger.at(report, replace(slot, unit="percent"))
        levels = [one for one in shares if one.sentence == change.sentence]
    near = [one for one in levels if one.sentence == change.sentence]
    same_table = [one for one in levels if one.is_cell and one.locator.table == change.locator.table]
    held = near or same_table or list(levels)
    return held[0] if len({one.value for one in held}) == 1 and not held[0].qualifier else None


def _beside(change: Figure, period: str, ledger: Ledger) -> list[Figure]:
    """The levels of the same sentence, where its figures are not all of one measure by their terms."""
    if change.is_cell:
        return []
    unit = ledger.level(change, period).unit
    return [
        one
        for one in ledger.prose(change.locator.report)
        if one.sentence == change.sentence and one.kind == "level"
        if (one.measure, one.breakdown) == (change.measure, change.breakdown)
        if (one.area, one.period, ledger.slot_of[one.id].unit) == (change.area, period, unit)
    ]


def _repeated(finding: Finding, change: Figure) -> Finding:
    """A finding with the place that prints the same wrong change once more."""
    words, figures = "; the text prints it too", (*finding.figures, change.id)
    if change.is_cell or words in finding.explanation or finding.figures[0] == change.id:
        return replace(finding, figures=figures)
    return replace(finding, figures=figures, explanation=f"{finding.explanation.removesuffix('.')}{words}.")


def _check(change: Figure, first: Figure, last: Figure, ledger: Ledger) -> Finding | None:
    exact, spread = change_between(first.value, last.value, change), change_range(first, last, change)
    if exact is None or spread is None or is_within(change, *spread) or _is_size_only(change, *spread):
        return None
    why = (
        f"{first.printed} to {last.printed} is {show(exact, change)}, "
        f"but {source_of(change)} prints {change.printed} ({subject_of(change)})"
    )
    severity: Severity = "high" if abs(abs(exact) - abs(change.value)) >= 1 else "medium"
    points = last.value - first.value
    if first.unit == "%" and change.kind == "change_percent" and is_within(change, points, points):
        why, severity = f"{why}; {points:+} percentage points may be meant", "medium"
    if is_cut_off(change, exact):
        why, severity = f"{why}; the value was cut off where it should have been rounded", "low"
    why += beyond_in_words(change, ledger)
    ends = Side(
        place_of(first.locator),
        f"{first.printed} to {last.printed}: {show(exact, change)}",
        first.locator.report,
    )
    return state("change_vs_figures", severity, (side_of(change), ends), f"{why}.", (change, first, last))


def _is_size_only(change: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether a change printed without a sign has the right size: its direction is judged as a claim."""
    return not is_signed(change) and is_within(change, -high, -low)
