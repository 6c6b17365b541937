"""All scores of one system (the product or a baseline) in one run."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evals.citations import CitationScores, score_citations
from evals.model_use import ModelScores, model_to_dict, score_model
from evals.outcomes import holds_answer, is_unanswerable
from evals.places import citation_to_place
from evals.rates import Rate, rate_of
from evals.records import Claim, Question
from evals.retrieval import METRICS, RetrievalScores, score_retrieval
from evals.scores import ClaimScores, Judged, Latency, OutcomeRow, score_claims, score_latency, score_outcomes

AMONG = 4


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The scores of one system.

    ``among_four`` is the rate of answerable questions whose expected answer stands among the first four
    retrieved passages: a reader of all four could find it, which earns nothing in the other scores.
    """

    system: str
    judged: tuple[Judged, ...]
    outcomes: tuple[OutcomeRow, ...]
    claims: ClaimScores
    citations: CitationScores
    retrieval: RetrievalScores
    among_four: Rate
    latency: Latency
    model: ModelScores

    def row(self, axis: str, group: str) -> OutcomeRow | None:
        """The outcomes of one group, or None where it has no records."""
        return next((row for row in self.outcomes if (row.axis, row.group) == (axis, group)), None)

    def rate(self, axis: str, group: str) -> Rate:
        """The rate of right ones in a group; over nothing where it has no records."""
        row = self.row(axis, group)
        return row.rate() if row else Rate(0, 0)


def make_scorecard(system: str, judged: Sequence[Judged], with_retrieval: bool = True) -> Scorecard:
    """Every score of the results; retrieval takes seconds, since its library is compiled when imported."""
    return Scorecard(
        system=system,
        judged=tuple(judged),
        outcomes=score_outcomes(judged),
        claims=score_claims(judged),
        citations=score_citations(judged),
        retrieval=score_retrieval(judged if with_retrieval else ()),
        among_four=rate_of(_is_among_four(one) for one in judged),
        latency=score_latency(judged),
        model=score_model(judged),
    )


def scorecard_to_dict(card: Scorecard) -> dict[str, Any]:
    """The scores as JSON: each rate with n and interval; undefined is null."""
    return {
        "outcomes": [
            {
                "by": row.axis,
                "group": row.group,
                "n": row.n,
                **row.counts,
                "right_rate": rate_to_dict(row.rate()),
            }
            for row in card.outcomes
        ],
        "claims": {
            "confusion": card.claims.confusion,
            "value_shown": rate_to_dict(card.claims.value_shown),
            "source_cited": rate_to_dict(card.claims.source_cited),
        },
        "citations": {
            "precision": rate_to_dict(card.citations.precision),
            "recall": rate_to_dict(card.citations.recall),
        },
        "retrieval": {
            "n": card.retrieval.n,
            **{metric: defined(card.retrieval.means[metric]) for metric in METRICS},
        },
        "answer_among_four_passages": rate_to_dict(card.among_four),
        "latency_ms": {
            "n": card.latency.n,
            **{name: defined(getattr(card.latency, name)) for name in ("p50", "p95", "p99")},
        },
        "language_model": model_to_dict(card.model, rate_to_dict),
        "undefined_rates": sum(not row.n for row in card.outcomes),
    }


def rate_to_dict(rate: Rate) -> dict[str, Any]:
    """The share with its count and interval."""
    low, high = rate.interval
    return {
        "rate": defined(rate.share),
        "hits": rate.hits,
        "n": rate.n,
        "low": defined(low),
        "high": defined(high),
    }


def defined(value: float) -> float | None:
    """JSON has no NaN: undefined is null."""
    return None if math.isnan(value) else round(value, 4)


def _is_among_four(one: Judged) -> bool | None:
    retrieved = one.result.get("retrieved")
    if isinstance(one.item, Claim) or retrieved is None or is_unanswerable(one.item):
        return None
    assert isinstance(one.item, Question)
    return holds_answer(one.item, [citation_to_place(passage) for passage in retrieved[:AMONG]])
