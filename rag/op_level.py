"""The period at whose level a question asks that tells a change ("fell 15.7%. From what?"): the end of that very change."""

from dataclasses import replace
from decimal import Decimal

from ingest.numerals import find_numbers
from rag.beyond import asks_told_level, asks_where_from
from rag.cells import Grid
from rag.op_change import period_pair
from rag.query import Query

_NEAR = Decimal("0.06")  # one report's change is rounded otherwise than another's


def at_told_change(query: Query, grid: Grid, region: str) -> Query:
    """The query for the period that the change it tells leads to, or comes from; as it is where it tells none."""
    if not asks_told_level(query.text) or len(query.areas) > 1:
        return query
    area = query.areas[0] if query.areas else region
    before = asks_where_from(query.text)
    pair = _pair_of_change(query, grid, area) or (period_pair(query, grid, (area,)) if before else None)
    period = grid.periods.get(pair[0 if before else 1]) if pair else None
    return replace(query, periods=(period,), relative="") if period else query


def _pair_of_change(query: Query, grid: Grid, area: str) -> tuple[str, str] | None:
    """The two periods between which the area is printed to have changed by the number that the question states."""
    stated = [number.value for number in find_numbers(query.text)]
    for (place, pair, _), value in grid.changes.items():
        first, last = pair.split(">")
        dated = not query.periods or any(period.label == last for period in query.periods)
        printed = [abs(figure.value) for figure in value.all_figures]
        if place == area and dated and any(abs(one - number) < _NEAR for one in printed for number in stated):
            return first, last
    return None
