"""Figures in prose that a table has, but for another period or under another name."""

from collections.abc import Iterator

from ingest.audit_ledger import Ledger
from ingest.audit_numbers import agree
from ingest.audit_wording import Side, place_of, side_of, source_of, state, subject_of
from ingest.records import Figure, Finding

_WINDOW = 40
_LEAST_DIGITS = 3


def misplaced_figures(ledger: Ledger) -> list[Finding]:
    """Figures in prose with the value of a cell of another period or measure than the prose names."""
    found = []
    for report in ledger.reports:
        for figure in ledger.prose(report.id):
            finding = _other_period(figure, ledger) or _other_measure(figure, ledger)
            found += [finding] if finding else []
    return found


def _other_period(figure: Figure, ledger: Ledger) -> Finding | None:
    """A value that the table prints for another year, while the rest of its row agrees with the prose."""
    row = {cell.period: cell for cell in _row_of(figure, ledger)}
    if figure.period in row or figure.kind != "level" or not figure.period:
        return None
    twin = next((cell for cell in row.values() if cell.value == figure.value), None)
    if twin is None or not _is_anchored(figure, twin, row, ledger):
        return None
    why = f"The text puts {figure.printed} in {figure.period}, {source_of(twin)} in {twin.period}"
    why += f" ({subject_of(twin)})"
    sides = (
        Side(side_of(figure).place, f"{figure.printed} in {figure.period}", figure.locator.report),
        Side(side_of(twin).place, f"{twin.printed} in {twin.period}", twin.locator.report),
    )
    return state("text_vs_table", "medium", sides, f"{why}.", (figure, twin))


def _row_of(figure: Figure, ledger: Ledger) -> Iterator[Figure]:
    own = ledger.slot_of[figure.id]
    for cell in ledger.cells(figure.locator.report):
        slot = ledger.slot_of[cell.id]
        if cell.locator.section == figure.locator.section and cell.kind == "level":
            if (slot.topic, slot.unit, slot.area) == (own.topic, own.unit, own.area):
                yield cell


def _is_anchored(figure: Figure, twin: Figure, row: dict[str, Figure], ledger: Ledger) -> bool:
    """Whether another figure of the same sentence stands in the same row with its right period."""
    return any(
        one.sentence == figure.sentence and one.period != twin.period
        for one in ledger.prose(figure.locator.report)
        if one.kind == "level" and one.period in row and row[one.period].value == one.value
    )


def _other_measure(figure: Figure, ledger: Ledger) -> Finding | None:
    """A value that a table of the section gives to another measure, while the one named has another."""
    topic = ledger.slot_of[figure.id].topic
    if (
        figure.kind != "level"
        or sum(c.isdigit() for c in figure.printed) < _LEAST_DIGITS
        or not _is_named(figure, topic, ledger)
    ):
        return None
    twin = next((cell for cell in _alike(figure, ledger) if _is_twin(cell, figure, topic, ledger)), None)
    proper = [cell for cell in _alike(figure, ledger) if ledger.slot_of[cell.id].topic == topic]
    if twin is None or not proper or any(agree(cell, figure) for cell in proper):
        return None
    why = (
        f"The text gives {figure.printed} as {figure.measure} in {figure.area}; that is the value of "
        f"{place_of(twin.locator)}, while {place_of(proper[0].locator)} is {proper[0].printed}"
    )
    return state(
        "text_vs_table",
        "high",
        (side_of(figure), side_of(proper[0])),
        f"{why}.",
        (figure, proper[0], twin),
    )


def _alike(figure: Figure, ledger: Ledger) -> list[Figure]:
    unit = ledger.slot_of[figure.id].unit
    cells = ledger.cells(figure.locator.report)
    return [
        cell for cell in cells if (cell.area, cell.kind, ledger.slot_of[cell.id].unit) == (figure.area, "level", unit)
    ]


def _is_twin(cell: Figure, figure: Figure, topic: frozenset[str], ledger: Ledger) -> bool:
    other = ledger.slot_of[cell.id].topic
    same_place = (cell.locator.section, cell.period) == (figure.locator.section, figure.period)
    return same_place and cell.value == figure.value and not topic & other


def _is_named(figure: Figure, topic: frozenset[str], ledger: Ledger) -> bool:
    """Whether the sentence names the measure right before the number, so that no other reading is fair."""
    at = figure.sentence.find(figure.printed)
    before = figure.sentence[max(0, at - _WINDOW) : max(at, 0)]
    return {mention.name for mention in ledger.lexicon.find_concepts(before)} >= topic
