"""The change of a whole region against those of its areas: it cannot lie beyond all of them."""

from collections.abc import Collection
from dataclasses import replace

from ingest.audit_areas import expected_areas
from ingest.audit_ledger import Ledger
from ingest.audit_numbers import last_digit, severity_of
from ingest.audit_wording import side_of, source_of, state, subject_of
from ingest.records import Figure, Finding

_LEAST_AREAS = 3


def changes_beyond_areas(ledger: Ledger, told: Collection[str]) -> list[Finding]:
    """Printed changes of the region beyond the changes of all of its areas; ``told`` are figures found wrong already."""
    found: dict[object, Finding] = {}
    for report in ledger.reports:
        expected = expected_areas(report.id, ledger)
        for change in ledger.figures(report.id):
            changes = _of_areas(change, ledger)
            nearest = nearest_beyond(change, ledger)
            if nearest and change.id not in told and set(changes) >= expected:
                found.setdefault((report.id, ledger.slot_of[change.id], change.value), _finding(change, nearest))
    return list(found.values())


def nearest_beyond(change: Figure, ledger: Ledger) -> Figure | None:
    """The nearest of the areas' changes, where a change of the region lies beyond all that are printed, else None."""
    changes = list(_of_areas(change, ledger).values())
    if len(changes) < _LEAST_AREAS:
        return None
    nearest = min(changes, key=lambda one: abs(one.value - change.value))
    apart = abs(nearest.value - change.value) > last_digit(change) + last_digit(nearest)
    is_beyond = change.value < min(one.value for one in changes) or change.value > max(one.value for one in changes)
    return nearest if apart and is_beyond else None


def beyond_in_words(change: Figure, ledger: Ledger) -> str:
    """What the areas say against a change of the region: "; of the areas with a printed change none fell by more ..."."""
    nearest = nearest_beyond(change, ledger)
    return f"; of the areas with a printed change {_farthest(change, nearest)}" if nearest else ""


def _of_areas(change: Figure, ledger: Ledger) -> dict[str, Figure]:
    """The printed per cent changes of the local areas for the measure and periods of one of the region."""
    if change.kind != "change_percent" or change.area != ledger.lexicon.region or change.qualifier:
        return {}
    slot, report = ledger.slot_of[change.id], change.locator.report
    locals_ = [area for area in ledger.lexicon.areas if ledger.is_local(area)]
    printed = {area: ledger.at(report, replace(slot, area=area)) for area in locals_}
    return {area: figures[0] for area, figures in printed.items() if figures and not figures[0].qualifier}


def _farthest(change: Figure, nearest: Figure) -> str:
    verb = "fell" if change.value < nearest.value else "rose"
    if (change.value < 0) != (nearest.value < 0):
        return f"none {verb}: the nearest is {nearest.printed} ({nearest.area})"
    return f"none {verb} by more than {nearest.printed.lstrip('+-−–')} ({nearest.area})"


def _finding(change: Figure, nearest: Figure) -> Finding:
    why = (
        f"{source_of(change).removeprefix('the ').capitalize()} gives {change.printed} for {subject_of(change)}, "
        f"but of its areas {_farthest(change, nearest)}"
    )
    severity = severity_of(change.value, nearest.value)
    return state("change_vs_figures", severity, (side_of(change), side_of(nearest)), f"{why}.", (change, nearest))
