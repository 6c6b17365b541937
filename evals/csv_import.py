"""Questions that an officer keeps in a spreadsheet, saved as CSV, turned into a set.

Columns: ``id`` and either ``question`` with ``kind``, or ``claim`` with ``verdict``; optional are
``history``, ``status``, ``status_also``, ``contains``, ``excludes``, ``sources``, ``locators``,
``verdict_also``, ``value``, ``persona``, ``formula``, ``note``. In a cell, ";" parts groups (or turns,
values, locators) and "|" the alternatives of a group: ``8,490 | 8490 ; Birmingham``.
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from evals.errors import InputError
from evals.records import Claim, Item, Question
from evals.sets import item_to_line
from evals.writing import write_whole

_TEXTS = ("id", "kind", "question", "claim", "persona", "note", "formula")
_EXPECTED_TEXTS = ("status", "verdict")
_LISTS = ("status_also", "verdict_also", "excludes", "locators", "value")
_GROUPS = ("contains", "sources")
_COLUMNS = {*_TEXTS, *_EXPECTED_TEXTS, *_LISTS, *_GROUPS, "history"}
_DELIMITERS = ",;\t"


def import_csv(path: Path, out: Path) -> int:
    """Writes the set and gives the number of its records.

    Raises:
        InputError: the file is no such table; names the row as a spreadsheet counts it, and the column.
            Nothing is written then.
    """
    items: dict[str, Item] = {}
    for row, cells in _read_rows(path):
        item = _cells_to_item(cells, f"{path}: row {row}")
        if item.id in items:
            raise InputError(f"{path}: row {row}, column 'id': {item.id!r} stands in an earlier row too")
        items[item.id] = item
    if not items:
        raise InputError(f"{path}: no rows below the header")
    write_whole(out, "".join(item_to_line(item) + "\n" for item in items.values()))
    return len(items)


def _read_rows(path: Path) -> Iterable[tuple[int, dict[str, str]]]:
    text = _read_text(path)
    first_line = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        _check_header(header, path)
        for number, cells in enumerate(rows, start=2):
            if len(cells) > len(header):
                raise InputError(f"{path}: row {number}: {len(cells)} cells under {len(header)} column names")
            if any(cell.strip() for cell in cells):
                yield number, {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
    except csv.Error as error:
        raise InputError(f"{path}: line {rows.line_num}: not CSV ({error})") from error


def _read_text(path: Path) -> str:
    """Excel saves CSV as UTF-8 with a mark, or in the Windows code page."""
    try:
        written = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        return written.decode("utf-8-sig")
    except UnicodeDecodeError:
        return written.decode("cp1252", errors="replace")


def _check_header(header: list[str], path: Path) -> None:
    for name in header:
        if name not in _COLUMNS:
            raise InputError(f"{path}: row 1: unknown column {name!r}; known are {', '.join(sorted(_COLUMNS))}")
        if header.count(name) > 1:
            raise InputError(f"{path}: row 1: column {name!r} stands twice")
    if "id" not in header:
        raise InputError(f"{path}: row 1: column 'id' is missing")


def _cells_to_item(cells: dict[str, str], place: str) -> Item:
    given = {name: cell for name, cell in cells.items() if cell}
    record: dict[str, Any] = {name: given[name] for name in _TEXTS if name in given}
    expect: dict[str, Any] = {name: given[name] for name in _EXPECTED_TEXTS if name in given}
    expect |= {name: _split(given[name], ";") for name in _LISTS if name in given}
    expect |= {name: [_split(group, "|") for group in _split(given[name], ";")] for name in _GROUPS if name in given}
    if "history" in given:
        record["history"] = _split(given["history"], ";")
    if "claim" not in given:
        expect.setdefault("status", "not_found" if given.get("kind") == "unanswerable" else "answered")
    try:
        return (Claim if "claim" in given else Question).model_validate({**record, "expect": expect})
    except ValidationError as error:
        raise InputError(f"{place}, {_first_fault(error)}") from error


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    column = next(str(part) for part in reversed(fault["loc"]) if isinstance(part, str))
    if fault["type"] == "missing":
        return f"column {column!r}: empty"
    if fault["type"] == "literal_error":
        return f"column {column!r}: unknown {fault['input']!r}; known are {fault['ctx']['expected']}"
    return f"column {column!r}: {fault['msg']}"


def _split(cell: str, mark: str) -> list[str]:
    return [part.strip() for part in cell.split(mark) if part.strip()]
