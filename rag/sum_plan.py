"""The sum that a question puts in words: its shape, what its phrases stand for, and the result.

Where no step that knows one kind of sum has an answer, this takes any sum apart: which sum it is, by the words that ask for
it; what it is worked out from, by the phrases of the question, the numbers that it hands over and the answer before.
"""

import re

from rag.draft import Draft
from rag.library import Library
from rag.op_sentence import asks_number
from rag.op_stated import product_of_stated
from rag.query import Query
from rag.question_periods import periods_in
from rag.sum_before import rest_of_told, whole_of_told
from rag.sum_operands import operands_of
from rag.sum_per_time import ASIDE, per_time_of
from rag.sum_prose import figure_to_amount, number_in, stated_amount
from rag.sum_shapes import Shape, shapes_of
from rag.sum_together import belong_together, is_part_of, may_be_set_together
from rag.sum_told import told_sum

_ASKS_GAP = re.compile(r"^(?:what|whats|what's)\b[^?]{0,20}\b(?:difference|gap)\b[^?]*\bbetween\b", re.I)
_LEFT_OUT = re.compile(
    r"\b(?:not|never|no|none|outside|other than|without)\b|n['’]t\b|\bnon-", re.I
)  # a part that is not
_OTHERS = {
    "total": frozenset({"share", "ratio", "average", "percent_change"}),
    "difference": frozenset({"average"}),
}  # operations that ask for more than a sum of this shape


def plan_sum(query: Query, library: Library) -> Draft | None:
    """The result of the sum that a question asks for; None where it asks for none, or not all that it needs is printed."""
    return (
        sum_in_words(query, library)
        or rest_of_told(query, library)
        or per_time_of(query, library)
        or _set_beside(query, library)
        or product_of_stated(query, library)
    )


def _set_beside(query: Query, library: Library) -> Draft | None:
    """Two amounts told beside each other, each of its own measure and time ("compare A in 2024 with B in 2023")."""
    shape = next((one for one in shapes_of(query.text) if one.kind == "beside"), None)
    amounts = operands_of(shape, query, library) if shape and not query.yes_no else None
    return told_sum("higher", amounts) if amounts and may_be_set_together(amounts, query) else None


def sum_in_words(query: Query, library: Library) -> Draft | None:
    """The result of a sum whose shape the question has ("A as a percentage of B"), where all that it names is printed."""
    told_by_form = query.form in ("why", "definition", "source") and not _ASKS_GAP.search(query.text)
    if told_by_form or "discrepancy" in query.operations:
        return None
    if query.form == "list" and not query.operations:
        return None
    for shape in shapes_of(query.text):
        if (
            shape.kind == "beside"
            or query.yes_no
            and shape.kind not in ("higher", "product")
            or not _is_asked(shape, query, library)
        ):
            continue
        told = None if shape.kind == "whole" else _worked_out(shape, query, library)
        if told:
            return told
    return whole_of_told(query, library)


def _is_asked(shape: Shape, query: Query, library: Library) -> bool:
    """Whether nothing else than this sum is asked: no other operation on it, and no ranking of areas by it."""
    if query.left_out and shape.kind in ("part", "share"):
        return False  # of the areas that are left, which no phrase names
    chooses = library.cues.has("choosing", query.text) or library.cues.operations["rank"].search(shape.around)
    ranks = "rank" in query.operations and (query.every_area or shape.kind == "total") and chooses
    if ranks and shape.kind not in ("difference", "higher"):
        return False
    if shape.kind == "total" and _asks_change_of_it(query, library):
        return False
    others = {name for name in query.operations if name in _OTHERS.get(shape.kind, ())}
    return not any(_is_asked_of(name, shape, library) for name in others)


def _asks_change_of_it(query: Query, library: Library) -> bool:
    """Whether not the total is asked for, but by how much it changed between two times ("taken together, how many fewer than ...")."""
    two_times = len(query.periods) > 1 or query.relative in ("before", "after")
    moves = {"difference", "trend", "percent_change"} & set(query.operations)
    gap = bool(moves) and library.cues.has("how_many_more", query.text)
    return gap and two_times and len(query.areas) > 1


def _is_asked_of(operation: str, shape: Shape, library: Library) -> bool:
    """Whether an operation is asked for; an average of one phrase, beside a number handed over, may be a printed one."""
    words = library.cues.operations[operation]
    handed = any(number_in(phrase, library) for phrase in shape.phrases)
    return operation != "average" or not handed or words.search(shape.around) is not None


def _worked_out(shape: Shape, query: Query, library: Library) -> Draft | None:
    if shape.kind in ("part", "share") and _LEFT_OUT.search(shape.phrases[0]):
        return None
    amounts = operands_of(shape, query, library)
    if not amounts or not may_be_set_together(amounts, query):
        return None
    handed = any(number_in(phrase, library) for phrase in shape.phrases)
    if not handed and not belong_together(amounts):
        return None
    if shape.kind == "part" and not handed and not is_part_of(amounts[0], amounts[1], library):
        return None
    of_times = all(periods_in(phrase, library.cues)["periods"] for phrase in shape.phrases)
    if shape.kind == "total" and len({amount.period for amount in amounts}) > 1 and not of_times:
        return None
    elsewhere = len({amount.area for amount in amounts}) > 1
    is_share = shape.kind == "part" or shape.kind == "ratio" and query.wants == "percent"
    return told_sum("share" if is_share else shape.kind, amounts, exceeds=elsewhere and shape.kind != "part")


def either_added(query: Query, library: Library) -> Draft | None:
    """Two numbers that one sentence lists, added up for "a secondary or a tertiary concern"."""
    if query.yes_no or not asks_number(query) or query.operations or library.lexicon.find_areas(query.text):
        return None
    amount = stated_amount(ASIDE.sub(" ", query.text), query, (), library)
    if amount is None or len(amount.figures) != 2 or amount.figures[0].sentence != amount.figures[1].sentence:
        return None
    return told_sum("total", [figure_to_amount(figure) for figure in amount.figures])
