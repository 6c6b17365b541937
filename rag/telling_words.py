"""Words that say what a question is about, of which an answer that was found says nothing: that answer is then not told."""

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.records import Locator, Passage
from ingest.store import Index
from ingest.store_rows import measure_key
from ingest.words import content_stems, stem, tokenize
from rag.draft import Draft
from rag.library import Library
from rag.query import Query

Group = frozenset[str]
_USUAL = 0.05  # share of the questions for a passage that must have a word
_WORTH_OF_IT = re.compile(
    r"\b(?:(?:it|that|this|those|these|that lot|the lot)(?: all| lot)?(?: (?:be|been))? (?:worth|cost\w*|fetch\w*|set (?:us|them) back)|"
    r"(?:worth|value|cost|price|bill) (?:of|for) (?:it|that|this|them|those|these|all that|that lot)|"
    r"(?:its|their) (?:worth|price|cost|street value|market value))\b",
    re.I,
)
_MANY = 12  # questions; a word in one of fewer counts as well


def untold_word(query: Query, draft: Draft, library: Library) -> str:
    """A word of the question that says what is asked for, while nothing that the draft rests on has it or a word for it; or ""."""
    asked = {word: group for word in query.words for group in _groups() if word in group}
    asked = {word: group for word, group in asked.items() if not _said_of_level(word, query)}
    terms = _telling_terms(query, library)
    if not (asked or terms) or draft.status != "answered" or not (draft.figures or draft.passages):
        return ""
    lexicon, told = library.lexicon, _told_of(draft, library)
    implied = lexicon.with_broader(told)
    missing = [lexicon.concepts[t].term for t in terms if not {t, *lexicon.broader_of(t)} & implied]
    stands_for = lexicon.thesaurus.stands_for
    missing += [_as_asked(word, query) for word, group in asked.items() if not {*group, *stands_for(word)} & told]
    return missing[0] if missing else ""


def _said_of_level(word: str, query: Query) -> bool:
    """Whether a word tells that something did not move ("stayed flat"), not how long it lasted."""
    pattern = _data()["level"].get(word)
    return bool(pattern and re.search(pattern, query.text, re.I))


def is_of_other_thing(query: Query, draft: Draft, library: Library) -> bool:
    """Whether a follow-up wants another number of what was told before, and sentences tell of nothing that was asked about."""
    leans = "measure" in query.inherited and query.number_wanted and bool(query.concepts)
    if not (leans or _asks_worth_of_told(query)) or draft.figures and leans or draft.status != "answered":
        return False
    told, lexicon = _told_of(draft, library), library.lexicon
    asked = query.concepts if leans or query.earlier is None else query.earlier.concepts
    return not set(asked) & lexicon.with_broader(told)


def _asks_worth_of_told(query: Query) -> bool:
    """Whether a follow-up asks what the thing told before is worth or costs, and names no other ("what was it all worth?")."""
    earlier = query.earlier.concepts if query.earlier is not None else ()
    return bool(earlier) and _WORTH_OF_IT.search(query.text) is not None and len(query.concepts) <= 1


def passage_draft(passage: Passage) -> Draft:
    """A draft that rests on one passage alone."""
    return Draft("answered", "", passages=((passage, passage.text),))


def _telling_terms(query: Query, library: Library) -> list[str]:
    """The glossary's terms that a question names and that no figure has, or that tell of whom it asks."""
    data, measured = _data(), _measured(library)
    facet = {name: library.lexicon.concepts[name].facet for name in query.concepts}
    always = [*data["facets"], *(data["number_facets"] if query.number_wanted else ())]
    weak = [*data["plain_facets"], *data["number_facets"]]
    return [n for n in facet if facet[n] in always or n not in measured and facet[n] not in weak]


@lru_cache(maxsize=4)
def _measured(library: Library) -> frozenset[str]:
    """The terms that figures have, with those that they are special cases of."""
    counted = library.index.term_frequency()
    return library.lexicon.with_broader(counted)


def _as_asked(word: str, query: Query) -> str:
    """The word as the question has it."""
    return next((token.word for token in tokenize(query.text) if token.stem == word), word)


def _told_of(draft: Draft, library: Library) -> set[str]:
    """Terms and stems of what a draft rests on: sentences, measures, headings, and the questions known to be answered by them."""
    asked, told = _asked_of(library.index), {draft.headline}
    words: set[str] = set()
    for figure in draft.figures:
        told |= {figure.measure, *figure.breakdown, figure.unit, figure.sentence, *_said_of_place(figure.locator)}
        key = measure_key(figure.measure, figure.breakdown, figure.kind) if figure.is_cell else ""
        words |= {*figure.terms, *asked.get(key, ())}
    for passage, quote in draft.passages:
        told |= {passage.text, quote, *_said_of_place(passage.locator)}
        words |= asked.get(passage.id, frozenset())
    text = " ; ".join(told)
    return {*words, *content_stems(text), *library.lexicon.terms_of(text)}


def _said_of_place(locator: Locator) -> tuple[str, ...]:
    return (*locator.section, locator.row or "", locator.column or "")


@lru_cache(maxsize=4)
def _asked_of(index: Index) -> dict[str, frozenset[str]]:
    """For each passage and measure by id, the words of the questions that the subject index answers by it.

    A word in a single one of many questions tells of that question's manner, not of what the passage says.
    """
    words: dict[str, Counter[str]] = {}
    questions: Counter[str] = Counter()
    for kind in ("passage", "measure"):
        for one in index.asked(kind):
            words.setdefault(one.about, Counter()).update(set(one.terms))
            questions[one.about] += 1
    least = {about: max(1.0, _USUAL * number) for about, number in questions.items()}
    return {
        about: frozenset(term for term, times in counted.items() if times > least[about] or questions[about] < _MANY)
        for about, counted in words.items()
    }


@lru_cache(maxsize=1)
def _groups() -> tuple[Group, ...]:
    return tuple(frozenset(map(stem, group)) for group in _data()["groups"])


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "telling_words.yaml").read_text(encoding="utf-8"))
    return loaded
