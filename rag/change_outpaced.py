"""A change told before held against that of another place, time or thing: "did that outpace trafficking's?", "is that more than Birmingham?"."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from rag.draft import Draft
from rag.follow_up import read_in_context
from rag.from_figures import answer_from_figures
from rag.library import Library
from rag.query import Query
from rag.read_question import Reader
from rag.turns import turns_before

_LEAD = r"(?:(?:and|so|but|ok|then|now|well|right),? )*"
_THAT = r"(?:that|it|this|they|those|the (?:rise|fall|increase|drop|change|growth|jump|percentage))"
_AT_ALL = r"(?:(?:also|even|actually|any|much|far|a lot|a|an|still|in fact|really|well) )*"
_BEATS = (
    r"(?:outpac\w+|outstrip\w*|outdo\w*|outdid|beat\w*|exceed\w*|top(?:s|ped)?|surpass\w*|better(?:s|ed)?|"
    r"eclips\w+|overtak\w+|overtook)"
)
_SIZE = (
    r"(?:more|bigger|larger|faster|steeper|higher|greater|sharper|quicker|further|ahead|above|"
    r"(?P<less>less|smaller|slower|lower|gentler|milder|shallower|behind|below))"
)
_CHANGE = r"(?: (?:of an? )?(?:rise|fall|increase|decrease|drop|change|growth|jump|climb|decline))?"
_BY_THAT = (
    re.compile(
        rf"{_LEAD}(?:is|was|did|does|do|has|had|are|were) {_THAT} {_AT_ALL}{_BEATS} (?P<other>[^?;,.]+)\W*", re.I
    ),
    re.compile(
        rf"{_LEAD}(?:is|was|are|were|did|does) {_THAT} {_AT_ALL}(?:go up |rise |grow |fall |drop |increase )?"
        rf"{_SIZE}{_CHANGE} (?:than |of )?(?P<other>[^?;,.]+)\W*",
        re.I,
    ),
)
_TRAILING = re.compile(
    r"(?:['’]s?)?(?: (?:did|does|was|had|has|one|rise|fall|increase|decrease|drop|change|growth|jump|figure|rate of (?:change|increase|growth)))*\s*$",
    re.I,
)
_THE_ONE = re.compile(
    r"^(?:the )?(?:one|rise|fall|increase|decrease|drop|change|growth|jump|that) (?:for|in|of) ", re.I
)
_ONE_WORD = re.compile(r"^(?:than|that|it|this|last|the year|a year|the one before)\b", re.I)


def change_outpaced(query: Query, library: Library, reader: Reader) -> Draft | None:
    """Yes or no to whether the change in per cent that was told is the larger; None where none was told, or there is no other."""
    match = next((found for one in _BY_THAT if (found := one.fullmatch(query.text.strip()))), None)
    last = query.earlier
    other = _THE_ONE.sub("", _TRAILING.sub("", match["other"])).strip() if match else ""
    if match is None or last is None or last.refusal or not other or _ONE_WORD.match(other):
        return None
    told = query.told or answer_from_figures(last, library)
    first = change_told(told)
    if told is None or first is None or not _asks_change(last):
        return None
    own = _of_other(other, query, library, reader)
    second = change_told(own)
    if own is None or second is None or own.headline == told.headline:
        return None
    larger = _is_larger(first, second)
    holds = not larger and first != second if match.groupdict().get("less") else larger
    head = f"{'Yes' if holds else 'No'}: {told.headline} {own.headline}"
    return Draft("answered", head, figures=(*told.figures, *own.figures), findings=(*told.findings, *own.findings))


def change_told(draft: Draft | None) -> Decimal | None:
    """The one change in per cent that an answer gives: worked out from two counts, or as printed."""
    if draft is None or draft.status != "answered":
        return None
    changes = [figure for figure in draft.figures if figure.kind == "change_percent"]
    levels = [figure for figure in draft.figures if figure.kind == "level"]
    if len({figure.value for figure in changes}) == 1:
        return changes[0].value
    return _worked_out(levels) if not changes and draft.derivation and draft.derivation.operation == "change" else None


def _worked_out(levels: list[Figure]) -> Decimal | None:
    if len(levels) != 2 or any(figure.unit == "%" for figure in levels) or not levels[0].value:
        return None
    return (levels[1].value - levels[0].value) * 100 / levels[0].value


def _asks_change(last: Query) -> bool:
    return "percent_change" in last.operations or last.changing and last.wants in ("percent", "")


def _is_larger(first: Decimal, second: Decimal) -> bool:
    """Whether a rise is the larger, or a fall the deeper where both fell."""
    return abs(first) > abs(second) if first < 0 and second < 0 else first > second


def _of_other(other: str, query: Query, library: Library, reader: Reader) -> Draft | None:
    """What the question before would be answered for the other place, time or thing."""
    turns = turns_before(query)
    same: Callable[[str], Query] = lambda text: read_in_context(text, turns, reader)  # noqa: E731
    asked = same(f"and {other}?")
    asked = replace(asked, operations=asked.operations or turns[-1].operations, yes_no=False, words=())
    if (
        asked.refusal
        or asked.elsewhere
        or (asked.concepts, asked.areas, asked.periods)
        == (
            turns[-1].concepts,
            turns[-1].areas,
            turns[-1].periods,
        )
    ):
        return None
    return answer_from_figures(asked, library)
