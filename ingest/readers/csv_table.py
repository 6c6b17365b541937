"""Reads a CSV file: one table without label, its caption from the file's name."""

import csv
import io
from pathlib import Path

from ingest.errors import UnreadableReport
from ingest.readers.decoding import decode_file
from ingest.readers.grids import is_number_cell
from ingest.readers.pieces import Draft, Piece

DELIMITERS = ",;\t|"


def read_csv(path: Path) -> Draft:
    """Read the table of a CSV file.

    Raises:
        UnreadableReport: the file has no header row, or quotes that do not close.
    """
    rows = _read_rows(path)
    _check_header(path, rows)
    title = path.stem.replace("-", " ").replace("_", " ").strip().capitalize()
    return Draft((Piece("table", text=title, grid=rows),), title=title)


def _read_rows(path: Path) -> tuple[tuple[str, ...], ...]:
    text = decode_file(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    try:
        rows = tuple(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UnreadableReport(f"{path.name!r} is not a proper CSV file ({error}): save it again as CSV") from error
    return tuple(row for row in map(tuple, rows) if any(cell.strip() for cell in row))


def _check_header(path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    names = [cell.strip() for cell in rows[0]] if rows else []
    if len(names) < 2 or not all(names[1:]) or any(is_number_cell(name) for name in names):
        raise UnreadableReport(f"{path.name!r} has no header row: put the columns' names in its first line")
