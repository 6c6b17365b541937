"""Lengths of time in words against the span that they speak of: a "two-year period" of three fiscal years."""

import re
from collections.abc import Iterable

from ingest.audit_wording import Side, place_of, state
from ingest.periods import period_from_label
from ingest.records import Figure, Finding

_LENGTH_OF_PERIOD = r"[\s-]years?\s(?:\w+\s)?period\b"


def lengths_of_periods(figures: Iterable[Figure]) -> list[Finding]:
    """Periods of so many years that are printed from one fiscal year to another and count more or fewer."""
    found = []
    for figure in figures:
        years = _fiscal_years(figure.period)
        if years and figure.unit in ("year", "years") and figure.value != years and _is_length(figure):
            found.append(_finding(figure, years))
    return found


def _fiscal_years(label: str) -> int:
    """The number of fiscal years that a label such as "2020/21 to 2022/23" spans, or 0."""
    ends = [period_from_label(part) for part in label.split(" to ")]
    kinds = [period.kind for period in ends if period]
    if kinds != ["fiscal", "fiscal"] or ends[0] is None or ends[1] is None:
        return 0
    return ends[1].end.year - ends[0].end.year + 1


def _is_length(figure: Figure) -> bool:
    return bool(re.search(rf"\b{re.escape(figure.printed)}{_LENGTH_OF_PERIOD}", figure.sentence, re.I))


def _finding(figure: Figure, years: int) -> Finding:
    words = f"{figure.printed} years"
    why = f"The text speaks of a period of {words}, but {figure.period} is {years} fiscal years"
    place = place_of(figure.locator)
    sides = (
        Side(place, words, figure.locator.report),
        Side(place, figure.period, figure.locator.report),
    )
    return state("text_vs_table", "low", sides, f"{why}.", (figure,))
