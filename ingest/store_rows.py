"""Records to rows of the SQLite file and back."""

import hashlib
import json
import sqlite3
from array import array
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from ingest.records import (
    Block,
    Figure,
    Finding,
    Heading,
    Locator,
    Paragraph,
    Passage,
    Problem,
    Report,
    Table,
)
from ingest.store_records import Asked, Counts, ReportInfo, Series, Source
from ingest.words import REMEMBERED

_BLOCKS: dict[str, TypeAdapter[Any]] = {
    "heading": TypeAdapter(Heading),
    "paragraph": TypeAdapter(Paragraph),
    "table": TypeAdapter(Table),
}
_DESCRIPTION = ("id", "title", "publisher", "published", "address", "text", "pages")
_PLAIN = (
    "id",
    "printed",
    "unit",
    "kind",
    "measure",
    "area",
    "period",
    "base_period",
    "qualifier",
    "sentence",
)


def report_to_row(source: Source, report: Report, counts: Counts) -> dict[str, Any]:
    """A row of ``reports``."""
    row = {name: getattr(report, name) for name in _DESCRIPTION}
    row |= {"file": source.name, "sha256": source.sha256, "description_sha256": source.description_sha256}
    row |= {"size": source.size, "mtime_ns": source.mtime_ns}
    problems = [[problem.where, problem.what] for problem in report.problems]
    return row | {"problems": json.dumps(problems), "counts": json.dumps(asdict(counts))}


def row_to_report_info(row: sqlite3.Row) -> ReportInfo:
    """The report in brief of a row of ``reports``."""
    counts = Counts(**json.loads(row["counts"]))
    return ReportInfo(**_described(row), counts=counts, file=row["file"], problems=_row_to_problems(row))


def row_to_report(row: sqlite3.Row, blocks: tuple[Block, ...]) -> Report:
    """The whole report of a row of ``reports`` and its blocks."""
    return Report(**_described(row), blocks=blocks, problems=_row_to_problems(row))


def block_to_row(block: Block) -> dict[str, Any]:
    """A row of ``blocks``."""
    kind = type(block).__name__.lower()
    row = {"report": block.locator.report, "kind": kind, "label": "", "caption": ""}
    if isinstance(block, Table):
        row |= {"label": block.label, "caption": block.caption}
    return row | {"content": _BLOCKS[kind].dump_json(block).decode()}


def row_to_block(row: sqlite3.Row) -> Block:
    """The block of a row of ``blocks``."""
    block: Block = _BLOCKS[row["kind"]].validate_json(row["content"])
    return block


def passage_to_row(passage: Passage) -> dict[str, Any]:
    """A row of ``passages``."""
    row = {"id": passage.id, "report": passage.locator.report, "kind": passage.kind, "text": passage.text}
    return row | {"indexed": passage.indexed, "locator": locator_to_json(passage.locator)}


def row_to_passage(row: sqlite3.Row) -> Passage:
    """The passage of a row of ``passages``."""
    return Passage(row["id"], row["kind"], row["text"], row["indexed"], json_to_locator(row["locator"]))


def asked_to_row(asked: Asked) -> dict[str, Any]:
    """A row of ``asked``."""
    return {**asdict(asked), "terms": json.dumps(asked.terms)}


def row_to_asked(row: sqlite3.Row) -> Asked:
    """The question of a row of ``asked``."""
    return Asked(row["question"], row["kind"], row["about"], tuple(json.loads(row["terms"])))


def figure_to_series(figure: Figure) -> Series:
    """The series that a figure belongs to."""
    locator = figure.locator
    key = (
        locator.report,
        locator.table or "",
        figure.measure,
        figure.breakdown,
        figure.unit,
        figure.kind,
        figure.terms,
    )
    return Series(hashlib.sha256(repr(key).encode()).hexdigest()[:16], *key)


def measure_key(measure: str, breakdown: Sequence[str], kind: str) -> str:
    """The key of a measure with its breakdown and kind of number, whichever report or table gives it."""
    return json.dumps([measure, list(breakdown), kind], ensure_ascii=False)


def series_to_row(series: Series) -> dict[str, Any]:
    """A row of ``series``."""
    names = ("id", "report", "measure", "unit", "kind")
    row = {name: getattr(series, name) for name in names}
    return row | {
        "label": series.table,
        "breakdown": json.dumps(series.breakdown),
        "terms": json.dumps(series.terms),
    }


def row_to_series(row: sqlite3.Row) -> Series:
    """The series of a row of ``series``."""
    breakdown, terms = _json_to_words(row["breakdown"]), _json_to_words(row["terms"])
    return Series(row["id"], row["report"], row["label"], row["measure"], breakdown, row["unit"], row["kind"], terms)


def figure_to_row(figure: Figure, series: str) -> dict[str, Any]:
    """A row of ``figures``."""
    row = {name: getattr(figure, name) for name in _PLAIN}
    row |= {"series": series, "report": figure.locator.report, "label": figure.locator.table or ""}
    row |= {"paragraph": figure.locator.paragraph or "", "amount": float(figure.value)}
    row |= {"value": str(figure.value), "high": None if figure.high is None else str(figure.high)}
    row |= {"breakdown": json.dumps(figure.breakdown), "terms": json.dumps(figure.terms)}
    return row | {"locator": locator_to_json(figure.locator)}


def row_to_figure(row: sqlite3.Row) -> Figure:
    """The figure of a row of ``figures``."""
    return Figure(
        **{name: row[name] for name in _PLAIN},
        value=Decimal(row["value"]),
        high=None if row["high"] is None else Decimal(row["high"]),
        breakdown=_json_to_words(row["breakdown"]),
        terms=_json_to_words(row["terms"]),
        locator=json_to_locator(row["locator"]),
    )


def finding_to_row(finding: Finding) -> dict[str, Any]:
    """A row of ``findings``."""
    return asdict(finding) | {"figures": json.dumps(finding.figures)}


def row_to_finding(row: sqlite3.Row) -> Finding:
    """The finding of a row of ``findings``."""
    fields = {name: row[name] for name in row.keys() if name != "position"}
    return Finding(**fields | {"figures": tuple(json.loads(row["figures"]))})


def locator_to_json(locator: Locator) -> str:
    """A locator as JSON, empty fields left out."""
    return json.dumps({name: value for name, value in asdict(locator).items() if value}, ensure_ascii=False)


@lru_cache(REMEMBERED)
def _json_to_words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(REMEMBERED)
def json_to_locator(text: str) -> Locator:
    """The locator of its JSON."""
    fields = json.loads(text)
    return Locator(**fields | {"section": tuple(fields.get("section", ()))})


def vector_to_bytes(vector: Sequence[float]) -> bytes:
    """A vector as 32-bit floats."""
    return array("f", vector).tobytes()


def bytes_to_vector(content: bytes) -> list[float]:
    """The vector of its 32-bit floats."""
    floats = array("f")
    floats.frombytes(content)
    return floats.tolist()


def digest_text(text: str) -> str:
    """The digest by which the vector of a text is found again."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _described(row: sqlite3.Row) -> dict[str, Any]:
    return {name: row[name] for name in _DESCRIPTION}


def _row_to_problems(row: sqlite3.Row) -> tuple[Problem, ...]:
    return tuple(Problem(where, what) for where, what in json.loads(row["problems"]))
