"""What Word prints before a list item, which stands in no run: counted from the document's numbering."""

from collections import defaultdict
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class ListCounter:
    """Counts list items as Word does: per list and level, deeper levels start again."""

    def __init__(self, document: Document) -> None:
        """Read the number formats of a document's lists."""
        self._formats = _read_formats(document)
        self._counts: dict[tuple[int, int], int] = defaultdict(int)

    def next_marker(self, paragraph: Paragraph) -> str:
        """Return the marker of a list item ("-", "1.", "(a)"), or "" for a paragraph that is none."""
        properties = _find_numbering(paragraph)
        if properties is None:
            return "-" if _is_list_style(paragraph) else ""
        number, level = properties
        kind, pattern = self._formats.get((number, level), ("bullet", ""))
        if kind in ("bullet", "none", ""):
            return "-"
        for deeper in [key for key in self._counts if key[0] == number and key[1] > level]:
            self._counts[deeper] = 0
        self._counts[number, level] += 1
        return _print_number(self._counts[number, level], kind, pattern)


def _is_list_style(paragraph: Paragraph) -> bool:
    return bool(paragraph.style and (paragraph.style.name or "").startswith("List Bullet"))


def _find_numbering(paragraph: Paragraph) -> tuple[int, int] | None:
    """Return the list's number and level from the paragraph or from its style."""
    elements: list[Any] = [paragraph._p.pPr]
    style: Any = paragraph.style
    while style is not None:
        elements.append(style.element.pPr)
        style = style.base_style
    for element in elements:
        found = element.numPr if element is not None else None
        if found is not None and found.numId is not None:
            return (found.numId.val, found.ilvl.val if found.ilvl is not None else 0) if found.numId.val else None
    return None


def _read_formats(document: Document) -> dict[tuple[int, int], tuple[str, str]]:
    """Return (number format, pattern) by list number and level."""
    part: Any = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
    if part is None:
        return {}
    root = part.element
    abstract = {item.get(qn("w:abstractNumId")): item for item in root.findall(qn("w:abstractNum"))}
    formats = {}
    for item in root.findall(qn("w:num")):
        source = abstract.get(item.find(qn("w:abstractNumId")).get(qn("w:val")))
        for level in source.findall(qn("w:lvl")) if source is not None else ():
            place = (int(item.get(qn("w:numId"))), int(level.get(qn("w:ilvl"))))
            formats[place] = (_value(level, "w:numFmt"), _value(level, "w:lvlText"))
    return formats


def _value(level: Any, name: str) -> str:
    found = level.find(qn(name))
    return found.get(qn("w:val"), "") if found is not None else ""


def _print_number(count: int, kind: str, pattern: str) -> str:
    printed = str(count)
    if kind == "lowerLetter" and count <= 26:
        printed = chr(96 + count)
    elif kind == "lowerRoman":
        printed = _to_roman(count)
    before, after = ("(", ")") if pattern.startswith("(") else ("", ")" if pattern.endswith(")") else ".")
    return f"{before}{printed}{after}"


def _to_roman(count: int) -> str:
    printed = ""
    for value, letters in ROMAN:
        while count >= value:
            printed, count = printed + letters, count - value
    return printed
