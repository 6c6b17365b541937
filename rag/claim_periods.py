"""The period of a number that a claim states, where the claim names one period only or tells of the year after it."""

import re
from dataclasses import replace

from ingest.numerals import Number
from ingest.periods import Period, find_periods, period_from_label, year_after, year_before
from ingest.records import Figure
from rag.claim_cues import verb_direction
from rag.claim_records import Role
from rag.query import Query

_OTHER_YEAR = re.compile(
    r"\b(?:before|earlier|previous|prior|preceding|last|after|later|following|next|ago)\b|\b(?:up|down) (?:on|from)\b",
    re.I,
)
_SET_AGAINST = re.compile(
    r"\b(?:since|from|(?<!more )(?<!less )(?<!fewer )than|than in|on|with|to|against|after|of|in comparison with|over)\s(?:the\s(?:\w+\s)?(?:in|of|for)\s)?(?:the\s)?(?:(?:\d[\d,.]*\d|\d)%?\s(?:in|of|for)\s)?$|\bthan\s(?:it\s(?:was|had been)\s)?in\s$",
    re.I,
)
_ENDS_IN = re.compile(r"\bfrom\s[^.;]*?\d[^.;]*?\sto\s(?:[a-z]+\s){0,2}\d[\d,.]*%?,?\s(?:in|for)\s$", re.I)
_UP_TO_PERIOD = re.compile(r"^(?:\s[a-z]+){0,3}\s(?:in|for|during)\s$", re.I)
_THE_YEAR_BEFORE = re.compile(
    r"(?:^|[;:.(]\s?|,\s|\b(?:and|but|when|while|whereas|where)\s)(?:,?\s?(?:in\s)?)?(?:the year before|a year earlier|the (?:previous|preceding|prior) year|twelve months earlier),?\s"
    r"(?:(?:it|this|that|they|there|the (?:figure|number|share|rate|total|level|proportion))\s)?(?:(?:was|were|had been|stood at|came to|had|saw|numbered|totalled)\s)"
    r"(?:just |about |around |roughly |nearly |almost |over |under |more than |less than |only |some |an? |a mere )*$",
    re.I,
)
_THE_YEAR_AFTER = re.compile(
    _THE_YEAR_BEFORE.pattern.replace(
        "the year before|a year earlier|the (?:previous|preceding|prior) year|twelve months earlier",
        "the year after|a year later|one year later|the (?:following|next) year|twelve months later",
    ),
    re.I,
)
_OF_YEAR_BEFORE = re.compile(
    r"\b(?:the year before|the (?:previous|preceding|prior) year|last year)['’]s\s(?:(?:total|figure|number|tally|level) of\s)?(?:about |around |nearly |just )?$",
    re.I,
)
_LATER_YEAR = re.compile(
    r"\b(?:the year after|(?:the )?(?:following|next) (?:financial )?year|(?:a|one) year later|twelve months later|afterwards?|since then)\b",
    re.I,
)
_LATER = re.compile(
    r"^[^.;/]{0,24}?,?\s*(?:in\s)?(?:the (?:year after|following year|next year)|a year later|one year later|twelve months later)\b",
    re.I,
)


def with_period(text: str, number: Number, figure: Figure, role: Role, query: Query) -> Figure:
    """The figure with the period that is told right after it, or that the claim means by the one period that it names."""
    after = text[number.end :]
    earlier = _year_before_it(text[: number.start], query)
    if earlier and figure.kind == "level":
        return replace(figure, period=earlier.label)
    own = _told_after(after)
    if own and figure.kind == "level" and len(query.periods) > 1 and own in query.periods:
        return replace(figure, period=own.label)
    if _is_period_guessed(text, figure, role, query):
        figure = replace(figure, period=query.periods[0].label)
    if _is_base_guessed(text, figure, query):
        base = year_before(query.periods[0])
        figure = replace(figure, base_period=base.label if base else "", period=query.periods[0].label)
    return _a_year_later(figure) if _LATER.match(after) else figure


def _year_before_it(before: str, query: Query) -> Period | None:
    """The year before (or after) the only one named, where a clause of it tells the number: "...; the year before it was 54.2%"."""
    if len(query.periods) != 1:
        return None
    if _THE_YEAR_AFTER.search(before):
        return year_after(query.periods[0])
    told = _THE_YEAR_BEFORE.search(before) or _OF_YEAR_BEFORE.search(before)
    return year_before(query.periods[0]) if told else None


def _told_after(after: str) -> Period | None:
    """The period right after a number: "the 130 registered in 2021"."""
    mention = next(iter(find_periods(after)), None)
    return mention.period if mention and _UP_TO_PERIOD.match(after[: mention.start]) else None


def _is_period_guessed(text: str, figure: Figure, role: Role, query: Query) -> bool:
    """Whether a level is typed for another year than the only one named, though the claim tells of no other year."""
    if len(query.periods) != 1 or figure.kind != "level" or figure.period in ("", query.periods[0].label):
        return False
    if role == "to" and _is_later(figure.period, query.periods[0]) and not _is_set_against(text, query.periods[0]):
        return True
    return not (verb_direction(text) or _OTHER_YEAR.search(text) or period_from_label(figure.period) is None)


def _is_base_guessed(text: str, figure: Figure, query: Query) -> bool:
    """Whether the only period named is typed as the base of a change, though no word sets the change against it."""
    if len(query.periods) != 1 or figure.kind == "level" or figure.base_period != query.periods[0].label:
        return False
    return not _is_set_against(text, query.periods[0])


def _is_later(label: str, than: Period) -> bool:
    period = period_from_label(label)
    return period is not None and period.start > than.start


def _is_set_against(text: str, period: Period) -> bool:
    """Whether a claim sets something against what was in a period ("than in 2023"), or tells of the year after it."""
    mention = next((m for m in find_periods(text) if m.period == period), None)
    if mention is not None and _ENDS_IN.search(text[: mention.start]):
        return False
    return mention is None or bool(_SET_AGAINST.search(text[: mention.start]) or _LATER_YEAR.search(text))


def _a_year_later(figure: Figure) -> Figure:
    period = period_from_label(figure.period)
    later = year_after(period) if period else None
    if later is None:
        return figure
    return replace(figure, period=later.label, base_period=figure.period if figure.kind != "level" else "")
