"""Lines of a PDF to paragraphs, by gaps, indents, type and list markers; also over page ends."""

from dataclasses import dataclass

from ingest.readers.captions import parse_label
from ingest.readers.markers import is_number, split_marker
from ingest.readers.pdf_lines import TextLine
from ingest.readers.pdf_type import SAME_SIZE
from ingest.readers.sentences import goes_on, has_ended

WIDER_GAP = 1.2
TIGHTEST_LEADING = 1.25
INDENT = 5.0
FULL_LINE = 0.85
LONG_BOLD_LINE = 0.6

Group = list[TextLine]


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines are measured against, in points: body size, the page's leading, left and right edge."""

    body: float
    leading: float
    left: float
    right: float


def continues(group: Group, line: TextLine, measure: Measure) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    last = group[-1]
    if abs(last.size - line.size) > SAME_SIZE or not _fits_weight(last, line, measure):
        return False
    if _begins_item(group, line) or (parse_label(line.text) and has_ended(last.text)):
        return False
    if parse_label(group[0].text) and last.x1 < FULL_LINE * measure.right and not goes_on(last.text, line.text):
        return False
    if last.page != line.page:
        return _continues_over_page(group, line, measure)
    if not 0 < line.top - last.top <= WIDER_GAP * max(measure.leading, TIGHTEST_LEADING * line.size):
        return False
    return _fits_indent(group, line)


def _fits_weight(last: TextLine, line: TextLine, measure: Measure) -> bool:
    """Whether bold and plain lines belong together: only where one sentence runs on into the other."""
    if last.is_bold == line.is_bold:
        return True
    if goes_on(last.text, line.text):
        return True
    is_long = last.x1 - last.x0 > LONG_BOLD_LINE * (measure.right - measure.left)
    return last.is_bold and is_long and not has_ended(last.text)


def _begins_item(group: Group, line: TextLine) -> bool:
    marker = split_marker(line.text)[0]
    if not marker:
        return False
    last, opening = group[-1], split_marker(group[0].text)[0]
    if has_ended(last.text) or line.x0 < last.x0 - INDENT or abs(line.x0 - group[0].x0) < 1 < len(opening):
        return True
    if is_number(marker):
        return is_number(opening) and int(marker[:-1]) == int(opening[:-1]) + 1
    return not line.text.startswith(("-", "–", "—", "(")) or opening == marker or line.x0 > last.x0 + INDENT


def _continues_over_page(group: Group, line: TextLine, measure: Measure) -> bool:
    last = group[-1]
    if abs(line.size - measure.body) > SAME_SIZE or line.page != last.page + 1:
        return False
    if not has_ended(last.text):
        return goes_on(last.text, line.text) or last.x1 > FULL_LINE * measure.right
    hang = _find_hang(group)
    return hang is not None and abs(line.x0 - hang) < INDENT < line.x0 - measure.left


def _fits_indent(group: Group, line: TextLine) -> bool:
    last = group[-1]
    hang = _find_hang(group)
    if hang is None:
        return line.x0 < last.x0 + INDENT or not has_ended(last.text)
    if line.x0 < group[0].x0 - INDENT / 2:
        return False
    return line.x0 > hang - INDENT or (len(group) == 1 and not has_ended(last.text))


def _find_hang(group: Group) -> float | None:
    """Return where the text of an item stands: its second line, or its text after the marker."""
    if not split_marker(group[0].text)[0]:
        return None
    return group[1].x0 if len(group) > 1 else group[0].text_x0
