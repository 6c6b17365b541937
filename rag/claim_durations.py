"""Lengths of time that a claim tells in another unit than a report: "within three weeks" for 21 days, "inside twelve months" for a year."""

import re
from collections.abc import Sequence

from ingest.numerals import find_numbers
from rag.claim_levels import is_duration
from rag.claim_records import Claim, Judgement, Stated

_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30.4, "quarter": 91, "year": 365}
_UNIT = re.compile(rf"\s?-?(?P<unit>{'|'.join(_DAYS)})s?\b", re.I)
_ONE = re.compile(rf"\b(?:an?|one|the|every|each)\s(?P<unit>{'|'.join(_DAYS)})\b", re.I)
_WITHIN = re.compile(r"\b(?:within|inside)\s(?:about |just |the |a |an )?$", re.I)
_ENOUGH = 2  # other numbers of the claim that the sentence bears out
_CLOSE = 0.09  # four weeks are a month


def told_as_long(stated: Stated, sources: Sequence[Judgement]) -> Judgement | None:
    """Supported, where a sentence that bears out another number of the claim tells the same length of time in its own unit."""
    mine = _days_of(stated)
    if not mine:
        return None
    for one in sources:
        for passage, quote in one.passages:
            same = next((words for days, words in _lengths_in(quote) if abs(days - mine) <= _CLOSE * mine), "")
            if same:
                reason = f"The report says {same}: “{quote}”"
                return Judgement("supported", reason, stated.number, passages=((passage, quote),))
    return None


def told_otherwise(claim: Claim, stated: Stated, sources: Sequence[Judgement]) -> Judgement | None:
    """Contradicted, where the sentence that bears out the claim's other numbers has another time limit ("within 21 days")."""
    mine = _days_of(stated)
    if not mine or not _WITHIN.search(claim.text[: stated.number.start]):
        return None
    quotes = list(dict.fromkeys(place for one in sources for place in one.passages))
    if len(quotes) != 1 or len(sources) < _ENOUGH:
        return None
    (passage, quote) = quotes[0]
    limits = [(days, words) for days, words in _lengths_in(quote) if _WITHIN.search(quote[: quote.index(words)])]
    if len(limits) != 1 or abs(limits[0][0] - mine) <= _CLOSE * mine:
        return None
    reason = f"The report says {limits[0][1]}: “{quote}”"
    return Judgement("contradicted", reason, stated.number, passages=((passage, quote),), sureness=0.8)


def _days_of(stated: Stated) -> float:
    unit = stated.figure.unit.lower().rstrip("s")
    return float(abs(stated.figure.value)) * _DAYS.get(unit, 0) if is_duration(stated) else 0


def _lengths_in(text: str) -> list[tuple[float, str]]:
    """The lengths of time that a text tells, in days, each with its words."""
    found = [(_DAYS[m["unit"].lower()], m.group()) for m in _ONE.finditer(text)]
    for number in find_numbers(text):
        unit = _UNIT.match(text[number.end :])
        if unit and not number.unit:
            found.append((float(number.value) * _DAYS[unit["unit"].lower()], f"{number.printed}{unit.group()}"))
    return found
