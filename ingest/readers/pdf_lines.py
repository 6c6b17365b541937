"""One PDF page to lines with place and type, and ruled tables; note marks and chart lettering left out."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ingest.readers.pdf_charts import Box, find_charts, is_inside
from ingest.readers.pdf_marks import find_note_marks
from ingest.readers.pdf_tables import RuledTable, find_ruled_tables

ROW_TOLERANCE = 3
BLANK_WIDTH = 0.15
BOLD = re.compile(r"bold|black|heavy|demi", re.I)

Char = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text; lengths in points, from the page's upper left corner.

    ``text_x0`` is where its second word begins: the text after a list marker. ``starts_note`` is true where a
    raised number stands before it, as before a footnote at the page's foot.
    """

    text: str
    page: int
    x0: float
    x1: float
    text_x0: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    starts_note: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed on one page."""

    number: int
    height: float
    lines: tuple[TextLine, ...]
    tables: tuple[RuledTable, ...]


def read_page(page: Any, number: int) -> Page:
    """Read a pdfplumber page."""
    marks = find_note_marks(page.chars)
    dropped = {id(mark) for mark in marks}
    plain = page.filter(lambda item: id(item) not in dropped and item.get("upright", True))
    tables = find_ruled_tables(plain, number)
    boxes = [table.box for table in tables if not table.is_empty]
    boxes += find_charts(page, boxes)
    prose = plain.filter(lambda item: item["object_type"] != "char" or not _is_in_any(item, boxes))
    found = prose.extract_text_lines(x_tolerance_ratio=BLANK_WIDTH, y_tolerance=ROW_TOLERANCE)
    lines = tuple(_to_line(line, number, marks) for line in found if line["text"].strip())
    return Page(number, float(page.height), lines, tables)


def _is_in_any(char: Char, boxes: list[Box]) -> bool:
    return any(is_inside(char, box) for box in boxes)


def _to_line(line: dict[str, Any], page: int, marks: list[Char]) -> TextLine:
    chars = [char for char in line["chars"] if not char["text"].isspace()]
    sizes = Counter(round(char["size"], 1) for char in chars)
    bold = sum(bool(BOLD.search(char["fontname"])) for char in chars)
    first_word = len(line["text"].split()[0])
    return TextLine(
        text=" ".join(line["text"].split()),
        page=page,
        x0=line["x0"],
        x1=line["x1"],
        text_x0=chars[min(first_word, len(chars) - 1)]["x0"],
        top=line["top"],
        bottom=line["bottom"],
        size=sizes.most_common(1)[0][0],
        is_bold=bold > 0.8 * len(chars),
        starts_note=any(_stands_before(mark, line) for mark in marks),
    )


def _stands_before(mark: Char, line: dict[str, Any]) -> bool:
    level = mark["top"] < line["bottom"] and mark["bottom"] > line["top"]
    return bool(level and -1 <= line["x0"] - mark["x1"] < 2 * mark["size"])
