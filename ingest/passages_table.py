"""A table to passages: the whole of it, and each of its rows."""

from dataclasses import replace

from ingest.numerals import parse_number
from ingest.passage_drafts import Draft
from ingest.records import Locator, Table


def table_to_drafts(table: Table) -> list[Draft]:
    """The table whole as lines of cells, then each row with caption and headers."""
    rows = [Draft("row", _row_to_text(table, row), "", _locate(table, row)) for row in table.rows]
    return [Draft("table", _table_to_text(table), "", table.locator), *rows]


def _table_to_text(table: Table) -> str:
    lines = [" | ".join(row) for row in (table.header, *table.rows)]
    return "\n".join([table.caption, *lines] if table.caption else lines)


def _row_to_text(table: Table, row: tuple[str, ...]) -> str:
    cells = [
        f"{head}: {cell}" if head else cell for head, cell in zip(table.header, row, strict=True) if cell
    ]
    return " | ".join([table.caption, *cells] if table.caption else cells)


def _locate(table: Table, row: tuple[str, ...]) -> Locator:
    cells = [cell for cell in row[: _count_label_columns(table)] if cell] or [cell for cell in row if cell]
    return replace(table.locator, row=" ".join(cells) or None)


def _count_label_columns(table: Table) -> int:
    """How many leading columns hold labels: up to the first, not the outermost, that mostly holds numbers."""
    for column in range(1, len(table.header)):
        cells = [row[column] for row in table.rows if row[column].strip()]
        if sum(parse_number(cell) is not None for cell in cells) * 2 > len(cells):
            return column
    return 1
