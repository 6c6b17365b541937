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


def with_periods_meant(question: str, history: tuple[Query, ...]) -> str:
    """The question with the periods of the turns before by name, where it points to several that were spoken of."""
    spoken = {period for turn in history for period in turn.periods}
    if not 1 < len(spoken) <= _MOST or not _POINTED.search(question):
        return question
    labels = [period.label for period in sorted(spoken)]
    named = f"in {', '.join(labels[:-1])} and {labels[-1]}"
    return _POINTED.sub(named, question, count=1)
