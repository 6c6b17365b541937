"""Query: what was understood from a question."""

from dataclasses import dataclass, field

from ingest.numerals import Number
from ingest.periods import Period
from rag.draft import Draft


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood from a question and the turns before it.

    Attributes:
        question: as asked.
        said: as asked, with spelling mended and its sums put in plain wording, nothing set aside.
        text: as read (spelling mended, negated parts taken out).
        concepts: terms of the glossary that it names, general ones ("drugs", "people") left out.
        words: stems of the other words that carry meaning.
        areas: canonical names asked for; all local areas where ``every_area``.
        area_words: how the areas are called in the reading ("the Black Country").
        of_all: whether one area is seen as part of all ("Birmingham's share of the seven areas").
        left_out: areas that it sets apart from the areas asked for ("all but Birmingham").
        elsewhere: places named that lie outside the reports.
        periods: periods asked for, in the order named.
        settled: whether the periods are only those of the answer, the question naming none.
        relative: "latest", "earliest", "before", "after", "both" or "", where a period is told by relation.
        latest_n: how many of the latest periods are asked for.
        since: the first period of an open span ("since 2022").
        spots: places that the reports name, but give no figures for (wards, streets).
        operations: what to do with the figures, strongest first.
        wants: form of the figure: "rate", "percent", "points", "count", "money" or "".
        number_wanted: whether the question asks for a number.
        yes_no: whether it can be answered by yes or no.
        low: whether the low end of a ranking is asked for; ``top`` how many, ``nth`` which place.
        direction: "up", "down" or "" where the question presumes or asks one.
        changing: whether it speaks of change by a verb ("rose", "went up").
        report: id of a report that the question names, or "".
        reports: ids of all the reports that it names, where it names several.
        tables: labels of the tables that it names ("Table 13").
        inherited: names the parts taken over from earlier turns.
        unknown: the words among ``words`` that stand nowhere in the reports.
        common: those among ``words`` that are everyday English.
        numbers: numbers that it states.
        counted: stem of the noun after "how many".
        found: the one area that the answer to a ranking named, for a follow-up that speaks of it ("and how many there?").
        before: the question before, where this one names nothing that it is about ("is it ending now?").
        earlier: the query of the turn before, and ``told`` what looked-up figures answer to it, for a sum that points
            back to it ("what is that as a share?").
        nearby: the paragraphs that the answer before stands in, for a follow-up in words.
        paragraph: number of a paragraph that it names, or "".
        form: "definition", "list", "who", "why", "when", "where", "source" or "".
        subject: for a definition the words asked about.
        refusal: kind of request that no report answers ("advice", "opinion" ...), or "".
    """

    question: str
    text: str
    concepts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    area_words: str = ""
    every_area: bool = False
    of_all: bool = False
    left_out: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    spots: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    settled: bool = False
    relative: str = ""
    latest_n: int = 1
    since: Period | None = None
    operations: tuple[str, ...] = ()
    wants: str = ""
    number_wanted: bool = False
    yes_no: bool = False
    low: bool = False
    top: int = 1
    nth: int = 0
    direction: str = ""
    changing: bool = False
    report: str = ""
    reports: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    paragraph: str = ""
    form: str = ""
    subject: str = ""
    refusal: str = ""
    numbers: tuple[Number, ...] = ()
    inherited: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    counted: str = ""
    found: str = ""
    before: str = ""
    earlier: "Query | None" = field(default=None, compare=False)
    told: Draft | None = field(default=None, compare=False)
    said: str = ""
    nearby: tuple[str, ...] = ()

    @property
    def whole_text(self) -> str:
        """All of the question, what it sets aside too, as well written as was made of it."""
        return self.said or self.question

    @property
    def number_wanted_itself(self) -> bool:
        """Whether its own words ask for a number, not only those of the question that it leans on."""
        return bool(self.counted) or bool(self.operations)

    @property
    def sought(self) -> str:
        """The words to find sentences by: the question's own, after those of the question it leans on."""
        return f"{self.before} {self.text}".strip()
