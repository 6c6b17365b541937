"""Reads a Word document: styles tell headings, lists and captions; merged cells are resolved."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from ingest.errors import UnreadableReport
from ingest.readers.markers import split_marker
from ingest.readers.pieces import Draft, Piece, Row
from ingest.readers.titles import clean_metadata
from ingest.readers.word_lists import ListCounter
from ingest.readers.word_text import read_heading_level, read_words


def read_word(path: Path) -> Draft:
    """Read a .docx file.

    Raises:
        UnreadableReport: the archive or its XML is damaged.
    """
    document = _open(path)
    lists = ListCounter(document)
    pieces = []
    for block in _iterate_blocks(document.element.body, document):
        if isinstance(block, Table):
            pieces.append(Piece("table", grid=_read_grid(block)))
        else:
            pieces += _read_paragraph(block, lists)
    metadata = document.core_properties
    return Draft(
        tuple(pieces),
        title=clean_metadata(metadata.title),
        publisher=clean_metadata(_find_author(metadata.author)),
    )


def _open(path: Path) -> Document:
    try:
        return docx.Document(str(path))
    except (OpcError, BadZipFile, SyntaxError, KeyError, ValueError) as error:
        reason = " ".join(str(error).split())[:120]
        raise UnreadableReport(f"{path.name!r} is damaged ({reason}): get the whole file again") from error


def _iterate_blocks(element: Any, document: Document) -> Iterator[Paragraph | Table]:
    """Yield paragraphs and tables in order, also within content controls, which python-docx passes over."""
    for child in element:
        if child.tag == qn("w:p"):
            yield Paragraph(child, document._body)
        elif child.tag == qn("w:tbl"):
            yield Table(child, document._body)
        elif child.tag == qn("w:sdt"):
            yield from _iterate_blocks(child.findall(qn("w:sdtContent") + "/*"), document)


def _find_author(author: str) -> str:
    return "" if author == "python-docx" else author


def _read_paragraph(paragraph: Paragraph, lists: ListCounter) -> list[Piece]:
    text = read_words(paragraph)
    if not text:
        return []
    level = read_heading_level(paragraph)
    if level:
        return [Piece("heading", text, level)]
    marker = lists.next_marker(paragraph)
    if not marker:
        marker, text = split_marker(text)
    return [Piece("paragraph", text, marker=marker)]


def _read_grid(table: Table) -> tuple[Row, ...]:
    """Read a table's cells; python-docx repeats a merged cell: kept downwards, marked sideways."""
    rows = []
    for row in table.rows:
        cells: list[str | None] = [""] * row.grid_cols_before
        before = None
        for cell in row.cells:
            words = [read_words(paragraph) for paragraph in cell.paragraphs]
            cells.append(None if cell._tc is before else "\n".join(words))
            before = cell._tc
        rows.append((*cells, *[""] * row.grid_cols_after))
    return tuple(rows)
