"""Large numbers as people say them, written in digits: "one point four billion", "eight thousand four hundred and ninety"."""

import re
from decimal import Decimal

from ingest.numerals import NUMBER_WORDS, find_numbers

_WORD = "(?:" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + ")"
_TENS = rf"{_WORD}(?:[\s-]{_WORD})?"
_POINT = re.compile(rf"\b(?P<whole>{_TENS}) point (?P<part>{_WORD}(?:\s{_WORD})*)\b", re.I)
_THOUSANDS = re.compile(
    rf"\b(?P<thousands>{_TENS}) thousand(?:,? (?:odd |and )?(?P<hundreds>{_WORD}) hundred)?"
    rf"(?:,? (?:and|n|&|odd) (?P<rest>{_TENS}))?\b",
    re.I,
)
_JOINED = re.compile(
    r"(?<![\d/.,£-])(?P<first>[1-9]\d{3})(?P<join>,? (?:(?:then|up|down) )?(?:to|and|vs\.?|versus|against|into|of|out of|minus|plus|less|over|then|became) "
    r"(?:(?:just|only|about|all|the) )*| ?(?:→|->|=>|÷|/|−|-|\+) ?)(?P<second>[1-9]\d{3})(?![\d/%]|[.,-]\d)",
    re.I,
)
_ONE_POUND = re.compile(r"\b(?P<each>each|every|per|for an?)(?: single| one)? (?:quid|pound|squid)\b(?! of\b)", re.I)
_PER_WORDS = re.compile(
    r"\b(?:(?:out )?of (?:every|each)|in (?:every|each)|per(?: each| every)?) (?:(?:a|one) )?(?P<size>(?:ten |hundred |a hundred )?thousand)\b",
    re.I,
)
_PER_SIZES = {"thousand": "1,000", "ten thousand": "10,000", "hundred thousand": "100,000"}
_GRAND = re.compile(rf"\b(?P<tens>{_TENS}) grand\b", re.I)
_PERCENT = re.compile(
    rf"(?<![\w.-])(?P<tens>{_TENS})(?: and (?:a |three )?(?P<part>half|quarters?))? "
    r"(?P<unit>per ?cent(?:age points?)?|%|points?(?= (?:up|down|higher|lower|more|less)))(?!\w)",
    re.I,
)
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}
_YEARS = range(1900, 2045)


def write_out_numbers(text: str) -> str:
    """The text with decimals, thousands and rates per so many that are told in words written in digits; all else stays.

    Two numbers of four digits that are set together, of which one can be no year, are both none ("from 1929 to 1654").
    """
    if not find_numbers(_ONE_POUND.sub(" ", text)):
        text = _ONE_POUND.sub(r"\g<each> £1", text)
    text = _PER_WORDS.sub(_per_digits, text)
    text = _PERCENT.sub(lambda m: f"{_value(m['tens']) + _PARTS.get((m['part'] or '').lower(), 0):f} {m['unit']}", text)
    text = _GRAND.sub(lambda match: f"£{_value(match['tens']):f} thousand", text)
    return _JOINED.sub(_no_years, _THOUSANDS.sub(_in_digits, _POINT.sub(_as_decimal, text)))


def _no_years(match: re.Match[str]) -> str:
    first, second = int(match["first"]), int(match["second"])
    if first in _YEARS and second in _YEARS:
        return match.group()
    return f"{first:,}{match['join']}{second:,}"


def _per_digits(match: re.Match[str]) -> str:
    return f"per {_PER_SIZES[match['size'].lower().removeprefix('a ')]}"


def _as_decimal(match: re.Match[str]) -> str:
    digits = "".join(str(_value(word)) for word in match["part"].split())
    return f"{_value(match['whole'])}.{digits}"


def _in_digits(match: re.Match[str]) -> str:
    if not match["hundreds"] and not match["rest"]:
        return match.group()
    parts = (_value(match["thousands"]) * 1000, _value(match["hundreds"]) * 100, _value(match["rest"]))
    return f"{sum(parts):,f}"


def _value(words: str | None) -> Decimal:
    numbers = find_numbers(words or "")
    return numbers[0].value if numbers else Decimal(0)
