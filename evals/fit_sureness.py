"""Fits how likely the answerer's best sentence is right, on the project's own training questions.

    python -m evals.fit_sureness evals/questions/train*.jsonl --index DIR

After ``evals.fit_sentences``: for each question that a sentence can answer, or that nothing in the reports answers, a
logistic regression (L2) learns from the best sentence's signals whether it is the answer. Writes
``rag/sureness_weights.yaml`` with what it was fitted on. Held-out sets are refused.
"""

from pathlib import Path
from typing import Annotated

import numpy as np
import typer
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from evals.fit_sentences import meets
from evals.records import Question
from evals.sets import load_sets
from ingest.settings import load_settings
from rag.narrative import candidates
from rag.pipeline import Answerer, load_answerer
from rag.sureness import FITTED, signals

_STRENGTH = 0.5  # of the fit against its L2 prior
_FOLDS = 8


def main(sets: list[str], index: Annotated[list[Path] | None, typer.Option()] = None) -> None:
    """Fit the weights and write them."""
    if any("heldout" in name for name in sets):
        raise typer.BadParameter("a held-out set must not be fitted on")
    folders: list[Path | None] = [*index] if index else [None]
    answerers = [load_answerer(load_settings(index_dir=folder)) for folder in folders]
    items = [item for item in load_sets(sets) if isinstance(item, Question)]
    cases = [case for answerer in answerers for item in items if (case := _case(item, answerer))]
    names = sorted({name for told, _ in cases for name in told})
    features = np.array([[told.get(name, 0.0) for name in names] for told, _ in cases])
    right = np.array([is_right for _, is_right in cases])
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    scaled = (features - middle) / spread
    model = LogisticRegression(C=_STRENGTH, max_iter=2000)
    unseen = cross_val_predict(model, scaled, right, cv=_FOLDS, method="predict_proba")[:, 1]
    model.fit(scaled, right)
    weights = model.coef_[0] / spread
    told = {
        "fitted_on": f"{len(cases)} questions of {', '.join(sorted(Path(name).name for name in sets))} by evals/fit_sureness.py",
        "area_under_curve_cross_validated": round(float(roc_auc_score(right, unseen)), 3),
        "intercept": round(float(model.intercept_[0] - weights @ middle), 3),
        "weights": {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)},
    }
    FITTED.write_text(yaml.safe_dump(told, sort_keys=False, width=140), encoding="utf-8")
    typer.echo(
        f"{len(cases)} questions: area under the curve {told['area_under_curve_cross_validated']} cross-validated"
    )


def _case(item: Question, answerer: Answerer) -> tuple[dict[str, float], bool] | None:
    """The best sentence's signals and whether it is the answer; None where a table or a rule answers, not a sentence."""
    query = answerer.read(item.question, item.history)
    if query.refusal or item.expect.status == "clarify":
        return None
    scored = candidates(query, answerer.library, answerer.embed, answerer.weigher)
    if not scored:
        return None
    meeting = [meets(item, one) for one in scored] if item.expect.contains else [False] * len(scored)
    if item.expect.status == "answered" and not any(meeting):
        return None
    return signals(query, scored), meeting[0]


if __name__ == "__main__":
    typer.run(main)
