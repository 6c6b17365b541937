"""A row or column of one table read out for one area ("Table 12's Dudley row"): each cell with its heading, as printed."""

import re

from ingest.records import Figure
from rag.draft import Draft
from rag.library import Library
from rag.named_table import is_of_table_alone
from rag.query import Query
from rag.wording import and_list, value_words

_WHOLE = re.compile(r"\b(?:row|column|line|figures|numbers|values|entries|cells)\b", re.I)
_MOST = 12  # cells


def row_of_table(query: Query, library: Library) -> Draft | None:
    """What one table gives for one area in every column; None where a single cell, or more than one area, is asked for."""
    one = len(query.areas) == 1 and not (query.every_area or query.periods or query.wants or query.operations)
    if not one or query.yes_no or not _WHOLE.search(query.text) or not is_of_table_alone(query, library.lexicon):
        return None
    cells = library.index.figures.labelled(query.tables[0], query.report, query.areas)
    if not 1 < len(cells) <= _MOST or len({(cell.locator.report, cell.locator.table) for cell in cells}) > 1:
        return None
    headed = "row" if len({cell.locator.column for cell in cells}) == 1 else "column"
    told = and_list([f"{_heading(cell, headed)}: {value_words(cell)}" for cell in cells])
    measures = {cell.measure for cell in cells if cell.measure}
    counted = f" ({measures.pop()})" if len(measures) == 1 else ""
    return Draft("answered", f"{query.tables[0]}{counted}, {query.areas[0]}: {told}.", figures=tuple(cells))


def _heading(cell: Figure, headed: str) -> str:
    return str(cell.locator.row if headed == "row" else cell.locator.column)
