"""What a format's reader hands to the assembly: pieces in reading order, captions and sections still open."""

from dataclasses import dataclass
from typing import Literal

from ingest.records import Problem, TextKind

Row = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading, paragraph or table of a file.

    A table's ``text`` is a caption that the format ties to it. ``marker`` is what a list item or numbered
    paragraph begins with ("-", "45.", "(a)"). ``grid`` holds a table's cells as printed; None is a cell
    merged with the one to its left, and a cell merged with the one above repeats its text.
    """

    kind: Literal["heading", "paragraph", "table"]
    text: str = ""
    level: int = 1
    marker: str = ""
    grid: tuple[Row, ...] = ()
    page: int | None = None
    page_label: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as its format's reader understood it; the assembly makes a Report of it."""

    pieces: tuple[Piece, ...]
    title: str = ""
    publisher: str = ""
    published: str = ""
    address: str = ""
    text: TextKind = "verbatim"
    pages: int = 0
    problems: tuple[Problem, ...] = ()
