"""The periods that a question names, outright ("2023/24") or by relation ("the year before", "since 2022")."""

import re
from collections.abc import Sequence
from typing import Any

from ingest.periods import Period, find_periods, fiscal_year, parse_period, year_after, year_before
from rag.cues import Cues

_QUARTER = re.compile(
    r"(?<!\bnot )(?<!\bnot in )\b(?:q(?P<q>[1-4])|quarter (?P<w>one|two|three|four|[1-4])|(?P<o>first|second|third|fourth|last) quarter)\b",
    re.I,
)
_BESIDE = re.compile(
    r"\b(?:year|period|one) (?:immediately |just )?(?:(?P<before>before|prior to|preceding)|after|following) (?:fiscal |financial )?(?:year )?$",
    re.I,
)
_NAMED_AFTER = re.compile(
    r"\b(?:year|period|one) (?:before|earlier|prior|after|later|following)(?: that)?(?:,? ?(?:i\.?e\.?|so|that['’]?s|that is|meaning|namely)\b)?[,:(–-]* ?"
    r"(?<!before )(?<!after )(?<!prior )(?<!following )(?:(?:20)?\d\d/\d\d|20\d\d)(?![\w/])",
    re.I,
)  # "the year before, 23/24": the year is named, not the one that the other stands before
_NTH = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_MONTHS_OF = {1: "January to March", 2: "April to June", 3: "July to September", 4: "October to December"}
_RELATIVE = (
    ("before", "year_before"),
    ("after", "year_after"),
    ("both", "both_years"),
    ("latest", "latest"),
    ("earliest", "earliest"),
)


def periods_in(text: str, cues: Cues) -> dict[str, Any]:
    """The fields ``periods``, ``since``, ``relative`` and ``latest_n`` of a query."""
    found = [mention.period for mention in find_periods(text)]
    since = next((period for period in found if period.kind == "since"), None)
    relative = next((name for name, cue in _RELATIVE if cues.has(cue, text)), "")
    plain = tuple(dict.fromkeys(period for period in found if period.kind != "since"))
    plain = _quarter_of(plain, text)
    plain, relative = _beside(plain, relative, text)
    relative = "" if plain and _NAMED_AFTER.search(text) else relative
    several = cues.find("latest_n", text)
    return {
        "periods": _spans_split(plain, text),
        "since": since,
        "relative": relative,
        "latest_n": _so_many(several) if several else 1,
    }


def _so_many(several: re.Match[str]) -> int:
    said = (several["n"] or several["n2"]).lower()
    return {"two": 2, "three": 3}.get(said) or int(said)


def without_periods(text: str) -> str:
    """The text without the words of its periods."""
    for mention in reversed(find_periods(text)):
        text = text[: mention.start] + " " + text[mention.end :]
    return text


def quarter_named(text: str, periods: Sequence[Period]) -> Period | None:
    """The quarter that a text names apart from its year ("only the first quarter of it"), of the one fiscal year there is."""
    match = _QUARTER.search(text)
    years = [p for p in periods if p.kind == "fiscal"]
    if match and len(periods) == 1 and periods[0].kind == "calendar":
        return _quarter_of_calendar(match, periods[0])
    if match is None or len(years) != 1 or any(p.kind == "quarter" for p in periods):
        return None
    return parse_period(f"{match.group()} {years[0].label}")


def _beside(periods: tuple[Period, ...], relative: str, text: str) -> tuple[tuple[Period, ...], str]:
    """The year beside the one named, where the question asks for that ("the year before 2023/24")."""
    for mention in find_periods(text):
        match = _BESIDE.search(text[: mention.start])
        moved = match and (year_before if match["before"] else year_after)(mention.period)
        if moved and len(periods) == 1:
            return (moved,), ""
    return periods, relative


def _quarter_of_calendar(match: re.Match[str], year: Period) -> Period | None:
    nth = next(word for word in match.groups() if word).lower()
    return parse_period(f"{_MONTHS_OF[_NTH.get(nth) or int(nth)]} {year.label}")


def _quarter_of(periods: tuple[Period, ...], text: str) -> tuple[Period, ...]:
    named = quarter_named(text, periods)
    return (named,) if named else periods


def _spans_split(periods: tuple[Period, ...], text: str) -> tuple[Period, ...]:
    """ "22 to 23/24": both years, though the first is short of its second half."""
    short = re.search(r"(?<![\w/])(\d\d)\s*(?:to|and|-|–)\s*(\d\d)/(\d\d)(?!\d)", text)
    if short and int(short[2]) == int(short[1]) + 1 and len(periods) == 1:
        return (fiscal_year(2000 + int(short[1])), *periods)
    return periods
