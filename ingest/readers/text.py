"""Reads a plain text extract: headings, paragraphs and tab-separated tables told by their form alone."""

import re
from pathlib import Path

from ingest.readers.decoding import decode_file
from ingest.readers.note_marks import strip_note_marks
from ingest.readers.pieces import Draft, Piece
from ingest.readers.text_lines import Line, split_lines
from ingest.readers.text_paragraphs import lines_to_pieces

FURNITURE = re.compile(r"^\s*(?:skip to (?:main )?content|!\[.*\]\(.*\))\s*$", re.I)
LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(\S+?\)(?!\))")
ESCAPED = re.compile(r"\\([()\[\]*_])")


def read_text(path: Path) -> Draft:
    """Read a .txt file: blocks of lines with tabs are tables, all else is prose."""
    lines = ["" if FURNITURE.match(line) else _unlink(line) for line in decode_file(path).split("\n")]
    pieces: list[Piece] = []
    prose: list[Line] = []
    for block in split_lines(strip_note_marks(lines)):
        if isinstance(block, Line):
            prose.append(block)
        else:
            pieces += [*lines_to_pieces(prose), Piece("table", grid=block)]
            prose = []
    return Draft((*pieces, *lines_to_pieces(prose)))


def _unlink(line: str) -> str:
    return ESCAPED.sub(r"\1", LINK.sub(r"\1", line)) if "](" in line else line
