"""Parts that are greater than what they are printed as a part of: more outcomes of offences than offences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.audit_ledger import Ledger, Slot
from ingest.audit_parts import wholes_of
from ingest.audit_wording import Side, joined, place_of, source_of, state, subject_of
from ingest.records import Figure, Finding


@dataclass(frozen=True, slots=True)
class Excess:
    """A count that is greater than every printed count of what it is a part of."""

    part: Figure
    whole: Figure


def parts_over_wholes(ledger: Ledger, told: Iterable[Finding]) -> list[Finding]:
    """Counts that no printed whole can hold, one finding for all periods of a measure and area.

    A pair that a finding of ``told`` sets against each other already is not reported again.
    """
    together = [set(finding.figures) for finding in told]
    found: dict[object, list[Excess]] = defaultdict(list)
    for report in ledger.reports:
        for cell in ledger.cells(report.id):
            for excess in _excesses(cell, ledger):
                if not any({excess.part.id, excess.whole.id} <= ids for ids in together):
                    key = (ledger.slot_of[cell.id].topic, ledger.slot_of[excess.whole.id].topic)
                    found[(report.id, cell.area, *key)].append(excess)
    return [_finding(excesses) for excesses in found.values()]


def _excesses(cell: Figure, ledger: Ledger) -> Iterator[Excess]:
    slot = ledger.slot_of[cell.id]
    if slot.kind != "level" or slot.unit != "count" or cell.qualifier:
        return
    slots: dict[Slot, None] = dict.fromkeys(whole for term in slot.topic for whole in wholes_of(slot, term, ledger))
    for whole in slots:
        printed = ledger.at(cell.locator.report, whole)
        if printed and all(one.value < cell.value and not one.qualifier for one in printed):
            yield Excess(cell, printed[0])


def _finding(excesses: list[Excess]) -> Finding:
    parts, wholes = [one.part for one in excesses], [one.whole for one in excesses]
    periods = joined(part.period for part in parts)
    sides = (_side(parts, periods), _side(wholes, periods))
    why = (
        f"{_named(parts[0])}, {parts[0].area}: {sides[0].value} in {periods} ({source_of(parts[0])}), more than the {sides[1].value} "
        f"{_named(wholes[0])} ({source_of(wholes[0])}) that they are a part of, unless some belong to other periods"
    )
    return state("part_over_whole", "low", sides, f"{why}.", (*parts, *wholes))


def _side(figures: list[Figure], periods: str) -> Side:
    locator = figures[0].locator
    place = f"{locator.table}, {locator.row or ''}, {periods}" if locator.table else place_of(locator)
    return Side(place, joined(figure.printed for figure in figures), locator.report)


def _named(figure: Figure) -> str:
    """What a figure counts, without area and period."""
    return subject_of(replace(figure, area="", period=""))
