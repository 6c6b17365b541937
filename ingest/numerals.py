"""Numbers in text: digits with sign, scale and unit, ranges, number words and shares in words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from ingest.periods import MONTHS, find_periods
from ingest.words import REMEMBERED

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
NUMBER_WORDS = frozenset(_WORDS)
_SCALES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000,
           "bn": 1_000_000_000, "b": 1_000_000_000, "billion": 1_000_000_000, "hundred": 100}  # fmt: skip
_FRACTIONS = {"half": (1, 2), "halves": (1, 2), "third": (1, 3), "quarter": (1, 4), "fifth": (1, 5), "sixth": (1, 6),
              "eighth": (1, 8), "tenth": (1, 10)}  # fmt: skip
_TIMES = {"once": 1, "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "triple": 3,
          "tripled": 3, "tripling": 3, "treble": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4}  # fmt: skip

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = "(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_SCALE_WORD = "(?:hundred|thousand|million|billion)"
_TENS = rf"{_WORD}(?:[\s-]{_WORD})?"
_COMPOUND = rf"{_TENS}(?:\s{_SCALE_WORD}(?:\sand\s{_TENS}\b(?!\s{_SCALE_WORD}))?)?"
_SCALE = r"(?:\s?(?:bn|mn|k|m)\b|\s(?:hundred|thousand|million|billion)\b)"
_UNIT = (
    r"\s?%(?:\s?points?)?|\s?(?:-\s?)?percentage[\s-]points?|\s?(?:pp|ppts?)\b|\s?(?:per\s?cent|percent)\b(?:age\s+points?|\s+points?)?|"
    r"\s?p(?:er|/)\s?(?:1,?000|10,?000|100,?000|1k|100k|head)\b|\s?in\s(?:every\s)?(?:1,?000|100,?000)\b"
)
_APPROX = re.compile(
    r"(?P<about>about|around|roughly|approximately|approx\.?|nearly|almost|some|circa|c\.|close to|just under|just over|getting on for|or so)|"
    r"(?P<over>more than|over|above|at least|exceeding|upwards of|in excess of|no fewer than)|"
    r"(?P<under>less than|fewer than|under|below|at most|up to|no more than)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        start, end: bounds in characters, sign and unit included.
        value: scale applied; a share in words is a fraction of 1 with unit "share".
        high: upper end of a range, or None.
        unit: "%", "percentage points", "per 1,000", "£", "share" (one in five), "times" (doubled), "interval"
            (every three days) or "".
        signed: whether a plus or minus sign is printed.
        qualifier: "about", "over", "under" or "".
        in_words: whether it is written in words.
    """

    start: int
    end: int
    printed: str
    value: Decimal
    unit: str = ""
    high: Decimal | None = None
    signed: bool = False
    qualifier: str = ""
    in_words: bool = False


def find_numbers(text: str) -> list[Number]:
    """Every number of a text that is not a period, a label ("Table 12") or an ordinal, in order."""
    return list(_find_numbers(text))


@lru_cache(maxsize=REMEMBERED)
def _find_numbers(text: str) -> list[Number]:
    taken = [(m.start, m.end) for m in find_periods(text)] + [m.span() for m in _LABEL.finditer(text)]
    found: list[Number] = []
    for pattern, build in _PATTERNS:
        for match in pattern.finditer(text):
            span = match.span("n")
            if any(span[0] < end and start < span[1] for start, end in taken):
                continue
            number = build(match)
            if number is not None:
                taken.append(span)
                found.append(number)
    return sorted(found, key=lambda number: number.start)


def parse_number(text: str) -> Number | None:
    """The one number that a whole cell holds ("-14.3%", "+13.7 percentage Points", "8,490"), or None."""
    stripped = text.strip().rstrip("*†‡")
    if re.fullmatch(r"no change", stripped, re.I):
        return Number(0, len(stripped), stripped, Decimal(0))
    if re.fullmatch(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", stripped):
        return Number(0, len(stripped), stripped, _decimal(stripped), signed=stripped[0] in "+-")
    numbers = find_numbers(stripped)
    if len(numbers) == 1 and (numbers[0].start, numbers[0].end) == (0, len(stripped)):
        return numbers[0]
    return None


def _decimal(digits: str) -> Decimal:
    try:
        return Decimal(digits.replace(",", "").replace("−", "-").replace("–", "-").replace(" ", ""))
    except InvalidOperation as error:  # pragma: no cover - the patterns let only numbers through
        raise ValueError(f"not a number: {digits!r}") from error


def _scale(text: str | None) -> int:
    return _SCALES[text.strip().lower()] if text else 1


def _unit(text: str | None, currency: str | None) -> str:
    unit = (text or "").strip().lower().replace("-", " ").replace(",", "")
    if "point" in unit or unit in ("pp", "ppt", "ppts"):
        return "percentage points"
    if unit.startswith(("%", "per cent", "percent")):
        return "%"
    rate = re.search(r"(\d+k?|head)$", unit)
    if rate:
        size = rate[1].replace("k", "000")
        return f"per {int(size):,}" if size.isdigit() else f"per {size}"
    return "£" if currency else ""


def _qualifier(text: str, start: int) -> str:
    before = text[max(0, start - 22) : start]
    found = ""
    for match in _APPROX.finditer(before):
        if re.fullmatch(r"\s*(?:a|an|the|one|these|those)?\s*", before[match.end() :]):
            found = match.lastgroup or ""
    return found


def _from_digits(match: re.Match[str]) -> Number:
    scale = _scale(match["scale"])
    value = _decimal(match["value"]) * scale
    sign = (match["sign"] or "").strip()
    if sign in ("-", "−", "–"):
        value = -value
    unit = _unit(match["unit"], match["cur"])
    return Number(match.start("n"), match.end("n"), match["n"].strip(), value, unit, None, bool(sign),
                  _qualifier(match.string, match.start("n")))  # fmt: skip


def _from_range(match: re.Match[str]) -> Number | None:
    low, high = _decimal(match["low"]), _decimal(match["high"])
    if high <= low or ("%" in match["n"] and "%" not in match["n"][match.start("high") - match.start("n") :]):
        return None
    scale = _scale(match["scale"])
    return Number(match.start("n"), match.end("n"), match["n"].strip(), low * scale, _unit(match["unit"], match["cur"]),
                  high * scale, False, _qualifier(match.string, match.start("n")))  # fmt: skip


def _from_words(match: re.Match[str]) -> Number:
    return Number(match.start("n"), match.end("n"), match["n"], Decimal(_words_value(match["n"])), _unit(match["unit"], None),
                  None, False, _qualifier(match.string, match.start("n")), True)  # fmt: skip


def _words_value(words: str) -> int:
    total = current = 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in _WORDS:
            current += _WORDS[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
    return total + current


def _share(match: re.Match[str], top: int, bottom: int) -> Number:
    value = (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.0001"))
    return Number(match.start("n"), match.end("n"), match["n"], value, "share", None, False,
                  _qualifier(match.string, match.start("n")), True)  # fmt: skip


def _small(text: str) -> int:
    return int(text) if text.isdigit() else _words_value(text)


def _from_one_in(match: re.Match[str]) -> Number | None:
    top, bottom = _small(match["a"]), _small(match["b"])
    return _share(match, top, bottom) if 0 < top < bottom else None


def _from_fraction(match: re.Match[str]) -> Number:
    top, bottom = _FRACTIONS[match["f"].lower().removesuffix("s") if match["f"].lower() != "halves" else "half"]
    count = match["count"]
    return _share(
        match,
        top * (_small(count.strip(" -")) if count and count.strip(" -").lower() not in ("a", "an") else 1),
        bottom,
    )


def _from_times(match: re.Match[str]) -> Number:
    word = match["t"].lower()
    value = Decimal(_TIMES[word]) if word in _TIMES else Decimal(_small(match["k"]))
    return Number(match.start("n"), match.end("n"), match["n"], value, "times", None, False,
                  _qualifier(match.string, match.start("n")), True)  # fmt: skip


def _from_interval(match: re.Match[str]) -> Number:
    count = match["k"]
    value = Decimal(_small(count)) if count else Decimal(1)
    return Number(match.start("n"), match.end("n"), match["n"], value, "interval", None, False,
                  _qualifier(match.string, match.start("n")), bool(count and not count.isdigit()))  # fmt: skip


def _from_tens(match: re.Match[str]) -> Number:
    value = {"tens": 10, "dozens": 12, "hundreds": 100}.get(match["n"].split()[0].lower(), 1)
    return Number(match.start("n"), match.end("n"), match["n"], Decimal(value * _SCALES[match["s"].lower().rstrip("s")]), "", None,
                  False, "over", True)  # fmt: skip


_MONTH_NAME = "(?:" + "|".join(name.capitalize() for name in MONTHS) + ")"
_LABEL = re.compile(
    r"\b(?:tables?|figures?|fig\.?|charts?|sections?|paragraphs?|paras?\.?|pages?|p\.|appendix|annex|chapter|notes?|item|box|outcome|step|class|category|no\.?|number|phase|tier)"
    r"\s+(?!\d{1,3},\d{3}\b)\d+[a-z]?(?:\.\d+)*(?:(?:\s*(?:,|and|to|-|–|&)\s*)+\d+[a-z]?)*\b|\b\d+(?:st|nd|rd|th)\b|\b24/7\b|\b(?:first|second|third|fourth)\squarter\b|"
    rf"\b\d{{1,2}}\s(?-i:{_MONTH_NAME})\b|(?<=[a-z]-)\d+\b(?!\s?%|[.,]\d)|"
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}(?::|\.)\d\d\s?(?:am|pm)\b",
    re.I,
)  # fmt: skip
_SIGN = r"(?P<sign>(?<![\w)])[+\-−–]\s?)?"
_CUR = r"(?P<cur>£\s?)?"
_PATTERNS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Number | None]]] = [
    (re.compile(rf"(?P<n>(?<![\w.,])every\s(?:(?P<k>\d+|{_COMPOUND})\s)?(?:minutes?|hours?|days?|weeks?|months?))\b", re.I), _from_interval),
    (re.compile(rf"(?<![\w.,-])(?P<n>(?P<a>\d+|{_WORD})\s(?:in|out\sof)\s(?:every\s)?(?P<b>\d{{1,2}}|{_COMPOUND}))\b(?![,.]\d)", re.I), _from_one_in),
    (re.compile(rf"(?<![\w.,-])(?P<n>(?P<low>{_DIGITS})\s?%?\s?(?:-|–|—|to)\s?(?P<cur>£)?(?P<high>{_DIGITS})(?P<scale>{_SCALE})?(?P<unit>{_UNIT})?)(?![\w,]*\d)(?!-)", re.I), _from_range),
    (re.compile(rf"(?<![\d.,£])(?P<n>{_SIGN}{_CUR}(?P<value>{_DIGITS})(?P<scale>{_SCALE})?(?P<unit>{_UNIT})?)(?![\d])", re.I), _from_digits),
    (re.compile(rf"(?<![\w-])(?P<n>(?P<t>(?P<k>\d+|{_WORD})[\s-]?fold|once|twice|thrice|doubled|doubles|double|doubling|tripled?|tripling|trebled?|quadrupled?))\b", re.I), _from_times),
    (re.compile(rf"(?<![\w-])(?P<n>(?P<count>(?:{_WORD}|an?)[\s-])?(?P<f>half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?))\b(?!\s(?:of\s)?(?:20|19)\d\d)", re.I), _from_fraction),
    (re.compile(r"(?<![\w-])(?P<n>(?:(?:tens|dozens|hundreds)\sof\s)?(?P<s>hundreds|thousands|millions|billions))\b", re.I), _from_tens),
    (re.compile(rf"(?<![\w-])(?P<n>{_COMPOUND}(?P<unit>{_UNIT})?)\b", re.I), _from_words),
]  # fmt: skip
