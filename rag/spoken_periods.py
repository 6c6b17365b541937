"""Periods as people type them, written as the reports print them: "22 v 23", "FY24", "april 22 to march 23".

A two-digit number is a year only where its setting tells so; all others stay.
"""

import re
from collections.abc import Callable

from ingest.periods import MONTHS

_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_SPOKEN = r"(?:(?:one|two|three|four|five|six|seven|eight|nine)\b)"
_TEENS = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
          "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted((m for m in MONTHS if m != "may"), key=len, reverse=True)) + r")\.?"
_YY = r"(?:1\d|2\d)"
_ALONE = r"(?<![\w£$.,/%-])"
_CLOSED = r"(?!\w|[/%]|[.,]\d|\s?-\s?\w|\s(?:per|percent|people|deaths?|offences|year|yr|hours?|days?|weeks?|months?|areas?|in\severy|of|out\sof)\b)"
_AGAINST = r"\s?(?:v|vs\.?|versus|against|compared\s(?:to|with))\s?"
_LEAD = r"(?<=\b(?:in|of)\s)|(?<=\b(?:for)\s)|(?<=\bbetween\s)|(?<=\byears\s)|(?<=\bboth\s)"
_STEP = re.compile(r"\bv\b", re.I)


def write_out_periods(text: str) -> str:
    """The text with spoken and shortened periods written out."""
    for pattern, written_out in _RULES:
        text = pattern.sub(written_out, text)
    return text


def _spoken_year(match: re.Match[str]) -> str:
    """ "twenty twenty four": 2024; "twenty nineteen": 2019."""
    low = match["low"].lower()
    ones = _ONES[match["ones"].lower()] if match["ones"] else 0
    return str(2000 + _TEENS[low] + (ones if low == "twenty" else 0))


def _spoken_fiscal(match: re.Match[str]) -> str:
    """ "twenty four twenty five": 24/25; left alone where the second does not follow the first."""
    first, second = _ONES[match["a"].lower()], _ONES[match["b"].lower()]
    return f"2{first}/2{second}" if second == first + 1 else match.group()


def _two_years(match: re.Match[str]) -> str:
    """ "22 v 23": 2022 vs 2023; left alone where the second is not the next year."""
    first, second = int(match["a"]), int(match["b"])
    if second != first + 1:
        return match.group()
    return f"20{first}{_STEP.sub('vs', match['join'])}20{second}"


def _fiscal_ending(match: re.Match[str]) -> str:
    """ "FY24" and "FY2024": the fiscal year that ends in it, 2023/24."""
    year = int(match["y"]) % 100
    return f"20{year - 1:02d}/{year:02d}"


def _quarter(match: re.Match[str]) -> str:
    """ "the opening three months": the first quarter."""
    nth = {"opening": "first", "initial": "first", "final": "last", "closing": "last"}.get(
        match["nth"].lower(), match["nth"]
    )
    return f"{nth} quarter"


def _month_of_year(match: re.Match[str]) -> str:
    return f"{match['m']} 20{match['y']}"


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.I), written_out)
    for pattern, written_out in (
        (
            rf"\btwenty[\s-]?(?:twenty[\s-]?)?(?P<a>{_SPOKEN})(?:\s(?:to|slash|and)\s|[\s/-]+)twenty[\s-]?(?P<b>{_SPOKEN})",
            _spoken_fiscal,
        ),
        (
            rf"\btwenty[\s-](?P<low>twenty|{'|'.join(n for n in _TEENS if n != 'twenty')})(?:[\s-](?P<ones>{_SPOKEN}))?",
            _spoken_year,
        ),
        (rf"{_ALONE}fy\s?'?(?P<y>(?:20)?{_YY})(?![\d/–-])", _fiscal_ending),
        (rf"\b(?P<m>{_MONTH})\s?['’]?(?P<y>{_YY})(?!\w|[/%]|[.,]\d)(?!\s?,?\s(?:19|20)\d\d)", _month_of_year),
        (rf"(?<!\w)['’](?P<y>{_YY})(?!\w|[/%]|[.,]\d)", lambda match: f"20{match['y']}"),
        (rf"{_ALONE}(?P<a>{_YY})(?P<join>{_AGAINST})(?P<b>{_YY}){_CLOSED}", _two_years),
        (rf"(?:{_LEAD})(?P<a>{_YY})(?P<join>\s(?:and|or|to)\s)(?P<b>{_YY}){_CLOSED}", _two_years),
        (r"\b(?P<nth>first|opening|initial|second|third|last|final|closing)\s(?:three|3)[\s-]months?\b", _quarter),
        (r"\b(?P<nth>opening|initial|final|closing)\squarter\b", _quarter),
        (rf"\b(?:12|twelve)\smonths\s(?P<to>to|ending|ended)(?=\s(?:{_MONTH}))", lambda match: f"year {match['to']}"),
        (rf"(?<=\b(?:yr|fy)\s)(?P<a>{_YY})\s(?P<b>{_YY})\b", lambda match: f"{match['a']}/{match['b']}"),
        (rf"(?<=\byear\s)(?P<a>{_YY})\s(?P<b>{_YY})\b", lambda match: f"{match['a']}/{match['b']}"),
        (
            r"(?<=\b(?:in|by)\s)(?P<y>1[5-9]|2[0-6])(?=\s?(?:$|[?!.,;)]|(?:and|but|compared|vs|versus|v|than|or)\b))(?![.,]\d)",
            lambda match: f"20{match['y']}",
        ),
        (r"(?<=\b(?:for|end)\s)(?P<y>2[0-6])(?=\s?(?:$|[?!.,;)]))(?![.,]\d)", lambda match: f"20{match['y']}"),
        (r"(?<=\bsince\s)(?P<y>1[5-9]|2[0-6])(?!\w|[/%]|[.,]\d)", lambda match: f"20{match['y']}"),
    )
)
