"""Runs question sets, scores the results, compares runs and reports them.

    python -m evals run evals/questions/train.jsonl --out results.jsonl
    python -m evals score results.jsonl evals/questions/train.jsonl --failures
    python -m evals run "evals/questions/*.jsonl" --baseline naive --baseline bm25
    python -m evals beside-plain evals/questions/train.jsonl --model openai:gpt-5-mini
    python -m evals report evals/runs/2026-01-31-120000-train

Exit codes: 0 done, 1 the run failed or the gate is shut, 2 wrong use or unreadable input.
"""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evals.errors import EvaluationError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=__doc__,
)
console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)

Sets = Annotated[list[str], typer.Argument(help="files or globs of questions and claims")]
OptionalSets = Annotated[list[str] | None, typer.Argument(help="the sets that a results file answers")]
RunPath = Annotated[Path, typer.Argument(help="a run's folder, or a results file with its SETS")]
Corpus = Annotated[Path | None, typer.Option(help="folder of reports")]
Index = Annotated[Path | None, typer.Option(help="folder of the index")]
Out = Annotated[Path, typer.Option(help="file to write")]


@app.command()
def run(  # noqa: PLR0913 (the options of a command are its arguments)
    sets: Sets,
    out: Annotated[Path | None, typer.Option(help="write exactly this results file")] = None,
    runs_dir: Annotated[Path, typer.Option(help="folder of dated runs, without --out")] = Path("evals/runs"),
    resume: Annotated[Path | None, typer.Option(help="go on with this run's folder")] = None,
    corpus: Corpus = None,
    index: Index = None,
    model: Annotated[str, typer.Option(help="none or PROVIDER:NAME")] = "none",
    baseline: Annotated[list[str] | None, typer.Option(help="naive, bm25; may be given twice")] = None,
) -> None:
    """Answer the sets, a line a record; what is answered already is kept."""
    from evals.pipeline import RunRequest, run_sets
    from evals.progress_bar import showing_progress

    request = RunRequest(tuple(sets), runs_dir, out, resume, corpus, index, model, tuple(baseline or ()))
    with showing_progress() as on_progress:
        files = run_sets(request, datetime.now().astimezone(), on_progress)
    console.print(f"results in {files.folder or files.results}")


@app.command()
def score(
    run: RunPath,
    sets: OptionalSets = None,
    failures: Annotated[bool, typer.Option("--failures", help="list what is not right")] = False,
    retrieval: Annotated[bool, typer.Option("--retrieval", help="for a results file too (takes seconds)")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print the scores as JSON")] = False,
) -> None:
    """Score results without asking again."""
    from evals.pipeline import score_run
    from evals.runs import PRODUCT, open_run
    from evals.scorecard import scorecard_to_dict
    from evals.show import failures_to_lines, show_scorecards

    opened = open_run(run, sets or ())
    cards = score_run(opened, with_retrieval=retrieval or opened.files.folder is not None)
    if as_json:
        print(json.dumps({name: scorecard_to_dict(card) for name, card in cards.items()}, indent=2))
    else:
        show_scorecards(console, cards, len(opened.items))
    if failures:
        print("\n".join(failures_to_lines(cards[PRODUCT].judged)), file=sys.stderr if as_json else sys.stdout)


@app.command()
def compare(
    run_a: Annotated[Path, typer.Argument(help="the run before")],
    run_b: Annotated[Path, typer.Argument(help="the run after")],
    sets: OptionalSets = None,
    gate: Annotated[bool, typer.Option("--gate", help="exit 1 where a rate fell")] = False,
) -> None:
    """Compare two runs, question by question, with a paired test."""
    from evals.comparison import compare_runs, find_falls
    from evals.pipeline import judge_run
    from evals.show import falls_to_lines, show_comparison

    comparison = compare_runs(judge_run(run_a, sets or ()), judge_run(run_b, sets or ()))
    show_comparison(console, comparison)
    falls = find_falls(comparison)
    if gate and falls:
        raise EvaluationError("gate: " + "; ".join(falls_to_lines(falls)))
    if gate and comparison.only_before:
        raise EvaluationError(f"gate: the run after has no result for {', '.join(comparison.only_before)}")


@app.command()
def gate(
    corpus: Corpus = None,
    index: Index = None,
    accept: Annotated[bool, typer.Option("--accept", help="store the results of now as the accepted ones")] = False,
) -> None:
    """Answer the quick set and compare with the accepted results; exit 1 where a rate fell."""
    from evals.gate import GateRequest, pass_gate, shut_where_worse
    from evals.progress_bar import showing_progress
    from evals.show import show_comparison

    with showing_progress() as on_progress:
        request = GateRequest(corpus=corpus, index=index, accept=accept)
        comparison = pass_gate(request, datetime.now().astimezone(), on_progress)
    show_comparison(console, comparison, with_model=False)
    if not accept:
        shut_where_worse(comparison)


@app.command("beside-plain")
def beside_plain(
    sets: Sets,
    model: Annotated[str, typer.Option(help="PROVIDER:NAME")],
    out: Annotated[Path, typer.Option(help="folder of the results")] = Path("evals/runs/beside-plain"),
    most: Annotated[int, typer.Option(help="how many questions, spread over the sets", min=1)] = 100,
    index: Index = None,
) -> None:
    """Ask the same questions without and with a language model, and compare."""
    from evals.beside_plain import BesideRequest, compare_with_plain
    from evals.progress_bar import showing_progress
    from evals.show import show_comparison

    request = BesideRequest(tuple(sets), model, out, most, index=index)
    with showing_progress() as on_progress:
        comparison = compare_with_plain(request, on_progress)
    show_comparison(console, comparison)


@app.command()
def report(run: RunPath, sets: OptionalSets = None) -> None:
    """Write the report of a run and the page for a committee, as HTML and Markdown."""
    from evals.pipeline import write_report
    from evals.runs import open_run

    for path in write_report(open_run(run, sets or ())):
        console.print(str(path))


@app.command()
def export(run: RunPath, sets: OptionalSets = None, out: Out = Path("samples.jsonl")) -> None:
    """Write a run as the records that ragas and deepeval score."""
    from evals.export import run_to_samples
    from evals.results import result_to_line
    from evals.runs import PRODUCT, open_run
    from evals.writing import write_whole

    opened = open_run(run, sets or ())
    samples = [result_to_line(sample) for sample in run_to_samples(opened.items, opened.results[PRODUCT])]
    write_whole(out, "".join(samples))
    console.print(f"{len(samples)} records in {out}")


@app.command("import-csv")
def import_spreadsheet(
    csv_file: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    out: Annotated[Path, typer.Argument(metavar="OUT.jsonl")],
) -> None:
    """Turn questions kept in a spreadsheet into a set."""
    from evals.csv_import import import_csv

    console.print(f"{import_csv(csv_file, out)} records in {out}")


@app.command("from-feedback")
def import_feedback(
    feedback_file: Annotated[Path, typer.Argument(metavar="FEEDBACK.sqlite3")],
    out: Annotated[Path, typer.Argument(metavar="OUT.jsonl")],
) -> None:
    """Turn the app's feedback into question records; "?" stands where a person has to decide."""
    from evals.feedback import feedback_to_set

    count, still_open = feedback_to_set(feedback_file, out)
    console.print(f"{count} records in {out}, {still_open} of them to be completed")


@app.command("check-golds")
def check(sets: Sets, corpus: Corpus = None, published: Path | None = None) -> None:
    """Test the golds of sets against the reports."""
    from evals.golds import PUBLISHED, check_golds, read_texts
    from evals.product import read_settings
    from evals.sets import load_sets

    items = load_sets(sets)
    texts = read_texts(published or PUBLISHED)
    if not texts:
        console.print(f"skipped: the words of the evidence, since there is no {published or PUBLISHED}")
    faults = check_golds(items, read_texts(read_settings(corpus, None, "none").corpus_dir), texts)
    for fault in faults:
        print(f"{fault.item}: {fault.what}")
    if faults:
        raise EvaluationError(f"{len(faults)} faults in the golds of {len(items)} records")
    console.print(f"{len(items)} records: no faults")


@app.command()
def bench(
    times: Annotated[list[int] | None, typer.Option(help="sizes, as multiples of the corpus")] = None,
    corpus: Corpus = None,
    questions: Annotated[str, typer.Option(help="set whose questions are asked")] = "evals/questions/train.jsonl",
    out: Out = Path("evals/runs/bench.json"),
    work_dir: Annotated[
        Path | None, typer.Option(help="folder where the corpora and indexes are made and kept; none are kept without")
    ] = None,
) -> None:
    """Measure time, memory and size on the corpus and larger ones made from it (1, 10, 100, 1000 times)."""
    from evals.bench.pipeline import BenchRequest, run_bench
    from evals.bench.table import sizes_to_grid
    from evals.pages.markdown import grid_to_markdown
    from evals.product import read_settings

    reports = read_settings(corpus, None, "none").corpus_dir.resolve()
    sizes = tuple(times or (1, 10, 100, 1000))
    request = BenchRequest(sizes, reports, str(Path(questions).resolve()), out, work_dir)
    results = run_bench(request, datetime.now().astimezone(), lambda step: print(step, file=sys.stderr, flush=True))
    print(grid_to_markdown(sizes_to_grid(results)))


def main(run_app: Callable[[], None] = app) -> None:
    """Turns what went wrong into one line and an exit code."""
    try:
        run_app()
    except EvaluationError as error:
        print(f"evals: {error}", file=sys.stderr)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
