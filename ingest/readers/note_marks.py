"""Takes footnote marks out of text that does not show their size: "2014.28 The" is "2014. The", note 28."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(r"(\S*[^\s\d.,][.!?,;:”’\"')\]]+|\S*\d[.!?”\")\]]+)(\d{1,2})\*?(?=\s|$)")
YEAR = re.compile(r"(?<![\d£$€,.])(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?$")
ABBREVIATION = re.compile(r"(?:^|[(“‘\"'])(?:pp?|paras?|nos?|ss?|figs?|arts?|ch|vols?|v|eq|ref|[A-Z])\.$", re.I)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that may be a footnote mark: ``sure`` by its form, else only by its place in the sequence."""

    line: int
    start: int
    end: int
    number: int
    decimal: bool
    sure: bool


def strip_note_marks(lines: list[str]) -> list[str]:
    """Return the lines of a document without its footnote marks.

    A mark follows the end of a sentence or a closing quote without a blank. After a bare number ("under 16.39
    Today") it looks like a decimal: it is a mark only where the document has the marks before and after it.
    """
    found = [mark for index, line in enumerate(lines) for mark in _find_marks(index, line)]
    sure = {mark.number for mark in found if mark.sure}
    kept: list[Mark] = []
    for mark in found:
        if mark.sure or _fits_sequence(mark, sure, {other.number for other in kept}):
            kept.append(mark)
    stripped = list(lines)
    for mark in reversed(kept):
        stripped[mark.line] = stripped[mark.line][: mark.start] + stripped[mark.line][mark.end :]
    return stripped


def _find_marks(index: int, line: str) -> Iterator[Mark]:
    for match in TOKEN.finditer(line):
        head, number = match.group(1), int(match.group(2))
        if number == 0 or match.group(2).startswith("0") or "://" in head or head.startswith("www."):
            continue
        core = head.rstrip(".!?,;:”’\"')]")
        tail = head[len(core) :]
        ended = bool(re.search(r"[.!?”\"]", tail)) and not ABBREVIATION.search(head)
        bare = core[-1:].isdigit() and tail == "." and not YEAR.search(core)
        followed = bool(re.match(r"\s*$|\s+[A-Z“‘\"'(]", line[match.end() :]))
        sure = ended and bool(core) and not bare
        if sure or followed or not bare:
            yield Mark(index, match.start(2), match.end(), number, bare, sure)


def _fits_sequence(mark: Mark, sure: set[int], before: set[int]) -> bool:
    if mark.number in sure | before or mark.number - 1 not in before:
        return False
    return mark.number + 1 in sure or not mark.decimal
