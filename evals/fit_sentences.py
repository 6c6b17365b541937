"""Fits the weights by which the answerer chooses a sentence, on the project's own training questions.

    python -m evals.fit_sentences evals/questions/train*.jsonl --index DIR --index DIR_OF_ORIGINALS

Several indexes (of the restated and of the published reports) give weights that suit both wordings.

For each training question that a sentence can answer, the candidates that meet its gold are the positives; the weights
maximise the likelihood of choosing one of them (listwise softmax, L2). Writes ``rag/sentence_weights.yaml`` with what
it was fitted on. Held-out sets are refused.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
import yaml
from scipy.optimize import minimize

from evals.matching import is_group_met
from evals.records import Question
from evals.sets import load_sets
from ingest.settings import load_settings
from rag.narrative import candidates
from rag.pipeline import load_answerer
from rag.sentences import FITTED, Scored

_PRIOR = 0.5
_SCALE = 4.0  # how sharply the softmax chooses; fixes the weights' size, so that thresholds keep their meaning


@dataclass(frozen=True)
class Case:
    """One question: the features of its candidates (candidates x features) and which of them answer it."""

    features: np.ndarray
    positive: np.ndarray


def main(sets: list[str], index: Annotated[list[Path] | None, typer.Option()] = None) -> None:
    """Fit the weights and write them."""
    if any("heldout" in name for name in sets):
        raise typer.BadParameter("a held-out set must not be fitted on")
    folders: list[Path | None] = [*index] if index else [None]
    answerers = [load_answerer(load_settings(index_dir=folder)) for folder in folders]
    questions = [
        item for item in load_sets(sets) if isinstance(item, Question) and item.expect.contains and item.kind in _KINDS
    ]
    lists = [
        (q, candidates(answerer.read(q.question, q.history), answerer.library, answerer.embed, answerer.weigher))
        for answerer in answerers
        for q in questions
    ]
    names = sorted({name for _, scored in lists for one in scored for name in one.features})
    cases = [case for q, scored in lists if (case := _case(q, scored, names))]
    before = yaml.safe_load(FITTED.read_text(encoding="utf-8"))["weights"]
    start = np.array([before.get(name, 0.0) for name in names])
    fitted = minimize(_loss, start, args=(cases, np.zeros_like(start)), jac=True, method="L-BFGS-B").x
    _write(dict(zip(names, (round(float(w), 3) for w in fitted), strict=True)), sets, cases, (start, fitted))


_KINDS = ("passage", "definition", "list", "figure", "yes_no")


def _case(question: Question, scored: list[Scored], names: list[str]) -> Case | None:
    positive = np.array([meets(question, one) for one in scored], dtype=bool)
    if not positive.any() or positive.all():
        return None
    features = np.array([[one.features.get(name, 0.0) for name in names] for one in scored])
    return Case(features, positive)


def meets(question: Question, one: Scored) -> bool:
    """Whether a passage is short enough for an answer, of a report accepted, and says all that is expected."""
    text = one.hit.passage.text
    cited = not question.expect.sources or any(
        one.hit.passage.locator.report in group for group in question.expect.sources
    )
    return cited and len(text) <= 900 and all(is_group_met(group, text) for group in question.expect.contains or ())


def _loss(weights: np.ndarray, cases: list[Case], prior: np.ndarray) -> tuple[float, np.ndarray]:
    """Negative log likelihood of choosing a positive, and its gradient."""
    loss, gradient = 0.0, np.zeros_like(weights)
    for case in cases:
        scores = _SCALE * case.features @ weights
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        good = shares * case.positive
        total = good.sum()
        loss -= np.log(total)
        gradient += _SCALE * case.features.T @ (shares - good / total)
    away = weights - prior
    return float(loss + _PRIOR * away @ away), gradient + 2 * _PRIOR * away


def _first_right(cases: list[Case], weights: np.ndarray) -> float:
    return sum(bool(case.positive[np.argmax(case.features @ weights)]) for case in cases) / len(cases)


def _write(weights: dict[str, float], sets: list[str], cases: list[Case], steps: tuple[np.ndarray, np.ndarray]) -> None:
    told = {
        "fitted_on": f"{len(cases)} questions of {', '.join(sorted(Path(name).name for name in sets))} by evals/fit_sentences.py",
        "first_right_before": round(_first_right(cases, steps[0]), 3),
        "first_right_after": round(_first_right(cases, steps[1]), 3),
        "weights": weights,
    }
    FITTED.write_text(yaml.safe_dump(told, sort_keys=False, width=140), encoding="utf-8")
    typer.echo(
        f"{len(cases)} questions: first candidate right {told['first_right_before']} before, {told['first_right_after']} after"
    )


if __name__ == "__main__":
    typer.run(main)
