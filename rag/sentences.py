"""Which sentence answers: hits scored by likeness, shared terms, place, period and the form of the question."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.words import tokenize
from rag.query import Query
from rag.retrieve import Hit
from rag.weights import load_weights

_FORM_WORDS = {
    "who": re.compile(r"\b(?:chair\w*|commissioner|officer|mr|lead\w*|own\w*|director\w*|council|service|unit|board|partnership|team|provider\w*|police|deliver\w*|commission\w*|written|author\w*|coordinat\w*|fund\w*|by)\b", re.I),
    "why": re.compile(r"\b(?:because|due to|owing to|since|reason\w*|caus\w*|result\w*|driven|driv\w+|led to|leads? to|reflect\w*|explain\w*|therefore|so that|contribut\w*|linked|in order to|attribut\w*|as a consequence|stems?|puts? (?:it|this|the rise) down|blame\w*|behind)\b", re.I),
    "when": re.compile(r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b", re.I),
    "definition": re.compile(r"\b(?:is|are|means?|refers?|defined|called|stands? for|describ\w*|measur\w*|counts?|includes?|made up|consists?|known as|covers?|that is)\b", re.I),
    "source": re.compile(r"\b(?:source[ds]?|drawn|taken|data|from|database\w*|published|supplied|ons|ndtms)\b", re.I),
    "where": re.compile(r"\b(?:at|in|hospital|school\w*|prison|centre|held|place)\b", re.I),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence or list item with its score, and the share of the question's weighty words that it has."""

    hit: Hit
    score: float
    coverage: float


@dataclass(frozen=True, eq=False)
class Weigher:
    """How much each word weighs: inverse document frequency over the passages."""

    frequency: Mapping[str, int]
    passages: int

    def weight(self, word: str) -> float:
        """The weight of a lower-case word; a word that stands nowhere weighs most."""
        return math.log(1 + self.passages / (1 + self.frequency.get(word, 0)))


def score_sentences(query: Query, hits: list[Hit], lexicon: Lexicon, weigher: Weigher) -> list[Scored]:
    """The hits as answers to the question, best first."""
    asked = _asked_terms(query, weigher, lexicon)
    scored = [_score(query, hit, asked, lexicon) for hit in hits]
    return sorted(scored, key=lambda one: -one.score)


def _asked_terms(query: Query, weigher: Weigher, lexicon: Lexicon) -> dict[str, float]:
    by_stem: dict[str, float] = {}
    for token in tokenize(query.text):
        by_stem.setdefault(token.stem, weigher.weight(token.word))
    asked = {word: by_stem.get(word, 3.0) for word in query.words}
    asked |= {concept: 4.0 if lexicon.concepts[concept].facet != "body" else 2.0 for concept in query.concepts}
    return asked


def _score(query: Query, hit: Hit, asked: dict[str, float], lexicon: Lexicon) -> Scored:
    w = load_weights()["sentences"]
    passage = hit.passage
    section = " ; ".join(passage.locator.section)
    own, around = set(lexicon.terms_of(passage.text)), set(lexicon.terms_of(section))
    coverage = _coverage(asked, own, around, lexicon)
    score = w["cosine"] * hit.cosine + w["coverage"] * coverage
    score += _place(query, passage.text, section, lexicon, w) + _time(query, passage.text, w)
    if query.number_wanted and find_numbers(passage.text):
        score += w["number"]
    if query.form in _FORM_WORDS and _FORM_WORDS[query.form].search(passage.text):
        score += w["form"] / (1 if query.form in ("why", "when") else 2)
    return Scored(hit, score, coverage)


def _coverage(asked: dict[str, float], own: set[str], around: set[str], lexicon: Lexicon) -> float:
    total = sum(asked.values())
    if not total:
        return 0.0
    own_all = own | {b for term in own for b in lexicon.broader_of(term)}
    return sum(weight * (1.0 if term in own_all else 0.45 if term in around else 0.0) for term, weight in asked.items()) / total


def _place(query: Query, text: str, section: str, lexicon: Lexicon, w: dict[str, float]) -> float:
    asked = {a for a in query.areas if a != lexicon.region}
    if not asked:
        return 0.0
    there = {m.name for m in lexicon.find_areas(text)} & set(lexicon.areas)
    if asked & there or asked & {m.name for m in lexicon.find_areas(section)}:
        return w["area"]
    local = {a for a in there if lexicon.areas[a].kind == "local"} or {m.name for m in lexicon.find_areas(section) if m.kind == "local"}
    return w["wrong_area"] if local else 0.0


def _time(query: Query, text: str, w: dict[str, float]) -> float:
    if not query.periods:
        return 0.0
    there = {m.period.label for m in find_periods(text)}
    if {p.label for p in query.periods} & there:
        return w["period"]
    return w["wrong_period"] if there else 0.0
