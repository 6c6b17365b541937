"""A split that is asked for (men against women, by ward, by drug) of which no figure of the reports tells."""

from rag.library import Library
from rag.query import Query
from rag.setting import setting_of

_PARTS = ("client", "substance", "part", "subject")  # facets of the terms that tell which drug
_COUNTED = ("topic", "offence", "result")
_CANDIDATES = 200


def split_without_figures(query: Query, library: Library) -> str:
    """The way of splitting people or cases that is asked for and that no figure of the reports has, or ""."""
    lexicon, counted = library.lexicon, library.index.term_frequency()
    asked = library.cues.has("split_asked", query.text)
    if query.number_wanted or asked:
        people = (n for n in query.concepts if lexicon.concepts[n].facet == "sex" and n not in counted)
        way = next((lexicon.concepts[name].term for name in people), "")
        if way:
            return way
    by = library.cues.find("split_by", query.text)
    if by and not _told_by_drug(query, by["drug"], library):
        return by["way"].lower()
    between = [name for name in query.concepts if lexicon.concepts[name].facet in _PARTS]
    apart = library.cues.find("split_noun", query.text)
    return lexicon.concepts[between[0]].term if apart and between and not _has_parts(query, between, library) else ""


def _told_by_drug(query: Query, drug: str | None, library: Library) -> bool:
    """Whether figures of what is counted tell it by drug, where that is the way asked for."""
    return drug is not None and _has_parts(query, [], library)


def _has_parts(query: Query, parts: list[str], library: Library) -> bool:
    """Whether some measure of what is counted is one of these parts, or of any drug where none is named."""
    concepts = library.lexicon.concepts
    topics = {name for name in query.concepts if concepts[name].facet in _COUNTED}
    series = library.index.find_series(
        [*topics, *parts], _CANDIDATES, setting_of(query, library.index, library.lexicon)
    )
    for one in series:
        told = library.lexicon.with_broader(one.terms)
        drugs = [
            name for name in told if name in parts or not parts and name in concepts and concepts[name].facet in _PARTS
        ]
        if topics <= told and drugs:
            return True
    return False
