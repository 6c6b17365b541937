"""Questions that hand over the numbers to reckon with ("31 out of 84, what is that in per cent?").

The result is told only where the reports state both numbers, with the places where they do.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.numerals import Number
from ingest.periods import period_from_label
from ingest.records import Figure
from rag.draft import Draft
from rag.given_numbers import Sum, sum_given
from rag.given_place import share_in_place
from rag.given_sources import Pair, sources_of
from rag.library import Library
from rag.op_sum import time_step
from rag.query import Query
from rag.records import Derivation
from rag.sum_per_time import steps_of
from rag.wording import area_words, measure_words, percent_of, period_words, plain_number, signed, value_words

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Result:
    """What a sum comes to: the number, how it is said, its working and its unit."""

    number: Decimal
    said: str
    working: str
    unit: str = ""


def reckon_with_given(query: Query, library: Library) -> Draft | None:
    """The result of the sum that a question asks for over numbers it states; None where no report states them both."""
    stated = [n for n in query.numbers if n.unit == "%"]
    if query.yes_no and len(stated) != 1 or "discrepancy" in query.operations:
        return None
    asked = sum_given(query, library.cues)
    pair = sources_of(asked.first, asked.second, query, library) if asked else None
    if asked is None:
        asked, pair = share_in_place(query, library)
    if asked is None or pair is None:
        return None
    if asked.kind == "difference" and pair[0].unit.startswith("per ") and pair[0].sentence == pair[1].sentence:
        return None
    asked, pair = _in_order_of_time(asked, pair, query)
    asked = _money_first(asked, pair)
    if asked is None:
        return None
    result = _per_step(_SUMS[asked.kind](asked.first, asked.second), asked, pair, query)
    if query.yes_no and (asked.kind not in ("share", "change") or stated[0] in (asked.first, asked.second)):
        return None
    verdict = f"{'Yes' if _is_right(stated[0], result.number) else 'No'}: " if query.yes_no else ""
    head = f"{verdict}{result.said}: {result.working}. {_told(asked, pair, library)}"
    derivation = Derivation(asked.kind, result.working, result.number, result.unit, tuple(f.id for f in pair))
    return Draft("answered", head, figures=pair, derivation=derivation)


def _money_first(asked: Sum, pair: Pair) -> Sum | None:
    """The sum with an amount of money as such in a product, the question having left out the sign; None where neither is one."""
    if asked.kind != "product":
        return asked
    units = [figure.unit == "£" for figure in pair]
    if sum(units) != 1:
        return None
    money, count = (asked.first, asked.second) if units[0] else (asked.second, asked.first)
    return Sum("product", replace(money, unit="£"), replace(count, unit=""))


def _per_step(result: _Result, asked: Sum, pair: Pair, query: Query) -> _Result:
    """The result per week, month or day where that is asked of yearly counts ("how many extra every week?")."""
    step = time_step(query.text) if asked.kind in ("difference", "total") and not asked.first.unit else None
    steps = steps_of(pair[0], step[1]) if step and pair[0].unit == pair[1].unit else None
    if step is None or steps is None:
        return result
    each = result.number / steps
    said = plain_number(each, 1)
    working = f"{result.working}; {plain_number(result.number)} ÷ {plain_number(steps)} = {said}"
    return _Result(each, f"About {said} a {step[0]}", working, f"a {step[0]}")


def _is_right(stated: Number, result: Decimal) -> bool:
    """Whether a stated percentage is the result, to the places in which it is stated, or roughly where it says so."""
    exponent = stated.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(stated.value - abs(result)) <= step * (2 if stated.qualifier == "about" else Decimal("0.51"))


def _in_order_of_time(asked: Sum, pair: Pair, query: Query) -> tuple[Sum, Pair]:
    """The sum with the earlier of two numbers of one measure as the base of a change."""
    periods = [period_from_label(f.period) for f in pair]
    first, last = periods
    if asked.kind != "change" or not (first and last) or pair[0].terms != pair[1].terms or first <= last:
        return asked, pair
    return Sum(asked.kind, asked.second, asked.first), (pair[1], pair[0])


def _told(asked: Sum, pair: Pair, library: Library) -> str:
    """Where each of the two numbers stands and what it counts there."""
    a, b = pair
    if a.sentence == b.sentence and not a.is_cell:
        return f"{_place(a, library)}: {a.sentence}"
    sides = [_side(figure, number) for figure, number in zip(pair, (asked.first, asked.second), strict=True)]
    places = list(dict.fromkeys(_place(figure, library) for figure in pair))
    if len(places) == 1:
        return f"{places[0]} gives {sides[0]} and {sides[1]}."
    return " ".join(f"{place} gives {side}." for place, side in zip(places, sides, strict=True))


def _place(figure: Figure, library: Library) -> str:
    place = library.place_of(figure, True)
    return place[:1].upper() + place[1:]


def _side(figure: Figure, number: Number) -> str:
    """ "8,177 individuals in treatment in Birmingham in 2022/23"; of a percentage that is left, what is printed."""
    setting = (
        f"in {area_words(figure.area)} {period_words(figure.period)}" if figure.area else period_words(figure.period)
    )
    return f"{value_words(figure)} {measure_words(figure)} {setting}".strip()


def _share(part: Number, whole: Number) -> _Result:
    share = percent_of(part.value, whole.value)
    said = f"{plain_number(share, 1)}%"
    return _Result(share, said, f"{_n(part)} ÷ {_n(whole)} = {said}", "%")


def _rest_share(whole: Number, part: Number) -> _Result:
    rest = whole.value - part.value
    share = percent_of(rest, whole.value)
    said = f"{plain_number(share, 1)}%"
    return _Result(share, f"{said} were not", f"({_n(whole)} − {_n(part)}) ÷ {_n(whole)} = {said}", "%")


def _change(base: Number, last: Number) -> _Result:
    gap = last.value - base.value
    percent = percent_of(gap, base.value)
    said = f"{signed(percent, 1)}%"
    points = f"; in percentage points {signed(gap)}" if base.unit == "%" else ""
    word = "rise" if gap > 0 else "fall"
    told = f"A {word} of {plain_number(abs(percent), 1)}%" if gap else "No change"
    less = "" if base.unit == "%" else f"{_n(last)} − {_n(base)} = {signed(gap)}; "
    divided = f"({_n(last)} − {_n(base)})" if base.unit == "%" else signed(gap)
    return _Result(percent, told, f"{less}{divided} ÷ {_n(base)} = {said}{points}", "%")


def _points(more: Number, less: Number) -> _Result:
    gap = more.value - less.value
    said = f"{plain_number(gap)} percentage points"
    return _Result(gap, said, f"{_n(more)} − {_n(less)} = {said}", "percentage points")


def _difference(more: Number, less: Number) -> _Result:
    gap = more.value - less.value
    said = f"{_sign(more)}{plain_number(gap)}"
    return _Result(gap, said, f"{_n(more)} − {_n(less)} = {said}", more.unit)


def _total(a: Number, b: Number) -> _Result:
    amount = a.value + b.value
    said = f"{_sign(a)}{plain_number(amount)}"
    return _Result(amount, said, f"{_n(a)} + {_n(b)} = {said}", a.unit)


def _ratio(more: Number, less: Number) -> _Result:
    times = more.value / less.value
    said = f"{plain_number(times, 1)} times"
    return _Result(times, said, f"{_n(more)} ÷ {_n(less)} = {plain_number(times, 2)}, about {plain_number(times, 1)}")


def _whole(part: Number, percent: Number) -> _Result:
    whole = part.value / percent.value * _HUNDRED
    said = plain_number(whole, 0)
    return _Result(whole, f"About {said}", f"{_n(part)} ÷ {_n(percent)} = {plain_number(whole, 1)}, about {said}")


def _part(percent: Number, whole: Number) -> _Result:
    part = percent.value * whole.value / _HUNDRED
    said = plain_number(part, 0)
    return _Result(part, f"About {said}", f"{_n(percent)} × {_n(whole)} = {plain_number(part, 1)}, about {said}")


def _product(money: Number, count: Number) -> _Result:
    amount = money.value * count.value
    said = f"£{plain_number(amount)}"
    return _Result(amount, said, f"{_n(money)} × {_n(count)} = {said}", "£")


def _each(money: Number, count: Number) -> _Result:
    amount = money.value / count.value
    said = f"£{plain_number(amount, 2 if amount < _HUNDRED else 0)}"
    return _Result(amount, f"About {said} each", f"{_n(money)} ÷ {_n(count)} = {said}", "£")


def _n(number: Number) -> str:
    return f"{_sign(number)}{plain_number(number.value)}{'%' if number.unit == '%' else ''}"


def _sign(number: Number) -> str:
    return "£" if number.unit == "£" else ""


_SUMS: dict[str, Callable[[Number, Number], _Result]] = {
    "share": _share,
    "rest_share": _rest_share,
    "change": _change,
    "points": _points,
    "difference": _difference,
    "total": _total,
    "ratio": _ratio,
    "whole": _whole,
    "part": _part,
    "product": _product,
    "each": _each,
}
