"""What stands at the edges of a PDF's pages and is no part of its text: headers, footers, numbers, notes."""

import re
from collections import defaultdict
from dataclasses import replace

from ingest.readers.pdf_lines import Page, TextLine
from ingest.readers.pdf_type import find_body_size

MARGIN = 0.12
LEAST_SHARE = 0.3
PLACE_STEP = 6.0
PAGE_NUMBER = re.compile(r"^(?:page\s+)?[-–|\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–|\s]*(?:(?:of|/)\s*\d{1,4})?$", re.I)
NOTE = re.compile(r"^(?:\d{1,3}|[*†‡§])\s*\S")
NOTE_SIZE = 0.92

Key = tuple[str, int]


def drop_furniture(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Leave out running headers and footers, page numbers and footnotes."""
    running = _find_running(pages)
    body = find_body_size(line for page in pages for line in page.lines)
    return tuple(replace(page, lines=_keep(page, running, body)) for page in pages)


def _find_running(pages: tuple[Page, ...]) -> set[Key]:
    """Return the edge lines that recur at one height on a third of the pages or more, digits aside."""
    seen: dict[Key, set[int]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if _is_at_edge(line, page):
                seen[_key(line)].add(page.number)
    least = max(2, LEAST_SHARE * len(pages))
    return {key for key, numbers in seen.items() if len(numbers) >= least}


def _keep(page: Page, running: set[Key], body: float) -> tuple[TextLine, ...]:
    lines = [line for line in page.lines if not (_is_at_edge(line, page) and _recurs(line, running))]
    return tuple(lines[: _find_notes_start(lines, page, body)])


def _recurs(line: TextLine, running: set[Key]) -> bool:
    text, place = _key(line)
    return bool(PAGE_NUMBER.match(line.text)) or any((text, place + step) in running for step in (-1, 0, 1))


def _key(line: TextLine) -> Key:
    return re.sub(r"\d+", "#", line.text.lower()), round(line.top / PLACE_STEP)


def _is_at_edge(line: TextLine, page: Page) -> bool:
    return line.bottom < MARGIN * page.height or line.top > (1 - MARGIN) * page.height


def _find_notes_start(lines: list[TextLine], page: Page, body: float) -> int:
    """Return the index of the first footnote's line: small print to the page's end, led by a mark."""
    start = len(lines)
    while start and lines[start - 1].size <= NOTE_SIZE * body and lines[start - 1].top > page.height / 3:
        start -= 1
    for index in range(start, len(lines)):
        if lines[index].starts_note or NOTE.match(lines[index].text):
            return index
    return len(lines)
