"""A checked briefing as CSV and JSON; verdicts stand as words and symbols, not as colour alone."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from rag.briefing_records import BriefingFigure, BriefingResult, BriefingSentence, BriefingTable
from rag.records import Verdict, VerdictName
from rag.to_json import verdict_to_dict

MARKS: dict[VerdictName, str] = {
    "supported": "✓ supported",
    "contradicted": "✗ contradicted",
    "conflicting": "≠ the reports disagree",
    "not_found": "? not found",
}
_COLUMNS = ("sentence", "figure", "verdict", "why", "report", "place", "quote", "text")


def briefing_to_csv(result: BriefingResult) -> str:
    """One row a figure, with a header; cells that a spreadsheet would take for a formula begin with an apostrophe.

    The first column is the number of the sentence, or which table the figure stands in ("table 1").
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for place, figure, verdict, text in _figures(result):
        first = next(iter(verdict.citations), None)
        source = (first.title, first.place, " ".join(first.quote.split())) if first else ("", "", "")
        row = (place, figure.printed, figure.verdict, figure.reason, *source, text)
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def briefing_to_dict(result: BriefingResult) -> dict[str, Any]:
    """The result as a dict that JSON can hold."""
    return {
        "name": result.name,
        "counts": dict(result.counts),
        "cells_not_checked": result.left_out,
        "paragraphs": list(result.paragraphs),
        "sentences": [_sentence_to_dict(sentence) for sentence in result.sentences],
        "tables": [_table_to_dict(table) for table in result.tables],
    }


def briefing_to_json(result: BriefingResult) -> str:
    """The result as JSON."""
    return json.dumps(briefing_to_dict(result), ensure_ascii=False, indent=2)


def summary_words(result: BriefingResult) -> str:
    """ "5 figures checked: 3 supported, 1 contradicted, 1 not found."."""
    total = sum(result.counts.values())
    parts = [f"{count} {MARKS[verdict].split(' ', 1)[1]}" for verdict, count in result.counts.items() if count]
    told = f"{total} figure{'' if total == 1 else 's'} checked{': ' + ', '.join(parts) if parts else ''}."
    return (
        f"{told} {result.left_out:,} figures in tables were not checked: there are too many."
        if result.left_out
        else told
    )


def _figures(result: BriefingResult) -> Iterator[tuple[str, BriefingFigure, Verdict, str]]:
    """Each figure with where it stands, the verdict that it belongs to, and the words that were checked."""
    for sentence in result.sentences:
        for figure in sentence.figures:
            yield str(sentence.number), figure, sentence.verdict, sentence.text
    for number, table in enumerate(result.tables, start=1):
        for cell in table.cells:
            yield f"table {number}", cell.figure, cell.verdict, cell.verdict.claim


def _sentence_to_dict(sentence: BriefingSentence) -> dict[str, Any]:
    figures = [_figure_to_dict(figure) for figure in sentence.figures]
    place = {"paragraph": sentence.paragraph, "start": sentence.start, "end": sentence.end}
    return {"number": sentence.number, **place, "text": sentence.text, "figures": figures, **_verdict(sentence.verdict)}


def _table_to_dict(table: BriefingTable) -> dict[str, Any]:
    cells = [
        {"row": cell.row, "column": cell.column, "read_as": cell.verdict.claim, "figure": _figure_to_dict(cell.figure),
         **_verdict(cell.verdict)}
        for cell in table.cells
    ]  # fmt: skip
    return {"paragraphs_before": table.paragraphs_before, "caption": table.caption, "header": list(table.header),
            "rows": [list(row) for row in table.rows], "cells": cells}  # fmt: skip


def _figure_to_dict(figure: BriefingFigure) -> dict[str, Any]:
    return {"printed": figure.printed, "start": figure.start, "end": figure.end, "verdict": figure.verdict,
            "why": figure.reason}  # fmt: skip


def _verdict(verdict: Verdict) -> dict[str, Any]:
    plain = verdict_to_dict(verdict)
    return {key: plain[key] for key in ("verdict", "headline", "citations", "derivation")}


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
