"""What a claim says in the very words of a table: its title, or the label of one of its rows or columns."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ingest.lexicon import Lexicon
from ingest.records import Figure
from ingest.signature import TELLING
from ingest.store import Index
from rag.library import Library
from rag.lookup import Found
from rag.query import Query

_LEAST_WORDS = 3


def found_named(found: Found, term: str, library: Library) -> Found | None:
    """A measure with those of its figures only whose title, label or sentence names a term; None where none does."""
    figures, changes = (tuple(f for f in kind if _names(f, term, library)) for kind in (found.figures, found.changes))
    return replace(found, figures=figures, changes=changes) if figures or changes else None


def _names(figure: Figure, term: str, library: Library) -> bool:
    return term in library.lexicon.all_concepts(" ; ".join((figure.sentence, figure.measure, *figure.breakdown)))


def without_labels(text: str, figures: Iterable[Figure]) -> str:
    """A claim without the labels of the cells that bear it out ("opiates only"), which state nothing of their own."""
    labels = {label for figure in figures if figure.is_cell for label in (*figure.breakdown, figure.measure) if label}
    for label in sorted(labels, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(label)}", " ", text, flags=re.I)
    return text


def without_terms(text: str, figures: Iterable[Figure], cue: re.Pattern[str], lexicon: Lexicon) -> str:
    """A claim without the words by which it names what the figures count, where such a word is a cue ("never in treatment before")."""
    terms = {term for figure in figures for term in figure.terms}
    for mention in sorted(lexicon.find_concepts(text), key=lambda one: -one.start):
        if mention.name in terms and mention.end and cue.search(text[mention.start : mention.end]):
            text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def without_rivals(query: Query, library: Library) -> Query:
    """A query without the terms that only the title of a table names, where the claim itself names one in their place.

    "Trafficking of drugs, recorded drug possession and trafficking offences" is of trafficking.
    """
    title = next((t for t in _titles(library.index) if t in query.text.lower()), "")
    if not title:
        return query
    lexicon = library.lexicon
    own = lexicon.all_concepts(query.text.lower().replace(title, " ; ", 1))
    facets = {lexicon.concepts[term].facet for term in own if lexicon.concepts[term].facet in TELLING}
    rivals = lexicon.all_concepts(title) - own
    left_out = {term for term in rivals if lexicon.concepts[term].facet in facets}
    return replace(query, concepts=tuple(term for term in query.concepts if term not in left_out))


@lru_cache(maxsize=4)
def _titles(index: Index) -> tuple[str, ...]:
    """The titles of tables with labelled rows, in lower case, longest first."""
    titles = {measure.lower() for measure in index.row_measures()}
    return tuple(sorted((t for t in titles if len(t.split()) >= _LEAST_WORDS), key=len, reverse=True))
