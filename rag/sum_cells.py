"""Operands that stand in tables: the amount of one area, or of several added up."""

from dataclasses import replace
from decimal import Decimal

from rag.library import Library
from rag.op_amounts import Amount, amount_of
from rag.query import Query
from rag.wording import measure_words, plain_number

UNITS = ("count", "percent", "rate", "money")
Place = tuple[Amount, ...]


def looked_up(query: Query, beside: Place, library: Library, units: tuple[str, ...] = UNITS) -> Amount | None:
    """The amount that a query asks for, of the kind of those beside it: of its one area, or of several added up."""
    kinds = {unit_kind(amount) for amount in beside}
    for unit in (unit for unit in units if not kinds or unit in kinds):
        wanted = replace(query, wants="rate" if unit == "rate" else "")
        areas = _each_area(wanted, library)
        parts = [_one(replace(wanted, areas=(a,), every_area=False) if a else wanted, unit, library) for a in areas]
        known = [part for part in parts if part]
        if known and len(known) == len(parts):
            return known[0] if len(known) == 1 else added(known) if unit == "count" else None
    return None


def unit_kind(amount: Amount) -> str:
    """Whether an amount is a count, a percentage, a rate or money."""
    unit = amount.figures[0].unit
    return "percent" if unit == "%" else "rate" if unit.startswith("per ") else "money" if unit == "£" else "count"


def _one(query: Query, unit: str, library: Library) -> Amount | None:
    return amount_of(query, library, unit)


def _each_area(query: Query, library: Library) -> tuple[str, ...]:
    """The areas whose values are wanted one by one; ("",) where the query is of one place as it stands."""
    if query.every_area:
        return tuple(area.name for area in library.lexicon.areas.values() if area.kind == "local")
    return query.areas if len(query.areas) > 1 else ("",)


def added(parts: list[Amount]) -> Amount | None:
    """Several amounts of one period as one."""
    if len({part.period for part in parts}) > 1:
        return None
    number = sum((part.number for part in parts), Decimal(0))
    printed = f"({' + '.join(part.printed for part in parts)} = {plain_number(number)})"
    alike = len({part.area for part in parts}) > 1
    named = ", ".join(f"{part.area} {part.printed}" if alike else part.words for part in parts)
    measure = f" {measure_words(parts[0].figures[0])}" if alike else ""
    words = f"{plain_number(number)}{measure} ({named})"
    return Amount(number, printed, words, tuple(f for part in parts for f in part.figures))
