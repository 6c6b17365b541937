"""The time that lies between two dated events ("how many months passed between the first summit and the second?")."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from ingest.periods import Period, find_periods
from ingest.records import Passage
from ingest.words import split_statements
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.records import Derivation
from rag.sum_words import covered, terms_of, told_in
from rag.wording import and_list, plain_number

_ASKED = re.compile(
    r"\b(?:how (?:many (?:days|weeks|months|years)|(?:much )?(?:long|time)|far apart|big an? gap)|"
    r"what (?:was |is |were )?(?:the )?(?:number of )?(?:gap|interval|time|wait|length of time|days|weeks|months|years)|(?:days|weeks|months|years))\b"
    r"[^?;]*?\b(?:between|separat\w+|divid\w+|from)\b (?P<a>[^?;]+?),? (?:and|to|from|until|till) (?P<b>[^?;]+)",
    re.I,
)
_FIRST = re.compile(r"\b(?:first|1st|original|initial|opening|earliest|earlier)\b", re.I)
_POINTING = frozenset(("one", "event", "report"))
_LEAST = 0.6  # share of what a phrase says that the sentence of its event must say
_FOUND = 20
_MONTHS = 12
_HALF = 15  # so many days make a month more
Event = tuple[date, Passage, str]


def time_between(query: Query, library: Library) -> Draft | None:
    """The time between the dates of two events that sentences of the reports tell; None where one of them is not found."""
    asked = _ASKED.search(query.whole_text)
    if asked is None or query.areas and query.concepts and query.operations:
        return None
    events = [_event(asked[name], library) for name in ("a", "b")]
    known = sorted((event for event in events if event), key=lambda event: event[0])
    if len(known) < len(events) or known[0][0] == known[1][0]:
        return None
    return _told(known)


def _event(phrase: str, library: Library) -> Event | None:
    """The day of the event that a phrase names; None where no dated sentence says enough of it, or two of other days say as much."""
    asked = terms_of(phrase, library) - _POINTING
    if not asked and not find_periods(phrase):
        return None
    hits = library.index.search_text(
        asked | set(re.findall(r"\w+", phrase.lower())), _FOUND, ("sentence", "item", "prose")
    )
    scored: list[tuple[float, Event]] = []
    for passage in library.index.passages([hit for hit, _ in hits]).values():
        for sentence in split_statements(" ".join(passage.text.split())):
            days = [mention.period for mention in find_periods(sentence) if mention.period.kind == "day"]
            if len(days) == 1 and _within(days[0], phrase):
                share = len(covered(asked, told_in(sentence, library), library)) / len(asked) if asked else 1.0
                scored.append((share, (days[0].start, passage, sentence)))
    top = max((share for share, _ in scored), default=0.0)
    best = sorted((event for share, event in scored if share == top), key=lambda event: event[0])
    if top >= _LEAST and _FIRST.search(phrase):
        return best[0]
    return best[0] if top >= _LEAST and len({event[0] for event in best}) == 1 else None


def _within(day: Period, phrase: str) -> bool:
    """Whether a day lies in the time that a phrase names, if it names one."""
    named = [mention.period for mention in find_periods(phrase)]
    return not named or any(one.start <= day.start <= one.end for one in named)


def _told(events: list[Event]) -> Draft:
    first, last = (event[0] for event in events)
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    months -= last.day < first.day
    rest = (last - _months_on(first, months)).days
    parts = [(months // _MONTHS, "year"), (months % _MONTHS, "month"), (rest, "day")]
    exact = and_list([f"{number} {name}{'' if number == 1 else 's'}" for number, name in parts if number])
    days = (last - first).days
    about = months + (rest >= _HALF)
    head = (
        f"About {about} months, or {plain_number(Decimal(days))} days: {_day(last)} is {exact} after {_day(first)}. "
        f"{' '.join(sentence for _, _, sentence in events)}"
    )
    working = f"{_day(first)} to {_day(last)}: {exact}, {plain_number(Decimal(days))} days, about {about} months"
    passages = tuple((passage, sentence) for _, passage, sentence in events)
    return Draft(
        "answered", head[:690], passages=passages, derivation=Derivation("time between", working, None, "months", ())
    )


def _months_on(day: date, months: int) -> date:
    """The day so many months later; the last of the month where that has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
