"""Where a statement in this project's words stands in a report's published text: the passages that say the same.

A published sentence may hold several statements, say one of them twice, or stand in a list of facts as well; so a statement
may have several places, and a passage that none found is given the statement most like it.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import starmap

import numpy as np

from ingest.numerals import find_numbers
from ingest.records import Passage
from ingest.words import content_stems, split_statements

# Chosen by reading, for the five reports, which places were found: likeness is the mean of meaning and words.
_ALIKE = 0.42  # a statement less like every passage of its report is looked for within one
_WITHIN = 0.4  # and has no place where its words stand in none
_AS_ALIKE = 0.05  # a passage with the same numbers that is so nearly as like says it too
_TAKEN = 0.45  # a passage that no statement found takes the one most like it, from this likeness on
_NUMBERS = (0.15, 0.1, -0.1)  # for all numbers alike, for those of the statement in the passage, for others
_LENGTHS = 0.15  # taken off for each doubling (nearly: e-fold) of length
_OTHER_FORM = 0.5  # taken off where only one of them is a list
_LONGER = 0.1  # taken off where a statement is only a part of the passage


def places_of(
    statements: Sequence[str], passages: Sequence[Passage], vectors: tuple[np.ndarray, np.ndarray]
) -> list[list[Passage]]:
    """For each statement the passages that say it; ``vectors`` are those of the statements and of the passages, one a row."""
    units = [at for at, passage in enumerate(passages) if _is_unit(passage)]
    if not units or not statements:
        return [[] for _ in statements]
    own = [passages[at].text for at in units]
    alike, within, holding = _likenesses(statements, own, vectors[0] @ vectors[1][units].T)
    same = np.array([[_numbers(one) == _numbers(other) for other in own] for one in statements])
    found = [_found(*rows) for rows in zip(alike, within, same, strict=True)]
    missed = set(range(len(own))) - {at for ats in found for at in ats}
    for at in sorted(missed):
        likeness = np.maximum(alike[:, at], holding[:, at])
        if likeness.max() >= _TAKEN:
            found[int(np.argmax(likeness))].append(at)
    return [[passages[units[at]] for at in ats] for ats in found]


def _found(alike: np.ndarray, within: np.ndarray, same: np.ndarray) -> list[int]:
    best = int(np.argmax(alike))
    if alike[best] >= _ALIKE:
        return [at for at in range(len(alike)) if at == best or same[at] and alike[at] >= alike[best] - _AS_ALIKE]
    best = int(np.argmax(within))
    return [best] if within[best] >= _WITHIN else []


def _is_unit(passage: Passage) -> bool:
    """Whether it can be an answer as it stands: no paragraph of several sentences, whose sentences are passages too."""
    return passage.kind != "prose" or "\n" in passage.text or len(split_statements(passage.text)) == 1


def _likenesses(
    statements: Sequence[str], texts: Sequence[str], cosines: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """How like each statement is to each text, how much of it stands within each, and of each within it (statements x texts)."""
    theirs = [Counter(content_stems(text)) for text in texts]
    spread = Counter(word for words in theirs for word in words)
    weigh = lambda words: {w: n * math.log(1 + len(texts) / (1 + spread[w])) for w, n in words.items()}  # noqa: E731
    bags = [weigh(words) for words in theirs]
    shared, held, holds = np.zeros(cosines.shape), np.zeros(cosines.shape), np.zeros(cosines.shape)
    for row, statement in enumerate(statements):
        bag = weigh(Counter(content_stems(statement)))
        length, total = math.hypot(*bag.values()) or 1.0, math.fsum(bag.values()) or 1.0
        for column, other in enumerate(bags):
            shared[row, column] = math.fsum(v * other.get(w, 0.0) for w, v in bag.items())
            shared[row, column] /= length * (math.hypot(*other.values()) or 1.0)
            held[row, column] = math.fsum(v for w, v in bag.items() if w in other) / total
            holds[row, column] = math.fsum(v for w, v in other.items() if w in bag) / (math.fsum(other.values()) or 1.0)
    pairs = [[(one, other) for other in texts] for one in statements]
    numbers = np.array([list(starmap(_by_numbers, row)) for row in pairs])
    form = np.array([list(starmap(_by_form, row)) for row in pairs])
    lists = _OTHER_FORM * np.array([["\n" in other for other in texts]])
    parts = [(cosines + part) / 2 - _LONGER - lists for part in (held, holds)]
    return (cosines + shared) / 2 + numbers - form, parts[0], parts[1]


def _by_numbers(statement: str, text: str) -> float:
    told, there = _numbers(statement), _numbers(text)
    if not told <= there:
        return _NUMBERS[2]
    return 0.0 if not told else _NUMBERS[0] if told == there else _NUMBERS[1]


def _by_form(statement: str, text: str) -> float:
    lists = _OTHER_FORM if ("\n" in statement) != ("\n" in text) else 0.0
    return lists + _LENGTHS * abs(math.log(max(1, len(statement)) / max(1, len(text))))


def _numbers(text: str) -> frozenset[object]:
    return frozenset(number.value for number in find_numbers(text))
