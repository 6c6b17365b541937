"""Reads a Markdown report: front matter, headings, lists and pipe tables."""

from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
from markdown_it import MarkdownIt
from yaml import YAMLError

from ingest.errors import UnreadableReport
from ingest.readers.decoding import decode_file
from ingest.readers.markdown_blocks import tokens_to_pieces
from ingest.readers.pieces import Draft
from ingest.records import TextKind

TEXT_KINDS: tuple[TextKind, ...] = ("restated", "verbatim")


def read_markdown(path: Path) -> Draft:
    """Read a .md file.

    Raises:
        UnreadableReport: front matter that is no YAML, is not closed, or names another report.
    """
    fields, body = _split_front_matter(path)
    pieces, problems = tokens_to_pieces(MarkdownIt("commonmark").enable("table").parse(body), body.split("\n"))
    return Draft(
        pieces=pieces,
        title=_to_line(fields.get("title")),
        publisher=_to_line(fields.get("publisher")),
        published=_to_line(fields.get("published")),
        address=_to_line(fields.get("address")),
        text=_find_text_kind(path, fields),
        problems=problems,
    )


def _split_front_matter(path: Path) -> tuple[dict[str, Any], str]:
    text = decode_file(path)
    try:
        fields, body = frontmatter.parse(text)
    except (YAMLError, ValueError, TypeError) as error:
        reason = " ".join(str(error).split())[:120]
        raise UnreadableReport(f"{path.name!r} has broken front matter ({reason}): correct its YAML") from error
    if text.startswith("---") and not fields:
        raise UnreadableReport(f"{path.name!r} has broken front matter: close it with a line '---'")
    named = _to_line(fields.get("id"))
    if named and named != path.stem:
        raise UnreadableReport(f"{path.name!r} has the id {named!r} in its front matter: use the file's name as id")
    return fields, body


def _find_text_kind(path: Path, fields: dict[str, Any]) -> TextKind:
    named = _to_line(fields.get("text")) or "verbatim"
    for kind in TEXT_KINDS:
        if kind == named:
            return kind
    raise UnreadableReport(f"{path.name!r} says 'text: {named}' in its front matter: use restated or verbatim")


def _to_line(field: Any) -> str:
    if isinstance(field, date):
        return field.isoformat()[:10]
    return "" if field is None else " ".join(str(field).split())
