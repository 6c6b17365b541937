"""Claims written from the cells of the reports' tables: true ones in several sentence shapes, and each made false."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.periods import period_from_label
from ingest.records import Figure
from rag.wording import area_words, value_words

_LOWERED = re.compile(r"^[A-Z](?=[a-z])")


@dataclass(frozen=True, slots=True)
class CellClaim:
    """A sentence written from a cell, and how it was made false ("" where it is true)."""

    text: str
    figure: Figure
    falsified: str = ""


def true_claims(figure: Figure) -> list[CellClaim]:
    """What a cell says, in each sentence shape."""
    return [CellClaim(text, figure) for text in _texts(figure, value_words(figure), figure.area, figure.period)]


def false_claims(figure: Figure, cells: Sequence[Figure]) -> list[CellClaim]:
    """What a cell says with its number, area, year, direction or unit changed, so that no cell of the measure bears it out."""
    kind = [
        f
        for f in cells
        if (f.measure, f.breakdown, f.kind, f.unit) == (figure.measure, figure.breakdown, figure.kind, figure.unit)
    ]
    found = []
    for how, value, area, period in _alterations(figure, kind):
        texts = _texts(figure, value, area, period)
        found += [CellClaim(text, figure, how) for text in texts]
    return found


def _texts(figure: Figure, value: str, area: str, period: str) -> list[str]:
    where, when = area_words(area), f"{figure.base_period} and {period}"
    if figure.kind == "level":
        return list(_level_texts(figure, value, where, period))
    size, verb = _change(value)
    things = _lowered(_thing(figure))
    return [
        f"{where[:1].upper()}{where[1:]}'s {things} {verb} by {size} between {when}.",
        f"Between {when}, {things} in {where} {'went up' if verb == 'rose' else 'went down'} by {size}.",
        f"{where[:1].upper()}{where[1:]} saw {'an increase' if verb == 'rose' else 'a decrease'} of {size} in {things} from {figure.base_period} to {period}.",
    ]


def _level_texts(figure: Figure, value: str, where: str, period: str) -> Iterator[str]:
    things, when = _thing(figure), f"between {period.replace(' to ', ' and ')}" if " to " in period else f"in {period}"
    yield f"{things} in {where} {when} was {value}."
    yield f"{where[:1].upper()}{where[1:]}, {period}, {_lowered(things)}: {value}."
    yield f"{when[:1].upper()}{when[1:]} the figure for {_lowered(things)} in {where} stood at {value}."
    if not figure.unit and not figure.breakdown:
        yield f"{where[:1].upper()}{where[1:]} had {value} {_lowered(things)} {when}."
    else:
        yield f"{where[:1].upper()}{where[1:]} recorded {value} for {_lowered(things)} {when}."


def _thing(figure: Figure) -> str:
    """The measure as a reader of the table names it: "charge or summons, drug offences positive outcomes"."""
    parts = [re.sub(r"\s*\(?\bper 1[0,]*\)?$", "", part) for part in figure.breakdown if part]
    told = " ".join(parts)
    own = told if figure.measure.lower() in told.lower() else ", ".join([*parts, figure.measure])
    return f"{own[:1].upper()}{own[1:]}"


def _lowered(text: str) -> str:
    return _LOWERED.sub(lambda m: m[0].lower(), text)


def _change(value: str) -> tuple[str, str]:
    return value.lstrip("+-−– "), "fell" if value[:1] in "-−–" else "rose"


def _alterations(figure: Figure, kind: Sequence[Figure]) -> Iterator[tuple[str, str, str, str]]:
    value, area, period = value_words(figure), figure.area, figure.period
    held = {f.value for f in kind if (f.area, f.period) == (area, period)}
    for how, number in (("digits", _swapped(value)), ("number", _scaled(value))):
        if number and not any(_digits(number) == abs(v) for v in held):
            yield how, number, area, period
    for other in kind:
        if other.value in held:
            continue
        if other.period == period and other.area != area and abs(other.value) not in {abs(v) for v in held}:
            yield "area", value, other.area, period
            break
    for other in kind:
        if figure.kind == "level" and other.area == area and other.period != period and other.value not in held:
            yield "year", value, area, other.period
            break
    if figure.kind != "level" and any(c in "123456789" for c in value):
        yield "direction", _turned(value), area, period
    yield from (("unit", number, area, period) for number in _other_units(figure, value))


def _other_units(figure: Figure, value: str) -> Iterator[str]:
    bare = re.match(r"[+\-−–]?[\d.,]+", value)
    if bare is None:
        return
    if figure.unit == "%" and figure.kind == "change_percent":
        yield f"{bare[0]} percentage points"
    elif figure.unit == "percentage points":
        yield f"{bare[0]}%"
    elif figure.unit.startswith("per "):
        yield f"{bare[0]}%"
        yield f"{bare[0]} {'per 1,000' if figure.unit == 'per 100,000' else 'per 100,000'}"
    elif not figure.unit and figure.value < 100:
        yield f"{bare[0]}%"


def _swapped(value: str) -> str:
    """The number with its first two different neighbouring digits exchanged."""
    for match in re.finditer(r"(?=(\d)([.,]?)(\d))", value):
        at, (one, mark, two) = match.start(), match.groups()
        if one != two and not (two == "0" and at in (0, 1)):
            return f"{value[:at]}{two}{mark}{one}{value[at + 2 + len(mark) :]}"
    return ""


def _scaled(value: str) -> str:
    """The number made a third larger, with as many places."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", value)
    if match is None:
        return ""
    places = len(match[0].partition(".")[2])
    more = Decimal(match[0].replace(",", "")) * Decimal("1.34") + 1
    return f"{value[: match.start()]}{more:,.{places}f}{value[match.end() :]}"


def _turned(value: str) -> str:
    return f"+{value[1:]}" if value[:1] in "-−–" else f"-{value.lstrip('+')}"


def _digits(value: str) -> Decimal:
    match = re.search(r"\d[\d,]*(?:\.\d+)?", value)
    return Decimal(match[0].replace(",", "")) if match else Decimal(-1)


def is_dated(figure: Figure) -> bool:
    """Whether a cell has an area and a period that can be named."""
    return bool(figure.area and period_from_label(figure.period)) and any(c.isdigit() for c in figure.printed)
