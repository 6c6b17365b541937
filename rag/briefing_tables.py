"""The tables of a briefing -> a verdict on each cell: read as the reports' tables are, then told as a sentence and checked."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.numerals import parse_number
from ingest.records import Figure, Table
from ingest.table_axes import read_axes
from ingest.table_figures import areas_named_in, table_figures
from rag.briefing_records import BriefingCell, BriefingFigure, BriefingTable, BriefingText
from rag.check import check_with_parts
from rag.claim_desk import Desk
from rag.wording import area_words, measure_words, period_words, sentence_case, value_words

_MOST_CELLS = 300  # checked in one briefing; each takes some hundredths of a second
_UNIT = re.compile(r"\s*\((?:£|%|no\.?|number)\)?$", re.I)

Cell = tuple[int, int, Figure]


def check_tables(briefing: BriefingText, desk: Desk) -> tuple[tuple[BriefingTable, ...], int]:
    """The tables with their cells checked, and how many cells were left out."""
    cells = list(_cells_of(briefing, desk.reader.lexicon))
    checked, room = [], _MOST_CELLS
    for (before, table), found in zip(briefing.tables, cells, strict=True):
        checked.append(_check_table(before, table, found[:room], desk))
        room = max(0, room - len(found))
    return tuple(checked), max(0, sum(map(len, cells)) - _MOST_CELLS)


def cell_to_claim(figure: Figure) -> str:
    """The sentence that a cell states: "Registered drug-related deaths in Dudley in 2024: 25."."""
    parts = tuple(_without_unit(part) for part in figure.breakdown)
    counted = sentence_case(measure_words(replace(figure, breakdown=parts)))
    subject = f"{counted}{f' in {area_words(figure.area)}' if figure.area else ''}"
    if figure.kind == "level":
        return f"{subject} {period_words(figure.period)}".rstrip() + f": {_value(figure)}."
    if figure.value == 0:
        return f"{subject} did not change {_between(figure)}".rstrip() + "."
    verb = "rose" if figure.value > 0 else "fell"
    size = _value(replace(figure, printed=figure.printed.strip().lstrip("+-−–")))
    return f"{subject} {verb} by {size} {_between(figure)}".rstrip() + "."


def _cells_of(briefing: BriefingText, lexicon: Lexicon) -> Iterator[list[Cell]]:
    """For each table the places and figures of its cells; the figures come in the order of the cells."""
    known = lexicon.with_areas(areas_named_in(briefing.report, lexicon))
    figures = iter(table_figures(briefing.report, known))
    for _, table in briefing.tables:
        width = read_axes(table, known).label_columns
        places = [
            (row, column)
            for row, cells in enumerate(table.rows)
            for column, cell in enumerate(cells)
            if column >= width and parse_number(cell) is not None
        ]
        yield [(row, column, next(figures)) for row, column in places]


def _check_table(before: int, table: Table, cells: list[Cell], desk: Desk) -> BriefingTable:
    checked = tuple(_check_cell(*cell, table, desk) for cell in cells)
    return BriefingTable(before, table.caption, table.header, table.rows, checked)


def _check_cell(row: int, column: int, figure: Figure, table: Table, desk: Desk) -> BriefingCell:
    claim = cell_to_claim(figure)
    verdict, judged = check_with_parts(claim, desk)
    said = verdict.verdict, verdict.headline
    digits = figure.printed.strip("+-−–% ")
    for one in judged:
        if one.number and one.number.printed.strip("+-−–% ") == digits:
            said = one.verdict, one.reason
    text = table.rows[row][column]
    marked = BriefingFigure(figure.printed.strip(), *_bounds(text), *said)
    return BriefingCell(row, column, marked, verdict)


def _bounds(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    return start, len(text.rstrip())


def _value(figure: Figure) -> str:
    words = value_words(figure)
    return f"£{words}" if figure.unit == "£" and "£" not in words else words


def _without_unit(label: str) -> str:
    """A label without a unit in brackets behind it, whose closing bracket may be lost: "Our budget (£"."""
    return _UNIT.sub("", label).strip()


def _between(figure: Figure) -> str:
    if figure.base_period and figure.period:
        return f"between {figure.base_period} and {figure.period}"
    return period_words(figure.period)
