"""Runs question sets and scores them.

    python -m evals run evals/questions/train.jsonl --out results.jsonl
    python -m evals score results.jsonl evals/questions/train.jsonl --failures

Exit codes: 0 done, 1 the run failed, 2 wrong use or unreadable input.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evals.errors import EvaluationError, InputError

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=__doc__)
console = Console(width=None if sys.stdout.isatty() else 160)

Sets = Annotated[list[str], typer.Argument(help="files or globs of questions and claims")]
OptionalSets = Annotated[list[str] | None, typer.Argument(help="the sets; those of the run where none is given")]


@app.command()
def run(
    sets: Sets,
    out: Annotated[Path | None, typer.Option(help="write exactly this results file")] = None,
    runs_dir: Annotated[Path, typer.Option(help="folder of dated runs, where --out is not given")] = Path("evals/runs"),
    resume: Annotated[Path | None, typer.Option(help="go on with this run's folder")] = None,
    corpus: Annotated[Path | None, typer.Option(help="folder of reports")] = None,
    index: Annotated[Path | None, typer.Option(help="folder of the index")] = None,
    model: Annotated[str, typer.Option(help="none or PROVIDER:NAME")] = "none",
    baseline: Annotated[list[str] | None, typer.Option(help="naive, bm25; may be given twice")] = None,
) -> None:
    """Answers the sets, a line a record; what is answered already is kept."""
    from evals.pipeline import RunRequest, run_sets

    request = RunRequest(tuple(sets), out, runs_dir, resume, corpus, index, model, tuple(baseline or ()))
    written = run_sets(request, _show_progress)
    console.print(f"results in {written}", highlight=False)


@app.command()
def score(
    run: Annotated[Path, typer.Argument(help="a run's folder, or a results file with its SETS")],
    sets: OptionalSets = None,
    failures: Annotated[bool, typer.Option("--failures", help="list what is not right")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print the scores as JSON")] = False,
) -> None:
    """Scores results without asking again."""
    from evals.pipeline import judge_run
    from evals.scores import score_claims, score_latency, score_outcomes
    from evals.show import failures_to_lines, show_claims, show_latency, show_outcomes

    judged = judge_run(run, tuple(sets or ()))
    show_outcomes(console, score_outcomes(judged))
    show_claims(console, score_claims(judged))
    show_latency(console, score_latency(judged))
    if failures:
        print("\n".join(failures_to_lines(judged)))


def _show_progress(done: int, total: int, what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {total}  {what:<24}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def main(run_app: Callable[[], None] = app) -> None:
    """Turns what went wrong into one line and an exit code."""
    try:
        run_app()
    except EvaluationError as error:
        print(f"evals: {error}", file=sys.stderr)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
