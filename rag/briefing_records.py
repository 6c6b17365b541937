"""What checking a briefing gives: plain frozen records."""

from dataclasses import dataclass

from ingest.records import Report, Table
from rag.records import Verdict, VerdictName


@dataclass(frozen=True, slots=True)
class BriefingText:
    """A briefing as read: its paragraphs, headings included, and its tables.

    A table comes with the number of paragraphs before it. ``report`` is the same as the readers of reports give it.
    """

    paragraphs: tuple[str, ...]
    tables: tuple[tuple[int, Table], ...]
    report: Report


@dataclass(frozen=True, slots=True)
class BriefingFigure:
    """One figure of a sentence or cell with its verdict; ``start`` and ``end`` are its bounds in the sentence or cell."""

    printed: str
    start: int
    end: int
    verdict: VerdictName
    reason: str


@dataclass(frozen=True, slots=True)
class BriefingSentence:
    """A sentence that states a figure.

    ``number`` counts the checked sentences from 1; ``paragraph`` is the place in the briefing's paragraphs, ``start`` and
    ``end`` the bounds in that paragraph.
    """

    number: int
    paragraph: int
    start: int
    end: int
    text: str
    verdict: Verdict
    figures: tuple[BriefingFigure, ...]


@dataclass(frozen=True, slots=True)
class BriefingCell:
    """A cell that holds a figure: ``row`` and ``column`` from 0, below the header; ``verdict.claim`` is how it was read."""

    row: int
    column: int
    figure: BriefingFigure
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class BriefingTable:
    """A table of the briefing, with the number of paragraphs before it and its cells that were checked."""

    paragraphs_before: int
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[BriefingCell, ...]


@dataclass(frozen=True, slots=True)
class BriefingResult:
    """A briefing with its paragraphs as read, the sentences and tables checked, and how many figures have which verdict.

    ``left_out`` is how many cells were not checked, where a briefing has more than there is time for.
    """

    name: str
    paragraphs: tuple[str, ...]
    sentences: tuple[BriefingSentence, ...]
    counts: dict[VerdictName, int]
    tables: tuple[BriefingTable, ...] = ()
    left_out: int = 0
