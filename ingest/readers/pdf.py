"""Reads a PDF: pypdf for encryption, metadata and page labels, pdfplumber for lines and ruled tables."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pdfplumber
from pypdf import PdfReader

from ingest.errors import UnreadableReport
from ingest.readers.pdf_furniture import drop_furniture
from ingest.readers.pdf_lines import Page, read_page
from ingest.readers.pdf_order import order_pieces
from ingest.readers.pieces import Draft
from ingest.readers.titles import clean_metadata
from ingest.records import Problem

LOUD = ("pypdf", "pdfminer", "pdfplumber")


def read_pdf(path: Path) -> Draft:
    """Read a PDF whose text can be selected.

    Raises:
        UnreadableReport: it is encrypted, damaged, or a scan without text.
    """
    with _quiet():
        reader = _open(path)
        try:
            labels: list[str] = reader.page_labels
            metadata: dict[str, Any] = dict(reader.metadata or {})
            pages = drop_furniture(_read_pages(path))
        except Exception as error:
            raise UnreadableReport(_damaged(path, error)) from error
    if not any(page.lines or page.tables for page in pages):
        raise UnreadableReport(f"{path.name!r} has no text on any page (a scan): run text recognition on it first")
    return Draft(
        pieces=order_pieces(pages, labels),
        title=clean_metadata(metadata.get("/Title")),
        publisher=clean_metadata(metadata.get("/Author")),
        pages=len(pages),
        problems=tuple(_find_problems(pages)),
    )


def _open(path: Path) -> PdfReader:
    try:
        reader = PdfReader(path)
        is_locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if is_locked else len(reader.pages)
    except Exception as error:
        raise UnreadableReport(_damaged(path, error)) from error
    if is_locked:
        raise UnreadableReport(f"{path.name!r} is encrypted: save it without a password")
    if not count:
        raise UnreadableReport(f"{path.name!r} has no pages: get the whole file again")
    return reader


def _damaged(path: Path, error: Exception) -> str:
    reason = " ".join(str(error).split())[:120] or type(error).__name__
    return f"{path.name!r} is damaged or cut off ({reason}): get the whole file again"


def _read_pages(path: Path) -> tuple[Page, ...]:
    with pdfplumber.open(path) as document:
        pages = []
        for number, page in enumerate(document.pages, start=1):
            pages.append(read_page(page, number))
            page.close()
        return tuple(pages)


def _find_problems(pages: tuple[Page, ...]) -> Iterator[Problem]:
    for page in pages:
        if not page.lines and not page.tables:
            yield Problem(f"page {page.number}", "no text on this page; a scan needs text recognition first")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' complaints off the reader's screen; what matters is raised or reported."""
    levels = {name: logging.getLogger(name).level for name in LOUD}
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
