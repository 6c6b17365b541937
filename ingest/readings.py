"""Reads the report files that have changed; the others come from the index before."""

from dataclasses import replace
from pathlib import Path

from ingest.errors import UnreadableReport
from ingest.progress import OnProgress, Progress
from ingest.readers import read_report
from ingest.records import Problem, Report
from ingest.sources import Sources
from ingest.store import Index
from ingest.store_records import Source

Readings = list[tuple[Source, Report]]


def read_sources(
    corpus: Path, sources: Sources, previous: Index | None, on_progress: OnProgress
) -> tuple[Readings, list[Problem]]:
    """The reports, and the files that could not be read, each with the reason.

    Raises:
        UnreadableReport: not one report could be read.
    """
    readings: Readings = []
    unreadable = list(sources.problems)
    for done, source in enumerate(sources.files):
        on_progress(Progress("read", done, len(sources.files), source.report))
        report = (previous.reading_of(source) if previous else None) or _read(corpus, source)
        if isinstance(report, Report):
            readings.append((source, report))
        else:
            unreadable.append(report)
    if not readings:
        raise UnreadableReport("no report could be read: " + "; ".join(problem.what for problem in unreadable))
    return readings, unreadable


def _read(corpus: Path, source: Source) -> Report | Problem:
    report = _read_file(corpus, source.name)
    if isinstance(report, Problem) or not source.described_by:
        return report
    description = _read_file(corpus, source.described_by)
    return _describe(report, description) if isinstance(description, Report) else report


def _read_file(corpus: Path, name: str) -> Report | Problem:
    try:
        return read_report(corpus / name)
    except UnreadableReport as error:
        return Problem(name, str(error))
    except Exception as error:  # a library's fault over one file does not keep the other files out
        cause = f"{type(error).__name__}: {' '.join(str(error).split())}"
        return Problem(name, f"{name!r} cannot be read ({cause}): save it anew or take it out")


def _describe(original: Report, restated: Report) -> Report:
    """The original with the title, publisher, date and address that this project's own file gives for it.

    What a PDF says of itself is often its author's name or the title of a template.
    """
    names = ("title", "publisher", "published", "address")
    return replace(original, **{name: getattr(restated, name) for name in names if getattr(restated, name)})
