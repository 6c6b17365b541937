"""Questions whether two places have the same number ("were they level in 2023/24?"): a comparison that is answered by yes or no."""

from dataclasses import replace

from ingest.words import content_stems
from rag.cues import Cues
from rag.query import Query

_OTHER = {"share", "rank", "total", "ratio", "average"}


def asking_whether_equal(query: Query, cues: Cues) -> Query:
    """The query as a comparison, where it is asked of two areas in one period whether they are equal."""
    said = cues.find("equal", query.text)
    one_time = len(query.periods) < 2 and not query.since and not query.changing
    alone = len(query.areas) == 2 and not query.every_area and one_time and not query.numbers and not query.report
    if said is None or not alone or set(query.operations) & _OTHER or cues.has("equal_sources", query.text):
        return query
    told = set(content_stems(said.group()))
    operations = tuple(op for op in query.operations if op not in ("discrepancy", "compare"))
    return replace(
        query,
        yes_no=query.yes_no or not cues.has("open_comparison", query.text),
        operations=("compare", *operations),
        words=tuple(word for word in query.words if word not in told),
        unknown=tuple(word for word in query.unknown if word not in told),
    )
