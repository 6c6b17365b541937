"""Totals of two measures over all areas, set against each other: completions less drop-outs, all seven areas."""

from collections.abc import Iterable
from decimal import Decimal

from rag.cells import Value
from rag.draft import Draft
from rag.query import Query
from rag.records import Derivation
from rag.wording import measure_words, period_words, plain_number, sentence_case


def totals_set_against(query: Query, rows: list[tuple[str, Value, Value]]) -> Draft | None:
    """The two totals and the gap between them; None where the question is not for totals, or they cannot be added up."""
    pairs = [(x, y) for _, x, y in rows]
    asked = {"difference", "total"} <= set(query.operations)
    if not asked or any(v.figure.unit == "%" or v.figure.unit.startswith("per ") for pair in pairs for v in pair):
        return None
    first, second = (_sum(side) for side in zip(*pairs, strict=True))
    gap = first - second
    sums = [" + ".join(value.figure.printed for value in side) for side in zip(*pairs, strict=True)]
    working = f"({sums[0]}) − ({sums[1]}) = {plain_number(first)} − {plain_number(second)} = {plain_number(gap)}"
    a, b = (measure_words(value.figure) for value in pairs[0])
    head = (
        f"{plain_number(abs(gap))} {'more' if gap >= 0 else 'fewer'}: {plain_number(first)} {a} in the {len(rows)} areas "
        f"{period_words(pairs[0][0].figure.period)}, added up, against {plain_number(second)} {b}."
    )
    figures = tuple(value.figure for pair in pairs for value in pair)
    derivation = Derivation("difference of totals", working, gap, "", tuple(f.id for f in figures))
    return Draft("answered", sentence_case(head), figures=figures, derivation=derivation)


def _sum(values: Iterable[Value]) -> Decimal:
    return sum((value.number for value in values), Decimal(0))
