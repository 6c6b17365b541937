"""Other readings of a question that nothing was found for: by words where only its manner suggested a number, by fewer terms."""

from collections.abc import Iterator
from dataclasses import replace

from rag.library import Library
from rag.query import Query

_WEAK = ("plain", "role")  # facets of terms that everyday verbs suggest too ("came out", "runs")

_TELLING_WORDS = 2  # a question that has fewer names a measure


def looser_readings(query: Query, library: Library) -> Iterator[Query]:
    """The query as one for the reports' words, then without its weak terms; none where a number is asked for outright."""
    by_words = query
    if query.number_wanted and _tells_of_something(query) and not _asks_number_outright(query, library):
        by_words = replace(query, number_wanted=False, operations=(), wants="")
        yield by_words
    concepts = library.lexicon.concepts
    strong = tuple(name for name in query.concepts if concepts[name].facet not in _WEAK)
    if strong and len(strong) < len(query.concepts):
        yield replace(by_words, concepts=strong)


def _tells_of_something(query: Query) -> bool:
    """Whether it says more than what is counted, where and when, in words that the reports have."""
    pointed_at = bool(query.tables and query.periods)  # a cell or a point of a chart
    return not pointed_at and len(set(query.words) - set(query.unknown)) >= _TELLING_WORDS


def _asks_number_outright(query: Query, library: Library) -> bool:
    return any(
        library.cues.has(cue, query.text)
        for cue in ("number_only", "count", "percent", "rate", "money", "number_of_it")
    )
