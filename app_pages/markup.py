"""HTML of tables: one that is quoted from a report, with its cells marked, and one of figures from several places."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from app_pages.cells import MarkedTable

_ARROW = "◀"
_NEIGHBOURS = 1
_FEW_ROWS = 9
_FEW_COLUMNS = 4
_NAMED_MARKS = 2
_NUMBER = re.compile(r"^[-+−£]?[\d.,]+\s?%?$")


def table_to_html(marked: MarkedTable, caption: str = "", is_cut: bool = True) -> str:
    """A table as HTML below its caption; a long one is cut to the rows around the marks, and says so.

    A mark is told by words, by weight and by a border, never by colour alone. On a narrow screen,
    columns without a mark ("far") are left out of a wide table by the style sheet, which then shows a note.
    """
    table = marked.table
    shown = _rows_shown(marked) if is_cut else list(range(len(table.rows)))
    far = _far_columns(marked) if is_cut else set()
    head = "".join(_head_cell(text, number in far) for number, text in enumerate(table.header))
    body = "".join(_row(marked, row, far) for row in shown)
    left_out = len(table.rows) - len(shown)
    notes = [f"{left_out} of {len(table.rows)} rows are left out here."] if left_out else []
    caption = escape(caption or table.caption or table.label or "Table")
    return (
        f'<p class="caption">{caption}</p>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="printed" aria-label="{caption}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
        + "".join(f'<p class="note">{note}</p>' for note in notes)
        + ('<p class="note narrow">Some columns are left out on a narrow screen.</p>' if far else "")
    )


def figures_to_html(rows: Sequence[Mapping[str, str]], figures: Sequence[str]) -> str:
    """Figures from several places, one a row, with the report and place of each."""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Figure", "What", "Area", "Period", "Where"))
    lines = []
    for row, figure in zip(rows, figures, strict=True):
        what = ", ".join(part for part in (row["Part"], row["Measure"]) if part)
        cells = (what, row["Area"], row["Period"], f"{row['Report']}: {row['Where']}")
        others = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        lines.append(f'<tr><th scope="row" class="number"><strong>{escape(figure)}</strong></th>{others}</tr>')
    return (
        '<p class="caption">The figures, and where each stands</p>'
        '<div class="scroll" tabindex="0" role="region" aria-label="The figures, and where each stands">'
        f'<table class="printed places"><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table></div>'
    )


def _rows_shown(marked: MarkedTable) -> list[int]:
    count = len(marked.table.rows)
    if count <= _FEW_ROWS or not marked.marked_rows:
        return list(range(count))
    near = {row + step for row in marked.marked_rows for step in range(-_NEIGHBOURS, _NEIGHBOURS + 1)}
    return [row for row in range(count) if row in near]


def _far_columns(marked: MarkedTable) -> set[int]:
    columns = range(len(marked.table.header))
    if len(columns) <= _FEW_COLUMNS or not marked.marked_columns:
        return set()
    labels = range(min(marked.marked_columns))
    words = {number for number in labels if not any(_is_number(row[number]) for row in marked.table.rows)}
    return set(columns) - marked.marked_columns - words - {0}  # the rows' own labels, which may be years


def _head_cell(text: str, is_far: bool) -> str:
    far = ' class="far"' if is_far else ""
    return f'<th scope="col"{far}>{escape(text)}</th>' if text.strip() else f"<td{far}></td>"


def _row(marked: MarkedTable, row: int, far: set[int]) -> str:
    cells = [_cell(marked, row, column, column in far) for column in range(len(marked.table.header))]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(marked: MarkedTable, row: int, column: int, is_far: bool) -> str:
    text = marked.table.rows[row][column]
    is_marked = (row, column) in marked.cells
    names = [name for name, holds in (("far", is_far), ("marked", is_marked), ("number", _is_number(text))) if holds]
    attributes = f' class="{" ".join(names)}"' if names else ""
    shown = _mark(text, len(marked.cells)) if is_marked else escape(text)
    if column == 0:
        arrow = f' <span class="pointer">{_ARROW} this row</span>' if row in marked.rows else ""
        return f'<th scope="row"{attributes}>{shown}{arrow}</th>'
    return f"<td{attributes}>{shown}</td>"


def _mark(text: str, marks: int) -> str:
    words = "this figure"
    told = words if marks <= _NAMED_MARKS else f'<span class="unseen">{words}</span>'
    return f'<strong>{escape(text)}</strong> <span class="pointer">{_ARROW} {told}</span>'


def _is_number(text: str) -> bool:
    return bool(_NUMBER.match(text.strip()))
