"""Lines of a plain text to headings and paragraphs, by the document's own habits of blank lines and capitals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.captions import parse_label
from ingest.readers.markers import is_number, split_marker
from ingest.readers.pieces import Piece
from ingest.readers.publication_date import is_date_line
from ingest.readers.sentences import Vocabulary, collect_vocabulary, goes_on, has_ended, join_text
from ingest.readers.text_lines import Line

WRAPPED_WIDTH = 130
LONGEST_HEADING = 75
LEAST_CAPITAL_HEADINGS = 3
NUMBERED_HEADING = re.compile(r"^\d{1,2}((?:\.\d{1,2})*)\.?\s+[A-Z]\D*$")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text is laid out: whether its lines are wrapped, the blank lines within a paragraph, its headings."""

    is_wrapped: bool
    inner_gap: int
    capital_headings: bool
    full_width: int
    words: Vocabulary
