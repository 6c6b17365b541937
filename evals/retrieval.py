"""Retrieval measured against the gold evidence with ranx, the one owner of which this module is.

What is to be found are the pieces of evidence of a question, not passages: one piece stands in several
passages (a row, its table, the sentence about it), and any of them will do. So the first passage that holds
a piece takes the piece's place in the ranking, and later passages that only repeat it count as not
relevant. Where evidence is in several reports of which one suffices, finding it in one counts as finding
it.
"""

import math
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.places import Place, citation_to_place, holds_evidence
from evals.records import Question
from evals.scores import Judged

METRICS = ("recall@1", "recall@3", "recall@5", "recall@10", "mrr@10", "ndcg@10")


@dataclass(frozen=True, slots=True)
class RetrievalScores:
    """Means over the ``n`` questions that have evidence and retrieved passages; NaN where n is 0."""

    n: int
    means: dict[str, float]


def score_retrieval(judged: Iterable[Judged]) -> RetrievalScores:
    """Recall, mean reciprocal rank and nDCG of the passages retrieved for questions."""
    gold: dict[str, dict[str, int]] = {}
    found: dict[str, dict[str, float]] = {}
    for one in judged:
        retrieved = one.result.get("retrieved")
        if isinstance(one.item, Question) and one.item.evidence and retrieved is not None:
            places = [citation_to_place(passage) for passage in retrieved]
            gold[one.item.id] = {piece: 1 for piece in evidence_pieces(one.item)}
            found[one.item.id] = _rank_to_scores(rank_pieces(one.item, places))
    if not gold:
        return RetrievalScores(0, {metric: math.nan for metric in METRICS})
    return RetrievalScores(len(gold), _evaluate(gold, found))


def evidence_pieces(question: Question) -> tuple[str, ...]:
    """What is to be found, by name: a piece of evidence, or a group of reports of which any will do."""
    return tuple(dict.fromkeys(_piece_of(question, number) for number in range(len(question.evidence))))


def rank_pieces(question: Question, places: Sequence[Place]) -> tuple[str, ...]:
    """The retrieved passages in order, each as the pieces it is first to hold, or by its own name."""
    ranking: dict[str, None] = {}
    for rank, place in enumerate(places, start=1):
        held = [
            _piece_of(question, number)
            for number, evidence in enumerate(question.evidence)
            if holds_evidence(place, evidence, question)
        ]
        new = [piece for piece in held if piece not in ranking]
        ranking.update(dict.fromkeys(new or [f"passage {rank}"]))
    return tuple(ranking)


def _piece_of(question: Question, number: int) -> str:
    report = question.evidence[number].report
    for count, group in enumerate(question.expect.sources):
        holding = {evidence.report for evidence in question.evidence} & set(group)
        if report in holding and len(holding) > 1:
            return f"any of group {count}"
    return f"evidence {number}"


def _rank_to_scores(ranking: Sequence[str]) -> dict[str, float]:
    return {name: 1.0 / rank for rank, name in enumerate(ranking, start=1)} or {"nothing": 0.0}


def _evaluate(gold: dict[str, dict[str, int]], found: dict[str, dict[str, float]]) -> dict[str, float]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ranx import Qrels, Run, evaluate

        means = evaluate(Qrels(gold), Run(found), list(METRICS), make_comparable=True)
    return {metric: float(means[metric]) for metric in METRICS}
