"""Yearly amounts of money per week, month or day, and what a sentence gives both in number and in per cent."""

import re

from ingest.records import Figure
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_sum import time_step
from rag.query import Query
from rag.records import Derivation
from rag.wording import measure_words, plain_number, sentence_case, value_words

_YEARLY = re.compile(r"\b(?:a|per|each|every) year\b|\bannual(?:ly)?\b|\byearly\b", re.I)
_BOTH_FORMS = re.compile(
    r"\b(?:numbers?|counts?) (?:and|plus|with) (?:the |a |as a )?(?:percentages?|per ?cent|proportion|share|%)"
    r"|\b(?:percentages?|per ?cent|proportion|share|%) (?:and|plus|with) (?:the |a )?(?:actual |raw )?(?:numbers?|counts?)",
    re.I,
)
_MILLION = 1_000_000


def money_per_time(query: Query, found: list[Found], library: Library) -> Draft | None:
    """A yearly amount of money divided by the weeks, months or days of a year."""
    step = time_step(query.text)
    if "per_time" not in query.operations or step is None or not (query.wants == "money" or _names_money(query)):
        return None
    figures = [f for one in found for f in one.figures if f.unit == "£" and _YEARLY.search(f.sentence)]
    stated = {number.value for number in query.numbers}
    fitting = [f for f in figures if f.value in stated] or _stated_yearly(query, library) or figures
    if not fitting:
        return None
    figure = fitting[0]
    name, parts = step
    each = figure.value / parts
    shown = f"£{plain_number(each / _MILLION, 1)} million" if each >= _MILLION else f"£{plain_number(each, 0)}"
    working = f"{figure.printed} ÷ {parts} = {shown}"
    head = f"About {shown} a {name}: {value_words(figure)} a year divided by {parts}. {figure.sentence}"
    derivation = Derivation("rate per time", working, each, f"£ a {name}", (figure.id,))
    return Draft("answered", head, figures=(figure,), derivation=derivation)


def _stated_yearly(query: Query, library: Library) -> list[Figure]:
    """The yearly amounts of the reports that the question states ("£2bn a year: what is that a week?")."""
    stated = {number.value for number in query.numbers if number.unit == "£"}
    worth = library.index.figures.worth(stated, "", ())
    return [f for f in worth if f.unit == "£" and _YEARLY.search(f.sentence)]


def _names_money(query: Query) -> bool:
    return any(number.unit == "£" for number in query.numbers)


def number_and_percentage(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The count and the percentage that one sentence gives for the same thing, where both are asked for."""
    if not _BOTH_FORMS.search(query.text) or query.every_area:
        return None
    levels = [f for one in found for f in one.figures if f.kind == "level" and _in_area(f, query)]
    percents = [f for f in levels if f.unit == "%" and not f.is_cell]
    pairs = [
        (c, p) for p in percents for c in levels if c.sentence == p.sentence and c.unit not in ("%", "share", "years")
    ]
    if not pairs:
        return None
    count, percent = pairs[0]
    head = f"{sentence_case(value_words(count))} ({value_words(percent)}): {measure_words(count)}. {count.sentence}"
    return Draft("answered", head, figures=(count, percent))


def _in_area(figure: Figure, query: Query) -> bool:
    return not query.areas or figure.area in query.areas
