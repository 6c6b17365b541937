"""Markdown tokens to pieces; a table whose source rows are ragged is kept ragged, so that it is reported."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from ingest.readers.markers import split_marker
from ingest.readers.pieces import Piece, Row
from ingest.records import Problem

CELL_BORDER = re.compile(r"(?<!\\)\|")
PIPE_LINES = re.compile(r"^\s*\|.*\|\s*$", re.M)


def tokens_to_pieces(tokens: Sequence[Token], source: Sequence[str]) -> tuple[tuple[Piece, ...], tuple[Problem, ...]]:
    """Return the pieces of a document, and its problems; a single top heading is the title's level."""
    pieces: list[Piece] = []
    problems: list[Problem] = []
    marker = ""
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup}" if token.info else "-"
        elif token.type in ("heading_open", "paragraph_open"):
            pieces.append(_to_piece(token, tokens[index + 1], marker))
            problems += _find_broken_table(token, source)
            marker = ""
        elif token.type == "table_open":
            pieces.append(Piece("table", grid=_cut_rows(token, source)))
        elif token.type in ("fence", "code_block"):
            pieces.append(Piece("paragraph", " ".join(token.content.split())))
    return _raise_levels(tuple(pieces)), tuple(problems)


def _to_piece(opening: Token, inline: Token, marker: str) -> Piece:
    text = _to_text(inline)
    if opening.type == "heading_open":
        return Piece("heading", text, int(opening.tag[1:]))
    own, rest = split_marker(text)
    if own and (not marker or marker == "-"):
        return Piece("paragraph", rest, marker=own)
    return Piece("paragraph", text, marker=marker)


def _to_text(inline: Token) -> str:
    parts = []
    for token in inline.children or ():
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return " ".join("".join(parts).split())


def _raise_levels(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Count levels below the title: where only one heading is of the top level, that is the title."""
    tops = [piece for piece in pieces if piece.kind == "heading" and piece.level == 1]
    if len(tops) != 1:
        return pieces
    return tuple(
        Piece("heading", piece.text, max(1, piece.level - 1)) if piece.kind == "heading" else piece for piece in pieces
    )


def _cut_rows(table: Token, source: Sequence[str]) -> tuple[Row, ...]:
    """Cut the table's source lines at their borders: the parser would drop a ragged row's surplus cells."""
    first, end = table.map or (0, 0)
    lines = [line.strip() for line in source[first:end]]
    return tuple(_cut_cells(line) for line in lines[:1] + lines[2:])


def _cut_cells(line: str) -> Row:
    inner = line.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(cell.replace("\\|", "|").strip() for cell in CELL_BORDER.split(inner))


def _find_broken_table(opening: Token, source: Sequence[str]) -> list[Problem]:
    first, end = opening.map or (0, 0)
    if opening.type != "paragraph_open" or len(PIPE_LINES.findall("\n".join(source[first:end]))) < 2:
        return []
    return [Problem(f"line {first + 1}", "the table cannot be read: its header and its ruler line do not agree")]
