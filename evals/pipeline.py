"""The ways of an evaluation: run (ask and write down) and score (compare with what is expected) are apart."""

from dataclasses import dataclass
from pathlib import Path

from evals.answering import Progress, answer_all
from evals.errors import EvaluationError, InputError
from evals.product import open_product
from evals.results import read_results
from evals.scores import Judged, judge_all
from evals.sets import load_sets


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What is asked of whom, and where the results go."""

    sets: tuple[str, ...]
    out: Path | None
    runs_dir: Path
    resume: Path | None = None
    corpus: Path | None = None
    index: Path | None = None
    model: str = "none"
    baselines: tuple[str, ...] = ()


def run_sets(request: RunRequest, on_progress: Progress) -> Path:
    """Answers the sets and gives the results file.

    Raises:
        InputError: a set is not one; nothing is written then.
        EvaluationError: one or more records failed; the others are written.
    """
    items = load_sets(request.sets)
    path = request.out or request.runs_dir / "results.jsonl"
    product = open_product(request.corpus, request.index, request.model, on_progress)
    failed = answer_all(items, product, path, on_progress)
    if failed:
        raise EvaluationError(f"{path}: {failed} of {len(items)} failed; the same command asks them again")
    return path


def judge_run(run: Path, sets: tuple[str, ...]) -> tuple[Judged, ...]:
    """The results of a run, judged against its sets."""
    if not sets:
        raise InputError(f"{run}: name the sets that it answers")
    return judge_all(load_sets(sets), read_results(run))
