"""The unit of each number of a sentence: its sign, its base, else the noun that it counts."""

import re

from ingest.lexicon import Lexicon
from ingest.measures import unit_named
from ingest.numerals import Number
from ingest.prose_kinds import is_age
from ingest.prose_records import Sentence, Typed
from ingest.words import tokenize

_STOP = frozenset(
    """a an the of in to from by at for on with as is are was were be been being has have had do did does that which who
    whom whose where when while than or and but per across among amongst within over under between during since after
    before any all each every their its his her this these those there it they we used using made being seen saw
    compared against respectively alone out up down into onto about around involved marked carried recorded closed
    represents shows means makes marks remains reflects includes gives says states thus less across plus versus his
    registered-in because if so not no also only both either neither nor unless until such like via""".split()
)  # fmt: skip
_COMPARATIVE = frozenset("fewer more less extra additional further other new".split())
_FORMS = frozenset("numbers figures totals rates counts levels estimates volumes".split())
_PEOPLE = frozenset(("people", "children", "men", "women", "police", "staff", "lives", "persons", "youth"))
_TIME = {
    "year": "years",
    "month": "months",
    "week": "weeks",
    "day": "days",
    "hour": "hours",
    "minute": "minutes",
}
_NOT_PLURAL = re.compile(r"(?:ss|us|is)$")
_TOTAL_OF = re.compile(r"\b(?:number|numbers|total|volume|count)\sof\s((?:[\w/-]+\s){0,5}?[\w-]+)", re.I)
_INTERVAL = re.compile(r"(minute|hour|day|week|month)", re.I)


def noun_of(measure: str, number: Number) -> str:
    """The noun of a measure's words ("registered drug-related deaths" -> "deaths"), for a whole number that names none."""
    words = [measure[t.start : t.end] for t in tokenize(measure)]
    nouns = [
        _plain(word) for word in words if _is_plural(word) and word.lower() not in ("drugs", "substances")
    ]
    return nouns[-1] if nouns and not _is_bare_decimal(number) else ""


def units_of(sentence: Sentence, typed: list[Typed], lexicon: Lexicon) -> list[str]:
    """The unit of each number, in order."""
    units = [_own_unit(sentence, number, typed[at]) for at, number in enumerate(sentence.numbers)]
    rate = next((unit for unit in units if unit.startswith("per ")), "") or _rate_named(sentence)
    for at, number in enumerate(sentence.numbers):
        if not units[at] and _is_bare_decimal(number) and rate:
            units[at] = rate
    return [unit or _borrowed(sentence, units, at, lexicon) for at, unit in enumerate(units)]


def _own_unit(sentence: Sentence, number: Number, typed: Typed) -> str:
    after = sentence.text[number.end :]
    if number.unit == "interval":
        word = _INTERVAL.search(number.printed)
        return _TIME[word[1].lower()] if word else ""
    if is_age(sentence.text, number):
        return "years"
    if number.unit:
        return number.unit
    noun, rest = _noun_after(after, typed.kind == "change_count")
    return _base_after(noun, rest) or noun


def _base_after(noun: str, rest: str) -> str:
    """The base of "18.1 dependents per 1,000"."""
    return unit_named(rest[:24]) if noun and re.match(r"\s*(?:per|for\severy|/)\s?\d", rest) else ""


def _noun_after(after: str, singular: bool) -> tuple[str, str]:
    """The noun that a number counts and what follows it: the last plural of the words before the next small word."""
    if re.match(r"\s*[,;:.)(–]", after):
        return "", after
    noun, end = "", 0
    for count, token in enumerate(tokenize(after[:90])):
        if re.search(r"[,;:.()–]", after[end or 0 : token.start]) and count or count > 7:
            break
        if token.word in _STOP:
            if noun or token.word not in ("and", "or") or count == 0:
                break
        elif token.word.isdigit():
            break
        elif token.word in _COMPARATIVE:
            continue
        elif token.word in _TIME and count == 0:
            return _TIME[token.word], after[token.end :]
        elif _is_plural(after[token.start : token.end]):
            noun = _plain(after[token.start : token.end])
            end = token.end
            continue
        elif singular and count == 0:
            return _plural(token.word), after[token.end :]
        end = end if noun else token.end
    return noun, after[end:] if noun else after


def _is_plural(word: str) -> bool:
    low = word.lower()
    return (
        low in _PEOPLE
        or low not in _FORMS
        and (low.endswith("s") and len(low) > 3 and not _NOT_PLURAL.search(low))
    )


def _plain(word: str) -> str:
    return word if word[:2].isupper() else word.lower()


def _plural(word: str) -> str:
    return word if _is_plural(word) else word + "s"


def _is_bare_decimal(number: Number) -> bool:
    return (
        "." in number.printed
        and number.unit == ""
        and not number.in_words
        and "million" not in number.printed
    )


def _rate_named(sentence: Sentence) -> str:
    named = unit_named(sentence.text)
    return named if named.startswith("per ") else sentence.trail.rate


def _borrowed(sentence: Sentence, units: list[str], at: int, lexicon: Lexicon) -> str:
    """The noun of a number that names none: from the next or last number, else from "the number of ..."."""
    counted = [i for i, unit in enumerate(units) if unit and _is_noun(unit) and not lexicon.find_areas(unit)]
    later = [units[i] for i in counted if i > at]
    earlier = [units[i] for i in counted if i < at]
    total = _TOTAL_OF.search(sentence.text)
    named = [_noun_after(" " + total[1], False)[0]] if total else []
    joined = bool(later) and bool(re.fullmatch(r"\s*(?:,|and|to)\s*", _gap(sentence, at)))
    nouns = [*later[:1], *earlier[-1:]] if joined or not earlier else [*earlier[-1:], *later[:1]]
    return next(iter([*nouns, *named]), "")


def _gap(sentence: Sentence, at: int) -> str:
    return sentence.text[sentence.numbers[at].end : sentence.numbers[at + 1].start]


def _is_noun(unit: str) -> bool:
    return (
        unit not in ("%", "percentage points", "£", "share", "times")
        and not unit.startswith("per ")
        and unit not in _TIME.values()
    )
