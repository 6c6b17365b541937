"""Reads a report file of any kept format into a Report: ``read_report(path)``."""

import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ingest.errors import UnreadableReport
from ingest.readers.assembly import assemble_report
from ingest.readers.content import check_content
from ingest.readers.pieces import Draft
from ingest.records import Report

FORMATS = {
    ".pdf": ("pdf", "read_pdf"),
    ".docx": ("word", "read_word"),
    ".html": ("web", "read_web"),
    ".htm": ("web", "read_web"),
    ".md": ("markdown", "read_markdown"),
    ".txt": ("text", "read_text"),
    ".csv": ("csv_table", "read_csv"),
}


def read_report(path: Path) -> Report:
    """Read one report file; its format's library is imported only now.

    Raises:
        UnreadableReport: one line that names the file, says what is wrong with it and what to do.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise UnreadableReport(f"{path.name!r} is not a kept format: use one of {', '.join(FORMATS)}")
    check_content(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = assemble_report(path.stem, _reader_for(suffix)(path))
    if not report.blocks and not report.problems:
        raise UnreadableReport(f"{path.name!r} has no text: check the file or take it out of the folder")
    return report


def _reader_for(suffix: str) -> Callable[[Path], Draft]:
    module, function = FORMATS[suffix]
    reader: Callable[[Path], Draft] = getattr(import_module(f"ingest.readers.{module}"), function)
    return reader
