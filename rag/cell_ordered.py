"""An order for one figure by what it counts, where and when ("give me the completions for Birmingham in 2022/23")."""

import re
from dataclasses import replace

from ingest.lexicon import Lexicon
from rag.query import Query
from rag.question_clauses import names_measure

_ORDERED = re.compile(
    r"(?:^|[.?!;:,–-]\s+|\b(?:and|so|but|please|just)\s)(?:please |just |can you |could you )*"
    r"(?:give|tell|send|show|read|get|fetch|supply)(?: me| us)? (?:the|his|her|their|its|\w+['’]s)\b"
    r"(?![^.?!]*\b(?:which|who|names?|list)\b)",
    re.I,
)


def asking_for_cell(query: Query, lexicon: Lexicon) -> Query:
    """The query for a number, where an order names what is counted in one district and one period, and asks for no list."""
    placed = len(query.areas) == 1 and lexicon.areas[query.areas[0]].kind == "local" and not query.every_area
    one_cell = placed and len(query.periods) == 1 and query.form in ("", "list") and not query.operations
    if not one_cell or not names_measure(query.concepts, lexicon) or not _ORDERED.search(query.text):
        return query
    return replace(query, form="", yes_no=False, number_wanted=True)
