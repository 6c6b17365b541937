"""How a question was understood, in words that the reader can check."""

import re

from ingest.lexicon import Lexicon
from rag.draft import Draft
from rag.query import Query
from rag.wording import and_list, area_words, measure_words

_OPERATIONS = {"discrepancy": "places that disagree", "percent_change": "percentage change", "difference": "difference", "ratio": "ratio",
               "share": "share", "average": "average", "per_time": "per unit of time", "total": "total", "rank": "ranking",
               "compare": "comparison", "trend": "change over time"}  # fmt: skip


def reading_in_words(
    query: Query, draft: Draft | None, lexicon: Lexicon, otherwise: str = "a question on the reports' text"
) -> str:
    """For example: "registered drug-related deaths, Coventry, 2024"; ``otherwise`` where nothing was understood."""
    parts = [_measure(query, draft, lexicon), _areas(query, draft), _periods(query, draft)]
    operation = next((_OPERATIONS[op] for op in query.operations if op in _OPERATIONS), "")
    told = ", ".join(part for part in (*parts, operation) if part)
    return told or otherwise


def _measure(query: Query, draft: Draft | None, lexicon: Lexicon) -> str:
    if draft and draft.figures:
        return and_list(list(dict.fromkeys(measure_words(figure) for figure in draft.figures))[:3])
    return and_list([lexicon.concepts[c].term for c in query.concepts]) or (
        "" if re.search(r"\d", query.subject) else " ".join(query.subject.split())
    )


def _areas(query: Query, draft: Draft | None) -> str:
    if query.area_words:
        return query.area_words
    if query.every_area:
        return "each area"
    if query.areas:
        return and_list([area_words(a) for a in query.areas])
    named = list(dict.fromkeys(f.area for f in draft.figures if f.area)) if draft else []
    return and_list([area_words(a) for a in named]) if 0 < len(named) <= 2 else ""


def _periods(query: Query, draft: Draft | None) -> str:
    if query.since:
        return query.since.label
    if query.periods:
        return and_list([p.label for p in query.periods])
    named = sorted({f.period for f in draft.figures if f.period}) if draft else []
    return and_list(named) if 0 < len(named) <= 3 else ""
