"""What passes between the steps of an evaluation: records of the sets, checked as they are read.

The formats of questions and claims are contracts; ``persona``, ``evidence`` and ``formula`` are this
project's own additions: who asks, the published words that hold the answer, and how a calculated answer was
worked out.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal[
    "figure",
    "calculation",
    "comparison",
    "ranking",
    "list",
    "passage",
    "definition",
    "yes_no",
    "discrepancy",
    "unanswerable",
]
Status = Literal["answered", "not_found", "clarify"]
VerdictName = Literal["supported", "contradicted", "conflicting", "not_found"]

VERDICTS: tuple[VerdictName, ...] = ("supported", "contradicted", "conflicting", "not_found")

Result = dict[str, Any]
"""One line of a results file: the answer or verdict as plain JSON, with the ``id`` of its record."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class Evidence(_Record):
    """Words of a report that hold the answer."""

    report: str
    text: str


class QuestionExpectation(_Record):
    """What a right answer has: see ``questions-format.md``."""

    status: Status
    status_also: tuple[Status, ...] = ()
    contains: tuple[tuple[str, ...], ...] = ()
    excludes: tuple[str, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()
    locators: tuple[str, ...] = ()

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Every status that is accepted, the expected one first."""
        return (self.status, *self.status_also)


class ClaimExpectation(_Record):
    """What a right verdict is: see ``questions-format.md``."""

    verdict: VerdictName
    verdict_also: tuple[VerdictName, ...] = ()
    value: tuple[str, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()

    @property
    def verdicts(self) -> tuple[VerdictName, ...]:
        """Every verdict that is accepted, the expected one first."""
        return (self.verdict, *self.verdict_also)


class Question(_Record):
    """A question with what is expected of its answer."""

    id: str = Field(min_length=1)
    kind: Kind
    question: str = Field(min_length=1)
    expect: QuestionExpectation
    history: tuple[str, ...] = ()
    persona: str = ""
    evidence: tuple[Evidence, ...] = ()
    formula: str = ""
    note: str = ""


class Claim(_Record):
    """A claim with the verdict that is expected."""

    id: str = Field(min_length=1)
    claim: str = Field(min_length=1)
    expect: ClaimExpectation
    persona: str = ""
    evidence: tuple[Evidence, ...] = ()
    formula: str = ""
    note: str = ""


Item = Question | Claim
