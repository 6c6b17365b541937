"""Reads a plain text extract: headings, paragraphs and tab-separated tables told by their form alone."""

import re
from itertools import groupby
from pathlib import Path

from ingest.readers.decoding import decode_file
from ingest.readers.note_marks import strip_note_marks
from ingest.readers.pieces import Draft, Piece
from ingest.readers.text_habits import find_habits
from ingest.readers.text_lines import Line, split_lines
from ingest.readers.text_paragraphs import lines_to_pieces

FURNITURE = re.compile(r"^\s*(?:skip to (?:main )?content|!\[.*\]\(.*\))\s*$", re.I)
LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(\S+?\)(?!\))")
ESCAPED = re.compile(r"\\([()\[\]*_])")


def read_text(path: Path) -> Draft:
    """Read a .txt file: blocks of lines with tabs are tables, all else is prose."""
    lines = ["" if FURNITURE.match(line) else _unlink(line) for line in decode_file(path).split("\n")]
    blocks = list(split_lines(strip_note_marks(lines)))
    habits = find_habits([block for block in blocks if isinstance(block, Line)])
    pieces: list[Piece] = []
    for is_prose, run in groupby(blocks, key=lambda block: isinstance(block, Line)):
        if is_prose:
            pieces += lines_to_pieces([line for line in run if isinstance(line, Line)], habits)
        else:
            pieces += [Piece("table", grid=cells) for cells in run if not isinstance(cells, Line)]
    return Draft(tuple(pieces))


def _unlink(line: str) -> str:
    return ESCAPED.sub(r"\1", LINK.sub(r"\1", line)) if "](" in line else line
