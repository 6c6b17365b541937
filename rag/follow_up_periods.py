"""The years of several turns, put into a follow-up in place of the words that point back to them: "for each of those years?"."""

import re

from rag.query import Query

_YEARS = r"(?:years?|yrs?|periods?|dates|spans)"
_FEW = r"(?:two |2 |three |3 |pair of |couple of |same |both )*"
_POINTED = re.compile(
    r"(?:\b(?:for|in|over|across|at|during) )?"
    rf"\b(?:(?:each|both|either|every|all|any)(?: one)? of (?:the|those|these) {_FEW}{_YEARS}|"
    rf"(?:those|these) {_FEW}{_YEARS}|the (?:two|2|pair of|couple of|three|3|same two|same) (?:of )?{_YEARS}(?<!year)(?<!yr)|"
    rf"(?:each|either|every) {_YEARS}|both {_YEARS})"
    r"(?: alike| both| too| as well| each| likewise)?(?![\w'’])",
    re.I,
)
_MOST = 4
_NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_YEARS_OFF = re.compile(
    rf"\b(?P<n>{'|'.join(_NUMBERS)})(?: more| further)? (?:years?|yrs?) "
    r"(?:(?:still )?(?P<back>earlier|before|previous(?:ly)?|prior|back|further back|ago)|(?P<on>later|after|on|ahead|further on))\b",
    re.I,
)


def steps_told(text: str) -> int:
    """How many years a follow-up goes back or on ("and two years before that"): 1 where it tells no number."""
    match = _YEARS_OFF.search(text)
    return _NUMBERS[match["n"].lower()] if match else 1


def way_told(text: str) -> str:
    """ "before" or "after" where so many years back or on are asked for, else ""."""
    match = _YEARS_OFF.search(text)
    return "" if match is None else "before" if match["back"] else "after"


def with_periods_meant(question: str, history: tuple[Query, ...]) -> str:
    """The question with the periods of the turns before by name, where it points to several that were spoken of."""
    spoken = {period for turn in history for period in turn.periods}
    told_last = history and spoken <= set(history[-1].periods)  # then they are taken over as they are
    if told_last or not 1 < len(spoken) <= _MOST or not _POINTED.search(question):
        return question
    labels = [period.label for period in sorted(spoken)]
    named = f"in {', '.join(labels[:-1])} and {labels[-1]}"
    return _POINTED.sub(named, question, count=1)


def asks_of_other_time(query: Query, last: Query) -> bool:
    """Whether what a table gives is set against a time of its own ("has it moved since 2019/20?"), which may stand in another."""
    moves = {"compare", "trend", "difference", "percent_change"} & set(query.operations)
    return query.since is not None or bool(moves and set(query.periods) - set(last.periods))
