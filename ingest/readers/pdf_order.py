"""Pages of a PDF to pieces in reading order: paragraphs, headings and tables, joined over page ends."""

from dataclasses import replace

from ingest.readers.markers import split_marker
from ingest.readers.pdf_headings import Style, find_style, rank_styles
from ingest.readers.pdf_lines import Page, TextLine
from ingest.readers.pdf_paragraphs import Group, Measure, continues
from ingest.readers.pdf_tables import RuledTable, join_tables, table_continues
from ingest.readers.pdf_type import find_body_size, find_leading
from ingest.readers.pieces import Piece
from ingest.readers.sentences import Vocabulary, collect_vocabulary, join_text

TableGroup = list[RuledTable]


def order_pieces(pages: tuple[Page, ...], labels: list[str]) -> tuple[Piece, ...]:
    """Return the pieces of a document in reading order, each with its page and the page's printed label."""
    measures = _measure_pages(pages)
    words = collect_vocabulary(line.text for page in pages for line in page.lines)
    parts: list[Group | TableGroup] = []
    for page in pages:
        for item in _order_page(page):
            _add(parts, item, measures[page.number])
    pieces = _parts_to_pieces(parts, measures, words)
    return tuple(replace(piece, page_label=_find_label(piece, labels)) for piece in pieces)


def _measure_pages(pages: tuple[Page, ...]) -> dict[int, Measure]:
    lines = [line for page in pages for line in page.lines]
    body = find_body_size(lines)
    usual = find_leading(lines, body)
    left = min((line.x0 for line in lines if line.size == body), default=0.0)
    right = max((line.x1 for line in lines if line.size == body), default=0.0)
    return {page.number: Measure(body, find_leading(page.lines, body, usual), left, right) for page in pages}


def _order_page(page: Page) -> list[TextLine | RuledTable]:
    items: list[TextLine | RuledTable] = [*page.lines, *page.tables]
    return sorted(items, key=lambda item: item.top)


def _add(parts: list[Group | TableGroup], item: TextLine | RuledTable, measure: Measure) -> None:
    """Put an item to the part it goes on with, else begin a part of its own."""
    last = parts[-1] if parts else None
    if isinstance(item, TextLine):
        lines = [line for line in last or () if isinstance(line, TextLine)]
        if last and lines and continues(lines, item, measure):
            last.append(item)  # type: ignore[arg-type]
        else:
            parts.append([item])
        return
    tables = [table for table in last or () if isinstance(table, RuledTable)]
    if last and tables and table_continues(tables, item):
        last.append(item)  # type: ignore[arg-type]
    else:
        parts.append([item])


def _parts_to_pieces(parts: list[Group | TableGroup], measures: dict[int, Measure], words: Vocabulary) -> list[Piece]:
    pieces: list[Piece] = []
    styles: dict[int, Style] = {}
    for part in parts:
        tables = [table for table in part if isinstance(table, RuledTable)]
        lines = [line for line in part if isinstance(line, TextLine)]
        if tables:
            pieces.append(Piece("table", grid=join_tables(tables), page=tables[0].page))
            continue
        text = _join_lines(lines, words)
        style = find_style(lines, text, measures[lines[0].page])
        if style:
            styles[len(pieces)] = style
        pieces.append(_to_piece(text, lines[0].page, is_heading=bool(style)))
    levels = rank_styles(list(styles.values()))
    return [replace(p, level=levels[styles[i]]) if i in styles else p for i, p in enumerate(pieces)]


def _join_lines(lines: Group, words: Vocabulary) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = join_text(text, line.text, words)
    return text


def _to_piece(text: str, page: int, is_heading: bool) -> Piece:
    if is_heading:
        return Piece("heading", text, page=page)
    marker, rest = split_marker(text)
    return Piece("paragraph", rest, marker=marker, page=page)


def _find_label(piece: Piece, labels: list[str]) -> str | None:
    return labels[piece.page - 1] if piece.page and piece.page <= len(labels) else None
