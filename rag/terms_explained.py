"""What a term or an acronym stands for, and when and by whom a report was published."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.lexicon_records import Concept
from ingest.passages_about import SECTION
from ingest.records import Passage
from ingest.words import tokenize
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.wording import sentence_case

_ABBREVIATED = re.compile(r"\([A-Z][A-Za-z&]*[A-Z]s?\)")
_FEW = 2  # a sentence with more abbreviations in brackets is a key to them
_RIGHT_AFTER = 15  # characters
_CANDIDATES = 25  # passages looked at for one that tells of a term


def expand_acronyms(query: Query, library: Library) -> Draft | None:
    """ "LDIS stands for Local Drug Information System" where the meaning of acronyms is asked for, with where that stands."""
    if query.form != "definition":
        return None
    told: dict[tuple[str, str], list[tuple[Passage, str]]] = {}
    asked = _words_explained(query, library)
    for concept in library.lexicon.concepts.values():
        used = next((a for a in concept.acronyms if re.search(rf"\b{re.escape(a)}s?\b", asked, re.I)), "")
        if concept.short_for and used:
            told[used, concept.short_for] = _spelled_out(concept.short_for, used, library)
    told = {key: found for key, found in told.items() if not _is_part_of_another(key, told)}
    head = "; ".join(f"{used} stands for {words}" for used, words in told)
    passages = tuple(passage for found in told.values() for passage in found)
    return Draft("answered", f"{head}.", passages=passages) if told else None


def with_meaning(spelled_out: Draft, told: Draft) -> Draft:
    """What acronyms stand for, with what a report says of it; a key to many of them ("... (VRP), ... (ICB)") says no more."""
    if len(_ABBREVIATED.findall(told.headline)) > _FEW:
        return spelled_out
    return replace(
        told,
        headline=f"{spelled_out.headline} {told.headline}",
        passages=spelled_out.passages + told.passages,
    )


def _is_part_of_another(key: tuple[str, str], told: Iterable[tuple[str, str]]) -> bool:
    """Whether another meaning of the same letters says this one and more."""
    return any(used == key[0] and words != key[1] and key[1] in words for used, words in told)


def _words_explained(query: Query, library: Library) -> str:
    """The words that ask for a meaning, with those right after them; not those by which it is only narrowed ("in WMP data")."""
    found = [library.cues.find(name, query.question) for name in ("definition", "definition_after", "definition_short")]
    words = " ".join(query.question[m.start() : m.end() + _RIGHT_AFTER] for m in found if m)
    acronyms = all(library.lexicon.concepts[name].acronyms for name in query.concepts)
    return query.question if acronyms else words


def _spelled_out(words: str, acronym: str, library: Library) -> list[tuple[Passage, str]]:
    """The passage that has the acronym or its words, best the one with both."""
    found = library.index.search_text(
        [t.word for t in tokenize(f"{words} {acronym}")], 20, ("sentence", "item", "prose")
    )
    texts = list(library.index.passages([i for i, _ in found]).values())
    marks = [(words.lower() in p.text.lower()) + bool(re.search(rf"\b{acronym}", p.text)) for p in texts]
    best = max(range(len(texts)), key=lambda i: marks[i], default=None)
    return [(texts[best], texts[best].text)] if best is not None and marks[best] else []


def about_report(query: Query, library: Library) -> Draft:
    """When and by whom a report was published, where a question names a report and nothing else."""
    ids = [i for i, _ in library.index.search_text([t.word for t in tokenize(SECTION)], 40, ("prose",), query.report)]
    found = [p for p in library.index.passages(ids).values() if p.locator.section == (SECTION,)]
    if not found:
        return Draft("not_found", "The reports do not say.")
    return Draft("answered", found[0].text, passages=((found[0], found[0].text),))


def tell_apart(query: Query, library: Library) -> Draft | None:
    """The glossary's meanings of the terms whose difference is asked for, each with a passage that speaks of it."""
    if query.form != "definition" or "difference" not in query.operations:
        return None
    terms = [library.lexicon.concepts[name] for name in query.concepts]
    if len(terms) < 2 or not all(term.means for term in terms):
        return None
    told = " ".join(f"{sentence_case(term.term)}: {term.means}" for term in terms)
    passages = [passage for term in terms for passage in _told_of(term, library)]
    return Draft("answered", told, passages=tuple(passages))


def explain_term(query: Query, library: Library) -> Draft | None:
    """The glossary's meaning of the one term whose meaning is asked for, with a passage that speaks of it."""
    if query.form != "definition" or len(query.concepts) != 1:
        return None
    concept = library.lexicon.concepts[query.concepts[0]]
    told = f"{sentence_case(concept.term)}: {concept.means}"
    return Draft("answered", told, passages=tuple(_told_of(concept, library))) if concept.means else None


def _told_of(concept: Concept, library: Library) -> list[tuple[Passage, str]]:
    """The passage on a term that shares most words with its meaning and says least else."""
    meaning = {token.stem for token in tokenize(concept.means)}
    words = [token.word for token in tokenize(f"{concept.term} {concept.means}")]
    found = library.index.search_text(words, _CANDIDATES, ("sentence", "item", "prose"))
    about = [
        passage
        for passage in library.index.passages([i for i, _ in found]).values()
        if any(mention.name == concept.id for mention in library.lexicon.find_concepts(passage.text))
    ]
    best = max(about, key=lambda passage: _alike(meaning, passage.text), default=None)
    return [(best, best.text)] if best else []


def _alike(meaning: set[str], text: str) -> float:
    told = {token.stem for token in tokenize(text)}
    return 2 * len(meaning & told) / (len(meaning) + len(told))
