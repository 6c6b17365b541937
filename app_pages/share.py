"""An answer to take away: as text, Word, CSV and JSON, always with its citations."""

import csv
import io
import json
from collections.abc import Sequence
from urllib.parse import urlencode

from app_pages.words import date_words
from ingest.records import Figure
from ingest.store_records import ReportInfo
from rag.cite import place_in_words
from rag.records import Answer
from rag.to_json import answer_to_dict

FIGURE_COLUMNS = (
    "Measure", "Part", "Area", "Period", "Figure", "Unit", "Value",
    "Report", "Where", "Publisher", "Published",
)  # fmt: skip


def answer_to_text(answer: Answer) -> str:
    """The answer as plain text, for an email or a briefing."""
    lines = [answer.headline, *answer.detail]
    if answer.derivation:
        lines.append(f"Worked out: {answer.derivation.working}")
    lines += [f"Note: {caveat}" for caveat in answer.caveats]
    if answer.citations:
        lines += ["", "Sources"]
        lines += [f"{c.number}. {c.title}, {c.place}: “{' '.join(c.quote.split())}”" for c in answer.citations]
    if answer.reading:
        lines += ["", f"The question was read as: {answer.reading}"]
    return "\n".join(lines)


def answer_to_json(answer: Answer) -> str:
    """The answer for other programs, as the command line prints it."""
    return json.dumps(answer_to_dict(answer), ensure_ascii=False, indent=2)


def answer_to_word(answer: Answer) -> bytes:
    """The answer as a Word document."""
    import docx

    document = docx.Document()
    document.core_properties.title = answer.question
    document.core_properties.language = "en-GB"
    document.add_heading(answer.question, level=1)
    document.add_paragraph().add_run(answer.headline).bold = True
    for line in answer.detail:
        document.add_paragraph(line, style="List Bullet")
    if answer.derivation:
        document.add_heading("How it was worked out", level=2)
        document.add_paragraph(answer.derivation.working)
    for caveat in answer.caveats:
        document.add_paragraph(f"Note: {caveat}")
    if answer.citations:
        document.add_heading("Sources", level=2)
    for citation in answer.citations:
        quote = " ".join(citation.quote.split())
        document.add_paragraph(f"{citation.number}. {citation.title}, {citation.place}: “{quote}”")
    if answer.reading:
        document.add_paragraph(f"The question was read as: {answer.reading}")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def figure_rows(figures: Sequence[Figure], reports: Sequence[ReportInfo]) -> list[dict[str, str]]:
    """Figures as rows of a table with their citations, under ``FIGURE_COLUMNS``."""
    infos = {info.id: info for info in reports}
    return [_figure_row(figure, infos.get(figure.locator.report)) for figure in figures]


def rows_to_csv(rows: Sequence[dict[str, str]]) -> str:
    """Rows of figures as CSV that Excel opens as UTF-8."""
    written = io.StringIO()
    writer = csv.DictWriter(written, FIGURE_COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + written.getvalue()


def rows_to_excel(rows: Sequence[dict[str, str]]) -> bytes:
    """Rows of figures as an Excel workbook; values are numbers there, all else is text as printed."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Figures"
    sheet.append(FIGURE_COLUMNS)
    for row in rows:
        sheet.append([float(row[name]) if name == "Value" else row[name] for name in FIGURE_COLUMNS])
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def link_to(address: str, questions: Sequence[str]) -> str:
    """The address that opens the same questions again."""
    return f"{address.split('?')[0]}?{urlencode([('q', question) for question in questions])}"


def _figure_row(figure: Figure, info: ReportInfo | None) -> dict[str, str]:
    return {
        "Measure": figure.measure,
        "Part": "; ".join(figure.breakdown),
        "Area": figure.area,
        "Period": figure.period,
        "Figure": figure.printed,
        "Unit": figure.unit,
        "Value": f"{figure.value:f}",
        "Report": info.title if info else figure.locator.report,
        "Where": place_in_words(figure.locator),
        "Publisher": info.publisher if info else "",
        "Published": date_words(info.published) if info else "",
    }
