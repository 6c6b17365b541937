"""What the rows and columns of a table stand for: areas, periods, changes or categories, found from the table itself."""

import re
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.measures import is_change, plain_label, unit_named
from ingest.numerals import parse_number
from ingest.periods import Period, find_periods, parse_period
from ingest.records import Table
from ingest.words import stem, tokenize

_TOTAL = re.compile(r"(?:grand |sub-?)?totals?|all(?: areas)?|overall|sum", re.I)

# what stands in a cell whose number is not known or kept back
_NO_VALUE = re.compile(
    r"[-–—*.…:†‡\[\]]*|n\s?[/.]?\s?[ak]\.?|nil|none|unknown|not (?:known|available|applicable)|suppressed|\[?[cuxz]\]?|[<>≤≥]\s?\d+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Label:
    """What one row or column stands for; empty fields where it says nothing of the kind."""

    text: str
    area: str = ""
    period: Period | None = None
    change: bool = False
    category: str = ""
    unit: str = ""
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Axes:
    """A table's labels: of each row, of each value column, and what the corner says of all cells."""

    label_columns: int
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    corner: Label


def read_axes(table: Table, lexicon: Lexicon) -> Axes:
    """The axes of a table whose leading columns hold labels and whose other columns hold values."""
    width = _label_columns(table)
    area_column = next((i for i in range(width) if _is_area_header(table.header[i], lexicon)), None)
    across = sum(lexicon.area_named(cell) is not None for cell in table.header[width:]) >= 2
    columns = tuple(_read_label(cell, lexicon, across) for cell in table.header[width:])
    rows = tuple(_row_label(row[:width], lexicon, area_column) for row in table.rows)
    corner = _read_label(" ".join(table.header[:width]), lexicon, False)
    dimension = area_column is not None or _is_dimension(table, width, corner, lexicon)
    return Axes(width, rows, columns, Label("", period=corner.period) if dimension else corner)


def new_area_names(table: Table, lexicon: Lexicon) -> list[str]:
    """Places that a table's column of areas names though no file lists them."""
    width = _label_columns(table)
    for column in range(width):
        if _is_area_header(table.header[column], lexicon):
            cells = [row[column].strip() for row in table.rows]
            return [
                cell
                for cell in cells
                if cell and not lexicon.find_areas(cell) and not _TOTAL.fullmatch(cell) and _is_name(cell)
            ]
    return []


def _label_columns(table: Table) -> int:
    for column in range(len(table.header)):
        cells = [row[column] for row in table.rows if not _NO_VALUE.fullmatch(row[column].strip())]
        if cells and sum(parse_number(cell) is not None for cell in cells) * 2 > len(cells) and column > 0:
            return column
    return len(table.header)


def _is_area_header(text: str, lexicon: Lexicon) -> bool:
    return " ".join(token.stem for token in tokenize(text)) in lexicon.area_headers


def _is_name(cell: str) -> bool:
    return cell[:1].isupper() and parse_number(cell) is None and parse_period(cell) is None and len(cell) < 60


def _is_dimension(table: Table, width: int, corner: Label, lexicon: Lexicon) -> bool:
    """Whether the corner only names what the rows are ("Outcome Description", "Provider"), and no part of the measure."""
    if corner.category and not lexicon.find_concepts(corner.text) and not corner.unit:
        return True
    words = {
        stem(word)
        for word in (
            "type",
            "description",
            "category",
            "class",
            "subclass",
            "group",
            "measure",
            "indicator",
            "period",
            "year",
            "name",
            "substance",
        )
    }
    return width == 0 or any(token.stem in words for token in tokenize(corner.text))


def _row_label(cells: tuple[str, ...], lexicon: Lexicon, area_column: int | None) -> Label:
    parts = [_read_label(cell, lexicon, i == area_column) for i, cell in enumerate(cells)]
    if len(parts) == 1:
        return parts[0]
    return Label(
        " ".join(part.text for part in parts if part.text),
        next((part.area for part in parts if part.area), ""),
        next((part.period for part in parts if part.period), None),
        any(part.change for part in parts),
        " ; ".join(part.category for part in parts if part.category),
        next((part.unit for part in parts if part.unit), ""),
        all(part.is_total for part in parts if part.text),
    )


def _read_label(text: str, lexicon: Lexicon, is_area_axis: bool) -> Label:
    clean = " ".join(text.split())
    if _TOTAL.fullmatch(clean):
        return Label(clean, is_total=True)
    area = lexicon.area_named(clean)
    if area is not None:
        return Label(clean, area=area.name)
    if is_area_axis and _is_name(clean):
        return Label(clean, area=clean)
    period = parse_period(clean)
    if period is not None:
        return Label(clean, period=period)
    mentions = find_periods(clean)
    if is_change(clean):
        return Label(
            clean,
            period=mentions[0].period if len(mentions) == 1 else None,
            change=True,
            unit=unit_named(clean),
        )
    unit = unit_named(clean)
    return Label(
        clean,
        period=mentions[0].period if len(mentions) == 1 else None,
        category=plain_label(clean),
        unit=unit,
    )
