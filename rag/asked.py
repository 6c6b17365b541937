"""How like a question is to those that the subject index answers by a passage, or by a measure.

The subject index is written by people, so it holds thousands of questions, never millions: they are compared one by one.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ingest.lexicon import Lexicon
from ingest.store import Index
from ingest.store_rows import digest_text
from ingest.words import STOPWORDS
from rag.adapter import adapt
from rag.query import Query

Features = dict[str, float]
_MOST = 5.0  # the most that a word weighs


@dataclass(frozen=True, slots=True)
class _Questions:
    """The vectors of all questions, one a row, those of one passage together from the row that ``starts`` gives."""

    about: tuple[str, ...]
    starts: tuple[int, ...]
    vectors: np.ndarray


def asked_of(vector: Sequence[float], kind: str, index: Index) -> dict[str, float]:
    """For each passage by id, or measure by key (``kind``), the cosine of a question's vector with its nearest question."""
    questions = _questions(index, kind)
    if not questions.about:
        return {}
    alike = questions.vectors @ adapt(np.asarray(vector, dtype=np.float32), index.model)
    nearest = np.maximum.reduceat(alike, questions.starts)
    return dict(zip(questions.about, nearest.tolist(), strict=True))


def asked_shares(query: Query, passages: Sequence[str], index: Index, lexicon: Lexicon) -> dict[str, Features]:
    """For each passage by id, the share of the question's words that stand in one question it answers, and in all of them.

    A word weighs by how few passages are asked about with it.
    """
    words = _words(index)
    terms = {term for term in lexicon.terms_of(query.text) if term not in STOPWORDS}
    weights = {term: words.weight(term) for term in terms}
    total = math.fsum(weights.values())
    if not total:
        return {}
    share = lambda there: math.fsum(weight for term, weight in weights.items() if term in there) / total  # noqa: E731
    asked = {passage: words.of_passages.get(passage, ()) for passage in passages}
    return {
        passage: {"asked_one": max(map(share, own)), "asked_any": share(frozenset().union(*own))}
        for passage, own in asked.items()
        if own
    }


@dataclass(frozen=True, slots=True)
class _Words:
    of_passages: dict[str, list[frozenset[str]]]
    frequency: Counter[str]

    def weight(self, term: str) -> float:
        return min(_MOST, math.log(1 + len(self.of_passages) / (1 + self.frequency[term])))


@lru_cache(maxsize=4)
def _words(index: Index) -> _Words:
    of_passages: dict[str, list[frozenset[str]]] = {}
    for one in index.asked("passage"):
        of_passages.setdefault(one.about, []).append(frozenset(one.terms))
    frequency = Counter(term for own in of_passages.values() for term in frozenset().union(*own))
    return _Words(of_passages, frequency)


@lru_cache(maxsize=4)
def _questions(index: Index, kind: str) -> _Questions:
    asked = sorted(index.asked(kind), key=lambda one: one.about)
    kept = index.vectors_of([digest_text(one.question) for one in asked])
    rows = [np.frombuffer(kept[digest_text(one.question)], dtype=np.float32) for one in asked]
    starts = [at for at, one in enumerate(asked) if not at or asked[at - 1].about != one.about]
    vectors = adapt(np.stack(rows), index.model) if rows else np.zeros((0, 0), dtype=np.float32)
    return _Questions(tuple(asked[at].about for at in starts), tuple(starts), vectors)
