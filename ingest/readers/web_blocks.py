"""An article's elements to pieces: headings, paragraphs, list items and tables, in order."""

import re
from collections.abc import Iterator

from bs4 import NavigableString, Tag

from ingest.readers.markers import split_marker
from ingest.readers.pieces import Piece
from ingest.readers.web_tables import read_grid

HEADING = re.compile(r"^h([1-6])$")
BLOCKS = re.compile(r"^(?:p|div|section|article|main|header|ul|ol|li|dl|dt|dd|table|blockquote|pre|figure|h[1-6])$")
MARK = re.compile(r"^[\[(]?[\d*†‡§,\s]+[\])]?$")
TEASER = re.compile(
    r"^(?:advertisement|watch more of our videos|skip to |read more:|sign up (?:to|for) |share (?:this|on) )",
    re.I,
)


def article_to_pieces(article: Tag) -> tuple[Piece, ...]:
    """Return the pieces of an article; raised note marks are left out."""
    for raised in article.find_all("sup"):
        if isinstance(raised, Tag) and MARK.match(raised.get_text()):
            raised.decompose()
    return tuple(p for p in _walk(article, "") if p.kind == "table" or not TEASER.match(p.text))


def _walk(element: Tag, marker: str) -> Iterator[Piece]:
    """Yield the pieces within an element; text beside block elements is a paragraph of its own."""
    words: list[str] = []
    for child in element.children:
        if isinstance(child, Tag) and (BLOCKS.match(child.name) or child.find(BLOCKS)):
            yield from _to_prose(words, marker)
            marker, words = ("" if _plain(words) else marker), []
            yield from _to_pieces(child, marker)
        elif isinstance(child, Tag):
            words.append(" " if child.name == "br" else child.get_text())
        elif isinstance(child, NavigableString):
            words.append(str(child))
    yield from _to_prose(words, marker)


def _to_pieces(element: Tag, marker: str) -> Iterator[Piece]:
    heading = HEADING.match(element.name)
    if heading:
        yield Piece("heading", _plain([element.get_text(" ")]), int(heading.group(1)))
    elif element.name == "table":
        yield read_grid(element)
    elif element.name in ("ul", "ol"):
        yield from _walk_list(element)
    else:
        yield from _walk(element, marker)


def _walk_list(element: Tag) -> Iterator[Piece]:
    number = int(str(element.get("start") or "1")) if str(element.get("start") or "1").isdigit() else 1
    for item in element.find_all("li", recursive=False):
        if not isinstance(item, Tag):
            continue
        yield from _walk(item, f"{number}." if element.name == "ol" else "-")
        number += 1


def _to_prose(words: list[str], marker: str) -> Iterator[Piece]:
    text = _plain(words)
    if not text:
        return
    own, rest = split_marker(text)
    if own and marker in ("", "-"):
        marker, text = own, rest
    yield Piece("paragraph", text, marker=marker)


def _plain(words: list[str]) -> str:
    return " ".join("".join(words).replace("\u00ad", "").split())
