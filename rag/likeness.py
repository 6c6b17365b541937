"""How well the words of a passage answer to those of a question in meaning ("killings" to "homicides")."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ingest.store import Index
from ingest.store_rows import bytes_to_vector, digest_text
from ingest.words import likened_words, stem
from rag.query import Query
from rag.retrieve import Embed, Hit
from rag.sentence_features import Weigher, introduction_of
from rag.units import is_list

_ALIKE = 0.5  # words less alike than this have nothing to do with each other


def likeness_of(query: Query, hits: Sequence[Hit], index: Index, embed: Embed, weigher: Weigher) -> dict[str, float]:
    """For each hit, by passage id, the share (0 to 1) of the question's weighty words that a word of it is like.

    A word that the reports do not have is encoded if it carries meaning; names of places and ways of asking do not.
    """
    asked = tuple(w for w in likened_words(query.text) if weigher.knows(stem(w)) or stem(w) in query.words)
    words = {hit.passage.id: likened_words(_whole(hit)) for hit in hits}
    every = list(dict.fromkeys(word for own in words.values() for word in own))
    if not asked or not every:
        return {}
    theirs = word_vectors(every, index, None)
    if not theirs.size:  # an index without vectors of words
        return {}
    alike = word_vectors(asked, index, embed) @ theirs.T
    alike = np.where(alike < _ALIKE, 0.0, alike)
    weights = np.array([weigher.weight(word) for word in asked])
    at = {word: place for place, word in enumerate(every)}
    return {
        passage: float(weights @ alike[:, [at[word] for word in own]].max(axis=1) / weights.sum()) if own else 0.0
        for passage, own in words.items()
    }


def _whole(hit: Hit) -> str:
    section = hit.passage.locator.section
    said = introduction_of(hit.passage) if is_list(hit.passage) else hit.passage.text
    return f"{section[-1] if section else ''} ; {said}"


def word_vectors(words: Sequence[str], index: Index, embed: Embed | None) -> np.ndarray:
    """One row a word; a word that the reports do not have is encoded, or alike to nothing without a model at hand."""
    kept = _kept(index)
    missing = [word for word in words if word not in kept]
    found = index.vectors_of([digest_text(word) for word in missing])
    for word in missing:
        if digest_text(word) in found:
            kept[word] = np.asarray(bytes_to_vector(found[digest_text(word)]), dtype=np.float32)
    rows = [kept[w] if w in kept else np.asarray(embed(w), dtype=np.float32) if embed else None for w in words]
    size = max((len(row) for row in rows if row is not None), default=0)
    return np.stack([np.zeros(size, dtype=np.float32) if row is None else row for row in rows])


@lru_cache(maxsize=4)
def _kept(index: Index) -> dict[str, np.ndarray]:
    """The word vectors of an index that were used before."""
    return {}
