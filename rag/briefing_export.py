"""A checked briefing as CSV, JSON and an annotated Word file; verdicts stand as words and symbols, not as colour alone."""

import csv
import io
import json
from typing import Any

import docx
from docx.document import Document

from rag.briefing_records import BriefingFigure, BriefingResult, BriefingSentence
from rag.records import VerdictName
from rag.to_json import verdict_to_dict

MARKS: dict[VerdictName, str] = {
    "supported": "✓ supported",
    "contradicted": "✗ contradicted",
    "conflicting": "≠ the reports disagree",
    "not_found": "? not found",
}
_COLUMNS = ("sentence", "figure", "verdict", "why", "report", "place", "quote", "text")


def briefing_to_csv(result: BriefingResult) -> str:
    """One row a figure, with a header; cells that a spreadsheet would take for a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for sentence in result.sentences:
        first = next(iter(sentence.verdict.citations), None)
        source = (first.title, first.place, " ".join(first.quote.split())) if first else ("", "", "")
        for figure in sentence.figures:
            row = (str(sentence.number), figure.printed, figure.verdict, figure.reason, *source, sentence.text)
            writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def briefing_to_dict(result: BriefingResult) -> dict[str, Any]:
    """The result as a dict that JSON can hold."""
    return {
        "name": result.name,
        "counts": dict(result.counts),
        "tables_not_checked": result.tables,
        "paragraphs": list(result.paragraphs),
        "sentences": [_sentence_to_dict(sentence) for sentence in result.sentences],
    }


def briefing_to_json(result: BriefingResult) -> str:
    """The result as JSON."""
    return json.dumps(briefing_to_dict(result), ensure_ascii=False, indent=2)


def briefing_to_word(result: BriefingResult) -> bytes:
    """The briefing's text as a Word file, each figure followed by its verdict and the number of a note at the end."""
    document = docx.Document()
    document.add_heading(f"Figures checked: {result.name}", 1)
    document.add_paragraph(summary_words(result))
    notes = _write_paragraphs(document, result)
    document.add_heading("Notes", 2)
    for number, note in enumerate(notes, start=1):
        document.add_paragraph(f"[{number}] {note}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def summary_words(result: BriefingResult) -> str:
    """ "5 figures checked: 3 supported, 1 contradicted, 1 not found."."""
    total = sum(result.counts.values())
    parts = [f"{count} {MARKS[verdict].split(' ', 1)[1]}" for verdict, count in result.counts.items() if count]
    told = f"{total} figure{'' if total == 1 else 's'} checked{': ' + ', '.join(parts) if parts else ''}."
    tables = f" {result.tables} table{'' if result.tables == 1 else 's'} not checked." if result.tables else ""
    return told + tables


def _write_paragraphs(document: Document, result: BriefingResult) -> list[str]:
    notes: list[str] = []
    for place, text in enumerate(result.paragraphs):
        paragraph = document.add_paragraph()
        at = 0
        for sentence in (one for one in result.sentences if one.paragraph == place):
            for figure in sentence.figures:
                end = sentence.start + figure.end
                if end < at:
                    continue
                paragraph.add_run(text[at:end])
                notes.append(_note(sentence, figure))
                paragraph.add_run(f" [{MARKS[figure.verdict]}]").bold = True
                paragraph.add_run(f"{len(notes)}").font.superscript = True
                at = end
        paragraph.add_run(text[at:])
    return notes


def _note(sentence: BriefingSentence, figure: BriefingFigure) -> str:
    first = next(iter(sentence.verdict.citations), None)
    source = f" Source: {first.title}, {first.place}." if first else ""
    return f"{figure.printed}: {MARKS[figure.verdict]}. {figure.reason}{source}"


def _sentence_to_dict(sentence: BriefingSentence) -> dict[str, Any]:
    figures = [
        {"printed": f.printed, "start": f.start, "end": f.end, "verdict": f.verdict, "why": f.reason}
        for f in sentence.figures
    ]
    place = {"paragraph": sentence.paragraph, "start": sentence.start, "end": sentence.end}
    return {"number": sentence.number, **place, "text": sentence.text, "figures": figures, **_verdict(sentence)}


def _verdict(sentence: BriefingSentence) -> dict[str, Any]:
    plain = verdict_to_dict(sentence.verdict)
    return {key: plain[key] for key in ("verdict", "headline", "citations", "derivation")}


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
