"""How likely the best sentence is the answer: a fitted probability, by which the answerer says "the reports do not say"."""

import math
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.numerals import find_numbers
from ingest.words import content_stems
from rag.query import Query
from rag.sentences import Scored

_MOST_MARGIN = 1.0
_SAME_WORDS, _SAME_WORDS_WITH_NUMBERS = 0.7, 0.4  # share of the shorter passage's words in the longer
FITTED = Path(__file__).parent / "sureness_weights.yaml"
_TOLD = (
    "adapted", "asked", "asked_any", "asked_one", "cosine", "likeness", "coverage", "coverage_own",
    "telling_missing", "narrowing_missing", "figure_of_other_setting", "figure_of_other_terms", "evidence",
    "counted", "other_period", "other_area", "report", "area",
)  # fmt: skip
_OF_NUMBERS = ("coverage", "cosine", "likeness", "asked", "asked_any")


def signals(query: Query, scored: list[Scored]) -> dict[str, float]:
    """What tells whether the best of these is the answer, by name; ``scored`` best first and not empty."""
    best = scored[0]
    told = {name: best.features.get(name, 0.0) for name in _TOLD} | _for_want_of_questions(best)
    rival = next((other for other in scored[1:] if not _say_the_same(best, other)), None)
    told["margin"] = min(_MOST_MARGIN, best.score - rival.score) if rival else _MOST_MARGIN
    told["score"] = best.score
    number = float(query.number_wanted)
    told["number"] = number
    return told | {f"number_{name}": number * told[name] for name in (*_OF_NUMBERS, "score")}


def _for_want_of_questions(best: Scored) -> dict[str, float]:
    """What a passage that the subject index knows no question of is judged by: itself in their place, as in a new report."""
    if best.features.get("asked"):
        return {}
    coverage = best.features.get("coverage", 0.0)
    return {"asked": best.features.get("adapted", 0.0), "asked_any": coverage, "asked_one": coverage}


def _say_the_same(one: Scored, other: Scored) -> bool:
    """Whether two passages tell one fact: one stands in the other, or the shorter's numbers and enough of its words do."""
    texts = [" ".join(scored.hit.passage.text.split()) for scored in (one, other)]
    shorter, longer = sorted(texts, key=len)
    words, there = set(content_stems(shorter)), set(content_stems(longer))
    fewer, more = sorted(({number.value for number in find_numbers(text)} for text in texts), key=len)
    share = _SAME_WORDS_WITH_NUMBERS if fewer else _SAME_WORDS
    return shorter in longer or fewer <= more and len(words & there) >= share * len(words)


def sureness_of(query: Query, scored: list[Scored]) -> float:
    """The probability (0 to 1) that the best of these answers the question."""
    fitted = _fitted()
    told = signals(query, scored)
    total = fitted["intercept"] + sum(weight * told.get(name, 0.0) for name, weight in fitted["weights"].items())
    return 1.0 / (1.0 + math.exp(-total))


@lru_cache(maxsize=1)
def _fitted() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(FITTED.read_text(encoding="utf-8"))
    return loaded
