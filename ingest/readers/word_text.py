"""The words and the heading level of one Word paragraph."""

import re

from docx.text.paragraph import Paragraph
from docx.text.run import Run

HEADING = re.compile(r"^heading (\d)$", re.I)
TITLES = ("Title", "Subtitle")
NOTE_MARK = re.compile(r"^[\s,]*[\d*†‡§]+(?:,\s*\d+)*\s*$")
RUNS = ".//w:r[not(ancestor::w:del) and not(ancestor::w:txbxContent)]"
OUTLINE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}outlineLvl"
VALUE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"


def read_words(paragraph: Paragraph) -> str:
    """Return a paragraph's text with single blanks: with links and tracked insertions, without note marks."""
    runs = [Run(run, paragraph) for run in paragraph._p.xpath(RUNS)]
    return " ".join("".join(run.text for run in runs if not _is_note_mark(run)).replace("\u00ad", "").split())


def read_heading_level(paragraph: Paragraph) -> int:
    """Return the heading level by style or outline level, 0 for other paragraphs."""
    style = paragraph.style
    while style is not None:
        if style.name in TITLES:
            return 1
        found = HEADING.match(style.name or "")
        if found:
            return int(found.group(1))
        style = style.base_style
    return _read_outline_level(paragraph)


def _read_outline_level(paragraph: Paragraph) -> int:
    properties = paragraph._p.pPr
    outline = properties.find(OUTLINE) if properties is not None else None
    level = int(outline.get(VALUE, "9")) if outline is not None else 9
    return level + 1 if level < 9 else 0


def _is_note_mark(run: Run) -> bool:
    return bool(run.font.superscript and NOTE_MARK.match(run.text))
