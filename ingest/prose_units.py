"""The unit of each number of a sentence: its sign, its base, else the noun that it counts."""

import re

from ingest.lexicon import Lexicon
from ingest.measures import unit_named
from ingest.numerals import Number
from ingest.prose_kinds import is_age
from ingest.prose_nouns import TIME_NOUNS, last_plural, noun_after
from ingest.prose_records import Sentence, Typed

_TOTAL_OF = re.compile(r"\b(?:number|numbers|total|volume|count)\sof\s((?:[\w/-]+\s){0,5}?[\w-]+)", re.I)
_COUNT_OF = re.compile(r"^(?:the\s)?(?:total\s)?(?:numbers?|volumes?|totals?)\sof\s", re.I)
_PART_OF = re.compile(
    r"\b(?:of|among)\s(?:these|those)\s((?:[\w/-]+\s){0,4}?[\w-]+),?\s(?:(?:only|just|about|some)\s)?$", re.I
)
_INTERVAL = re.compile(r"(minute|hour|day|week|month)", re.I)
_SIGNS = ("%", "percentage points", "£", "share", "times", *TIME_NOUNS.values())


def units_of(sentence: Sentence, typed: list[Typed], lexicon: Lexicon) -> list[str]:
    """The unit of each number, in order."""
    units = [_own_unit(sentence, number, typed[at]) for at, number in enumerate(sentence.numbers)]
    rate = next((unit for unit in units if unit.startswith("per ")), "") or _rate_named(sentence)
    for at, number in enumerate(sentence.numbers):
        if not units[at] and _is_bare_decimal(number):
            units[at] = rate
    return [
        unit or ("" if _is_bare_decimal(sentence.numbers[at]) else _borrowed(sentence, units, at, lexicon))
        for at, unit in enumerate(units)
    ]


def noun_of(measure: str, number: Number) -> str:
    """The noun of a measure ("drug-related deaths" -> "deaths"), for a whole number that names none."""
    head = re.split(r"\s(?:for|of|in|to|from|using|by|with|on|who)\s", _COUNT_OF.sub("", measure))[0]
    return "" if _is_bare_decimal(number) else last_plural(head) or last_plural(measure)


def _own_unit(sentence: Sentence, number: Number, typed: Typed) -> str:
    if number.unit == "interval":
        word = _INTERVAL.search(number.printed)
        return TIME_NOUNS[word[1].lower()] if word else ""
    if is_age(sentence.text, number):
        return "years"
    if number.unit:
        return number.unit
    noun, rest = noun_after(sentence.text[number.end :], typed.kind == "change_count")
    return _base_after(noun, rest) or noun


def _base_after(noun: str, rest: str) -> str:
    """The base of "18.1 dependents per 1,000"."""
    return unit_named(rest[:24]) if noun and re.match(r"\s*(?:per|for\severy|/)\s?\d", rest) else ""


def _is_bare_decimal(number: Number) -> bool:
    return number.unit == "" and re.fullmatch(r"[+-]?\d+\.\d+", number.printed) is not None


def _rate_named(sentence: Sentence) -> str:
    named = unit_named(sentence.text)
    return named if named.startswith("per ") else sentence.trail.rate


def _borrowed(sentence: Sentence, units: list[str], at: int, lexicon: Lexicon) -> str:
    """The noun of a number that names none: what it is part of, that of the number beside it, else of "the number of ..."."""
    whole = _PART_OF.search(sentence.text[: sentence.numbers[at].start])
    if whole and last_plural(whole[1]):
        return last_plural(whole[1])
    counted = [i for i, unit in enumerate(units) if _is_noun(unit) and not lexicon.find_areas(unit)]
    later, earlier = [units[i] for i in counted if i > at], [units[i] for i in counted if i < at]
    total = _TOTAL_OF.search(sentence.text)
    named = [noun_after(" " + total[1], False)[0]] if total else []
    listed = bool(later) and _is_listed(sentence, at)
    beside = [*later[:1], *earlier[-1:]] if listed else [*earlier[-1:], *later[:1]]
    return next(iter([*beside, *named]), "")


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Whether a number stands in a list with the next one ("57 and 42 deaths")."""
    between = sentence.text[sentence.numbers[at].end : sentence.numbers[at + 1].start]
    return re.fullmatch(r"\s*(?:,|and|to)\s*", between) is not None


def _is_noun(unit: str) -> bool:
    return bool(unit) and unit not in _SIGNS and not unit.startswith("per ")
