"""The cell of another table that stands where the one told before stands: "now the same cell in Figure 17"."""

import re
from collections.abc import Callable, Sequence

from ingest.records import Figure
from rag.draft import Draft
from rag.from_figures import answer_from_figures
from rag.library import Library
from rag.query import Query
from rag.touching import with_findings
from rag.wording import figure_sentence

_ONLY_TABLE = re.compile(
    r"(?:(?:and|now|ok|so|but|then|what about|how about|what of|same|the same|again|in|from|for|out of|on|take|try|do|give me|please|instead|too),? )*"
    r"(?:table|figure|fig\.?) \d+(?:,? (?:too|as well|instead|please|now|then))*\W*",
    re.I,
)


def same_cell_of_table(query: Query, library: Library) -> Draft | None:
    """The figure of the table that is named, in the row and column of the one figure told before."""
    points = library.cues.has("same_cell", query.text) or _ONLY_TABLE.fullmatch(query.text.strip()) is not None
    if query.earlier is None or query.earlier.refusal or len(query.tables) != 1 or not points:
        return None
    told = _cell_told(query, library)
    if told is None or told.locator.table == query.tables[0]:
        return None
    report = query.report or told.locator.report
    cells = [figure for figure in library.index.figures_in(report, query.tables[0]) if figure.is_cell]
    there = _standing_there(cells, told, query)
    if len({figure.value for figure in there}) != 1:
        return None
    return with_findings(query, Draft("answered", figure_sentence(there[0]), figures=(there[0],)), library)


def _cell_told(query: Query, library: Library) -> Figure | None:
    """The one cell that the answer before gives, of the table that it was asked of where it named one."""
    earlier = query.earlier
    told = query.told or (answer_from_figures(earlier, library) if earlier else None)
    cells = [figure for figure in told.figures if figure.is_cell] if told and told.status == "answered" else []
    if earlier and earlier.tables:
        cells = [figure for figure in cells if figure.locator.table in earlier.tables] or cells
    return cells[0] if len({figure.value for figure in cells}) == 1 else None


def _standing_there(cells: list[Figure], told: Figure, query: Query) -> list[Figure]:
    """The cells of the area and kind of the one told, narrowed by row, column and period as far as the table has them."""
    own_period = query.periods[0].label if query.periods and "periods" not in query.inherited else ""
    own_area = query.areas[0] if query.areas and "areas" not in query.inherited else ""
    there = [f for f in cells if f.area == (own_area or told.area) and (f.unit == told.unit or not _is_set(told, f))]
    there = [f for f in there if f.kind == told.kind and (not own_period or f.period == own_period)]
    narrower: Sequence[Callable[[Figure], bool]] = (
        lambda f: f.period == (own_period or told.period),
        lambda f: f.locator.row == told.locator.row,
        lambda f: f.locator.column == told.locator.column,
    )
    for fits in narrower:
        there = [figure for figure in there if fits(figure)] or there
    return there


def _is_set(one: Figure, other: Figure) -> bool:
    """Whether two units are of different kinds: a percentage or a rate is no count."""
    return any(unit.startswith(("%", "per", "£")) for unit in (one.unit, other.unit))
