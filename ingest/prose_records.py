"""What passes between the steps that read figures in prose: a sentence, its place, what it leaves open."""

from dataclasses import dataclass

from ingest.numerals import Number
from ingest.periods import Period, PeriodMention
from ingest.records import FigureKind, Locator


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence and where it stands.

    Attributes:
        frames: source lines, captions and the sentences that introduce them in its section, nearest first.
        leads: whether it begins its paragraph.
        lead_in: the sentence that announces the list of which it is an item, or "".
        statement: the sentence with the one before it where it says nothing without that; "" where it is alone.
    """

    text: str
    locator: Locator
    frames: tuple[str, ...]
    published: str
    leads: bool = True
    lead_in: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """What the sentences before leave open.

    Attributes:
        pair: the earlier and later period that they named.
        dated: the sentences that speak of that time.
        rate: the base of their rates ("per 1,000").
        paragraph: the sentences of the same paragraph, nearest first.
    """

    section: tuple[str, ...] = ()
    area: str = ""
    pair: tuple[Period | None, Period | None] = (None, None)
    dated: tuple[str, ...] = ()
    rate: str = ""
    paragraph: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaMention:
    """A place named in a sentence; ``kind`` as in areas.yaml, ``aside`` where it is only compared with."""

    start: int
    end: int
    name: str
    kind: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as read: its numbers, places and periods, each with its bounds in ``text``."""

    text: str
    place: Place
    trail: Trail
    numbers: tuple[Number, ...]
    areas: tuple[AreaMention, ...]
    periods: tuple[PeriodMention, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """How a number is used: its kind, a change's sign (-1, 0, +1), its part in a pair ("from", "to", "")."""

    kind: FigureKind
    sign: int = 0
    role: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """The areas that a number speaks of: one name, or none and the several that it covers as ``among``."""

    area: str
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """The period of a level, or the two of a change."""

    period: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class What:
    """What is counted: words for display, the part of it, and the terms that a lookup compares."""

    measure: str
    breakdown: tuple[str, ...]
    terms: tuple[str, ...]
