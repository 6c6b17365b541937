"""A question that takes a ranking for granted and asks for the value alone ("since Coventry supposedly tops the table, what is its rate?")."""

from dataclasses import replace

from ingest.words import content_stems
from rag.cues import Cues
from rag.query import Query

_GRANTED = ("rank", "trend", "compare")


def asking_its_value(query: Query, cues: Cues) -> Query:
    """The query for the one area's value, where no more than that is asked and its place is only supposed."""
    supposed = cues.find("supposed", query.text)
    asks_value = cues.find("its_value", query.text)
    if not supposed or not asks_value or len(query.areas) != 1 or query.every_area or query.left_out:
        return query
    said = set(content_stems(supposed.group()))
    return replace(
        query,
        operations=tuple(op for op in query.operations if op not in _GRANTED),
        words=tuple(word for word in query.words if word not in said),
        number_wanted=True,
        yes_no=False,
        low=False,
        top=1,
        nth=0,
        direction="",
        changing=False,
    )
