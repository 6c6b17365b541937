"""A question that names a table and no measure ("Figure 9, Birmingham 2021?") asks for what that table counts."""

from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.signature import telling
from ingest.store import Index
from ingest.words import STATISTIC_STEMS, content_stems, stem
from rag.query import Query
from rag.question_terms import ASKING

_READ_OUT = frozenset(
    stem(word)
    for word in "extract read reading show state print copy quote reproduce transcribe pull lift list name give tell need want cite report "
    "value unit figure number entry cell row column line content contents data table chart whole entire complete full every each all "
    "area areas lpa lpas authority authorities borough boroughs council councils district districts come top bottom head foot".split()
)  # words that only say that a part of a table is to be read out
_SET_SIDE_BY_SIDE = frozenset(
    stem(word)
    for word in "sit sat stand stood stack stacked line shape square measure fare fared up against versus beside alongside column row line entry "
    "value cell".split()
)


def asking_of_table(query: Query, index: Index, lexicon: Lexicon) -> Query:
    """The query for the one measure of the table that it names, where it names none itself and the table has no other."""
    if len(query.tables) != 1 or query.concepts:
        return query
    cells = index.figures.labelled(query.tables[0], query.report, query.areas)
    headings = {stem for cell in cells for text in (cell.measure, *cell.breakdown) for stem in content_stems(text)}
    if _telling_words(query, lexicon) - headings:
        return query
    measures = {telling(cell.terms, lexicon) for cell in cells}
    return replace(query, concepts=tuple(sorted(measures.pop())), words=()) if len(measures) == 1 else query


def is_of_table_alone(query: Query, lexicon: Lexicon) -> bool:
    """Whether a part of one table is to be read out, and nothing else is named ("the 2023/24 column of Table 4")."""
    part = query.areas or query.every_area or query.periods
    return len(query.tables) == 1 and bool(part) and not query.concepts and not _telling_words(query, lexicon)


def _telling_words(query: Query, lexicon: Lexicon) -> set[str]:
    """The words that tell what is counted; those that name the areas or a part of the table, or set areas side by side, do not."""
    named = {stem(word.lower()) for area in query.areas for word in area.split()}
    return set(query.words) - named - STATISTIC_STEMS - ASKING - _SET_SIDE_BY_SIDE - _READ_OUT
