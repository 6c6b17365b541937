"""What passes between the steps of the ingest: plain frozen records."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

TextKind = Literal["restated", "verbatim"]
FigureKind = Literal["level", "change_percent", "change_points", "change_count"]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a report something stands.

    ``page`` is the physical page, counted from 1; ``page_label`` the label printed on it. ``section`` is the
    path of headings. ``paragraph`` is the printed paragraph number ("45", "62(a)"), where the report has them.
    ``table`` is the table's label ("Table 12", "Figure 8"); ``row`` and ``column`` name a cell.
    """

    report: str
    page: int | None = None
    page_label: str | None = None
    section: tuple[str, ...] = ()
    paragraph: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the outermost section below the report's title."""

    text: str
    level: int
    locator: Locator


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a list item.

    ``marker`` is what a list item begins with ("-", "1.", "(a)"), else "". A printed paragraph number is not part
    of the text: it stands in ``locator.paragraph``.
    """

    text: str
    locator: Locator
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A printed table, whole: one header row of column names, and rows as wide as it, cells as printed.

    ``label`` is the number it is called by ("Table 12", "Figure 8") or "" where it has none; ``caption`` is the
    whole caption as printed, label included, or "".
    """

    label: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    locator: Locator


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a report that could not be read: where it is, and what is wrong with it."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """A published document as read from one file. Chart captions are ordinary paragraphs."""

    id: str
    title: str
    publisher: str
    published: str
    address: str
    text: TextKind
    blocks: tuple[Block, ...]
    pages: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a report that is indexed and cited: prose, one list item or sentence, a whole table or one of its rows.

    ``text`` is what the reader sees; ``indexed`` adds what finds it (title, section, caption, headers).
    """

    id: str
    kind: Literal["prose", "item", "table", "row", "sentence"]
    text: str
    indexed: str
    locator: Locator


@dataclass(frozen=True, slots=True)
class Figure:
    """One published number in its setting.

    Attributes:
        id: unique within the index.
        value: the number as Decimal, scale applied ("£1.4bn" is 1400000000); ``high`` is a range's upper end.
        printed: as printed, sign and unit sign included ("-14.3%", "£1.4bn", "one in five").
        unit: "%", "percentage points", "per 1,000", "per 100,000", "£", or the counted noun ("deaths"), or "".
        kind: a level, or a change between ``base_period`` and ``period``.
        measure: what is counted, in the report's words ("registered drug-related deaths").
        breakdown: which part of it ("Possession of Drugs"), outermost first.
        area: canonical name from areas.yaml, or as the report names it; "" where none is stated.
        period: canonical label ("2023/24", "2024", "Q1 2024/25", "2020/21 to 2022/23"); "" where none is stated.
        qualifier: "about", "over", "at least", "under", or "".
        terms: concept ids and word stems of measure and breakdown, the features that a lookup compares.
        sentence: the sentence it stands in; for a cell, the row as text.
    """

    id: str
    value: Decimal
    printed: str
    unit: str
    kind: FigureKind
    measure: str
    area: str
    period: str
    locator: Locator
    sentence: str
    high: Decimal | None = None
    base_period: str = ""
    breakdown: tuple[str, ...] = ()
    qualifier: str = ""
    terms: tuple[str, ...] = ()

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table (else in a sentence)."""
        return self.locator.column is not None


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of the audit: two places that disagree, or arithmetic that does not hold."""

    kind: str
    severity: Literal["high", "medium", "low"]
    report: str
    place_a: str
    value_a: str
    place_b: str
    value_b: str
    explanation: str
    figures: tuple[str, ...] = ()
