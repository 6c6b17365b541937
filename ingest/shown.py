"""What the command line shows: progress while it runs, counts and problems at the end."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as ProgressBar

from ingest.progress import OnProgress, Progress, Step, say_nothing
from ingest.records import Finding
from ingest.store_records import Summary

_COLUMNS = ("report", "pages", "passages", "tables", "cells", "prose figures")
_STEPS: dict[Step, str] = {
    "read": "reading",
    "figures": "finding figures",
    "audit": "looking for contradictions",
    "load the model": "loading the embedding model",
    "embed": "embedding passages",
    "write vectors": "writing vectors",
    "write store": "writing figures and text",
    "switch": "switching to the new index",
}


@contextmanager
def show_progress(is_shown: bool) -> Iterator[OnProgress]:
    """Progress on standard error: a bar on a terminal, else a line for each report and step."""
    if not is_shown:
        yield say_nothing
    elif sys.stderr.isatty():
        with _bar() as on_progress:
            yield on_progress
    else:
        yield _print_line


def describe(progress: Progress) -> str:
    """The step in words, with the report it is at."""
    return f"{_STEPS[progress.step]} {progress.report}".strip()


def summary_to_table(summary: Summary, seconds: float) -> str:
    """Counts per report, in columns, and what became of the index."""
    rows = [_COLUMNS] + [
        (report.id, report.pages or "-", *asdict(report.counts).values()) for report in summary.reports
    ]
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in texts) for i in range(len(_COLUMNS))]
    lines = [_align(row, widths) for row in texts]
    done = "nothing has changed" if summary.is_unchanged else "the index is up to date"
    last = f"{done}: {len(summary.reports)} reports, {summary.findings} findings, {seconds:.1f} s"
    return "\n".join([*lines, last])


def summary_to_json(summary: Summary, seconds: float) -> str:
    """The summary for other programs."""
    return json.dumps(asdict(summary) | {"seconds": round(seconds, 2)}, ensure_ascii=False, indent=2)


def to_problem_lines(summary: Summary) -> list[str]:
    """One line for each file that is not in the index, and for each table or page that could not be read."""
    files = [f"ingest: not in the index: {problem.what}" for problem in summary.unreadable]
    parts = [
        f"ingest: {report.file!r}, {problem.where}: {problem.what}"
        for report in summary.reports
        for problem in report.problems
    ]
    return files + parts


def findings_to_json(findings: Sequence[Finding]) -> str:
    """The findings for other programs."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


def finding_to_lines(finding: Finding) -> str:
    """A finding in words."""
    places = f"  {finding.place_a}: {finding.value_a}\n  {finding.place_b}: {finding.value_b}"
    return f"{finding.severity}: {finding.report}: {finding.explanation}\n{places}"


def _align(row: list[str], widths: list[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)])


def _print_line(progress: Progress) -> None:
    if progress.report or progress.done == 0:
        sys.stderr.write(f"[{progress.fraction:4.0%}] {describe(progress)}\n")
        sys.stderr.flush()


@contextmanager
def _bar() -> Iterator[OnProgress]:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with ProgressBar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=1.0)
        yield lambda progress: bar.update(task, completed=progress.fraction, description=describe(progress))
