"""Builds the index from the folder of reports, and shows the findings of its audit.

    python -m ingest [--corpus DIR] [--index DIR] [--json]
    python -m ingest audit [--index DIR] [--json]
    python -m ingest keep-vectors [--corpus DIR]

Exit codes: 0 done, 1 the run failed, 2 wrong use or an unreadable input (standard error says which and why).
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from ingest.errors import BrokenIndex, IngestError, UnreadableReport, WrongUse
from ingest.kept_vectors import keep_vectors
from ingest.pipeline import run_ingest
from ingest.progress import say_nothing
from ingest.settings import load_settings
from ingest.shown import (
    finding_to_lines,
    findings_to_json,
    show_progress,
    summary_to_json,
    summary_to_table,
    to_problem_lines,
)
from ingest.store import open_index

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Corpus = Annotated[Path | None, typer.Option("--corpus", help="Folder of reports (else CORPUS_DIR, else corpus/).")]
IndexDir = Annotated[Path | None, typer.Option("--index", help="Folder of the index (else INDEX_DIR, else .index/).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on standard output, and no progress.")]


@app.callback(invoke_without_command=True)
def ingest(context: typer.Context, corpus: Corpus = None, index: IndexDir = None, as_json: AsJson = False) -> None:
    """Bring the index up to date with the folder of reports."""
    if context.invoked_subcommand is not None:
        context.obj = {"index": index, "json": as_json}
        return
    begun = time.monotonic()
    with _exit_codes():
        settings = load_settings(corpus_dir=corpus, index_dir=index)
        with show_progress(is_shown=not as_json) as on_progress:
            summary = run_ingest(settings, say_nothing if as_json else on_progress)
    seconds = time.monotonic() - begun
    typer.echo(summary_to_json(summary, seconds) if as_json else summary_to_table(summary, seconds))
    for line in to_problem_lines(summary):
        typer.echo(line, err=True)
    if summary.unreadable:
        raise typer.Exit(2)


@app.command()
def audit(context: typer.Context, index: IndexDir = None, as_json: AsJson = False) -> None:
    """Show where the reports disagree, or where their arithmetic does not hold."""
    with _exit_codes():
        settings = load_settings(index_dir=index or context.obj["index"])
        with open_index(settings.index_dir, settings) as opened:
            findings = opened.findings()
    if as_json or context.obj["json"]:
        typer.echo(findings_to_json(findings))
        return
    for finding in findings:
        typer.echo(finding_to_lines(finding))
    typer.echo(f"{len(findings)} findings")


@app.command("keep-vectors")
def keep_subject_vectors(corpus: Corpus = None) -> None:
    """Encode the subject index beforehand, so that an ingest need not: run it after a change of subject-index.yaml."""
    with _exit_codes():
        typer.echo(f"{keep_vectors(load_settings(corpus_dir=corpus))} vectors kept")


@contextmanager
def _exit_codes() -> Iterator[None]:
    """End with one line on standard error and the exit code that the error calls for."""
    try:
        yield
    except IngestError as error:
        typer.echo(f"ingest: {error}", err=True)
        raise typer.Exit(2 if isinstance(error, WrongUse | UnreadableReport | BrokenIndex) else 1) from error


if __name__ == "__main__":
    logging.getLogger().addHandler(logging.NullHandler())
    app(prog_name="python -m ingest")
