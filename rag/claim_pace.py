"""How many a claim says there are in a day, a week or a month ("about 22 deaths a month"), against the tables' number for a year."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.periods import period_from_label
from rag.claim_given import levels_at
from rag.claim_grids import measures_for
from rag.claim_judge import judge_number
from rag.claim_levels import level_periods
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.library import Library
from rag.wording import plain_number

_IN_A_YEAR = {"quarter": 4, "month": 12, "fortnight": 26, "week": 52, "day": 365}
_PACE = re.compile(
    r"\b(?:an?|each|every|per|a single|in an? (?:average|typical)|in any (?:one|given)) (?P<time>(?<=[hyr] )quarter|month|fortnight|week|day)\b|\b(?P<daily>daily|weekly|monthly|quarterly)\b",
    re.I,
)
_FIRST = re.compile(rf"(?:{_PACE.pattern})[^.;\d]{{0,40}}$", re.I)
_BY_WORD = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_A_YEAR = range(364, 367)  # days


def pace_of(claim: Claim, stated: Stated) -> str:
    """The part of a year in which a claim says that there are so many, or ""."""
    later = [one.number.start for one in claim.stated if one.number.start > stated.number.start]
    match = _PACE.search(claim.text, stated.number.end, min(later, default=len(claim.text)))
    first = _FIRST.search(claim.text[: stated.number.start])
    found = match or first
    if found is None or stated.number.unit or stated.figure.kind != "level" or stated.role:
        return ""
    return _BY_WORD.get((found["daily"] or "").lower()) or found["time"].lower()


def judge_pace(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    """The verdict on a number for each part of a year; None where the claim tells none, or no table counts a year."""
    time = pace_of(claim, stated)
    for measure in measures_for(claim, stated, library) if time else ():
        for label in level_periods(claim, stated, measure.grid) if measure.unit_class == "count" else ():
            given = [
                _shared_out(one, time)
                for one in _of_a_year(levels_at(measure.grid, stated.figure.area, label, library))
            ]
            judged = judge_number(stated, given, library) if given else None
            if judged is not None:
                return replace(judged, sureness=measure.found.score)
    return None


def _of_a_year(given: Sequence[Given]) -> list[Given]:
    periods = ((one, period_from_label(one.figures[0].period)) for one in given)
    return [one for one, period in periods if period and (period.end - period.start).days in _A_YEAR]


def _shared_out(one: Given, time: str) -> Given:
    number = one.number / Decimal(_IN_A_YEAR[time])
    words = plain_number(number, 1)
    return replace(one, number=number, words=words, working=f"{one.words} ÷ {_IN_A_YEAR[time]} = {words}", high=None)
