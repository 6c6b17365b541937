"""What passes between the steps from a claim to a Verdict: plain frozen records."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ingest.numerals import Number
from ingest.records import Figure, Passage
from rag.query import Query
from rag.records import Derivation, VerdictName

Hedge = Literal["", "about", "nearly", "just over", "over", "at least", "under", "at most", "as many as"]
Role = Literal["", "from", "to", "more", "fewer", "times", "scope"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that a claim states.

    ``figure`` is the number read as the numbers in the reports' sentences are: with unit, kind, measure, area and
    period; a share in words as per cent. ``hedge`` is how exactly the claim means it; ``role`` what the number does in
    it: one end of a change, an excess over another number, a multiple, or only the scope ("the seven areas").
    """

    number: Number
    figure: Figure
    hedge: Hedge
    role: Role = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as read: its plain words, what it speaks of as a whole, the numbers that it states, and its words as ``said``."""

    text: str
    query: Query
    stated: tuple[Stated, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that the reports give: a number, how it is told, the figures that it rests on, and its working.

    ``exactness`` is "" for an exact number, else how the report hedges it ("over", "about", "under"); ``high`` the upper end of a range.
    """

    number: Decimal
    words: str
    figures: tuple[Figure, ...]
    working: str = ""
    exactness: str = ""
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one statement of a claim: one number, or a rank, a direction, a comparison.

    ``reason`` is one plain sentence. ``number`` is the number judged, None where the statement has none.
    ``sureness`` tells how well what was looked up fits what the claim speaks of (1 is certain).
    """

    verdict: VerdictName
    reason: str
    number: Number | None = None
    figures: tuple[Figure, ...] = ()
    passages: tuple[tuple[Passage, str], ...] = ()
    derivation: Derivation | None = None
    sureness: float = 1.0
