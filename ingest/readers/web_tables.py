"""An HTML table as a grid: cells that span rows repeat their text, cells that span columns are marked."""

from bs4 import Tag

from ingest.readers.pieces import Piece, Row


def read_grid(table: Tag) -> Piece:
    """Return a table's piece, its own caption as text."""
    caption = table.find("caption")
    text = " ".join(caption.get_text(" ").split()) if isinstance(caption, Tag) else ""
    return Piece("table", text, grid=_read_rows(table))


def _read_rows(table: Tag) -> tuple[Row, ...]:
    rows: list[Row] = []
    hanging: dict[int, tuple[int, str | None]] = {}
    for row in table.find_all("tr"):
        if isinstance(row, Tag) and row.find_parent("table") is table:
            cells = _read_cells(row, hanging)
            rows.append(cells)
    return tuple(rows)


def _read_cells(row: Tag, hanging: dict[int, tuple[int, str | None]]) -> Row:
    """Read one row; ``hanging`` holds by column how many more rows a cell from above spans, and its text."""
    cells: list[str | None] = []
    for cell in row.find_all(("td", "th"), recursive=False):
        if isinstance(cell, Tag):
            _take_hanging(cells, hanging)
            text = " ".join(cell.get_text(" ").split())
            for offset in range(_span(cell, "colspan")):
                value = text if offset == 0 else None
                hanging[len(cells)] = (_span(cell, "rowspan") - 1, value)
                cells.append(value)
    _take_hanging(cells, hanging)
    return tuple(cells)


def _take_hanging(cells: list[str | None], hanging: dict[int, tuple[int, str | None]]) -> None:
    while hanging.get(len(cells), (0, ""))[0] > 0:
        left, text = hanging[len(cells)]
        hanging[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return max(1, int(value)) if value.isdigit() else 1
