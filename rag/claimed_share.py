"""Questions whether places make up so much of the region ("do the two make less than half of the region's deaths?"): a share."""

from dataclasses import replace

from rag.cues import Cues
from rag.query import Query

_TAKEN_FOR = ("compare", "difference", "total", "ratio")


def asking_whether_share(query: Query, cues: Cues) -> Query:
    """The query for the share of its areas, where a part of the whole is claimed of them."""
    claimed = cues.has("makes_part", query.text) and any(number.unit in ("share", "%") for number in query.numbers)
    if not (query.yes_no and claimed and query.areas) or query.changing or "share" in query.operations:
        return query
    operations = tuple(op for op in query.operations if op not in _TAKEN_FOR)
    return replace(query, operations=("share", *operations), direction="")
