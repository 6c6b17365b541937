"""The answer before as an operand: the number worked out or told, and the whole that it was taken from."""

from dataclasses import replace

from ingest.records import Figure
from rag.library import Library
from rag.op_amounts import Amount
from rag.query import Query
from rag.sum_cells import looked_up, unit_kind
from rag.sum_prose import APART, figure_to_amount, stated_amount
from rag.wording import plain_number


def earlier_amount(query: Query, library: Library) -> Amount | None:
    """What was answered to the question before: the number worked out, the one figure told, or the first of a ranking."""
    earlier, told = query.earlier, query.told
    if earlier is None or earlier.refusal:
        return None
    if told and told.status == "answered" and told.figures:
        own = told.derivation
        if own and own.result is not None:
            words = f"{plain_number(own.result)} ({own.working})"
            return Amount(own.result, plain_number(own.result), words, told.figures)
        asked = [f for f in told.figures if _is_of_kind(f, earlier)]
        if asked and (len({f.value for f in asked}) == 1 or "rank" in earlier.operations):
            return figure_to_amount(asked[0])
    plain = replace(earlier, operations=(), wants="", yes_no=False, direction="", changing=False)
    if told is None and (amount := looked_up(plain, (), library)) and amount.figures[0].is_cell:
        return amount
    return stated_amount(earlier.text, plain, (), library)


def _is_of_kind(figure: Figure, asked: Query) -> bool:
    """Whether a figure is of the kind of number that was asked for: a count where it was how many."""
    return asked.wants != "count" or unit_kind(figure_to_amount(figure)) == "count" and figure.unit not in APART


def whole_told(query: Query) -> Amount | None:
    """The whole that the sum told before was taken from ("as a percentage of the total?")."""
    told = query.told
    if told is None or told.derivation is None or told.derivation.operation not in ("share", "difference"):
        return None
    whole, part = max(told.figures, key=lambda f: f.value), min(told.figures, key=lambda f: f.value)
    return figure_to_amount(whole) if len(told.figures) == 2 and part.unit == whole.unit else None
