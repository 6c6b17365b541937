"""The numbers that a text shows, each with its sign, scale and unit, and what it is there for.

A year, a period ("2023/24"), a label ("Table 12") and a part of a date are told from figures, so that "3" is
not found in "Figure 3", nor "24" in "2023/24".
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

Role = Literal["figure", "year", "period", "label", "date"]

_SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"

_PERIOD = re.compile(r"(?<![\w/.,])(?:(?P<year>(?:19|20)\d\d)\s?[/-]\s?(?:19|20)?\d\d|\d\d/\d\d)(?![\d/%]|[.,]\d)")
_NUMBER = re.compile(
    r"(?<![\w.])(?P<sign>[+-])?(?P<pound>£)?(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?P<decimals>\.\d+)?"
)
_SCALE = re.compile(r"(?:\s?(thousand|million|billion)|(k|mn?|bn))\b", re.I)
_PERCENT = re.compile(r"\s?(?:%(?!\s*change)|per\s?cent\b)", re.I)
_POINTS = re.compile(r"[\s-]?(?:percentage[\s-]points?\b|points?\b|pp\b)", re.I)
_PER = re.compile(r"(?:\s+[a-z-]+){0,4}?\s+(?:per|for every|in every)\s+(?P<base>\d[\d,]*\d|thousand)", re.I)
_POUNDS = re.compile(r"\s(?:pounds|quid)\b", re.I)
_LABEL_BEFORE = re.compile(
    r"\b(?:table|figure|fig\.|chart|para(?:graph)?s?\.?|section|page|annex|appendix|note|p\.)\s?$", re.I
)
_ORDER_OR_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)\b|\s(?:{_MONTHS})[a-z]*\b", re.I)
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})[a-z]*\.?\s$", re.I)
_JOINED = re.compile(r"\s*(?:to|and|or|-|,|against|v)\s*")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """One number of a text.

    ``value`` has the scale applied ("£1.4bn" is 1400000000), ``mantissa`` has not (1.4); neither has the
    sign. ``unit`` is "%", "points", "£", "per 1000" and the like, or "". ``printed`` is the number with its
    unit; for a period, ``value`` is its first year.
    """

    value: Decimal
    mantissa: Decimal
    sign: str
    unit: str
    role: Role
    printed: str
    start: int
    end: int


def text_to_numbers(text: str) -> tuple[PrintedNumber, ...]:
    """Every number that stands in digits in the text, in its order."""
    text = plain_signs(text)
    periods = [_read_period(match) for match in _PERIOD.finditer(text) if _is_period(match.group())]
    numbers = list(periods)
    for match in _NUMBER.finditer(text):
        if not any(period.start <= match.end() - 1 < period.end for period in periods):
            numbers.append(_read_number(match, text))
    return tuple(_share_units(sorted(numbers, key=lambda number: number.start), text))


def figures_shown(text: str) -> tuple[PrintedNumber, ...]:
    """The numbers of the text that tell how many or how much: no years, labels or dates."""
    return tuple(number for number in text_to_numbers(text) if number.role == "figure")


def plain_signs(text: str) -> str:
    """The text with one kind of minus, dash, quote and space; its length stays the same."""
    return text.translate(str.maketrans("−–—‑‐’‘“”\u00a0\u202f", "-----''\"\"  "))


def period_name(printed: str) -> str:
    """One name for a period of twelve months ("23/24", "2023-24" and "2023/2024" are "2023/24")."""
    first, last = re.findall(r"\d+", printed)
    return f"{first if len(first) == 4 else '20' + first}/{last[-2:]}"


def _is_period(printed: str) -> bool:
    """Two-digit years must follow each other; a four-digit year makes it plain without that."""
    first, last = re.findall(r"\d+", printed)
    return len(first) == 4 or int(last) == (int(first) + 1) % 100


def _read_period(match: re.Match[str]) -> PrintedNumber:
    year = Decimal(period_name(match.group())[:4])
    return PrintedNumber(year, year, "", "", "period", match.group(), match.start(), match.end())


def _read_number(match: re.Match[str], text: str) -> PrintedNumber:
    mantissa = Decimal(match["digits"].replace(",", "") + (match["decimals"] or ""))
    scale, end = _read_scale(text, match.end())
    unit, end = _read_unit(text, end, bool(match["pound"]))
    number = PrintedNumber(
        value=mantissa * scale,
        mantissa=mantissa,
        sign=match["sign"] or "",
        unit=unit,
        role="figure",
        printed=text[match.start() : end].strip(),
        start=match.start(),
        end=end,
    )
    return replace(number, role=_role(number, text))


def _read_scale(text: str, end: int) -> tuple[int, int]:
    match = _SCALE.match(text, end)
    return (_SCALES[match.group().strip().lower()], match.end()) if match else (1, end)


def _read_unit(text: str, end: int, has_pound_sign: bool) -> tuple[str, int]:
    for pattern, unit in ((_POINTS, "points"), (_PERCENT, "%"), (_POUNDS, "£")):
        if match := pattern.match(text, end):
            return unit, match.end()
    if match := _PER.match(text, end):
        base = match["base"].lower().replace(",", "").replace("thousand", "1000")
        return f"per {base}", match.end()
    return ("£" if has_pound_sign else ""), end


def _role(number: PrintedNumber, text: str) -> Role:
    is_plain = bool(re.fullmatch(r"\d{1,4}", number.printed))
    if is_plain and _LABEL_BEFORE.search(text[: number.start]):
        return "label"
    if is_plain and number.value < 100 and _is_of_date(number, text):
        return "date"
    return "year" if is_plain and 1900 <= number.value < 2100 else "figure"


def _is_of_date(number: PrintedNumber, text: str) -> bool:
    """Also true of a rank ("2nd"), which tells no more how many than a day of the month does."""
    return bool(_ORDER_OR_MONTH_AFTER.match(text, number.end) or _MONTH_BEFORE.search(text[: number.start]))


def _share_units(numbers: list[PrintedNumber], text: str) -> list[PrintedNumber]:
    """Gives a bare figure the unit of the next one that it is joined to ("from 11.9 to 12.4%")."""
    shared: list[PrintedNumber] = []
    for number in reversed(numbers):
        following = shared[-1] if shared else None
        if (
            following
            and number.role == "figure"
            and not number.unit
            and _JOINED.fullmatch(text, number.end, following.start)
        ):
            number = replace(number, unit=following.unit)
        shared.append(number)
    return shared[::-1]
