"""Questions whether two places have the same number ("were they level in 2023/24?"): a comparison that is answered by yes or no."""

from dataclasses import replace

from ingest.words import content_stems
from rag.cues import Cues
from rag.query import Query

_OTHER = {"share", "rank", "total", "ratio", "average"}


def asking_whether_equal(query: Query, cues: Cues) -> Query:
    """The query as a comparison, where it is asked whether two areas in one period, or two periods of one area, are equal."""
    said = cues.find("equal", query.text)
    plain = not (query.every_area or query.since or query.changing or query.numbers or query.report)
    over_time = len(query.areas) == 1 and len(query.periods) == 2 and query.yes_no
    alone = plain and (len(query.areas) == 2 and len(query.periods) < 2 or over_time)
    if said is None or not alone or set(query.operations) & _OTHER or cues.has("equal_sources", query.text):
        return query
    told = set(content_stems(said.group()))
    operations = tuple(op for op in query.operations if op not in ("discrepancy", "compare"))
    return replace(
        query,
        yes_no=query.yes_no or not cues.has("open_comparison", query.text) or cues.has("still", query.text),
        operations=("trend" if over_time else "compare", *operations),
        words=tuple(word for word in query.words if word not in told),
        unknown=tuple(word for word in query.unknown if word not in told),
    )
