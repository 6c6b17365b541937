"""A number that a question hands over, that a sentence states or that was told before, per month, week, day or quarter."""

import re
from decimal import Decimal

from ingest.periods import period_from_label
from ingest.records import Figure
from ingest.words import content_stems
from rag.draft import Draft
from rag.library import Library
from rag.op_amounts import Amount
from rag.op_sum import steps_in, time_step
from rag.query import Query
from rag.sum_earlier import earlier_amount
from rag.sum_prose import figure_of_number, number_in, stated_amount
from rag.sum_shapes import load_shapes
from rag.sum_told import per_step

_YEARLY = re.compile(r"\b(?:annual(?:ly)?|yearly|(?:a|per|every|each) year)\b", re.I)
ASIDE = re.compile(
    r"\bhow many\b|\b(?:per|an?|each|every) (?:month|week|day|quarter)\b|\b(?:represent|work(?:s|ed)? out|on average)\b",
    re.I,
)


def per_time_of(query: Query, library: Library) -> Draft | None:
    """A number that a question hands over, or that was told before, per month, week, day or quarter."""
    step = time_step(query.text)
    if step is None:
        return None
    number = number_in(query.text, library)
    if number is not None:
        amount = figure_of_number(number, query, query, (), library)
    elif "measure" in query.inherited:
        amount = earlier_amount(query, library)
    else:
        amount = stated_amount(_phrase_of(query), query, (), library)
        amount = amount if amount and _is_counted(amount, query) else None
    if amount is None or len(amount.figures) > 1 or amount.figures[0].unit == "%":
        return None
    steps = steps_of(amount.figures[0], step[1])
    return per_step(amount, step[0], steps) if steps else None


def _phrase_of(query: Query) -> str:
    """The words of the question that name what is counted: no everyday word that no report has, nor what comes after."""
    idle = set(query.unknown) & set(query.common)
    text = load_shapes().after.split(query.text)[0]
    kept = [word for word in ASIDE.sub(" ", text).split() if not idle & set(content_stems(word))]
    return " ".join(kept)


def _is_counted(amount: Amount, query: Query) -> bool:
    """Whether what an amount counts is named in the question by its own word ("disruptions")."""
    return bool(set(content_stems(amount.figures[0].unit)) & set(content_stems(query.text)))


def steps_of(figure: Figure, a_year: int) -> Decimal | None:
    """How many steps the period of a figure has, of which a year has so many; None where its length is not told."""
    period = period_from_label(figure.period)
    if period and period.kind in ("fiscal", "calendar", "quarter"):
        return steps_in(period, a_year)
    return Decimal(a_year) if _YEARLY.search(figure.sentence) else None
