"""Yes/no questions that state a number: held against the figure, with its unit, and answered by it."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.numerals import Number
from ingest.records import Figure
from rag.cells import Value, build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import find_measures
from rag.op_lookup import one_value
from rag.query import Query
from rag.stated_side import Side, side_of
from rag.targets import find_targets

_TRIED = 6
_AMONG = re.compile(
    r"\b(?:among(?:st)?|one of|part of|included|includ\w+|contribut\w+|in (?:that|the) (?:number|count|total|figure)|counted|count\w* towards?|"
    r"behind|make up|made up|feed\w* into|took part|record\w*|report\w*)\b",
    re.I,
)
_LEFT_OUT_BEFORE = re.compile(
    r"\b(?:exclud\w+|except(?: for)?|apart from|other than|not including|without|not counting|bar)\W+(?:the )?$", re.I
)
_LEFT_OUT = re.compile(
    r"\b(?:is|was|being|are|were) (?:excluded|left out|not (?:included|counted))|\bdoes not record\b|\bdid not record\b",
    re.I,
)


def verify_stated(query: Query, library: Library) -> Draft | None:
    """Yes or no to "was it 34 in Coventry?", with the figure; None where no one figure is asked about."""
    stated = [number for number in query.numbers if number.unit not in ("times", "interval")]
    others = "rank" in query.operations or _sets_others_against(query, library)
    if not query.yes_no or len(stated) != 1 or query.changing or others:
        return None
    values = _candidates(query, library)
    if not values:
        return None
    apart = _not_counted_in(query, values, library)
    if apart:
        return apart
    number = stated[0]
    fitting = [value for value in values if _same_class(number, value.figure)]
    equal = [value for value in values if any(f.value == number.value for f in value.all_figures)]
    if fitting:
        side = side_of(number, query.text)
        value = next((v for v in fitting if v in equal and not side), _of_unit_asked(query, fitting))
        if _is_on_the_line(number, value):
            return None  # the text tells which side of it
        return _by_side(value, side, number, library) if side else _answer(value, _holds(number, value), library)
    return _answer(equal[0], False, library) if equal else None


def _not_counted_in(query: Query, values: list[Value], library: Library) -> Draft | None:
    """No to "was Dudley among those that recorded them?", where a sentence on the whole number leaves that area out."""
    kinds = library.lexicon.areas
    asked = [area for area in query.areas if area in kinds and kinds[area].kind == "local"]
    if len(asked) != 1 or not _AMONG.search(query.text):
        return None
    for figure in (f for value in values for f in value.every_figure if f.area not in asked):
        for clause in re.split(r"[;:.]\s", figure.sentence):
            named = [m for m in library.lexicon.find_areas(clause) if m.name in asked]
            if named and (
                _LEFT_OUT_BEFORE.search(clause[: named[0].start]) or _LEFT_OUT.search(clause[named[0].end :])
            ):
                return Draft("answered", f"No: {figure.sentence}", figures=(figure,))
    return None


def _sets_others_against(query: Query, library: Library) -> bool:
    """Whether the number is what others are held against: a place in a ranking, or a limit for every other area."""
    several = query.every_area or bool(query.left_out) or len(query.areas) > 1
    return bool(query.areas) and "rank" in query.operations or several and bool(query.direction)


def _candidates(query: Query, library: Library) -> list[Value]:
    """The values of the best measures, in every unit that they are given in, for the one area and period asked for."""
    free = replace(query, wants="")
    best = [
        find_measures(replace(free, wants=want), library.index, library.lexicon)[:_TRIED]
        for want in ("", "rate", "percent")
    ]
    values: list[Value] = []
    for found in (one for group in best for one in group if one.score >= 0.7):
        grid = build_grid(found, library.lexicon)
        targets = find_targets(query, grid, library.lexicon)
        if targets.complete and len(targets.areas) == 1:
            value = grid.value(targets.areas[0], targets.periods[-1].label)
            values += [value] if value and value not in values else []
    return values


def _same_class(number: Number, figure: Figure) -> bool:
    if number.unit in ("%", "share"):
        return figure.unit == "%"
    if number.unit.startswith("per "):
        return figure.unit == number.unit
    if number.value % 1 and not figure.unit and not figure.value % 1:
        return False  # a count is no decimal
    return (
        figure.unit not in ("%",)
        and not figure.unit.startswith("per ")
        or not number.unit
        and figure.unit.startswith("per ")
    )


def _of_unit_asked(query: Query, fitting: list[Value]) -> Value:
    """The first of the values in the unit that the question speaks of ("is its rate above 15?"), else the first."""
    rates = [value for value in fitting if value.figure.unit.startswith("per ")]
    return rates[0] if query.wants == "rate" and rates else fitting[0]


def _by_side(value: Value, side: Side, number: Number, library: Library) -> Draft:
    """Yes or no to a limit, with the value; without where the reports' values lie on both sides of it."""
    draft = one_value(value, library)
    verdicts = {side.holds(figure.value, _in_full(number)) for figure in value.all_figures}
    if len(verdicts) > 1:
        return draft
    return replace(draft, headline=f"{'Yes' if verdicts == {True} else 'No'}: {draft.headline}")


def _in_full(number: Number) -> Decimal:
    return number.value * 100 if number.unit == "share" else number.value


def _holds(number: Number, value: Value) -> bool:
    stated = _in_full(number)
    shown = [figure.value for figure in value.all_figures]
    tolerance = abs(stated) * Decimal("0.03") if number.qualifier == "about" or number.unit == "share" else Decimal(0)
    return any(abs(v - stated) <= tolerance for v in shown)


def _is_on_the_line(number: Number, value: Value) -> bool:
    """Whether "more than half" or "under a third" is asked and a rounded percentage lies just there."""
    return number.unit == "share" and number.qualifier in ("over", "under") and value.figure.value == number.value * 100


def _answer(value: Value, holds: bool, library: Library) -> Draft:
    draft = one_value(value, library)
    if value.rivals and holds:
        return draft  # the reports give that number and another
    return replace(draft, headline=f"{'Yes' if holds else 'No'}: {draft.headline}")
