"""A question that names a table and no measure ("Figure 9, Birmingham 2021?") asks for what that table counts."""

from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.signature import telling
from ingest.store import Index
from ingest.words import STATISTIC_STEMS, stem
from rag.query import Query
from rag.question_terms import ASKING

_SET_SIDE_BY_SIDE = frozenset(
    stem(word)
    for word in "sit sat stand stood stack stacked line shape square measure fare fared up against versus beside alongside column row line entry "
    "value cell".split()
)


def asking_of_table(query: Query, index: Index, lexicon: Lexicon) -> Query:
    """The query for the one measure of the table that it names, where it names none itself and the table has no other."""
    if len(query.tables) != 1 or query.concepts or _telling_words(query, lexicon):
        return query
    cells = index.figures.labelled(query.tables[0], query.report, query.areas)
    measures = {telling(cell.terms, lexicon) for cell in cells}
    return replace(query, concepts=tuple(sorted(measures.pop())), words=()) if len(measures) == 1 else query


def _telling_words(query: Query, lexicon: Lexicon) -> bool:
    """Whether a word tells what is counted; those that name the areas or a part of the table, or set areas side by side, do not."""
    named = {stem(word.lower()) for area in query.areas for word in area.split()}
    return bool(set(query.words) - named - STATISTIC_STEMS - ASKING - _SET_SIDE_BY_SIDE)
