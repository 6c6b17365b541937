"""A draft to a Report: tables with their captions, paragraph numbers, sections and locators."""

from dataclasses import dataclass, replace

from ingest.readers.captions import match_captions, parse_label
from ingest.readers.continued import join_continued
from ingest.readers.grids import Grid, resolve_grid
from ingest.readers.paragraph_numbers import find_paragraph_numbers
from ingest.readers.pieces import Draft, Piece
from ingest.readers.publication_date import find_published
from ingest.readers.sentences import Vocabulary, collect_vocabulary
from ingest.readers.titles import drop_title, find_title
from ingest.records import Block, Heading, Locator, Paragraph, Problem, Report, Table

FIRST_PIECES = 30


@dataclass(frozen=True, slots=True)
class Place:
    """Where the assembly has got to: the open headings with their levels, and the open numbered paragraph."""

    headings: tuple[tuple[int, str], ...] = ()
    number: str = ""


def assemble_report(report: str, draft: Draft) -> Report:
    """Make a Report of what a format's reader found."""
    words = collect_vocabulary(piece.text for piece in draft.pieces)
    first_lines = [piece.text for piece in draft.pieces[:FIRST_PIECES]]
    title = draft.title or find_title(draft.pieces) or report.replace("-", " ").replace("_", " ").capitalize()
    pieces = join_continued(drop_title(draft.pieces, title), words)
    blocks, problems = _build_blocks(report, pieces, words)
    return Report(
        id=report,
        title=title,
        publisher=draft.publisher,
        published=draft.published or find_published(first_lines),
        address=draft.address,
        text=draft.text,
        blocks=blocks,
        pages=draft.pages,
        problems=draft.problems + problems,
    )


def _build_blocks(
    report: str, pieces: tuple[Piece, ...], words: Vocabulary
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    captions, numbered = match_captions(pieces), find_paragraph_numbers(pieces)
    grids = {i: resolve_grid(piece.grid, words) for i, piece in enumerate(pieces) if piece.kind == "table"}
    used = {caption for table, caption in captions.items() if not grids[table].problem}
    blocks: list[Block] = []
    place = Place()
    for index, piece in enumerate(pieces):
        place = _move(place, piece, index in numbered)
        if index in grids:
            caption = pieces[captions[index]].text if index in captions else piece.text or grids[index].title
            blocks += _build_table(report, piece, caption, grids[index], place)
        elif index not in used:
            blocks.append(_build_prose(report, piece, place, index in numbered))
    return tuple(blocks), tuple(_find_problems(pieces, captions, grids))


def _move(place: Place, piece: Piece, is_numbered: bool) -> Place:
    if piece.kind == "heading":
        outer = tuple(heading for heading in place.headings if heading[0] < piece.level)
        return Place((*outer, (piece.level, piece.text)))
    return replace(place, number=piece.marker[:-1]) if is_numbered else place


def _locate(report: str, piece: Piece, place: Place) -> Locator:
    section = tuple(text for _, text in place.headings)
    return Locator(report, page=piece.page, page_label=piece.page_label, section=section)


def _build_prose(report: str, piece: Piece, place: Place, is_numbered: bool) -> Block:
    locator = _locate(report, piece, place)
    if piece.kind == "heading":
        return Heading(piece.text, piece.level, locator)
    if is_numbered:
        return Paragraph(piece.text, replace(locator, paragraph=place.number))
    if piece.marker and place.number:
        lettered = piece.marker if piece.marker.startswith("(") else ""
        locator = replace(locator, paragraph=place.number + lettered)
    return Paragraph(piece.text, locator, piece.marker)


def _build_table(report: str, piece: Piece, caption: str, grid: Grid, place: Place) -> list[Block]:
    if grid.problem:
        return []
    label = parse_label(caption)
    locator = replace(_locate(report, piece, place), table=label or None)
    return [Table(label, caption, grid.header, grid.rows, locator)]


def _find_problems(pieces: tuple[Piece, ...], captions: dict[int, int], grids: dict[int, Grid]) -> list[Problem]:
    """Name each table that could not be read, and each caption of a table that has none beside it."""
    problems = []
    for index, grid in grids.items():
        label = parse_label(pieces[captions[index]].text) if index in captions else "a table without caption"
        if grid.problem and not _is_chart_frame(label, grid):
            problems.append(Problem(_name_place(pieces[index], label), f"the table cannot be read: {grid.problem}"))
    found = {parse_label(pieces[index].text) for index in captions.values()}
    for piece in pieces:
        label = parse_label(piece.text) if piece.kind == "paragraph" and not piece.marker else ""
        if label.startswith("Table") and label not in found:
            problems.append(Problem(_name_place(piece, label), "no table was found at this caption"))
    return problems


def _is_chart_frame(label: str, grid: Grid) -> bool:
    return label.startswith(("Figure", "Chart")) and "empty" in grid.problem


def _name_place(piece: Piece, label: str) -> str:
    return f"page {piece.page}, {label}" if piece.page else label
