"""Figures without a period against what another report prints for the year that was the latest when they came out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ingest.audit_ledger import Ledger, Slot
from ingest.audit_numbers import agree, are_near
from ingest.audit_wording import side_of, state, subject_of
from ingest.periods import period_from_label
from ingest.records import Figure, Finding, Report

_A_YEAR = timedelta(days=366)


def undated_figures(ledger: Ledger) -> list[Finding]:
    """Levels that their report gives without a period, near those that other reports print, but not the same.

    Where the report has a dated value of the measure too, that one is compared.
    """
    found = []
    for report in ledger.reports:
        out = _published(report)
        if out is None:
            continue
        for slot in ledger.slots[report.id]:
            if slot.kind != "level" or slot.period or not slot.area or _has_dated(slot, report.id, ledger):
                continue
            figure, rivals = ledger.at(report.id, slot)[0], list(_of_that_year(slot, out, report.id, ledger))
            if rivals and not any(agree(figure, one) or not are_near(figure.value, one.value) for one in rivals):
                found.append(_finding(figure, rivals[0]))
    return found


def _published(report: Report) -> date | None:
    """The first day of the month in which a report came out, None where it names no month."""
    month = re.match(r"(\d{4})-(0[1-9]|1[0-2])(?!\d)", report.published)
    return date(int(month[1]), int(month[2]), 1) if month else None


def _has_dated(slot: Slot, report: str, ledger: Ledger) -> bool:
    return any(replace(one, period="") == slot and one.period for one in ledger.slots[report])


def _of_that_year(slot: Slot, out: date, own: str, ledger: Ledger) -> Iterator[Figure]:
    for other, holders in ledger.holders.items():
        period = period_from_label(other.period) if replace(other, period="") == slot else None
        if period and period.start <= out <= period.end + _A_YEAR:
            yield from (ledger.at(report, other)[0] for report in holders if report != own)


def _finding(figure: Figure, rival: Figure) -> Finding:
    why = (
        f"{subject_of(rival)}: {rival.printed} in {rival.locator.report}; "
        f"{figure.locator.report} gives {figure.printed} and names no period"
    )
    return state("undated", "low", (side_of(figure), side_of(rival)), f"{why}.", (figure, rival))
