"""Lines of a plain text: blocks with tabs as table cells, all others as lines with the gap before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.readers.markers import split_marker

Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose, and how many blank lines stand before it."""

    text: str
    gap: int


def split_lines(lines: list[str]) -> Iterator[Line | Cells]:
    """Yield the lines of prose and the tables of a text in order."""
    gap = index = 0
    while index < len(lines):
        end = _find_table_end(lines, index)
        if end > index + 1:
            yield _cut_cells(lines[index:end])
            gap, index = 1, end
            continue
        text = " ".join(lines[index].split())
        if text:
            yield Line(text, gap)
        gap = 0 if text else gap + 1
        index += 1


def _find_table_end(lines: list[str], start: int) -> int:
    """Return where the run of lines with tabs from here ends; a short line within it is a wrapped label."""
    end = start
    while end < len(lines) and (_has_cells(lines[end]) or _is_within(lines, start, end)):
        end += 1
    return end


def _has_cells(line: str) -> bool:
    return "\t" in line.rstrip(" ") and bool(line.strip()) and not _is_tabbed_item(line)


def _is_within(lines: list[str], start: int, index: int) -> bool:
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return index > start and bool(lines[index].strip()) and len(lines[index]) < 40 and _has_cells(following)


def _is_tabbed_item(line: str) -> bool:
    """Whether the only tab stands after a list marker or is an indent."""
    words = line.strip()
    if "\t" not in words:
        return line.startswith("\t")
    return words.count("\t") == 1 and bool(split_marker(words)[0])


def _cut_cells(lines: list[str]) -> Cells:
    """Cut lines at tabs; lines that hold one cell only are filled up to the width of the first."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
    width = len(rows[0])
    rows = [row[:width] if not any(row[width:]) else row for row in rows]
    return tuple(tuple(row + [""] * (width - len(row)) if not any(row[1:]) else row) for row in rows)
