"""Which cell of which printed table a figure stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.records import Locator, Table
from ingest.store import Index

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table with the cells to be marked, as (row, column) from 0, or whole rows."""

    table: Table
    cells: tuple[Cell, ...] = ()
    rows: tuple[int, ...] = ()

    @property
    def marked_rows(self) -> set[int]:
        """The rows that hold a mark."""
        return {row for row, _ in self.cells} | set(self.rows)

    @property
    def marked_columns(self) -> set[int]:
        """The columns that hold a mark."""
        return {column for _, column in self.cells}


def mark_table(index: Index, locators: Sequence[Locator]) -> MarkedTable | None:
    """The table that these locators are in, with their cells marked; None where it is not found."""
    for table in _tables_of(index, locators[0]):
        cells = tuple(cell for locator in locators if (cell := find_cell(table, locator)))
        rows = tuple(row for locator in locators if not locator.column for row in _find_rows(table, locator))
        if cells or rows or not locators[0].row:
            return MarkedTable(table, tuple(dict.fromkeys(cells)), tuple(dict.fromkeys(rows)))
    return None


def caption_of(table: Table, measure: str) -> str:
    """The caption as printed; where it is a bare label ("Figure 11."), with what the figures count."""
    is_bare = table.caption.rstrip(" .:") in ("", table.label)
    return ": ".join(part for part in (table.label, measure) if part) if is_bare else table.caption


def find_cell(table: Table, locator: Locator) -> Cell | None:
    """The cell that a locator names by its row and column, if the table has it."""
    columns = [number for number, head in enumerate(table.header) if head == locator.column]
    rows = _find_rows(table, locator)
    return (rows[0], columns[-1]) if columns and rows else None


def _find_rows(table: Table, locator: Locator) -> list[int]:
    if not locator.row:
        return []
    named = locator.row
    return [number for number, row in enumerate(table.rows) if named in _row_names(row)]


def _row_names(row: Sequence[str]) -> Iterable[str]:
    """What a row may be called: its first cell, its first two cells, and so on."""
    cells = [cell for cell in row if cell]
    return [" ".join(cells[:count]) for count in range(1, len(cells) + 1)]


def _tables_of(index: Index, locator: Locator) -> list[Table]:
    if locator.table:
        table = index.table(locator.report, locator.table)
        return [table] if table else []
    blocks = index.blocks(locator.report)
    return [block for block in blocks if isinstance(block, Table) and block.locator.section == locator.section]
