"""The numbers of a sentence that are figures: pairs taken apart, ranges put together, the rest left out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.lexicon import Lexicon
from ingest.numerals import Number, find_numbers
from ingest.prose_rejects import states_nothing
from ingest.prose_words import CHANGE_VERB, SOFTENER

_FROM = re.compile(rf"\bfrom\s+{SOFTENER}$", re.I)
_BY = re.compile(rf"\b{CHANGE_VERB}\s(?:\w+\s){{0,2}}?by\s+{SOFTENER}$", re.I)
_SPREAD = re.compile(rf"\b(?:rang\w+|range|var\w+|ages?|aged|anywhere|spread)\s+from\s+{SOFTENER}$", re.I)
_BETWEEN = re.compile(rf"\bbetween\s+{SOFTENER}$", re.I)
_MAJORITY = re.compile(
    r"(?<=the\s)majority(?=\sof\b)|(?<=vast\s)majority(?=\sof\b)|^Most(?=\s(?:of\s)?(?:\w+\s){0,3}?\w{3,}s\b)",
    re.I,
)


def figure_numbers(text: str, lexicon: Lexicon) -> tuple[Number, ...]:
    """The numbers of a sentence that state something, in order."""
    found = [part for number in find_numbers(text) for part in _take_apart(text, number)]
    found = [_with_points(text, number) for number in found]
    found = sorted([*found, *_majorities(text)], key=lambda number: number.start)
    joined = _put_together(text, [_without_dash(text, number) for number in found])
    return tuple(number for number in joined if not states_nothing(text, number, lexicon))


def _take_apart(text: str, number: Number) -> Iterator[Number]:
    """Two numbers of "from 530 to 621", which reads like a range; a range stays whole."""
    parts = re.fullmatch(r"(.+?)(\s+to\s+)(.+)", number.printed)
    if number.high is None or parts is None or not _are_two(text[: number.start], number):
        yield number
        return
    yield replace(number, end=number.start + parts.end(1), printed=parts[1], high=None)
    start = number.start + parts.start(3)
    yield replace(number, start=start, printed=parts[3], value=number.high, high=None, qualifier="")


def _are_two(before: str, number: Number) -> bool:
    """Whether "X to Y" are two numbers: after "from" unless it ranges, and in "rose by 12 to 45"."""
    if _SPREAD.search(before):
        return False
    return bool(_FROM.search(before)) or (number.unit == "" and bool(_BY.search(before)))


def _with_points(text: str, number: Number) -> Number:
    """The "3 points" by which a percentage changed."""
    points = re.match(r"[\s-]points?\b", text[number.end :])
    if not points or number.unit or "%" not in text:
        return number
    end = number.end + points.end()
    return replace(number, end=end, printed=text[number.start : end], unit="percentage points")


def _majorities(text: str) -> Iterator[Number]:
    """Shares of more than half that are only said in words: "the majority of", "Most councils"."""
    for match in _MAJORITY.finditer(text):
        yield Number(match.start(), match.end(), match[0], Decimal("0.5"), "share", qualifier="over", in_words=True)


def _put_together(text: str, numbers: list[Number]) -> list[Number]:
    """One range of "between 19.9% and 28.6%"."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last and _is_span(text, last, number):
            printed = text[last.start : number.end]
            joined[-1] = replace(last, end=number.end, printed=printed, unit=number.unit, high=number.value)
        else:
            joined.append(number)
    return joined


def _is_span(text: str, low: Number, high: Number) -> bool:
    between = low.high is None and _BETWEEN.search(text[: low.start])
    alike = low.value < high.value and low.unit in ("", high.unit)
    return bool(between) and alike and text[low.end : high.start].strip() == "and"


def _without_dash(text: str, number: Number) -> Number:
    """A number without the dash that only sets it off: "in 2020 – 33 deaths"."""
    if not number.signed or not re.match(r"[-–−]\s", number.printed) or text[: number.start].endswith("("):
        return number
    bare = re.sub(r"^[-–−]\s+", "", number.printed)
    return replace(number, start=number.end - len(bare), printed=bare, value=abs(number.value), signed=False)
