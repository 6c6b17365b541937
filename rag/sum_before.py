"""Sums that go on from what was told before, or from the two values that an answer tells: the whole, the rest, the gap."""

from dataclasses import replace

from ingest.numerals import find_numbers
from ingest.records import Figure
from rag.draft import Draft
from rag.library import Library
from rag.op_sentence import asks_number, asks_rest
from rag.query import Query
from rag.records import Derivation
from rag.sum_earlier import earlier_amount
from rag.sum_prose import figure_to_amount, number_in
from rag.sum_shapes import shapes_of
from rag.sum_told import told_sum, whole_implied
from rag.wording import plain_number


def whole_of_told(query: Query, library: Library) -> Draft | None:
    """The whole that the answer before is so many per cent of, as the question says."""
    shape = next((one for one in shapes_of(query.text) if one.kind == "whole"), None)
    if shape is None:
        return None
    part, percent = earlier_amount(query, library), number_in(shape.phrases[1], library)
    if part is None or percent is None or percent.unit != "%" or not 0 < percent.value < 100:
        return None
    return whole_implied(part, percent.value) if part.figures[0].unit not in ("%", "£") else None


def rest_of_told(query: Query, library: Library) -> Draft | None:
    """The rest of a whole whose part was told before ("and how many were not?")."""
    told = query.told
    if "measure" not in query.inherited or not asks_number(query) or not asks_rest(query, library) or told is None:
        return None
    if told.derivation is None or told.derivation.operation != "share" or len(told.figures) != 2:
        return None
    whole, part = sorted(map(figure_to_amount, told.figures), key=lambda amount: -amount.number)
    return told_sum("difference", [whole, part])


def gap_told(query: Query, draft: Draft) -> Draft:
    """The draft with the gap between two values that disagree, where it is asked by how much they differ."""
    values = {figure.value for figure in draft.figures}
    if not {"discrepancy", "difference"} <= set(query.operations) or draft.derivation:
        return draft
    if len(values) != 2:
        return _gap_of_finding(draft)
    if draft.status != "answered" or len({figure.unit == "%" for figure in draft.figures}) > 1:
        return draft
    gap = told_sum("difference", [figure_to_amount(f) for f in _one_of_each(draft.figures)])
    if gap is None or gap.derivation is None or gap.derivation.result is None:
        return draft
    return replace(
        draft,
        headline=f"{draft.headline} They differ by {plain_number(abs(gap.derivation.result))}.",
        derivation=gap.derivation,
    )


def _gap_of_finding(draft: Draft) -> Draft:
    """The draft with the gap between the two values of the one finding that it tells."""
    sides = [find_numbers(side) for one in draft.findings for side in (one.value_a, one.value_b)]
    if len(draft.findings) != 1 or any(len(side) != 1 for side in sides) or sides[0][0].unit != sides[1][0].unit:
        return draft
    high, low = sorted((side[0].value for side in sides), reverse=True)
    working = f"{plain_number(high)} − {plain_number(low)} = {plain_number(high - low)}"
    derivation = Derivation("difference", working, high - low, "", tuple(f.id for f in draft.figures))
    return replace(
        draft, headline=f"{draft.headline} They differ by {plain_number(high - low)}.", derivation=derivation
    )


def _one_of_each(figures: tuple[Figure, ...]) -> list[Figure]:
    return sorted({figure.value: figure for figure in figures}.values(), key=lambda f: -f.value)
