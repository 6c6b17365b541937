"""Headings of a PDF, told by size, weight and capitals, and their levels by how often each style recurs."""

from collections import Counter

from ingest.readers.captions import parse_label
from ingest.readers.markers import is_number, split_marker
from ingest.readers.pdf_lines import TextLine
from ingest.readers.pdf_paragraphs import Measure
from ingest.readers.publication_date import is_date_line

LARGER = 1.15
BOLD_LARGER = 1.02
MOST_LINES = 4
LONGEST = 200
CENTRED = 20.0
RECURRING = 3

Style = tuple[float, bool]


def find_style(group: list[TextLine], text: str, measure: Measure) -> Style | None:
    """Return the style (size, bold) of a heading, or None for a paragraph.

    A heading is set larger than the text, or bold, or in capitals, and does not end as a sentence does.
    """
    if len(group) > MOST_LINES or len(text) > LONGEST or text.endswith((".", ",", ";", ":")):
        return None
    marker = split_marker(text)[0]
    if parse_label(text) or is_date_line(text) or (marker and not is_number(marker)):
        return None
    size, is_bold = group[0].size, all(line.is_bold for line in group)
    if size >= (BOLD_LARGER if is_bold else LARGER) * measure.body:
        return size, is_bold
    at_left = group[0].x0 - measure.left < CENTRED
    if size >= 0.9 * measure.body and (text.isupper() or (is_bold and at_left)):
        return size, is_bold
    return None


def rank_styles(styles: list[Style]) -> dict[Style, int]:
    """Return the level of each heading style: the largest that recurs is 1, and so is any larger one."""
    counts = Counter(styles)
    recurring = sorted((style for style, count in counts.items() if count >= RECURRING), reverse=True)
    ranked = recurring or sorted(counts, reverse=True)
    return {style: _rank(style, ranked) for style in counts}


def _rank(style: Style, ranked: list[Style]) -> int:
    if style in ranked:
        return ranked.index(style) + 1
    return 1 + sum(other > style for other in ranked)
