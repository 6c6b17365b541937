"""A checked briefing as a Word file: its text and tables, a verdict behind each figure, and a numbered note for each."""

import io

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph

from rag.briefing_export import MARKS, summary_words
from rag.briefing_records import BriefingFigure, BriefingResult, BriefingSentence, BriefingTable
from rag.records import Citation


def briefing_to_word(result: BriefingResult) -> bytes:
    """The briefing's text and tables as a Word file; notes stand at the end."""
    document = docx.Document()
    document.core_properties.title = f"Figures checked: {result.name}"
    document.core_properties.language = "en-GB"
    document.add_heading(f"Figures checked: {result.name}", 1)
    document.add_paragraph(summary_words(result))
    notes: list[str] = []
    for place, text in enumerate(result.paragraphs):
        _write_tables(document, [table for table in result.tables if table.paragraphs_before == place], notes)
        _write_paragraph(document, text, [one for one in result.sentences if one.paragraph == place], notes)
    after = len(result.paragraphs)
    _write_tables(document, [table for table in result.tables if table.paragraphs_before >= after], notes)
    document.add_heading("Notes", 2)
    for number, note in enumerate(notes, start=1):
        document.add_paragraph(f"[{number}] {note}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write_paragraph(document: Document, text: str, sentences: list[BriefingSentence], notes: list[str]) -> None:
    paragraph = document.add_paragraph()
    at = 0
    for sentence in sentences:
        for figure in sentence.figures:
            end = sentence.start + figure.end
            if end < at:
                continue
            paragraph.add_run(text[at:end])
            _mark(paragraph, figure, sentence.verdict.citations, notes)
            at = end
    paragraph.add_run(text[at:])


def _write_tables(document: Document, tables: list[BriefingTable], notes: list[str]) -> None:
    for table in tables:
        if table.caption:
            document.add_paragraph().add_run(table.caption).bold = True
        drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.header), style="Table Grid")
        drawn.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # read out and repeated as headings
        for column, head in enumerate(table.header):
            drawn.cell(0, column).paragraphs[0].add_run(head).bold = True
        checked = {(cell.row, cell.column): cell for cell in table.cells}
        for row, cells in enumerate(table.rows):
            for column, text in enumerate(cells):
                paragraph = drawn.cell(row + 1, column).paragraphs[0]
                paragraph.add_run(text)
                cell = checked.get((row, column))
                if cell:
                    _mark(paragraph, cell.figure, cell.verdict.citations, notes)


def _mark(paragraph: Paragraph, figure: BriefingFigure, citations: tuple[Citation, ...],
          notes: list[str]) -> None:  # fmt: skip
    first = next(iter(citations), None)
    source = f" Source: {first.title}, {first.place}." if first else ""
    notes.append(f"{figure.printed}: {MARKS[figure.verdict]}. {figure.reason}{source}")
    paragraph.add_run(f" [{MARKS[figure.verdict]}]").bold = True
    paragraph.add_run(f"{len(notes)}").font.superscript = True
