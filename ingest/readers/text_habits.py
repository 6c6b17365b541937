"""How a plain text is laid out, found from the text: wrapped lines, blank lines in paragraphs, headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.captions import parse_label
from ingest.readers.markers import is_number, split_marker
from ingest.readers.publication_date import is_date_line
from ingest.readers.sentences import Vocabulary, collect_vocabulary, goes_on, has_ended
from ingest.readers.text_lines import Line

WRAPPED_WIDTH = 130
LONGEST_HEADING = 75
SURE_LINE = 40
LEAST_CAPITAL_HEADINGS = 3
LEAST_INNER_SHARE = 0.25
NUMBERED_HEADING = re.compile(r"^\d{1,2}((?:\.\d{1,2})*)\.?\s+[A-Z]\D*$")


@dataclass(frozen=True, slots=True)
class Habits:
    """``inner_gap`` is how many blank lines may stand in a paragraph, ``full_width`` a full line's length."""

    is_wrapped: bool
    inner_gap: int
    full_width: int
    has_capital_headings: bool
    has_numbered_headings: bool
    words: Vocabulary


def find_habits(lines: Sequence[Line]) -> Habits:
    """Find a text's habits from its lines of prose."""
    lengths = sorted(len(line.text) for line in lines) or [0]
    full_width = lengths[int(0.95 * (len(lengths) - 1))]
    pairs = list(zip(lines, lines[1:], strict=False))
    inner = [b.gap for a, b in pairs if len(a.text) >= SURE_LINE and goes_on(a.text, b.text)]
    capitals = [line for line in lines if _is_capital_line(line.text)]
    return Habits(
        is_wrapped=full_width <= WRAPPED_WIDTH and bool(inner),
        inner_gap=int(bool(inner) and inner.count(1) >= LEAST_INNER_SHARE * len(inner)),
        full_width=full_width,
        has_capital_headings=len(capitals) >= LEAST_CAPITAL_HEADINGS,
        has_numbered_headings=any(NUMBERED_HEADING.match(line.text) for line in lines),
        words=collect_vocabulary(line.text for line in lines),
    )


def find_heading_level(line: Line, before: Line | None, after: Line | None, habits: Habits) -> int:
    """Return the level of a heading, 0 for a line of prose.

    A heading is short, has no end mark, and no sentence runs through it. Where the text sets headings in
    capitals, only those count; in wrapped text any other heading stands apart from the lines around it.
    """
    text = line.text
    if not _is_heading_form(text) or (before and goes_on(before.text, text)) or (after and goes_on(text, after.text)):
        return 0
    if is_number(split_marker(text)[0]) and not _is_alone(line, before, after):
        return 0
    if habits.has_capital_headings:
        return int(_is_capital_line(text))
    if habits.is_wrapped and not _stands_apart(line, before, after, habits.inner_gap):
        return 0
    numbered = NUMBERED_HEADING.match(text)
    if numbered:
        return 1 + numbered.group(1).count(".")
    return 2 if habits.has_numbered_headings else 1


def _is_heading_form(text: str) -> bool:
    if len(text) > LONGEST_HEADING or has_ended(text) or text.endswith((",", "-")):
        return False
    if parse_label(text) or is_date_line(text):
        return False
    return text[0].isupper() and not split_marker(text)[0] or bool(NUMBERED_HEADING.match(text))


def _is_capital_line(text: str) -> bool:
    return _is_heading_form(text) and text.isupper() and len(text) > 3


def _is_alone(line: Line, before: Line | None, after: Line | None) -> bool:
    """Whether a line with a number stands between blank lines and is not one of a list."""
    neighbours = [other.text for other in (before, after) if other]
    apart = _stands_apart(line, before, after, 0)
    return apart and not any(is_number(split_marker(text)[0]) for text in neighbours)


def _stands_apart(line: Line, before: Line | None, after: Line | None, inner_gap: int) -> bool:
    return (before is None or line.gap > inner_gap) and (after is None or after.gap > inner_gap)
