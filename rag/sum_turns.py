"""Sums over the answers to the turns before: the rest, a share, a percentage as a number, an answer held against another figure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from ingest.words import split_statements
from rag.cues import Cues
from rag.draft import Draft
from rag.from_figures import answer_from_figures
from rag.library import Library
from rag.op_amounts import Amount
from rag.query import Query
from rag.sum_operands import operands_of
from rag.sum_prose import clauses_of, figure_to_amount
from rag.sum_shapes import Shape
from rag.sum_told import percent_of, rest_left, told_sum
from rag.sum_words import covered, terms_of, told_in
from rag.wording import plain_number

_KINDS = ("rest_of_turns", "share_of_turns", "number_of_turns", "gap_of_turns")


def turns_to_sum(query: Query, library: Library) -> tuple[Query, ...]:
    """The two turns before whose answers a question wants set together, the earlier first; () where it wants no such sum."""
    last = query.earlier
    before = last.earlier if last else None
    if last is None or before is None or not _kind_asked(query, library.cues):
        return ()
    return before, last


def sum_of_turns(query: Query, turns: tuple[Query, ...], drafts: Sequence[Draft], library: Library) -> Draft | None:
    """The sum of what was answered to two turns; None where an answer gives no one number, or they do not go together."""
    kind = _kind_asked(query, library.cues)
    part = told_amount(turns[1], drafts[1], (), library)
    whole = told_amount(turns[0], drafts[0], part.figures, library) if part else None
    if whole is None or part is None:
        return None
    units = [amount.figures[0].unit for amount in (whole, part)]
    if kind == "gap_of_turns":
        return _gap_of_turns(turns, whole, part)
    if kind == "number_of_turns":
        return percent_of(part, whole) if units[1] == "%" and units[0] not in ("%", "£") else None
    if "%" in units or not (library.cues.has("both_told", query.text) or is_of_those(turns, library)):
        return None
    if not 0 < part.number <= whole.number:
        return None
    if kind != "rest_of_turns":
        return told_sum("share", [part, whole])
    return other_part(turns, library) or rest_left(whole, part)


def other_part(turns: tuple[Query, ...], library: Library) -> Draft | None:
    """The printed figure of the one other part that a whole has ("drug offences", "of those trafficking"; possession is the rest)."""
    whole, part = turns
    for name in whole.concepts:
        parts = library.lexicon.concepts[name].sum_of
        others = [one for one in parts if one not in part.concepts]
        if len(others) == 1 and len(parts) > 1:
            kept = tuple(one for one in part.concepts if one not in parts and one != name)
            told = answer_from_figures(replace(part, concepts=(*kept, *others), words=(), yes_no=False), library)
            return told if told and told.status == "answered" and told.derivation is None else None
    return None


def _gap_of_turns(turns: tuple[Query, ...], first: Amount, second: Amount) -> Draft | None:
    """The gap between two answers on different measures that each stand for their own latest time."""
    before, last = turns
    apart = not set(before.concepts) & set(last.concepts) and before.areas == last.areas and len(last.areas) == 1
    each_latest = before.settled and last.settled and before.periods != last.periods
    return told_sum("difference", [first, second]) if apart and each_latest else None


def answer_held_against(query: Query, library: Library) -> Draft | None:
    """Yes or no to "is that more than its alcohol deaths in 2023?": the answer before against a measure of another time."""
    match = library.cues.find("answer_against", query.text)
    last = query.earlier
    if match is None or last is None or query.told is None or not query.periods:
        return None
    if query.periods == last.periods and not _is_other_measure(match["other"], last, library):
        return None
    if not terms_of(match["other"], library) & set(library.lexicon.concepts):
        return None
    amounts = operands_of(Shape("higher", ("that", match["other"]), ""), query, library)
    told = told_sum("difference", amounts) if amounts and query.direction else None
    if told is None or amounts is None:
        return None
    gap = amounts[0].number - amounts[1].number
    holds = gap > 0 if query.direction == "up" else gap < 0
    return replace(told, headline=f"{'Yes' if holds else 'No'}: {told.headline}")


def _is_other_measure(phrase: str, last: Query, library: Library) -> bool:
    """Whether a phrase names a number of another thing than was asked for before, of no other place."""
    named = terms_of(phrase, library) & set(library.lexicon.concepts)
    broader = {broad for name in last.concepts for broad in library.lexicon.broader_of(name)}
    places = {area.name for area in library.lexicon.find_areas(phrase)}
    return bool(named - set(last.concepts) - broader) and places <= set(last.areas)


def change_held_against(query: Query, library: Library) -> Draft | None:
    """Yes or no to "did B go up faster than that?": the change in per cent before against that of another measure."""
    match, told = library.cues.find("faster_than_that", query.text), query.told
    before = _percent_change(told) if told else None
    if match is None or before is None or not query.yes_no or not query.direction:
        return None
    own = answer_from_figures(replace(query, yes_no=False, words=(), told=None), library)
    after = _percent_change(own) if own else None
    if own is None or told is None or after is None or after.period != before.period:
        return None
    faster = after.value > before.value if query.direction == "up" else after.value < before.value
    holds = faster or after.value == before.value if match["as_much"] else faster != bool(match["slower"])
    head = f"{'Yes' if holds else 'No'}: {own.headline} {told.headline}"
    return Draft("answered", head, figures=(*own.figures, *told.figures))


def _percent_change(draft: Draft) -> Figure | None:
    """The one printed change in per cent that an answer about one measure gives."""
    changes = [figure for figure in draft.figures if figure.kind == "change_percent"]
    return changes[0] if len(changes) == 1 and draft.status == "answered" else None


def _kind_asked(query: Query, cues: Cues) -> str:
    if any(cues.has("number_meant", text) for text in (query.text, split_statements(query.question)[-1])):
        return "number_of_turns"
    return next((kind for kind in _KINDS if cues.has(kind, query.text)), "")


def is_of_those(turns: tuple[Query, ...], library: Library) -> bool:
    """Whether the later turn asked for some of what the earlier one counted ("how many of those ...")."""
    before, last = turns
    if library.cues.has("told_before", last.text):
        return True
    parts = {broad for name in last.concepts for broad in library.lexicon.broader_of(name)}
    return bool(parts & set(before.concepts)) and set(last.concepts) != set(before.concepts)


def told_amount(turn: Query, draft: Draft, taken: tuple[Figure, ...], library: Library) -> Amount | None:
    """The one number that an answer gives: worked out, looked up, or stated in the clause that says what was asked.

    Of those stated none that is ``taken`` for the other answer.
    """
    if draft.status != "answered":
        return None
    own = draft.derivation
    if own and own.result is not None and draft.figures and own.unit != "%":
        words = f"{plain_number(own.result)} ({own.working})"
        return Amount(own.result, plain_number(own.result), words, draft.figures)
    added = sum((figure.value for figure in draft.figures), Decimal(0))
    if own and own.operation == "total" and draft.headline.startswith(f"{plain_number(added)}:"):
        parts = " + ".join(figure.printed for figure in draft.figures)
        return Amount(added, plain_number(added), f"{plain_number(added)} ({parts})", draft.figures)
    first = [f for f in draft.figures if re.match(rf"{re.escape(f.printed)}(?![\d,.%])", draft.headline)]
    if first or len({f.value for f in draft.figures}) == 1:
        return figure_to_amount((first or list(draft.figures))[0])
    figure = None if draft.figures else _stated(turn, draft, taken, library)
    return _counted(figure) if figure else None


def _counted(figure: Figure) -> Amount:
    """A stated figure as an amount, named by what it counts where nothing but a heading names its measure."""
    amount = figure_to_amount(figure)
    headed = figure.measure in figure.locator.section and figure.unit not in ("%", "£", "")
    return replace(amount, words=f"{figure.printed} {figure.unit}") if headed else amount


def _stated(turn: Query, draft: Draft, taken: tuple[Figure, ...], library: Library) -> Figure | None:
    """The figure of the sentences told whose own clause says most of what a turn asked; None where two say as much."""
    sentences = [one for _, quote in draft.passages for one in split_statements(" ".join(quote.split()))]
    stated = library.index.figures.saying(sentences)
    asked = terms_of(turn.text, library)
    in_percent = turn.wants == "percent" or "share" in turn.operations
    best: tuple[int, list[Figure]] = (-1, [])
    for sentence in dict.fromkeys(sentences):
        there = [figure for figure in stated if figure.sentence == sentence]
        fitting = [
            (f, clause) for f, clause in clauses_of(sentence, there) if (f.unit == "%") == in_percent and f not in taken
        ]
        scored = [(len(covered(asked, told_in(f"{c} {f.unit}", library), library)), f) for f, c in fitting]
        top = max((score for score, _ in scored), default=-1)
        if top > best[0]:
            best = (top, [figure for score, figure in scored if score == top])
    return best[1][0] if len({figure.value for figure in best[1]}) == 1 else None
