"""The title of a report: found in its first pieces where no metadata has it; not repeated as a heading."""

import re
from dataclasses import replace

from ingest.readers.pieces import Piece
from ingest.readers.publication_date import is_date_line
from ingest.readers.sentences import has_ended

LONGEST = 160
USELESS = re.compile(
    r"^\s*(?:untitled.*|\(?(?:anonymous|unspecified|unknown|none|title|document\d*|author|user|admin)\)?"
    r"|microsoft word\b.*|.*\.(?:docx?|pdf|indd|pptx?|html?|md|txt))\s*$",
    re.I,
)


def find_title(pieces: tuple[Piece, ...]) -> str:
    """Return the headings that a document begins with as its title, or a short first line, or ""."""
    lines: list[str] = []
    for piece in pieces[:3]:
        if piece.kind != "heading" or is_date_line(piece.text) or (lines and re.match(r"\d", piece.text)):
            break
        lines.append(piece.text)
    if lines:
        return " ".join(lines)
    first = pieces[0] if pieces else Piece("paragraph")
    usable = first.kind == "paragraph" and not first.marker and len(first.text) <= LONGEST
    return first.text if usable and not has_ended(first.text) else ""


def drop_title(pieces: tuple[Piece, ...], title: str) -> tuple[Piece, ...]:
    """Leave out headings that only repeat the title, whole, or in parts where the document begins.

    The levels of the headings left are counted from 1.
    """
    whole = _plain(title)
    kept: list[Piece] = []
    for piece in pieces:
        text = _plain(piece.text)
        is_part = not kept and len(text) > 3 and text in whole
        if piece.kind != "heading" or not (is_part or text == whole):
            kept.append(piece)
    kept = kept or list(pieces)
    top = min((piece.level for piece in kept if piece.kind == "heading"), default=1)
    return tuple(replace(p, level=p.level - top + 1) if p.kind == "heading" else p for p in kept)


def clean_metadata(text: object) -> str:
    """Return a metadata field as one line, or "" where a program filled it with nothing of use."""
    line = " ".join(str(text or "").split())
    return "" if USELESS.match(line) else line


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
