"""What a passage must give where a question is strict about it: a rate per head, the scheme or the place that it names."""

import re

from ingest.records import Passage
from ingest.words import content_stems
from rag.library import Library
from rag.query import Query
from rag.question_terms import ASKING
from rag.retrieve import Hit

_RATE_ASKED = re.compile(
    r"\bper (?:(?:1|10|100)[, ]?000|thousand|hundred thousand|head|capita|resident|inhabitant|person)\b|\bas a rate\b",
    re.I,
)
_RATE_GIVEN = re.compile(r"\bper (?:\d|thousand|head|capita|resident|person)|\brates?\b", re.I)
_CAPITALS = re.compile(r"\b[A-Z]{3,}s?\b")
_PART_ASKED = re.compile(
    r"\bhow (?:much|many)(?: \w+)? of (?:it|that|those|them|these|the [\d.,]+ ?\w*) (?:was|were|is|are)\b", re.I
)


def lacks_what_is_asked(query: Query, passage: Passage, hits: list[Hit], library: Library) -> bool:
    """Whether a passage gives no rate where one per head is asked for, or tells nothing of the scheme or the place named."""
    if _RATE_ASKED.search(query.text) and query.number_wanted and not _RATE_GIVEN.search(passage.text):
        return True
    if _is_of_other_speaker(query, passage, hits, library):
        return True
    if not query.number_wanted or query.form == "list":
        return False
    if _part_asked(query, library) - _told(passage, library):
        return True
    return _is_of_other_scheme(query, passage, hits, library) or _is_of_other_place(query, passage, library)


def _is_of_other_speaker(query: Query, passage: Passage, hits: list[Hit], library: Library) -> bool:
    """Whether it is asked what somebody says ("what does the chief constable say") of whom nothing around the passage speaks.

    Those whom the glossary knows are often meant by another name ("Mr Foster" for the Commissioner), so they are let pass.
    """
    match = library.cues.find("speaker", query.text)
    terms = library.lexicon.terms_of(match["who"]) if match else []
    if not match or any(term in library.lexicon.concepts for term in terms):
        return False
    around = [h.passage.text for h in hits if h.passage.kind in ("prose", "item") and passage.text in h.passage.text]
    there = set(content_stems(" ; ".join((passage.text, *around, *passage.locator.section))))
    known = library.lexicon.thesaurus.stands_for
    return any(not {term, *known(term)} & there for term in set(terms) - ASKING)


def _is_of_other_place(query: Query, passage: Passage, library: Library) -> bool:
    """Whether districts are asked about, and the passage, which names a place, names none of them, nor does its heading."""
    kinds = library.lexicon.areas
    asked = {area for area in query.areas if area in kinds and kinds[area].kind == "local"}
    if not asked or query.every_area:
        return False
    named = {mention.name for mention in library.lexicon.find_areas(passage.text)}
    heading = {m.name for m in library.lexicon.find_areas(" ; ".join(passage.locator.section))}
    return bool(named) and not asked & (named | heading)


def _part_asked(query: Query, library: Library) -> frozenset[str]:
    """The substances that a part is asked of ("how many kilos of it were cocaine")."""
    match, concepts = _PART_ASKED.search(query.text), library.lexicon.concepts
    named = library.lexicon.all_concepts(query.text[match.end() :]) if match else frozenset()
    return frozenset(name for name in named if concepts[name].facet == "substance")


def _told(passage: Passage, library: Library) -> frozenset[str]:
    """The terms that a passage names, with those that they are special cases of."""
    named = library.lexicon.all_concepts(passage.text)
    return named.union(*(library.lexicon.broader_of(name) for name in named))


def _is_of_other_scheme(query: Query, passage: Passage, hits: list[Hit], library: Library) -> bool:
    """Whether the question names a scheme in capitals, and what tells of it is found, but not around this passage."""
    around = [h.passage.text for h in hits if h.passage.kind == "prose" and passage.text in h.passage.text]
    text = " ".join((passage.text, *around, *passage.locator.section))
    for word in {word.rstrip("s") for word in _CAPITALS.findall(query.text)}:
        names = [word, *(c.short_for for c in library.lexicon.concepts.values() if word in c.acronyms and c.short_for)]
        there = re.compile("|".join(rf"\b{re.escape(name)}" for name in names))
        if not there.search(text) and any(there.search(hit.passage.text) for hit in hits):
            return not _is_common(word, library)
    return False


def _is_common(word: str, library: Library) -> bool:
    """Whether the word is a place or a term that the reports often spell out or leave unsaid ("WMP", "OCG")."""
    lexicon = library.lexicon
    terms = [c for c in lexicon.concepts.values() if word in c.acronyms or word == c.term]
    return bool(lexicon.find_areas(word)) or any(c.facet != "acronym" for c in terms)
