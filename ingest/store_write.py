"""Writes the SQLite file of one version of the index, in one transaction."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

from ingest.periods import last_day
from ingest.records import Figure
from ingest.store_records import Contents, Counts, Series
from ingest.store_rows import (
    asked_to_row,
    block_to_row,
    figure_to_row,
    figure_to_series,
    finding_to_row,
    passage_to_row,
    report_to_row,
    series_to_row,
)
from ingest.store_schema import SCHEMA_VERSION, TABLES


def write_store(path: Path, contents: Contents, manifest: dict[str, Any]) -> None:
    """Write a new SQLite file; ``manifest`` holds what a later run compares or shows, as JSON values."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(TABLES)
        with db:
            _write_reports(db, contents)
            _write_passages(db, contents)
            _write_figures(db, contents)
            _write_findings(db, contents)
            _insert(db, "areas", ({"name": name} for name in contents.areas))
            _insert(db, "asked", map(asked_to_row, contents.asked))
            _insert(db, "vectors", ({"digest": d, "vector": v} for d, v in sorted(contents.vectors.items())))
            _insert(db, "manifest", ({"key": k, "value": json.dumps(v)} for k, v in manifest.items()))
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def count_contents(contents: Contents) -> dict[str, Counts]:
    """How much of each report, by its id, is in the contents."""
    passages = Counter(passage.locator.report for passage in contents.passages)
    tables = Counter(passage.locator.report for passage in contents.passages if passage.kind == "table")
    cells = Counter(figure.locator.report for figure in contents.figures if figure.is_cell)
    prose = Counter(figure.locator.report for figure in contents.figures if not figure.is_cell)
    reports = (report.id for _, report in contents.readings)
    return {report: Counts(passages[report], tables[report], cells[report], prose[report]) for report in reports}


def _write_reports(db: sqlite3.Connection, contents: Contents) -> None:
    counts = count_contents(contents)
    _insert(db, "reports", (report_to_row(source, report, counts[report.id]) for source, report in contents.readings))
    _insert(db, "blocks", (block_to_row(block) for _, report in contents.readings for block in report.blocks))


def _write_passages(db: sqlite3.Connection, contents: Contents) -> None:
    _insert(db, "passages", map(passage_to_row, contents.passages))
    db.execute("INSERT INTO passages_text (passages_text) VALUES ('rebuild')")
    db.execute("INSERT INTO passages_words (rowid, indexed) SELECT position, indexed FROM passages")


def _write_figures(db: sqlite3.Connection, contents: Contents) -> None:
    of_figures = [figure_to_series(figure) for figure in contents.figures]
    distinct = list({series.id: series for series in of_figures}.values())
    _insert(db, "series", map(series_to_row, distinct))
    words = ((position, " ".join(series.terms)) for position, series in enumerate(distinct, 1))
    db.executemany("INSERT INTO series_terms (rowid, terms) VALUES (?, ?)", words)
    _insert(db, "figures", (figure_to_row(f, s.id) for f, s in zip(contents.figures, of_figures, strict=True)))
    _write_places(db, zip(contents.figures, of_figures, strict=True), distinct)
    frequency = Counter(term for series in distinct for term in set(series.terms))
    db.executemany("INSERT INTO terms (term, series) VALUES (?, ?)", sorted(frequency.items()))
    of_rows = {figure.measure for figure in contents.figures if figure.is_cell and figure.breakdown}
    db.executemany("INSERT INTO row_measures (measure) VALUES (?)", ((measure,) for measure in sorted(of_rows)))


def _write_places(db: sqlite3.Connection, pairs: Iterable[tuple[Figure, Series]], distinct: Sequence[Series]) -> None:
    """For each term, which series give a figure of it, by area and last day of the period."""
    positions = {series.id: position for position, series in enumerate(distinct, 1)}
    places = {(figure.area, last_day(figure.period), positions[series.id]) for figure, series in pairs}
    rows = {(term, area, ends, at) for area, ends, at in places for term in distinct[at - 1].terms}
    db.executemany("INSERT INTO series_places (term, area, ends, series) VALUES (?, ?, ?, ?)", sorted(rows))


def _write_findings(db: sqlite3.Connection, contents: Contents) -> None:
    _insert(db, "findings", map(finding_to_row, contents.findings))
    named = {(figure, position) for position, one in enumerate(contents.findings, 1) for figure in one.figures}
    db.executemany("INSERT INTO finding_figures (figure, finding) VALUES (?, ?)", sorted(named))


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    coming = iter(rows)
    first = next(coming, None)
    if first is not None:
        marks = ", ".join(f":{name}" for name in first)
        db.executemany(f"INSERT INTO {table} ({', '.join(first)}) VALUES ({marks})", chain([first], coming))
