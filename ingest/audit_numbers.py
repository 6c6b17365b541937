"""Arithmetic on printed numbers: what rounding allows, and when two of them say the same."""

import re
from decimal import ROUND_DOWN, Decimal
from typing import Literal

from ingest.records import Figure

Severity = Literal["high", "medium", "low"]
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_HUNDRED = Decimal(100)
_SLACK = {"about": Decimal("0.06"), "over": Decimal("0.25"), "under": Decimal("0.25")}


def last_digit(figure: Figure) -> Decimal:
    """The unit of the last printed digit: 0.1 for "11.2%", 1 for "6,526", 100,000,000 for "£1.4bn"."""
    match = re.search(r"\d[\d,]*(?:\.(\d+))?\s?([a-z]*)", figure.printed.lower())
    if match is None:
        return Decimal(1)
    return Decimal(1).scaleb(_SCALES.get(match[2], 0) - len(match[1] or ""))


def bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest true value that a printed level can stand for; a whole count is exact."""
    unit = last_digit(figure)
    half = Decimal(0) if unit == 1 and figure.unit not in ("%", "share") else unit / 2
    return figure.value - half, figure.value + half


def change_between(first: Decimal, last: Decimal, figure: Figure) -> Decimal | None:
    """The change from one level to another, of the kind that a figure prints; None where there is none."""
    if figure.kind != "change_percent":
        return last - first
    return (last - first) * _HUNDRED / first if first else None


def change_range(first: Figure, last: Figure, change: Figure) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest change between two printed levels."""
    found = [change_between(a, b, change) for a in bounds(first) for b in bounds(last)]
    known = [one for one in found if one is not None]
    return (min(known), max(known)) if len(known) == len(found) else None


def is_within(figure: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether a printed number, wording included ("about", "over"), rounds a value between two bounds."""
    half, value = last_digit(figure) / 2, abs(figure.value)
    least, most = (-high, -low) if figure.value < 0 else (low, high)
    if figure.high is not None:
        return value - half <= most and least <= figure.high + half
    slack = value * _SLACK.get(figure.qualifier, Decimal(0))
    floor = value - half - (slack if figure.qualifier != "over" else 0)
    ceiling = value + half + (slack if figure.qualifier != "under" else 0)
    return floor <= most and least <= ceiling


def is_cut_off(figure: Figure, exact: Decimal) -> bool:
    """Whether a printed number is a value cut off where it should have been rounded."""
    unit = last_digit(figure)
    return (abs(exact) / unit).quantize(Decimal(1), ROUND_DOWN) * unit == abs(figure.value)


def agree(exact: Figure, other: Figure) -> bool:
    """Whether two printed levels or changes can be the same number, rounding and wording observed."""
    fine, rough = (exact, other) if last_digit(exact) <= last_digit(other) else (other, exact)
    if _sized(fine, rough) == _sized(rough, fine) or _is_rounded_count(rough, fine):
        return True
    if last_digit(fine) < last_digit(rough):
        return abs(_sized(fine, rough) - _sized(rough, fine)) <= last_digit(rough) / 2
    return any(_is_loose(one) and is_within(one, *bounds(two)) for one, two in ((fine, rough), (rough, fine)))


def _sized(figure: Figure, other: Figure) -> Decimal:
    """The value to compare with another's: of two changes not both signed, the size alone."""
    unsigned = figure.kind != "level" and not (is_signed(figure) and is_signed(other))
    return abs(figure.value) if unsigned else figure.value


def _is_loose(figure: Figure) -> bool:
    return bool(figure.qualifier) or figure.high is not None


def is_signed(figure: Figure) -> bool:
    """Whether a plus or minus sign is printed."""
    return figure.printed.strip()[:1] in "+-−–"


def _is_rounded_count(rough: Figure, exact: Figure) -> bool:
    """Whether a count in whole hundreds ("22,500 users") is a rounding of another."""
    digits = str(abs(rough.value).to_integral_value()).rstrip("0")
    zeros = len(str(abs(rough.value).to_integral_value())) - len(digits)
    if rough.is_cell or zeros < 2 or rough.kind != "level":
        return False
    return abs(rough.value - exact.value) <= Decimal(5).scaleb(zeros - 1)


def are_near(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers are of one size, so that they can be meant to be the same."""
    small, large = sorted((abs(a), abs(b)))
    return small * 2 >= large > 0


def severity_of(a: Decimal, b: Decimal) -> Severity:
    """How serious a difference is: under 1 % low, from 5 % high."""
    share = abs(a - b) / max(abs(a), abs(b), Decimal(1).scaleb(-9))
    if share >= Decimal("0.05"):
        return "high"
    return "medium" if share >= Decimal("0.01") else "low"


def show(value: Decimal, like: Figure) -> str:
    """A computed value, rounded and written as a figure is printed."""
    places = max(0, -last_digit(like).as_tuple().exponent)  # type: ignore[operator]
    sign = "+" if like.kind != "level" else ""
    unit = {"%": "%", "percentage points": " percentage points"}.get(like.unit, "")
    return f"{value:{sign},.{places}f}{unit}"
