"""The numbers that a question hands over to be reckoned with, and what is to be done with them."""

import re
from dataclasses import dataclass, replace

from ingest.numerals import Number, find_numbers
from ingest.words import stem
from rag.cues import Cues
from rag.query import Query

_FEW = 12  # a number as small as this counts areas or years, unless it is set against another
_ALL = 100  # "what is 100 per cent?"
_PER_HUNDRED = re.compile(
    r"\b(?:how many|number of) (?P<part>[a-z][\w-]*)(?: [\w-]+){0,3}? (?:for|in|to|per|from|out of|of)(?: (?:every|each|an?|any))? "
    r"(?:100|hundred) (?P<whole>[a-z][\w-]*)",
    re.I,
)  # "how many charges for every 100 arrests"
_OUT_OF = re.compile(r"(?P<part>\d[\d,]*) out of (?:every |the |a total of )?(?P<whole>\d[\d,]*)", re.I)
_WORD = re.compile(r"(?!(?:of|were|was|are|is|the|them|those|these|tests?|people|cases)\b)[a-z-]{3,}", re.I)
_HOW_MANY = re.compile(r"\b(?:how many|number of)\s+(?P<what>(?:[\w-]+ ?){1,4})", re.I)
_APART = ("interval", "times", "share", "percentage points")
_IS_PERCENT = re.compile(
    r"^[^.;?!]{0,60}\b(?:is|are|was|were|being|be|represent(?:s|ed|ing)?|equals?|mak(?:es?|ing) up|made up|constitut(?:es?|ed|ing)|account(?:s|ed|ing)? for|"
    r"com(?:es?|ing) to|came to|amount(?:s|ed|ing)? to|taken as|put at)(?: (?:about|around|roughly|just|only|some|an?|the|estimated|approximately))*\s*$",
    re.I,
)  # what stands between a count and the percentage that it is said to be


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum over two numbers, in the order in which it takes them: part and whole, base and last, more and fewer."""

    kind: str
    first: Number
    second: Number


def sum_given(query: Query, cues: Cues) -> Sum | None:
    """The sum that a question asks for over two numbers that it states; None where it asks for none."""
    numbers = numbers_given(query, cues)
    if len(numbers) != 2:
        return None
    a, b = numbers
    percents = [n for n in numbers if n.unit == "%"]
    if len(percents) == 1:
        return _of_percentage(query, percents[0], a if percents[0] is b else b, cues)
    if a.unit != b.unit:
        money, count = sorted(numbers, key=lambda n: n.unit != "£")
        return _of_money(query, money, count, cues)
    return _of_bare(query, a, b, cues) or _of_two(query, a, b, cues)


def numbers_given(query: Query, cues: Cues) -> list[Number]:
    """The numbers stated that count or measure something: no ages, lengths of time or counts of areas.

    Of more than two, those that the question itself sets against each other ("31 out of 84", "from 32% to 20%").
    """
    text = query.text
    told = [part for number in query.numbers for part in _parts(number, text)]
    told = [one for number in told for one in _ends(number)]
    told = [n for n in told if n.high is None and n.unit not in _APART and not cues.has("no_count", _after(n, text))]
    told = [n for n in told if n.unit != "%" or n.value != _ALL]
    told = [n for n in told if not n.in_words or n.value > _FEW or cues.has("part_of", _up_to_next(n, told, text))]
    linked = [(a, b) for a, b in zip(told, told[1:], strict=False) if cues.has("set_together", _between(a, b, text))]
    if len(told) > 2 and len(linked) == 1:
        return list(linked[0])
    told = [n for n in told if n.unit or n.value > _FEW or any(n in pair for pair in linked)]
    if _PER_HUNDRED.search(text):
        told = [n for n in told if n.value != _ALL]
    counts = [n for n in told if not n.unit]
    return counts if len(told) > 2 and len(counts) == 2 else told


def _parts(number: Number, text: str) -> list[Number]:
    """The two numbers of "31 out of 84", which is else read as one share."""
    match = _OUT_OF.match(text, number.start) if number.unit == "share" else None
    if match is None:
        return [number]
    return [
        replace(find_numbers(match[name])[0], start=match.start(name), end=match.end(name))
        for name in ("part", "whole")
    ]


def _ends(number: Number) -> list[Number]:
    """The two percentages of "61.6% to 75.1%", which are a start and an end, no range."""
    if number.high is None or number.unit != "%" or " to " not in number.printed:
        return [number]
    return [replace(number, high=None), replace(number, value=number.high, high=None)]


def _after(number: Number, text: str) -> str:
    return text[number.end : number.end + 30]


def _up_to_next(number: Number, told: list[Number], text: str) -> str:
    """The text from a number to the next one, "" where it is the last."""
    return next((text[number.end : other.start] for other in told if other.start >= number.end), "")


def _between(a: Number, b: Number, text: str) -> str:
    return text[a.end : b.start] if a.start != b.start else " to "


def _of_bare(query: Query, a: Number, b: Number, cues: Cues) -> Sum | None:
    """The product of two counts, or how many of one there are for a hundred of the other."""
    if a.unit:
        return None
    if cues.has("between_product", _between(a, b, query.text)):
        return Sum("product", a, b)
    hundred = _PER_HUNDRED.search(query.text)
    return _of_hundred(hundred, a, b, query.text) if hundred else None


def _of_two(query: Query, a: Number, b: Number, cues: Cues) -> Sum | None:
    """The sum over two counts, or over two percentages."""
    said = next(
        (kind for kind in ("difference", "total") if cues.has(f"between_{kind}", _between(a, b, query.text))), ""
    )
    if said and a.unit == b.unit == "":
        return Sum(said, *_large_first(a, b))
    operations, relative = set(query.operations), cues.has("relative", query.text)
    for cue, pair in (("percent_less", _large_first(a, b)), ("percent_more", tuple(reversed(_large_first(a, b))))):
        if cues.has(cue, query.text):
            return Sum("change", *pair)
    in_percent = query.wants == "percent" or "percent_change" in operations or relative
    part_of = cues.has("part_of", _between(a, b, query.text))
    points = a.unit == "%" and not relative and (query.wants == "points" or "difference" in operations)
    if points:
        return Sum("points", *_large_first(a, b))
    if in_percent and not part_of and (relative or _moves(query, a, b, cues)):
        return Sum("change", *_base_first(query.text, a, b, cues))
    if a.unit == "%":
        return Sum("ratio", *_large_first(a, b)) if "ratio" in operations else None
    if cues.has("rest_asked", query.text):
        return (
            Sum("rest_share" if in_percent else "difference", *_large_first(a, b))
            if part_of or not in_percent
            else None
        )
    if in_percent or "share" in operations:
        return Sum("share", *reversed(_large_first(a, b)))
    kind = next((name for name in ("ratio", "total", "difference") if name in operations), "")
    return Sum(kind, *_large_first(a, b)) if kind else None


def _of_hundred(asked: re.Match[str], a: Number, b: Number, text: str) -> Sum | None:
    """The share of the thing named first in the one of which a hundred are spoken of; None where the numbers do not tell which is which."""
    counted = {stem(word[0].lower()): n for n in (a, b) if (word := _WORD.search(text, n.end))}
    part, whole = (counted.get(stem(asked[name].lower())) for name in ("part", "whole"))
    return Sum("share", part, whole) if part and whole and part is not whole else None


def _moves(query: Query, a: Number, b: Number, cues: Cues) -> bool:
    """Whether one number is said to have become the other."""
    return query.changing or cues.has("change_words", query.text) or cues.has("becomes", _between(a, b, query.text))


def _base_first(text: str, a: Number, b: Number, cues: Cues) -> tuple[Number, Number]:
    """The number that the other is measured against first: the one after "from", "against" or the like, else the first."""
    if a.start != b.start:
        before = [text[max(0, n.start - 40) : n.start] for n in (a, b)]
        first, second = (cues.has("before_base", said) for said in before)
        if first == second:
            second, first = (cues.has("before_other", said) for said in before)
        if first != second:
            return (a, b) if first else (b, a)
    return a, b


def _large_first(a: Number, b: Number) -> tuple[Number, Number]:
    return (a, b) if a.value >= b.value else (b, a)


def _of_percentage(query: Query, percent: Number, count: Number, cues: Cues) -> Sum | None:
    """A percentage of a count, or the whole that a count is so many per cent of."""
    if query.changing or not percent.value:
        return None
    rest = cues.has("rest_asked", query.text) or cues.has("negative_word", query.text)
    if rest and not cues.has("whole_asked", query.text):
        return None
    if percent.end < count.start and cues.has("of_whole", query.text[percent.end : count.start]):
        return Sum("part", percent, count)
    if count.end < percent.start and _IS_PERCENT.search(query.text[count.end : percent.start]):
        return Sum("whole", count, percent)
    if _asks_of_percent(query.text, percent):
        return Sum("part", percent, count)
    if cues.has("whole_asked", query.text):
        return Sum("whole", count, percent)
    return Sum("part", percent, count) if cues.has("number_of_it", query.text) else None


def _asks_of_percent(text: str, percent: Number) -> bool:
    """Whether the number of what the percentage counts is asked for ("64% positive: how many positive tests?")."""
    counted = _WORD.search(text, percent.end)
    asked = _HOW_MANY.search(text)
    return bool(counted and asked and f" {counted[0].lower()} " in f" {asked['what'].lower()} ")


def _of_money(query: Query, money: Number, count: Number, cues: Cues) -> Sum | None:
    """An amount for one times the number of them, or an amount shared out among them."""
    if money.unit != "£" or count.unit:
        return None
    if cues.has("shared_out", query.text):
        return Sum("each", money, count)
    for_one = (
        cues.has("for_one", _after(money, query.text))
        or cues.has("for_one_before", query.text[: money.start])
        or cues.has("multiply", query.text)
    )
    return Sum("product", money, count) if for_one else None
