"""Which areas changed by more or less than a stated size ("where did it rise by more than 20%?")."""

import re

from rag.draft import Draft
from rag.op_change import Change
from rag.query import Query
from rag.wording import and_list, sentence_case, signed

_SIDE = re.compile(
    r"\b(?:(?P<over>more than|over|above|at least|exceed\w*|greater than)|less than|under|below)\b", re.I
)


def changes_beyond(query: Query, changes: list[Change], subject: str) -> Draft | None:
    """The areas whose change is beyond the one percentage stated, with the size of each; None where none is stated."""
    stated = [n for n in query.numbers if n.unit == "%"]
    side = _SIDE.search(query.text)
    sized = [(change, change.percent) for change in changes if change.percent is not None]
    if query.yes_no or len(stated) != 1 or side is None or not query.direction or len(sized) < len(changes):
        return None
    limit = stated[0].value
    moved = [(c, p) for c, p in sized if c.direction == query.direction]
    beyond = [(c, p) for c, p in moved if (abs(p) > limit) == (side["over"] is not None) and abs(p) != limit]
    word = "rise" if query.direction == "up" else "fall"
    told = and_list([f"{c.area} ({signed(p, 1)}%)" for c, p in sorted(beyond, key=lambda one: -abs(one[1]))])
    rest = and_list([f"{c.area} ({signed(p, 1)}%)" for c, p in sized if (c, p) not in beyond])
    told = f"a {word} of {side.group()} {stated[0].printed}: {told or 'no area'}"
    detail = (f"The others: {rest}.",) if rest else ()
    figures = tuple(figure for change in changes for figure in change.figures)[:40]
    return Draft("answered", f"{sentence_case(subject)}, {told}.", detail, figures)
