"""Lines of a plain text to headings and paragraphs, by the document's own habits."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.captions import parse_label
from ingest.readers.markers import is_number, split_marker
from ingest.readers.pieces import Piece
from ingest.readers.sentences import goes_on, has_ended, join_text
from ingest.readers.text_habits import Habits, find_heading_level
from ingest.readers.text_lines import Line

SHORT_LAST_LINE = 0.6
SHORT_LEAD_IN = 0.9


def lines_to_pieces(lines: Sequence[Line], habits: Habits) -> list[Piece]:
    """Group lines into headings and paragraphs; a paragraph ends where the next line cannot go on with it."""
    pieces: list[Piece] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        level = find_heading_level(line, before, after, habits)
        if level and not _is_open(before, line, pieces, habits):
            pieces.append(Piece("heading", line.text, level))
        elif before is None or _starts_new(line, before, pieces[-1], habits):
            marker, text = split_marker(line.text)
            pieces.append(Piece("paragraph", text, marker=marker))
        else:
            pieces[-1] = replace(pieces[-1], text=join_text(pieces[-1].text, line.text, habits.words))
    return pieces


def _is_open(before: Line | None, line: Line, pieces: list[Piece], habits: Habits) -> bool:
    """Whether the line before is an unfinished sentence that a wrapped line may go on with."""
    if before is None or pieces[-1].kind == "heading" or line.gap > habits.inner_gap:
        return False
    return habits.is_wrapped and not has_ended(before.text)


def _starts_new(line: Line, before: Line, current: Piece, habits: Habits) -> bool:
    if current.kind == "heading" or parse_label(line.text) and has_ended(before.text):
        return True
    marker = split_marker(line.text)[0]
    if marker:
        return _starts_item(marker, line, before, current, habits)
    if goes_on(before.text, line.text):
        return False
    if not habits.is_wrapped or line.gap > habits.inner_gap or parse_label(current.text):
        return True
    last = SHORT_LEAD_IN if before.text.endswith(":") else SHORT_LAST_LINE
    return has_ended(before.text) and len(before.text) < last * habits.full_width


def _starts_item(marker: str, line: Line, before: Line, current: Piece, habits: Habits) -> bool:
    """Whether a marker at the start of a line begins an item, rather than standing in a wrapped sentence."""
    if has_ended(before.text) or line.gap > habits.inner_gap or not habits.is_wrapped:
        return True
    if is_number(marker) and is_number(current.marker):
        return int(marker[:-1]) == int(current.marker[:-1]) + 1
    return marker == current.marker or not line.text.startswith(("-", "–", "—", "(", marker))
