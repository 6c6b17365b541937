"""What passes between the steps from a question to an Answer: plain frozen records."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from ingest.records import Figure, Finding, Locator
from rag.model.records import ModelUse

Status = Literal["answered", "not_found", "clarify"]
VerdictName = Literal["supported", "contradicted", "conflicting", "not_found"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where something stands, as the reader sees it.

    ``number`` counts from 1 in an answer; ``place`` is the locator in words ("Table 12, row Coventry, column 2024");
    ``quote`` the words of the report; ``passage`` the id of the cited passage, where it is one.
    """

    number: int
    report: str
    title: str
    locator: Locator
    place: str
    quote: str
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure was worked out from others: the operation, the working in words, and the result."""

    operation: str
    working: str
    result: Decimal | None
    unit: str
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a question.

    Attributes:
        question: as asked.
        status: answered, not_found or clarify.
        headline: the direct answer in one or two plain sentences.
        detail: further sentences, in order.
        figures: the figures that the answer rests on, the first one the headline's.
        derivation: the working, where a figure was worked out.
        citations: numbered from 1, in the order of use.
        caveats: what a reader must know to use the answer (where the reports disagree, what a rate counts).
        reading: how the question was understood.
        suggestions: next questions that are known to be answerable.
        other_readings: questions that this one may have meant as well, known to be answerable.
        findings: findings of the audit that touch the figures shown.
        timings: milliseconds of each step, and "total_ms".
        model: the language model's part in it; None where none is configured.
    """

    question: str
    status: Status
    headline: str
    detail: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    derivation: Derivation | None = None
    citations: tuple[Citation, ...] = ()
    caveats: tuple[str, ...] = ()
    reading: str = ""
    suggestions: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)
    model: ModelUse | None = None
    other_readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of checking one claim: verdict, one plain sentence why, and where it stands."""

    claim: str
    verdict: VerdictName
    headline: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    derivation: Derivation | None = None
    reading: str = ""
    timings: dict[str, float] = field(default_factory=dict)
