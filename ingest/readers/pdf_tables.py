"""Ruled tables of a PDF page as rows of cells; merged cells told by the place of their lines."""

from dataclasses import dataclass
from typing import Any

from ingest.readers.grids import is_number_cell
from ingest.readers.pieces import Row

BLANK_WIDTH = 0.15
EDGE_TOLERANCE = 6
ROW_EDGE = 1.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on one page: its box (x0, top, x1, bottom) in points, its cells, its columns' left edges."""

    page: int
    box: Box
    rows: tuple[Row, ...]
    edges: tuple[int, ...]

    @property
    def top(self) -> float:
        """Its upper edge in points from the page's top."""
        return self.box[1]

    @property
    def is_empty(self) -> bool:
        """Whether no cell has any text."""
        return not any(cell for row in self.rows for cell in row)


def find_ruled_tables(page: Any, number: int) -> tuple[RuledTable, ...]:
    """Find the ruled tables of a pdfplumber page that have two columns at least, from the top down."""
    tables = [_to_table(found, number) for found in page.find_tables()]
    wide = [table for table in tables if len(table.edges) > 1]
    return tuple(sorted(wide, key=lambda table: table.top))


def table_continues(tables: list[RuledTable], table: RuledTable) -> bool:
    """Whether a table is the rest, over the page's end, of the one before it.

    It has the same columns, and repeats the header or begins with a row of figures.
    """
    last = tables[-1]
    if table.page != last.page + 1 or len(table.edges) != len(last.edges):
        return False
    if _repeats_header(tables, table):
        return True
    aligned = all(abs(a - b) <= EDGE_TOLERANCE for a, b in zip(table.edges, last.edges, strict=True))
    return aligned and any(is_number_cell(cell) for cell in table.rows[0][1:])


def join_tables(tables: list[RuledTable]) -> tuple[Row, ...]:
    """Return the rows of all pieces of a table, a repeated header once."""
    rows = tables[0].rows
    for table in tables[1:]:
        rows += table.rows[1:] if _repeats_header(tables, table) else table.rows
    return rows


def _repeats_header(tables: list[RuledTable], table: RuledTable) -> bool:
    plain = [[" ".join((cell or "").split()) for cell in rows[0]] for rows in (tables[0].rows, table.rows)]
    return plain[0] == plain[1]


def _to_table(found: Any, number: int) -> RuledTable:
    texts = found.extract(x_tolerance_ratio=BLANK_WIDTH)
    edges = sorted({cell[0] for cell in found.cells})
    by_cell = {
        cell: text or ""
        for row, row_texts in zip(found.rows, texts, strict=True)
        for cell, text in zip(row.cells, row_texts, strict=True)
        if cell
    }
    rows = tuple(tuple(_read_cell(edge, row.bbox, by_cell) for edge in edges) for row in found.rows)
    return RuledTable(number, found.bbox, rows, tuple(round(edge) for edge in edges))


def _read_cell(edge: float, row: Box, by_cell: dict[Box, str]) -> str | None:
    """Return the text of the cell over this place, also of a merged cell above; None for the left one."""
    level = row[1] + ROW_EDGE
    for cell, text in by_cell.items():
        if cell[0] <= edge < cell[2] and cell[1] <= level < cell[3]:
            return text if cell[0] == edge else None
    return ""
