"""Numbers that state nothing: parts of names and labels, ordinals, pronouns, the base of a rate."""

import re
from collections.abc import Callable

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.periods import MONTHS
from ingest.prose_words import CHANGE_NOUN

_NAME_BEFORE = re.compile(r"(?<![.!?:]\s)(?<!^)\b([A-Z][A-Za-z&]+)\s$")
_NOT_NAMES = frozenset(
    """January February March April May June July August September October November December In At By Of To
    The From With Only About Around Over Under Some All Nearly Almost Approximately Just And Or""".split()
)
_GOES_ON = re.compile(r"\s(?!or\b|and\b|to\b|in\b|is\b|was\b)[a-z]{3,}")
_ORDINAL = re.compile(r"(?:half|third|quarter|fifth|sixth|eighth|tenth)s?", re.I)
_ORDINAL_BEFORE = re.compile(r"\b(?:first|second|last|other|latter|former|in|on|each|every|per|this|a)\s$", re.I)
_HALF_BEFORE = re.compile(r"\b(?:first|second|latter|other)\s$", re.I)
_ONE_COUNTS = re.compile(
    rf"\s(?:fewer|more|less|of\s(?:the\s)?(?:\d|two|three|four|five|six|seven)|{CHANGE_NOUN})\b", re.I
)
_NUMBERED = re.compile(
    r"\b(?:section|article|part|level|stage|strand|objective|outcome|route|schedule|act|version|week|grade|page|top)\s$",
    re.I,
)
_ROUND_THE_CLOCK = re.compile(r"\b(?:24/7|24-7|9-5|50/50)\b")


def states_nothing(text: str, number: Number, lexicon: Lexicon) -> bool:
    """Whether a number of a sentence is no figure."""
    return any(is_wrong(text, number, lexicon) for is_wrong in _WRONG)


def _is_marker(text: str, number: Number, _lexicon: Lexicon) -> bool:
    """The "1." of a list item, which is split from its text like a sentence."""
    return number.printed.isdigit() and text.strip(" .()") == number.printed


def _is_day(text: str, number: Number, _lexicon: Lexicon) -> bool:
    """The 22 of "22 March", a date without its year."""
    month = re.match(r"\s(?:of\s)?([A-Z][a-z]+)", text[number.end :])
    return number.value <= 31 and month is not None and month[1].lower() in MONTHS


def _is_base(text: str, number: Number, _lexicon: Lexicon) -> bool:
    """The 1,000 of "dependents per 1,000"."""
    return number.unit == "" and bool(re.search(r"\b(?:per|p/)\s?$", text[: number.start]))


def _is_part_of_name(text: str, number: Number, lexicon: Lexicon) -> bool:
    """The 5 of "Radio 5": a whole number after a name that is no place, with nothing counted after it."""
    match = _NAME_BEFORE.search(text[: number.start])
    plain = number.printed.isdigit() and number.unit == ""
    if not match or not plain or match[1] in _NOT_NAMES or _GOES_ON.match(text[number.end :]):
        return False
    return not lexicon.area_named(match[1]) and not lexicon.find_concepts(match[1])


def _is_numbered(text: str, number: Number, _lexicon: Lexicon) -> bool:
    """The 2 of "stage 2"."""
    return number.unit == "" and bool(_NUMBERED.search(text[: number.start]))


def _is_pronoun(text: str, number: Number, lexicon: Lexicon) -> bool:
    """A "one" that counts nothing: "one of the aims", "the one that"."""
    if not number.in_words or number.printed.lower() not in ("one", "once", "zero"):
        return False
    after = text[number.end : number.end + 30]
    noun = re.match(r"\s([a-z-]+)", after)
    named = lexicon.find_concepts(noun[1]) if noun else []
    return not _ONE_COUNTS.match(after) and not any(m.kind in ("topic", "offence", "result") for m in named)


def _is_ordinal(text: str, number: Number, _lexicon: Lexicon) -> bool:
    """A "fifth" or "quarter" that is a place in an order: "a fourth or fifth concern", "every quarter"."""
    if number.unit != "share" or not _ORDINAL.fullmatch(number.printed):
        return False
    before = text[: number.start]
    if number.printed.lower() == "half":
        return bool(_HALF_BEFORE.search(before))
    return bool(_ORDINAL_BEFORE.search(before)) or not re.match(r"\sof\b", text[number.end :])


def _is_round_the_clock(text: str, number: Number, _lexicon: Lexicon) -> bool:
    return any(match.start() <= number.start < match.end() for match in _ROUND_THE_CLOCK.finditer(text))


_WRONG: tuple[Callable[[str, Number, Lexicon], bool], ...] = (
    _is_marker,
    _is_day,
    _is_base,
    _is_part_of_name,
    _is_numbered,
    _is_pronoun,
    _is_ordinal,
    _is_round_the_clock,
)
