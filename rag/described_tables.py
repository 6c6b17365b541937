"""Tables that a question tells by what they count ("the all-drugs table against the possession table"), by their labels."""

import re
from dataclasses import replace

from rag.library import Library
from rag.lookup import find_measures
from rag.query import Query

_TABLE = re.compile(r"\b(?:the|its|a) (?P<what>(?:(?!the\b|table\b)[\w'’/-]+ ){1,4})(?:tables?|ones?)\b", re.I)
_ALL = re.compile(r"(?:all|overall|total|combined|whole|general|main)\b", re.I)


def tables_described(query: Query, library: Library) -> Query:
    """The query with the labels of the two tables that it tells apart by their terms; as it was where they are not two."""
    said = [match["what"] for match in _TABLE.finditer(query.text)]
    terms = [tuple(library.lexicon.all_concepts(what) & set(query.concepts)) for what in said]
    told = [names or _of_all(what, terms, library) for what, names in zip(said, terms, strict=True)]
    told = [names for names in told if names] or _whole_and_part(query, library)
    if query.tables or len(told) != 2 or told[0] == told[1]:
        return query
    common = tuple(name for name in query.concepts if not any(name in names for names in told))
    labels = [_label_of(query, (*common, *names), library) for names in told] if common else []
    return replace(query, tables=tuple(labels)) if len(set(labels) - {""}) == len(told) else query


def _whole_and_part(query: Query, library: Library) -> list[tuple[str, ...]]:
    """The one kind of a thing and all of them, where both are named side by side ("for all drug offences, and for possession")."""
    concepts = library.lexicon.concepts
    pairs = [(whole, part) for whole in query.concepts for part in concepts[whole].sum_of if part in query.concepts]
    results = any(concepts[name].facet == "result" for name in query.concepts)
    side_by_side = {"discrepancy", "compare"} & set(query.operations) and not query.yes_no and not query.inherited
    return [(name,) for name in pairs[0]] if len(pairs) == 1 and results and side_by_side else []


def _of_all(what: str, terms: list[tuple[str, ...]], library: Library) -> tuple[str, ...]:
    """What the other table counts a part of, for "the all-offences table" beside the one for possession."""
    parts = {name for names in terms for name in names}
    if not _ALL.match(what) or not parts:
        return ()
    return tuple(name for name, concept in library.lexicon.concepts.items() if parts & set(concept.sum_of))


def _label_of(query: Query, concepts: tuple[str, ...], library: Library) -> str:
    """The table of the measure that has all these terms, in the period asked for; "" where none has."""
    asked = replace(query, concepts=concepts, words=(), operations=())
    labels = {period.label for period in query.periods}
    for found in find_measures(asked, library.index, library.lexicon)[:1]:
        cells = [f for f in found.figures if f.is_cell and f.locator.table and (not labels or f.period in labels)]
        return cells[0].locator.table or "" if cells else ""
    return ""
