"""A table's cells as printed to one header row and full rows: merged and wrapped cells resolved."""

import re
from dataclasses import dataclass

from ingest.readers.pieces import Row
from ingest.readers.sentences import Vocabulary, join_cell

NUMBER = re.compile(r"^[^\w\s]{0,2}\s*\d[\d,]*(?:\.\d+)?\s*(?:%|[kmb]n?|pp)?\*?$", re.I)
PERIOD = re.compile(r"^(?:19|20)\d\d$")
OPEN_END = re.compile(r"[-–/&,(]$")
CONTINUING = re.compile(r"^(?:[a-z/)&–-]|\d{1,4}$)")

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A resolved table, or what is wrong with it in ``problem``; ``title`` is a row over all columns."""

    header: Cells = ()
    rows: tuple[Cells, ...] = ()
    problem: str = ""
    title: str = ""


def resolve_grid(rows: tuple[Row, ...], words: Vocabulary) -> Grid:
    """Find the header rows, join wrapped rows, fill merged cells down; say so where that cannot be done."""
    cells = _drop_empty_edges(tuple(tuple(_clean(cell, words) for cell in row) for row in rows))
    title, cells = _split_title(cells)
    problem = _find_problem(cells)
    if problem:
        return Grid(problem=problem)
    cells = _join_wrapped_rows(cells)
    count = _count_header_rows(cells)
    header = _merge_header(cells[:count])
    body = _fill_down(tuple(tuple(cell or "" for cell in row) for row in cells[count:]))
    body = tuple(row for row in body if row != header)
    return Grid(header, body, title=title) if body else Grid(problem="it has a header but no rows")


def is_number_cell(cell: str | None) -> bool:
    """Whether a cell holds a published number; a year is a heading."""
    return bool(cell) and bool(NUMBER.match(cell or "")) and not PERIOD.match(cell or "")


def _clean(cell: str | None, words: Vocabulary) -> str | None:
    if cell is None:
        return None
    text = ""
    for line in cell.split("\n"):
        text = join_cell(text, " ".join(line.split()), words)
    return text


def _drop_empty_edges(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Leave out rows without any text, and columns without any where all rows are as wide."""
    kept = tuple(row for row in rows if any(row))
    if len({len(row) for row in kept}) != 1:
        return kept
    columns = [i for i in range(len(kept[0])) if any(row[i] for row in kept)]
    return tuple(tuple(row[i] for i in columns) for row in kept)


def _split_title(rows: tuple[Row, ...]) -> tuple[str, tuple[Row, ...]]:
    """Split off a first row that has a single cell over all columns."""
    if len(rows) < 3 or not rows[0] or not rows[0][0] or any(rows[0][1:]) or not any(rows[1][1:]):
        return "", rows
    return rows[0][0], rows[1:]


def _find_problem(rows: tuple[Row, ...]) -> str:
    if not rows:
        return "all its cells are empty"
    widths = {len(row) for row in rows}
    if len(widths) > 1:
        return f"its rows are of different width ({', '.join(map(str, sorted(widths)))} cells)"
    if len(rows) < 2:
        return "it has a single row"
    if max(widths) < 2:
        return "it has a single column"
    named = [cell for cell in rows[0][1:] if cell]
    if not named or all(is_number_cell(cell) for cell in named):
        return "it has no header row"
    return ""


def _join_wrapped_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Join a row that has only a first cell to the row above where it goes on with that row's label."""
    joined: list[Row] = []
    for index, row in enumerate(rows):
        if index > 1 and _goes_on(joined[-1], row, is_last=index == len(rows) - 1):
            joined[-1] = (f"{joined[-1][0]} {row[0]}", *joined[-1][1:])
        else:
            joined.append(row)
    return tuple(joined)


def _goes_on(above: Row, row: Row, is_last: bool) -> bool:
    if not row[0] or any(row[1:]) or not above[0] or not any(above[1:]) or None in row:
        return False
    return bool(OPEN_END.search(above[0]) or CONTINUING.match(row[0])) or is_last


def _count_header_rows(rows: tuple[Row, ...]) -> int:
    count = 1
    while count < min(3, len(rows) - 1) and _is_header_row(rows[count - 1], rows[count], rows[count + 1 :]):
        count += 1
    return count


def _is_header_row(above: Row, row: Row, below: tuple[Row, ...]) -> bool:
    """Whether a row is still header: no numbers in it, numbers below, and the row above not complete."""
    if any(is_number_cell(cell) for cell in row[1:]) or not any(row[1:]):
        return False
    if not any(is_number_cell(cell) for cells in below for cell in cells[1:]):
        return False
    spanning = any(not cell for cell in above[1:])
    wrapped = any(cell and CONTINUING.match(cell) for cell in row[1:]) and not row[0]
    return spanning or wrapped or row[0] == above[0] != "" or _all_continue(row)


def _all_continue(row: Row) -> bool:
    return all(re.match(r"^[/(a-z]", cell) for cell in row[1:] if cell)


def _merge_header(rows: tuple[Row, ...]) -> Cells:
    """Join header rows column by column; a merged cell above stands over each of its columns."""
    spread = [_spread(row) if len(rows) > 1 else tuple(cell or "" for cell in row) for row in rows[:-1]]
    spread.append(tuple(cell or "" for cell in rows[-1]))
    return tuple(" ".join(dict.fromkeys(part for part in column if part)) for column in zip(*spread, strict=True))


def _spread(row: Row) -> Cells:
    filled = [row[0] or ""]
    for cell in row[1:]:
        filled.append(cell or filled[-1])
    return tuple(filled)


def _fill_down(rows: tuple[Cells, ...]) -> tuple[Cells, ...]:
    """Fill an empty first cell from the row above where the second column holds labels, not numbers."""
    if not rows or len(rows[0]) < 3 or any(is_number_cell(row[1]) for row in rows):
        return rows
    filled: list[Cells] = []
    for row in rows:
        label = filled[-1][0] if filled and not row[0] and row[1] else row[0]
        filled.append((label, *row[1:]))
    return tuple(filled)
