"""Periods in text: fiscal and calendar years, quarters, dates and spans, each with one canonical label."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ingest.words import REMEMBERED

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DASH = r"\s*(?:-|–|—|to|until|and|through|/)\s*"
_FISCAL = r"(?:19|20)?\d\d\s?/\s?(?:20)?\d\d"
_YEAR = r"(?:19|20)\d\d"
_ORDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4,
             "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip
_QUARTER = r"(?:q\s?(?P<q>[1-4])|quarter\s(?P<qw>one|two|three|four|[1-4])|(?P<qo>first|second|third|fourth|last|1st|2nd|3rd|4th)\squarter)"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time: first and last day, canonical label, kind (fiscal, calendar, quarter, month, day, span, since)."""

    end: date
    start: date
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """Where a text names a period, in characters."""

    start: int
    end: int
    period: Period


def find_periods(text: str) -> list[PeriodMention]:
    """Every period that a text names, in order; of overlapping readings the longest that begins first."""
    return list(_find_periods(text))


@lru_cache(maxsize=REMEMBERED)
def _find_periods(text: str) -> list[PeriodMention]:
    found: list[PeriodMention] = []
    taken = 0
    matches = [
        (m.start(), -m.end(), rank, m) for rank, (pattern, _) in enumerate(_PATTERNS) for m in pattern.finditer(text)
    ]
    for start, _, rank, match in sorted(matches, key=lambda item: item[:3]):
        if start < taken:
            continue
        period = _PATTERNS[rank][1](match)
        if period is not None:
            found.append(PeriodMention(start, match.end(), period))
            taken = match.end()
    return found


def parse_period(text: str) -> Period | None:
    """The period that a whole cell or label names ("23/24", "Jan- Dec 22", "2024"), or None."""
    whole = re.sub(r"^(?:in|for|the|\s)+|[\s:.*]+$", "", text.strip(), flags=re.I)
    stripped = re.sub(r"^(?:fiscal|calendar|financial|year|years|fy|\s)+", "", whole, flags=re.I)
    named = _named_by(whole) or _named_by(stripped)
    short = re.fullmatch(r"(\d\d)\s?/\s?(\d\d)", stripped)
    return named or (fiscal_year(2000 + int(short[1])) if short and _follows(short[1], short[2]) else None)


def _named_by(text: str) -> Period | None:
    """The one period, or the span between the two periods, that a text names and nothing else."""
    mentions = find_periods(text)
    if not mentions or mentions[0].start != 0 or mentions[-1].end != len(text):
        return None
    if len(mentions) == 1:
        return mentions[0].period
    first, last = mentions[0], mentions[-1]
    is_span = len(mentions) == 2 and re.fullmatch(r"\s*(?:to|-|–|—)\s*", text[first.end : last.start])
    return span_of(first.period, last.period) if is_span and first.period.end < last.period.end else None


def fiscal_year(start_year: int) -> Period:
    """The fiscal year that begins on 1 April of ``start_year``."""
    return Period(
        date(start_year + 1, 3, 31),
        date(start_year, 4, 1),
        f"{start_year}/{(start_year + 1) % 100:02d}",
        "fiscal",
    )


def calendar_year(year: int) -> Period:
    """The calendar year."""
    return Period(date(year, 12, 31), date(year, 1, 1), str(year), "calendar")


def span_of(first: Period, last: Period) -> Period:
    """The span from the start of one period to the end of another."""
    return Period(last.end, first.start, f"{first.label} to {last.label}", "span")


def period_from_label(label: str) -> Period | None:
    """The period that a canonical label stands for; None for "" and what no rule here made."""
    if " to " in label:
        first, last = (period_from_label(part) for part in label.split(" to ", 1))
        return span_of(first, last) if first and last else None
    return parse_period(label)


@lru_cache(maxsize=4096)
def last_day(label: str) -> str:
    """The last day of a labelled period in ISO form, which sorts as time goes; "" where the label names no period."""
    period = period_from_label(label)
    return period.end.isoformat() if period else ""


def year_before(period: Period) -> Period | None:
    """The same kind of period a year earlier; None where a year's step has no meaning."""
    return _shift(period, -1)


def year_after(period: Period) -> Period | None:
    """The same kind of period a year later."""
    return _shift(period, 1)


def _shift(period: Period, years: int) -> Period | None:
    if period.kind == "fiscal":
        return fiscal_year(period.start.year + years)
    if period.kind == "calendar":
        return calendar_year(period.start.year + years)
    if period.kind == "quarter":
        quarter = int(period.label[1])
        return _fiscal_quarter(quarter, fiscal_year(int(period.label[3:7]) + years))
    return None


def _follows(first: str, second: str) -> bool:
    return (int(first[-2:]) + 1) % 100 == int(second[-2:])


def _full_year(digits: str) -> int:
    number = int(digits)
    return number if number > 99 else number + (1900 if number > 60 else 2000)


def _fiscal_from(text: str) -> Period | None:
    first, second = re.split(r"\s?[/–-]\s?", text)
    return fiscal_year(_full_year(first)) if _follows(first, second) else None


def _one_year(text: str) -> Period | None:
    return _fiscal_from(text) if re.search(r"[/]", text) else calendar_year(int(text))


def _match_fiscal(match: re.Match[str]) -> Period | None:
    return _fiscal_from(match["fy"])


def _match_hyphen_years(match: re.Match[str]) -> Period | None:
    first, second = _full_year(match["a"]), match["b"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last == first + 1:
        return fiscal_year(first)
    return span_of(calendar_year(first), calendar_year(last)) if last > first else None


def _match_year_span(match: re.Match[str]) -> Period | None:
    first, last = _one_year(match["a"]), _one_year(match["b"])
    if first is None or last is None or last.end <= first.end:
        return None
    return span_of(first, last)


def _match_months_span(match: re.Match[str]) -> Period | None:
    first_month, last_month = (MONTHS[match[g].lower().rstrip(".")] for g in ("m1", "m2"))
    last_year = _full_year(match["y2"])
    first_year = _full_year(match["y1"]) if match["y1"] else last_year - (first_month > last_month)
    start, end = date(first_year, first_month, 1), _month_end(last_year, last_month)
    if (first_month, last_month, last_year - first_year) == (4, 3, 1):
        return fiscal_year(first_year)
    if (first_month, last_month, last_year - first_year) == (1, 12, 0):
        return calendar_year(first_year)
    if first_month % 3 == 1 and last_month == first_month + 2 and first_year == last_year:
        return _fiscal_quarter((first_month - 4) % 12 // 3 + 1, fiscal_year(first_year - (first_month < 4)))
    return Period(end, start, f"{start:%B %Y} to {end:%B %Y}", "span")


def _match_year_ending(match: re.Match[str]) -> Period | None:
    year, month = _full_year(match["y"]), MONTHS[match["m"].lower().rstrip(".")]
    if month == 3:
        return fiscal_year(year - 1)
    if month == 12:
        return calendar_year(year)
    end = _month_end(year, month)
    return Period(end, _month_end(year - 1, month) + timedelta(days=1), f"year ending {end:%B %Y}", "span")


def _match_quarter(match: re.Match[str]) -> Period | None:
    word = match["q"] or match["qw"] or match["qo"]
    year = _one_year(match["y"]) if "/" in match["y"] else None
    if year is None:
        digits = re.split(r"\s?[-–]\s?", match["y"])
        year = fiscal_year(_full_year(digits[0])) if len(digits) == 2 else None
    return _fiscal_quarter(_ORDINALS[word.lower()], year) if year else None


def _fiscal_quarter(quarter: int, year: Period) -> Period:
    month = 3 * quarter + 1
    start = date(year.start.year + (month > 12), month - 12 * (month > 12), 1)
    return Period(
        _month_end(start.year + (start.month > 10), (start.month + 1) % 12 + 1),
        start,
        f"Q{quarter} {year.label}",
        "quarter",
    )


def _match_day(match: re.Match[str]) -> Period | None:
    try:
        day = date(int(match["y"]), MONTHS[match["m"].lower().rstrip(".")], int(match["d"]))
    except ValueError:
        return None
    return Period(day, day, f"{day.day} {day:%B %Y}", "day")


def _match_month(match: re.Match[str]) -> Period | None:
    start = date(int(match["y"]), MONTHS[match["m"].lower().rstrip(".")], 1)
    return Period(_month_end(start.year, start.month), start, f"{start:%B %Y}", "month")


def _match_since(match: re.Match[str]) -> Period | None:
    year = _one_year(match["y"])
    return Period(date(9999, 12, 31), year.start, f"since {year.label}", "since") if year else None


def _match_year(match: re.Match[str]) -> Period | None:
    return calendar_year(int(match["y"]))


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _patterns() -> Iterator[tuple[str, Callable[[re.Match[str]], Period | None]]]:
    guard, end = r"(?<![\w£$.,/])", r"(?![\d%/]|[.,]\d|-\w)"
    yield (
        rf"{guard}(?:fiscal\s)?{_QUARTER},?\s(?:of\s)?(?:fiscal\s|fy\s?)?(?P<y>{_FISCAL}|\d\d\d\d[-–]\d\d)",
        _match_quarter,
    )
    yield (
        rf"{guard}(?:(?:between|from)\s)?(?P<m1>{_MONTH})\s*(?P<y1>{_YEAR})?{_DASH}(?P<m2>{_MONTH})\s*'?(?P<y2>{_YEAR}|\d\d){end}",
        _match_months_span,
    )
    yield (
        rf"{guard}(?:years?\s(?:ending|ended|to|end))\s(?:in\s)?(?:31\s)?(?P<m>{_MONTH})\s(?P<y>{_YEAR}){end}",
        _match_year_ending,
    )
    yield rf"{guard}(?P<a>{_FISCAL})\s*(?:-|–|—)\s*(?P<b>{_FISCAL}){end}", _match_year_span
    yield rf"{guard}(?P<a>{_YEAR})\s?[-–]\s?(?P<b>(?:20)?\d\d){end}", _match_hyphen_years
    yield rf"{guard}(?P<fy>(?:19|20)\d\d\s?/\s?(?:20)?\d\d|\d\d/\d\d){end}", _match_fiscal
    yield rf"{guard}fy\s?(?P<fy>\d\d[-–/]\d\d){end}", _match_fiscal
    young = r"(?<!\bage\s)(?<!\bages\s)(?<!\baged\s)(?<!\bage\sof\s)"
    yield rf"{guard}{young}(?P<fy>[012]\d[-–][0123]\d){end}(?!\s*-?(?:year|yr|y/o|olds))", _match_fiscal
    yield rf"{guard}(?P<d>\d\d?)(?:st|nd|rd|th)?\s(?:of\s)?(?P<m>{_MONTH}),?\s(?P<y>{_YEAR})", _match_day
    yield rf"{guard}(?P<m>{_MONTH})\s(?P<y>{_YEAR}){end}", _match_month
    yield rf"{guard}since\s(?:the\s)?(?P<y>{_FISCAL}|{_YEAR}){end}", _match_since
    yield rf"{guard}(?:calendar\syear\s)?(?P<y>{_YEAR})(?![\d%/]|[.,]\d|-\d)", _match_year


_PATTERNS = [(re.compile(pattern, re.I), build) for pattern, build in _patterns()]
