"""Which words of a claim a sentence has: itself, as another word for the same, or in the questions that it is indexed to answer.

The thesaurus holds the words that reports use with what readers say for them; the subject index holds readers' questions
with the sentence that answers each. Names, places and numbers are no matter of wording and must stand in the sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.store import Index
from ingest.words import STOPWORDS, tokenize
from rag.claim_cues import cue, filler_in
from rag.claim_desk import Desk
from rag.claim_kinds import fixed_words
from rag.claim_synonyms import said_otherwise
from rag.likeness import word_vectors

_IN = re.compile(r"\b(?:in|across|of|throughout|for|within|around)\s(?:the\s)?$", re.I)
_KEY = 6  # letters: "prescribing" and "prescription" are one
_ASKED_OFTEN = 2  # questions with a word, so that it is how readers call the thing, not one reader's wrong guess
_ALIKE = 0.7  # from which one word may be said for another


@dataclass(frozen=True, slots=True)
class Cover:
    """The share of a claim's weight that a sentence has, what of it stands in the sentence itself, and the words it lacks."""

    share: float
    own: float
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a sentence: above it, the body whose report it is (which it need not name), the words it is asked for with.

    ``strict`` is set where only the thesaurus may tell which words stand for one another; ``reads_on`` where what stands beside the
    sentence may have other words for the claim's as well.
    """

    above: str
    whose: str
    asked: frozenset[str]
    strict: bool = False
    reads_on: bool = False


def cover_of(claim: str, sentence: str, beside: Beside, desk: Desk) -> Cover:
    """How far a sentence has the words of a claim."""
    lexicon = desk.library.lexicon
    words = telling_words(claim, lexicon)
    if not words:
        return Cover(0.0, 0.0, ())
    own, terms = _keys(sentence, lexicon), {f"={mention.name}" for mention in lexicon.find_concepts(beside.whose)}
    meant = _meant(claim, lexicon)
    has = lambda keys: {w for w, stem in words.items() if key_of(stem) in keys or meant.get(stem, frozenset()) & keys}  # noqa: E731
    direct = has(own) | _in_other_words(words, sentence, lexicon) | _by_author(words, sentence)
    if not beside.strict:
        direct |= (words.keys() & said_otherwise(claim, sentence)) - fixed_words(claim, lexicon)
    near = {key_of(token.stem) for token in tokenize(beside.above)}
    if beside.reads_on:
        others = said_otherwise(claim, beside.above) - names_within(claim) - fixed_words(claim, lexicon)
        near |= {key_of(words[word]) for word in words.keys() & others}
    asked = beside.asked - {key_of(words[word]) for word in words if word in names_within(claim)}
    near |= asked
    there = (
        direct
        | {word for word in has(terms) if cue("owner").fullmatch(word)}
        | {word for word, stem in words.items() if key_of(stem) in near}
    )
    left = [word for word in words if word not in there]
    alike = alike_in([word for word in left if word not in fixed_words(claim, lexicon)], sentence, desk)
    missing = tuple(word for word in left if word not in alike)
    weights = {word: desk.weigher.weight(word) for word in words}
    total = sum(weights.values())
    return Cover(1 - sum(weights[w] for w in missing) / total, sum(weights[w] for w in direct) / total, missing)


def names_within(text: str) -> set[str]:
    """The words of names in a text, in lower case: capitalised, and not only because they begin a sentence."""
    runs = re.finditer(r"\b[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*", text)
    named = [run.group() for run in runs if run.start() or " " in run.group()]
    return {token.word for name in named for token in tokenize(name)}


def _by_author(words: Iterable[str], sentence: str) -> set[str]:
    """The words for writing, where a sentence names who a thing is by."""
    return {word for word in words if cue("wrote").fullmatch(word)} if cue("by_author").search(sentence) else set()


def telling_words(text: str, lexicon: Lexicon) -> dict[str, str]:
    """The words of a text that tell what it is about, each with its stem."""
    for mention in reversed(find_periods(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    text = cue("attributed").sub(" ", text)
    for place in reversed([m for m in lexicon.find_areas(text) if m.kind in ("region", "here")]):
        if place.kind == "here" or _IN.search(text[: place.start]):
            text = f"{text[: place.start]} {text[place.end :]}"
    filler, light = filler_in(text), cue("light", "to_be_done", "considered")
    return {
        token.word: token.stem
        for token in tokenize(text)
        if token.word not in STOPWORDS
        and token.stem not in filler
        and not light.fullmatch(token.word)
        and len(token.word) > 1
    }


def asked_terms(passage: str, index: Index, often: int = _ASKED_OFTEN) -> frozenset[str]:
    """The keys of the words that as many of the questions have that the subject index answers by a passage."""
    return frozenset(term for term, count in _asked(index).get(passage, {}).items() if count >= often)


@lru_cache(maxsize=4)
def _asked(index: Index) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for one in index.asked("passage"):
        found.setdefault(one.about, Counter()).update(set(map(key_of, one.terms)))
    return found


def key_of(stem: str) -> str:
    """The start of a stem, by which words of one family are one."""
    return stem[:_KEY]


def keys_in(text: str) -> set[str]:
    """The keys of a text's words and numbers, without those that carry no meaning."""
    return {key_of(token.stem) for token in tokenize(text) if token.word not in STOPWORDS}


def word_keys_in(text: str) -> set[str]:
    """The keys of a text's words alone, without those that carry no meaning."""
    return {key_of(token.stem) for token in tokenize(text) if token.word not in STOPWORDS and token.word.isalpha()}


def _keys(text: str, lexicon: Lexicon) -> set[str]:
    concepts = lexicon.with_broader(lexicon.all_concepts(text))
    stems = {token.stem for token in tokenize(text)}
    said = {m.name for m in lexicon.find_areas(text)}
    return {key_of(stem) for stem in stems} | {f"={name}" for name in concepts | said}


def _meant(text: str, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """For the stems of a text's words, the glossary terms and places that they name, and what the thesaurus has them mean."""
    found: dict[str, set[str]] = {}
    tokens = tokenize(text)
    for mention in (*lexicon.find_concepts(text), *lexicon.find_areas(text)):
        for token in tokens:
            if mention.start <= token.start < mention.end:
                found.setdefault(token.stem, set()).add(f"={mention.name}")
    stems = [token.stem for token in tokens]
    for stem in stems:
        found.setdefault(stem, set()).update(map(key_of, lexicon.thesaurus.stands_for(stem)))
    for saying in lexicon.thesaurus.find(stems):
        for stem in stems[saying.first : saying.past]:
            found.setdefault(stem, set()).update(map(key_of, saying.stands_for))
    return {stem: frozenset(others) for stem, others in found.items()}


def _in_other_words(words: dict[str, str], sentence: str, lexicon: Lexicon) -> set[str]:
    """The words of a claim that a word of the sentence stands for."""
    stems = [token.stem for token in tokenize(sentence)]
    theirs = {key_of(other) for stem in stems for other in lexicon.thesaurus.stands_for(stem)}
    theirs |= {key_of(other) for saying in lexicon.thesaurus.find(stems) for other in saying.stands_for}
    return {word for word, stem in words.items() if key_of(stem) in theirs}


def alike_in(words: Iterable[str], sentence: str, desk: Desk, least: float = _ALIKE) -> set[str]:
    """The words that a word of the sentence is like in meaning."""
    left = [word for word in words if word.isalpha()]
    theirs = [t.word for t in tokenize(sentence) if t.word not in STOPWORDS and t.word.isalpha()]
    if not left or not theirs:
        return set()
    alike = word_vectors(left, desk.library.index, desk.embed) @ word_vectors(theirs, desk.library.index, desk.embed).T
    best = np.asarray(alike).max(axis=1)
    return {word for word, value in zip(left, best, strict=True) if value >= least}
