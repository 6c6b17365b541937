"""What is left of a whole that an earlier turn asked for, without the parts that the turns after it asked for ("and the rest?")."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from rag.draft import Draft
from rag.library import Library
from rag.op_amounts import Amount
from rag.query import Query
from rag.sum_prose import figure_to_amount
from rag.sum_told import rest_left, rest_of_percent, rest_without
from rag.sum_turns import is_of_those, other_part, told_amount

_CUES = ("rest_left", "rest_of_turns")
_UNTELLING = ("general", "plain", "stat", "group", "age_default")
_TURNS = 4  # how far back the whole may have been asked for
Answers = Callable[[Query], Draft]


def rest_of_turns(query: Query, answer: Answers, library: Library) -> Draft | None:
    """The whole less the parts; None where no such rest is asked for, or the answers before give no whole and part of it."""
    texts = (query.text, query.question)
    if not any(library.cues.has(cue, text) for cue in _CUES for text in texts) or query.earlier is None:
        return None
    turns = _whole_and_parts(query.earlier, library)
    if turns is None or _names_other(query, *turns, library):
        return None
    whole, parts = turns
    if len(parts) == 1 and (other := other_part((whole, parts[0]), library)):
        return other
    draft = answer(parts[-1])
    both = _share_told(draft)
    if both:
        return rest_left(*both)
    amounts = [told_amount(turn, answer(turn), (), library) for turn in parts]
    known = [amount for amount in amounts if amount]
    every = told_amount(whole, answer(whole), tuple(f for a in known for f in a.figures), library)
    return _less(every, known, query, library) if every and len(known) == len(parts) else None


def _names_other(query: Query, whole: Query, parts: list[Query], library: Library) -> bool:
    """Whether the question names a thing or a place that neither the whole nor a part was asked about."""
    lexicon = library.lexicon
    told = lexicon.with_broader([name for turn in (whole, *parts) for name in turn.concepts])
    named = {name for name in lexicon.all_concepts(query.text) if lexicon.concepts[name].facet not in _UNTELLING}
    places = {mention.name for mention in lexicon.find_areas(query.text) if mention.kind == "local"}
    return not named <= told or not places <= {area for turn in parts for area in turn.areas}


def _less(whole: Amount, parts: list[Amount], query: Query, library: Library) -> Draft | None:
    if whole.figures[0].unit in ("%", "£"):
        return None
    if [amount.figures[0].unit for amount in parts] == ["%"]:
        return rest_of_percent(whole, parts[0]) if 0 < parts[0].number < 100 else None
    taken = sum((part.number for part in parts), Decimal(0))
    if any(part.figures[0].unit == "%" for part in parts) or not 0 < taken <= whole.number:
        return None
    return rest_left(whole, parts[0]) if len(parts) == 1 else rest_without(whole, parts)


def _share_told(draft: Draft) -> tuple[Amount, Amount] | None:
    """The whole and the part of which an answer gave the share."""
    if draft.derivation is None or draft.derivation.operation != "share" or len(draft.figures) != 2:
        return None
    whole, part = sorted(map(figure_to_amount, draft.figures), key=lambda amount: -amount.number)
    return whole, part


def _whole_and_parts(last: Query, library: Library) -> tuple[Query, list[Query]] | None:
    """The nearest turn whose answer holds that of the last one, and the turns since that asked for parts of it."""
    chain = [last]
    while chain[-1].earlier is not None and len(chain) < _TURNS:
        chain.append(chain[-1].earlier)
    for index, whole in enumerate(chain[1:], start=1):
        parts = [turn for turn in reversed(chain[:index]) if _is_part(whole, turn, chain, library)]
        if last in parts:
            return whole, parts
    return None


def _is_part(whole: Query, turn: Query, chain: list[Query], library: Library) -> bool:
    """Whether a turn asked for some of what another counted: a kind of it, a share, or those in one of its areas."""
    beside = chain.index(turn) + 1 == chain.index(whole)
    if beside and (
        library.cues.has("told_before", turn.text) or turn.wants == "percent" and "measure" in turn.inherited
    ):
        return True
    region = {library.lexicon.region}
    narrower = set(whole.areas) <= region and bool(turn.areas) and not set(turn.areas) & region
    same = set(whole.concepts) == set(turn.concepts) and turn.periods in ((), whole.periods)
    alike = turn.areas == whole.areas or narrower
    kind = alike and is_of_those((whole, replace(turn, text="")), library)
    return narrower and same and not whole.every_area or kind
