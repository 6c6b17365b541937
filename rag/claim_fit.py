"""How well a sentence of a report speaks of what a claim speaks of: shared terms, weighed by rareness, and likeness."""

from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.words import tokenize
from rag.claim_cues import filler_in
from rag.fit import most_special, telling
from rag.sentence_features import Weigher

_CONCEPT, _WEAK, _MOST = 5.0, 2.0, 5.0
_OTHER_WORDS = 0.6  # what a term counts that a text has in other words
_WEAK_FACETS = ("general", "stat", "plain", "acronym", "age_default", "body", "role")


@dataclass(frozen=True, eq=False)
class Terms:
    """The terms of a text with their weights, and the glossary terms that a sentence must not lack, with their words' stems.

    ``others`` are the words of reports that an everyday word or phrase of the text may stand for.
    """

    weights: dict[str, float]
    needed: dict[str, frozenset[str]]
    others: dict[str, frozenset[str]]


def terms_of(text: str, lexicon: Lexicon, weigher: Weigher) -> Terms:
    """The terms of a claim or of one of its clauses."""
    text = _without_periods(text)
    by_stem = {token.stem: weigher.weight(token.word) for token in tokenize(text)}
    filler = filler_in(text)
    weights: dict[str, float] = {}
    for term in lexicon.terms_of(text):
        if term in lexicon.concepts:
            weights[term] = _WEAK if lexicon.concepts[term].facet in _WEAK_FACETS else _CONCEPT
        elif term not in filler and not term.isdigit():
            weights[term] = min(by_stem.get(term, _WEAK), _MOST)
    needed = most_special(telling(lexicon.terms_of(text), lexicon), lexicon)
    return Terms(weights, {term: _said_as(term, text, lexicon) for term in needed}, _others(text, weights, lexicon))


def _others(text: str, weights: dict[str, float], lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The words of reports that plain words of a text may stand for, by themselves or as part of a phrase."""
    plain = [term for term in weights if term not in lexicon.concepts]
    found = {term: set(lexicon.thesaurus.stands_for(term)) for term in plain}
    stems = [token.stem for token in tokenize(text)]
    for saying in lexicon.thesaurus.find(stems):
        for term in stems[saying.first : saying.past]:
            if term in found:
                found[term] |= set(saying.stands_for)
    return {term: frozenset(_key(other) for other in others) for term, others in found.items() if others}


def _said_as(term: str, text: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words by which a text names a term; none where it only composes it of several."""
    mention = next((m for m in lexicon.find_concepts(text) if m.name == term and m.end), None)
    return frozenset(token.stem for token in tokenize(text[mention.start : mention.end])) if mention else frozenset()


def _without_periods(text: str) -> str:
    for mention in reversed(find_periods(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def coverage(terms: Terms, text: str, around: str, lexicon: Lexicon) -> float:
    """The weighty part of the terms that a text has; what only stands around it counts half."""
    total = sum(terms.weights.values())
    if not total:
        return 0.0
    own, near = _all_terms(text, lexicon), _all_terms(around, lexicon)
    return sum(weight * _share(t, terms, own, near) for t, weight in terms.weights.items()) / total


def _share(term: str, terms: Terms, own: set[str], near: set[str]) -> float:
    """What a term counts that a text has, that only stands around it, or that it has in other words."""
    if _key(term) in own:
        return 1.0
    if terms.others.get(term, frozenset()) & own:
        return _OTHER_WORDS
    return 0.5 if _key(term) in near else 0.0


def is_narrowing(term: str, lexicon: Lexicon) -> bool:
    """Whether a term tells which part of the people or things is spoken of: a sex, an age, a substance."""
    return lexicon.concepts[term].facet in ("sex", "age", "substance", "client", "part", "level")


def lacks(terms: Terms, text: str, lexicon: Lexicon) -> frozenset[str]:
    """The needed terms that a text (with what stands around it) does not have, neither as terms nor word for word."""
    there = lexicon.with_broader(lexicon.all_concepts(text))
    stems = {token.stem for token in tokenize(text)}
    facets = {lexicon.concepts[term].facet for term in there}
    return frozenset(
        term
        for term, words in terms.needed.items()
        if term not in there and not (words and words <= stems and lexicon.concepts[term].facet not in facets)
    )


def _all_terms(text: str, lexicon: Lexicon) -> set[str]:
    found = set(lexicon.terms_of(text)) | set(lexicon.all_concepts(text))
    return {_key(term) for term in found} | {broader for term in found for broader in lexicon.broader_of(term)}


def _key(term: str) -> str:
    return term[:6] if len(term) > 6 and term.isalpha() else term
