"""The numbers of a sentence that are figures: pairs taken apart, ranges put together, labels and names left out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.lexicon import Lexicon
from ingest.numerals import Number, find_numbers
from ingest.prose_words import CHANGE_NOUN, CHANGE_VERB, SOFTENER

_FROM = re.compile(rf"\bfrom\s+{SOFTENER}$", re.I)
_BY = re.compile(rf"\b{CHANGE_VERB}\s(?:\w+\s){{0,2}}?by\s+{SOFTENER}$", re.I)
_SPREAD = re.compile(rf"\b(?:rang\w+|range|var\w+|ages?|aged|anywhere|spread)\s+from\s+{SOFTENER}$", re.I)
_BETWEEN = re.compile(rf"\bbetween\s+{SOFTENER}$", re.I)
_NAME_BEFORE = re.compile(r"(?<![.!?:]\s)(?<!^)\b([A-Z][A-Za-z&]+)\s$")
_NOT_NAMES = frozenset(
    "January February March April May June July August September October November December In At By Of To The From With "
    "Only About Around Over Under Some All Nearly Almost Approximately Just And Or".split()
)
_PER = re.compile(r"\b(?:per|every|p/)\s?$", re.I)
_ORDINAL_PART = re.compile(
    r"\b(?:first|second|last|other|latter|former|in|on|each|every|per|this|a)\s$", re.I
)
_ONE_COUNTS = re.compile(
    rf"\s(?:fewer|more|less|of\s(?:the\s)?(?:\d|two|three|four|five|six|seven)|{CHANGE_NOUN})\b", re.I
)
_NUMBERED = re.compile(
    r"\b(?:section|article|part|level|stage|strand|objective|outcome|route|schedule|act|version|week|grade|page|top|aged?)\s$",
    re.I,
)
_MAJORITY = re.compile(
    r"(?P<n>(?<=the\s)majority(?=\sof\b)|(?<=vast\s)majority(?=\sof\b)|^Most(?=\s(?:of\s)?(?:\w+\s){0,3}?\w{3,}s\b))",
    re.I,
)
_CLOCK = re.compile(r"\b(?:24/7|24-7|9-5|50/50|999|101|111)\b")


def figure_numbers(text: str, lexicon: Lexicon) -> tuple[Number, ...]:
    """The numbers of a sentence that state something, in order."""
    found = [part for number in find_numbers(text) for part in _take_apart(text, number)]
    found = sorted([*found, *_majorities(text, found)], key=lambda number: number.start)
    joined = _put_together(text, [_without_dash(text, number) for number in found])
    return tuple(number for number in joined if not any(wrong(text, number, lexicon) for wrong in _WRONG))


def _take_apart(text: str, number: Number) -> Iterator[Number]:
    """Two numbers of "from 530 to 621", which reads like a range; a range stays whole."""
    before = text[: number.start]
    parts = re.fullmatch(r"(.+?)(\s+to\s+)(.+)", number.printed)
    if number.high is None or not parts or not _are_two(before, number):
        yield number
        return
    middle = number.start + parts.end(1)
    low = replace(number, end=middle, printed=parts[1], high=None, unit=number.unit)
    high_start = number.start + parts.start(3)
    yield low
    yield replace(number, start=high_start, printed=parts[3], value=number.high, high=None, qualifier="")


def _majorities(text: str, found: list[Number]) -> Iterator[Number]:
    """Shares of more than half that are only said in words: "the majority of", "Most councils"."""
    for match in _MAJORITY.finditer(text):
        if not any(number.start < match.end("n") and match.start("n") < number.end for number in found):
            yield Number(
                match.start("n"),
                match.end("n"),
                match["n"],
                Decimal("0.5"),
                "share",
                qualifier="over",
                in_words=True,
            )


def _are_two(before: str, number: Number) -> bool:
    """Whether "X to Y" are two numbers: after "from" where nothing ranges, and after a change ("rose by 12 to 45")."""
    if _SPREAD.search(before):
        return False
    return bool(_FROM.search(before)) or (number.unit == "" and bool(_BY.search(before)))


def _put_together(text: str, numbers: list[Number]) -> list[Number]:
    """One range of "between 19.9% and 28.6%"."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last and _spans(text, last, number):
            joined[-1] = replace(
                last,
                end=number.end,
                printed=text[last.start : number.end],
                unit=number.unit,
                high=number.value,
            )
        else:
            joined.append(number)
    return joined


def _spans(text: str, low: Number, high: Number) -> bool:
    return (
        low.high is None
        and low.value < high.value
        and low.unit in ("", high.unit)
        and bool(re.fullmatch(r"\s+and\s+", text[low.end : high.start]))
        and bool(_BETWEEN.search(text[: low.start]))
    )


def _without_dash(text: str, number: Number) -> Number:
    """A number without the dash that only sets it off: "in 2020 – 33 deaths"."""
    if not number.signed or not re.match(r"[-–−]\s", number.printed) or text[: number.start].endswith("("):
        return number
    bare = re.sub(r"^[-–−]\s+", "", number.printed)
    return replace(number, start=number.end - len(bare), printed=bare, value=abs(number.value), signed=False)


def _is_base(text: str, number: Number, _lexicon: Lexicon) -> bool:
    """The 1,000 of "dependents per 1,000"."""
    return (
        not number.in_words
        and number.unit in ("", "interval")
        and bool(re.search(r"\b(?:per|p/)\s?$", text[: number.start]))
    )


def _is_part_of_name(text: str, number: Number, lexicon: Lexicon) -> bool:
    """The 5 of "Radio 5": a small whole number right after a name that is no place, and nothing counted after it."""
    match = _NAME_BEFORE.search(text[: number.start])
    plain = number.printed.isdigit() and number.unit == ""
    if not match or not plain or match[1] in _NOT_NAMES or lexicon.area_named(match[1]):
        return False
    return not lexicon.find_concepts(match[1]) and not re.match(
        r"\s(?!or\b|and\b|to\b|in\b|is\b|was\b)[a-z]{3,}", text[number.end :]
    )


def _is_numbered(text: str, number: Number, _lexicon: Lexicon) -> bool:
    label = _NUMBERED.search(text[: number.start])
    return bool(label) and number.unit == "" and not label[0].lower().startswith("age") if label else False


def _is_pronoun(text: str, number: Number, lexicon: Lexicon) -> bool:
    """A "one" that counts nothing: "one of the aims", "the one that"."""
    if not number.in_words or number.printed.lower() not in ("one", "once", "zero"):
        return False
    after = text[number.end : number.end + 30]
    noun = re.match(r"\s([a-z-]+)", after)
    counted = noun and any(c.kind in ("topic", "offence", "result") for c in lexicon.find_concepts(noun[1]))
    return not counted and not _ONE_COUNTS.match(after)


def _is_ordinal(text: str, number: Number, _lexicon: Lexicon) -> bool:
    """A "fifth" or "quarter" that is a place in an order: "a fourth, fifth or sixth concern", "every quarter"."""
    word = number.printed.lower()
    if number.unit != "share" or not re.fullmatch(r"(?:half|third|quarter|fifth|sixth|eighth|tenth)s?", word):
        return False
    before, after = text[: number.start], text[number.end :]
    if word.startswith("half"):
        return bool(re.search(r"\b(?:first|second|latter|other)\s$", before, re.I))
    return not (re.match(r"\sof\b", after) and not _ORDINAL_PART.search(before))


def _is_common_number(text: str, number: Number, _lexicon: Lexicon) -> bool:
    return any(
        match.start() <= number.start < match.end()
        for match in _CLOCK.finditer(text)
        if "/" in match[0] or "-" in match[0]
    )


_WRONG: tuple[Callable[[str, Number, Lexicon], bool], ...] = (
    _is_base,
    _is_part_of_name,
    _is_numbered,
    _is_pronoun,
    _is_ordinal,
    _is_common_number,
)
