"""What checking a briefing gives: plain frozen records."""

from dataclasses import dataclass

from rag.records import Verdict, VerdictName


@dataclass(frozen=True, slots=True)
class BriefingFigure:
    """One figure of a sentence with its verdict; ``start`` and ``end`` are its bounds in the sentence."""

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
class BriefingResult:
    """A briefing with its paragraphs as read, the sentences checked, and how many figures have which verdict.

    ``tables`` is how many tables the briefing has: they are shown by no sentence and are not checked.
    """

    name: str
    paragraphs: tuple[str, ...]
    sentences: tuple[BriefingSentence, ...]
    counts: dict[VerdictName, int]
    tables: int = 0
