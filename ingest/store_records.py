"""What an index holds besides the records of the ingest: reports in brief, series, and what a run did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ingest.records import Figure, FigureKind, Finding, Passage, Problem, Report, TextKind


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of a report is in the index."""

    passages: int = 0
    tables: int = 0
    cells: int = 0
    prose_figures: int = 0


@dataclass(frozen=True, slots=True)
class ReportInfo:
    """A report in brief; ``file`` is relative to the folder of reports."""

    id: str
    title: str
    publisher: str
    published: str
    address: str
    text: TextKind
    pages: int
    counts: Counts
    file: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one table, or of one report's prose, that differ only by area and period.

    ``table`` is the table's label, or "" for prose and for a table without label.
    """

    id: str
    report: str
    table: str
    measure: str
    breakdown: tuple[str, ...]
    unit: str
    kind: FigureKind
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when figures are looked for: areas ("" is none stated), and spans of days in ISO form, dearest first."""

    areas: tuple[str, ...]
    spans: tuple[tuple[str, str], ...] = (("", "9999"),)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the subject index with its terms, and the passage (its id) or measure (its key) that answers it."""

    question: str
    kind: Literal["passage", "measure"]
    about: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A report file.

    Attributes:
        name: its path within the folder of reports.
        report: the id that its stem gives.
        described_by: for an original, the name of the restated file whose place it takes.
    """

    name: str
    report: str
    sha256: str
    size: int
    mtime_ns: int
    described_by: str = ""
    description_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of the ingest did. ``unreadable`` are files that are not in the index, with the reason."""

    version: str
    reports: tuple[ReportInfo, ...]
    unreadable: tuple[Problem, ...] = ()
    findings: int = 0
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """All that is written into one version of the index; vectors stand in the order of the passages."""

    readings: Sequence[tuple[Source, Report]]
    passages: Sequence[Passage]
    figures: Sequence[Figure]
    findings: Sequence[Finding] = ()
    areas: Sequence[str] = ()
    vectors: Mapping[str, bytes] = field(default_factory=dict)
    asked: Sequence[Asked] = ()
