"""A table to passages: the whole of it, and each of its rows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.numerals import parse_number
from ingest.passage_drafts import Draft
from ingest.records import Block, Locator, Paragraph, Table
from ingest.words import split_sentences

_LONGEST_TITLE = 80


def table_to_drafts(table: Table, mention: str, title: str = "") -> list[Draft]:
    """The table whole as lines of cells, then each row; ``mention`` is a sentence that helps to find them.

    ``title`` is the line above it, for a table without a caption.
    """
    rows = [row for row in table.rows if any(row)]
    drafts = [Draft("row", _row_to_text(table, row), mention, _locate(table, row)) for row in rows]
    columns = _columns_to_drafts(table, mention, title)
    return [Draft("table", _table_to_text(table), mention, table.locator), *drafts, *columns]


def _columns_to_drafts(table: Table, mention: str, title: str) -> list[Draft]:
    """For a table of words (a grid of principles, say) each column as a list under its head, and all of them in one."""
    if any(parse_number(cell) is not None for row in table.rows for cell in row):
        return []
    lists = [(head, [row[i] for row in table.rows if row[i]]) for i, head in enumerate(table.header) if head]
    name = table.caption or (table.locator.section[-1] if table.locator.section else "")
    drafts = []
    for head, items in lists:
        lines = [f"{name}, {head}:" if name else f"{head}:", *(f"- {item}" for item in items)]
        drafts.append(Draft("prose", "\n".join(lines), mention, replace(table.locator, column=head)))
    if len(lists) < 2:
        return drafts
    whole = [f"{title or name}:", *(f"- {item}" for _, items in lists for item in items)]
    return [*drafts, Draft("prose", "\n".join(whole), mention, table.locator)]


def title_above(before: Block | None) -> str:
    """The short line right above a table that names it (no sentence); else ""."""
    text = before.text.strip() if isinstance(before, Paragraph) else ""
    return text if text and len(text) <= _LONGEST_TITLE and text[-1] not in ".:;" else ""


def find_mention(table: Table, blocks: Sequence[Block]) -> str:
    """For a caption that is a bare label ("Figure 11."), the sentence of the report that names the label."""
    if not table.label or table.caption.rstrip(" .:") != table.label:
        return ""
    label = re.compile(rf"\b{re.escape(table.label)}\b(?!\.\d)", re.I)
    paragraphs = (block.text for block in blocks if isinstance(block, Paragraph) and label.search(block.text))
    sentences = (sentence for text in paragraphs for sentence in split_sentences(text))
    return next((sentence for sentence in sentences if label.search(sentence)), "")


def _table_to_text(table: Table) -> str:
    lines = [" | ".join(row) for row in (table.header, *table.rows)]
    return "\n".join([table.caption, *lines] if table.caption else lines)


def _row_to_text(table: Table, row: tuple[str, ...]) -> str:
    pairs = zip(table.header, row, strict=True)
    cells = [f"{head}: {cell}" if head else cell for head, cell in pairs if cell]
    return " | ".join([table.caption, *cells] if table.caption else cells)


def _locate(table: Table, row: tuple[str, ...]) -> Locator:
    labels = [cell for cell in row[: _count_label_columns(table)] if cell] or [cell for cell in row if cell]
    return replace(table.locator, row=" ".join(labels))


def _count_label_columns(table: Table) -> int:
    """How many leading columns hold labels: up to the first, not the outermost, that mostly holds numbers."""
    for column in range(1, len(table.header)):
        cells = [row[column] for row in table.rows if row[column].strip()]
        if cells and sum(parse_number(cell) is not None for cell in cells) * 2 > len(cells):
            return column
    return 1
