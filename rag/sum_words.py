"""What a phrase of a sum says and what a sentence or a figure says, in terms of the glossary and stems."""

from ingest.records import Figure
from ingest.words import STATISTIC_STEMS, content_stems
from rag.library import Library
from rag.question_periods import without_periods
from rag.question_terms import without_tables
from rag.sum_shapes import load_shapes


def terms_of(text: str, library: Library) -> set[str]:
    """Terms and other stems of a phrase, without the names of places and the words of counting and printing."""
    return set(library.lexicon.terms_of(_without_places(text, library))) - STATISTIC_STEMS


def told_in(text: str, library: Library) -> set[str]:
    """All that a text says: its terms, what these are special cases of, and the stems of its words."""
    terms = set(library.lexicon.terms_of(text)) | library.lexicon.all_concepts(text)
    return {*library.lexicon.with_broader(terms), *content_stems(text)}


def covered(asked: set[str], said: set[str], library: Library) -> set[str]:
    """The asked terms that are said, as they are or by all the words of their names."""
    concepts = library.lexicon.concepts
    return {t for t in asked if t in said or t in concepts and set(content_stems(concepts[t].term)) <= said}


def said_of(figure: Figure, library: Library) -> set[str]:
    return told_in(figure.sentence, library) | library.lexicon.with_broader(figure.terms)


def _without_places(text: str, library: Library) -> str:
    plain = plain_phrase(text)
    named = [m for m in library.lexicon.find_areas(plain) if m.kind in ("local", "region", "country", "group")]
    for mention in reversed(named):
        plain = f"{plain[: mention.start]} {plain[mention.end :]}"
    return plain


def plain_phrase(phrase: str) -> str:
    return load_shapes().loose.sub(" ", without_tables(without_periods(phrase)))
