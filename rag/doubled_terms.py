"""Terms of the glossary that only repeat another one of the question: "diversion / education things" names an outcome twice."""

from dataclasses import replace

from ingest.words import tokenize
from rag.library import Library
from rag.query import Query

_ALIKE = 6  # letters that words of one family share at least


def without_doubled_terms(query: Query, library: Library) -> Query:
    """The query without terms that no figure has where a word of theirs is of one family with a term that figures have."""
    counted, lexicon = library.index.term_frequency(), library.lexicon
    found = {name for name in query.concepts if name in counted}
    doubled = {
        name
        for name in query.concepts
        if name not in counted and any(_families(name, library) & _families(other, library) for other in found)
    }
    plain = tuple(name for name in query.concepts if name not in doubled or lexicon.concepts[name].facet == "sex")
    return replace(query, concepts=plain) if doubled else query


def _families(name: str, library: Library) -> set[str]:
    """The beginnings of the long words of a term, by which "diversion" and "diversionary" are one."""
    words = (token.word.lower() for token in tokenize(library.lexicon.concepts[name].term))
    return {word[:_ALIKE] for word in words if len(word) > _ALIKE}
