"""The guard: the quick set answered now, against the results that were accepted last; it shuts where a rate fell.

``evals/quick/questions.jsonl`` holds records of every kind from the training sets, ``baseline.jsonl`` the results that
were accepted, as far as judging needs them. Whoever changes the product for the better accepts the new results.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.answering import Progress
from evals.comparison import Comparison, compare_runs, find_falls
from evals.errors import EvaluationError
from evals.pipeline import RunRequest, judge_run, run_sets
from evals.records import Result
from evals.results import result_to_line
from evals.show import falls_to_lines
from evals.writing import write_whole

QUICK = Path(__file__).parent / "quick"
_JUDGED_BY = ("id", "status", "verdict", "headline")


@dataclass(frozen=True, slots=True)
class GateRequest:
    """What to ask and what to hold the results against; ``accept`` stores them instead."""

    questions: Path = QUICK / "questions.jsonl"
    baseline: Path = QUICK / "baseline.jsonl"
    corpus: Path | None = None
    index: Path | None = None
    accept: bool = False


def pass_gate(request: GateRequest, now: datetime, on_progress: Progress) -> Comparison:
    """The accepted results beside those of now, which are stored in their place where they are to be accepted.

    Raises:
        InputError: the questions or the baseline cannot be read.
        EvaluationError: a record failed, or has no accepted result.
    """
    sets = (str(request.questions),)
    with TemporaryDirectory() as folder:
        out = Path(folder) / "results.jsonl"
        run_sets(RunRequest(sets, Path(folder), out, corpus=request.corpus, index=request.index), now, on_progress)
        after = judge_run(out, sets)
        is_first = request.accept and not request.baseline.exists()
        before = after if is_first else judge_run(request.baseline, sets)
        if request.accept:
            write_whole(request.baseline, "".join(result_to_line(_slim(one.result)) for one in after))
    comparison = compare_runs(before, after)
    if comparison.only_after and not request.accept:
        raise EvaluationError(f"{request.baseline}: no accepted result for {', '.join(comparison.only_after)}")
    return comparison


def shut_where_worse(comparison: Comparison) -> None:
    """Raises EvaluationError where a rate fell."""
    falls = find_falls(comparison)
    if falls:
        raise EvaluationError("gate: " + "; ".join(falls_to_lines(falls)))


def _slim(result: Result) -> Result:
    """What a result is judged by: the cited reports without the words that are quoted."""
    kept = {name: result[name] for name in _JUDGED_BY if name in result}
    cited = [{"report": one["report"], "locator": one["locator"]} for one in result.get("citations", ())]
    return {**kept, "citations": cited}
