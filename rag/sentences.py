"""Which sentence answers: the passages that can hold the answer, scored by fitted weights, best first."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from ingest.lexicon import Lexicon
from rag.known_words import asks_number_outright
from rag.query import Query
from rag.retrieve import Hit
from rag.sentence_features import Features, Weigher, asked_terms, features_of
from rag.told_before import is_beside_told
from rag.units import can_answer, is_list, is_unit, misfits
from rag.weights import load_weights

FITTED = Path(__file__).parent / "sentence_weights.yaml"


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence, item or list with its score, the share of the question's weighty words that it has, and its features."""

    hit: Hit
    score: float
    coverage: float
    features: Features


@lru_cache(maxsize=1)
def fitted_weights() -> dict[str, float]:
    """The weight of each feature, from ``sentence_weights.yaml``."""
    loaded: dict[str, float] = yaml.safe_load(FITTED.read_text(encoding="utf-8"))["weights"]
    return loaded


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the hits besides their texts.

    ``evidence`` are sentences that state a fitting figure, with its fit; ``likeness`` that of the hits' words, by passage id;
    ``asked`` how the question agrees with those that the subject index answers by a passage, by its id.
    """

    evidence: Mapping[str, float]
    likeness: Mapping[str, float]
    asked: Mapping[str, Features]


def score_sentences(query: Query, hits: list[Hit], lexicon: Lexicon, weigher: Weigher, known: Known) -> list[Scored]:
    """The hits as answers to the question, best first."""
    asked = asked_terms(query, weigher, lexicon)
    scored = []
    for hit in hits:
        parent = _parent_of(hit, hits)
        if is_unit(hit.passage) and (can_answer(query, hit.passage) or is_known_question(query, hit)):
            features = features_of(query, hit, asked, parent, lexicon) | _evidence(hit, known.evidence)
            features |= misfits(query, hit.passage, parent, lexicon)
            features["likeness"] = known.likeness.get(hit.passage.id, 0.0)
            features |= known.asked.get(hit.passage.id, {})
            features["told_before"] = float(is_beside_told(hit.passage.text, query.nearby))
            scored.append(Scored(hit, weigh(features), features["coverage"], features))
    return sorted(scored, key=lambda one: -one.score)


def is_known_question(query: Query, hit: Hit) -> bool:
    """Whether the subject index answers just this question by a passage, and no count is asked for, which is looked up."""
    near = hit.asked >= load_weights()["answers"]["known_question"]
    return near and not asks_number_outright(query)


def weigh(features: Features) -> float:
    """The score of a passage: its features by their weights."""
    weights = fitted_weights()
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def _parent_of(hit: Hit, hits: list[Hit]) -> str:
    """The paragraph or item that a sentence stands in, where that was found too; of a speech that goes on, who speaks."""
    if hit.passage.text.startswith("“") and hit.passage.kind == "prose":
        return hit.passage.indexed.removesuffix(hit.passage.text)
    if hit.passage.kind != "sentence":
        return ""
    own = hit.passage
    return next(
        (
            h.passage.text
            for h in hits
            if h.passage.kind in ("prose", "item") and h.passage.locator == own.locator and own.text in h.passage.text
        ),
        "",
    )


def _evidence(hit: Hit, evidence: Mapping[str, float]) -> Features:
    if is_list(hit.passage):
        return {}
    fits = [fit for sentence, fit in evidence.items() if sentence in hit.passage.text]
    return {"evidence": max(fits)} if fits else {}


__all__ = ["Known", "Scored", "Weigher", "fitted_weights", "is_list", "score_sentences", "weigh"]
