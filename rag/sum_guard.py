"""Whether a question asks outright for a sum that an answer does not give, so that its bare figure would mislead."""

import re

from rag.draft import Draft
from rag.query import Query
from rag.sum_shapes import load_shapes

_STATED = re.compile(r"[-+−]?\d[\d.,]* ?(?:%|per ?cent|percentage points?|percent|points?|pp)(?![\w-])(?! of\b)", re.I)
_CHANGE = re.compile(
    r"[-+−]\d[\d.,]* ?(?:%|per ?cent)|\b(?:by|increase|decrease|rise|fall|reduction|growth)(?: of)?\W{0,3}(?:about |around )?"
    r"\d[\d.,]* ?(?:%|per ?cent)|\d[\d.,]* ?(?:%|per ?cent) (?:increase|rise|fall|drop|decrease|reduction|growth|decline|change)",
    re.I,
)  # a percentage that is a change, and no share
_RANKED = re.compile(
    r"\b(?:next|first|order|second|third|fourth|rank\w*|ahead|top|above|below|only|leads?|main|than|exceed\w*|more|fewer|less|"
    r"most|least|best|worst|\w+est|higher|lower|larger|smaller)\b",
    re.I,
)
_CHANGES = ("change_percent", "change_points", "change_count")
_OTHER_FORMS = ("why", "definition", "source", "who", "when", "where")
_OF_SEVERAL = ("compare", "difference", "ratio", "total")  # operations that need a figure of each area named
_OF_TWO_TIMES = ("compare", "difference", "percent_change")  # those that need one of each period named


def lacks_sum(query: Query, draft: Draft) -> bool:
    """Whether a sum is asked for and the answer neither works it out nor tells a printed result of its kind."""
    if draft.status != "answered" or query.yes_no or query.form in _OTHER_FORMS or "discrepancy" in query.operations:
        return False
    return any(not _gives(kind, draft, query) for kind in sums_asked(query)) or _lacks_a_side(query, draft)


def tells_of_one_alone(query: Query, draft: Draft) -> bool:
    """Whether all areas are ranked, compared or said to have moved, and the answer has the figure of but one of them."""
    areas = {figure.area for figure in draft.figures}
    asked = bool({"rank", "trend", "compare"} & set(query.operations)) and "discrepancy" not in query.operations
    return query.every_area and asked and not draft.derivation and len(areas) == 1 and query.form not in _OTHER_FORMS


def sums_asked(query: Query) -> list[str]:
    """The kinds of sum that a question asks for outright: by its operation, and by words that cannot mean a look-up."""
    operations = {*query.operations, "product", *(["points"] if query.wants == "points" else [])}
    if not (len(query.periods) > 1 or query.since or query.relative):
        operations.add("minus")  # of two things, since no two years are named whose change it could be
    text = _STATED.sub(" ", query.text)
    return [kind for kind, words in load_shapes().asked.items() if kind in operations and words.search(text)]


def _gives(kind: str, draft: Draft, query: Query) -> bool:
    moves = query.changing or bool({"percent_change", "difference"} & set(query.operations))
    headline = (
        _CHANGE.sub(" ", draft.headline) if kind == "share" and not moves and not draft.findings else draft.headline
    )
    told = load_shapes().given[kind].search(headline) is not None
    if kind in ("share", "percent_change", "minus"):
        return told
    if draft.derivation or kind == "difference" and _is_change(draft):
        return True
    return told


def _is_change(draft: Draft) -> bool:
    return any(figure.kind in _CHANGES for figure in draft.figures)


def _lacks_a_side(query: Query, draft: Draft) -> bool:
    """Whether figures are told, but not of each area or period to be set together, or in no order where a ranking is asked for."""
    figures, operations = draft.figures, set(query.operations)
    if draft.derivation:
        return False
    if not figures:
        several = len(query.areas) > 1 and not query.every_area and bool(operations & {"difference", "ratio"})
        return several and not all(area in draft.headline for area in query.areas)
    areas, periods = {figure.area for figure in figures}, {figure.period for figure in figures}
    if "rank" in operations and not _RANKED.search(draft.headline):
        return True
    if (
        len(query.areas) > 1
        and not query.every_area
        and operations & set(_OF_SEVERAL)
        and not set(query.areas) <= areas
    ):
        return True
    if _is_change(draft) or len(periods) > 1:
        return False
    moves = "trend" in operations and query.changing and query.wants != "count" and len(areas) == 1
    return moves or len(query.periods) == 2 and bool(operations & set(_OF_TWO_TIMES))
