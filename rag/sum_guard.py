"""Whether a question asks outright for a sum that an answer does not give, so that its bare figure would mislead."""

import re

from rag.draft import Draft
from rag.query import Query
from rag.sum_shapes import load_shapes

_STATED = re.compile(r"[-+−]?\d[\d.,]* ?(?:%|per ?cent|percentage points?|percent|points?|pp)(?![\w-])(?! of\b)", re.I)
_CHANGES = ("change_percent", "change_points", "change_count")
_OTHER_FORMS = ("why", "definition", "source", "who", "when", "where")


def lacks_sum(query: Query, draft: Draft) -> bool:
    """Whether a sum is asked for and the answer neither works it out nor tells a printed result of its kind."""
    if draft.status != "answered" or query.yes_no or query.form in _OTHER_FORMS or "discrepancy" in query.operations:
        return False
    return any(not _gives(kind, draft) for kind in sums_asked(query))


def sums_asked(query: Query) -> list[str]:
    """The kinds of sum that a question asks for outright: by its operation, and by words that cannot mean a look-up."""
    operations = {*query.operations, "product", *(["points"] if query.wants == "points" else [])}
    if not (len(query.periods) > 1 or query.since or query.relative):
        operations.add("minus")  # of two things, since no two years are named whose change it could be
    text = _STATED.sub(" ", query.text)
    return [kind for kind, words in load_shapes().asked.items() if kind in operations and words.search(text)]


def _gives(kind: str, draft: Draft) -> bool:
    told = load_shapes().given[kind].search(draft.headline) is not None
    if kind in ("share", "percent_change", "minus"):
        return told
    if draft.derivation or kind == "difference" and any(f.kind in _CHANGES for f in draft.figures):
        return True
    return told
