"""A difference that a claim tells ("offending began two years earlier than drug use") between two figures that one sentence gives."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.claim_candidates import candidates_for
from rag.claim_covered import word_keys_in
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_hedges import is_number_within
from rag.claim_records import Claim, Judgement, Stated
from rag.claim_sentences import Candidate
from rag.records import Derivation, VerdictName
from rag.wording import plain_number, value_words

_FITS = 1.1  # how well the sentence must fit the claim
_MORE = ("more", "higher", "above", "ahead", "later", "older", "after")
_FEWER = ("fewer", "less", "lower", "below", "behind", "earlier", "sooner", "younger", "before")
_GAP = re.compile(rf"^(?:\s[\w-]+){{0,2}}?\s(?P<way>{'|'.join((*_MORE, *_FEWER))})\b(?P<other>[^,;.]*)", re.I)


def judge_gap_in_text(claim: Claim, stated: Stated, desk: Desk) -> Judgement | None:
    """The verdict by the one sentence that gives the two figures; None where the claim tells no difference, or none gives them."""
    match = _GAP.match(claim.text[stated.number.end :])
    if match is None or not (word_keys_in(match["other"]) or cue("denial").search(match["other"])):
        return None
    found = [one for one in candidates_for(claim, stated, desk) if not one.within.lacking]
    for sentence in dict.fromkeys(one.within.sentence for one in found if one.fit >= _FITS):
        here = [one for one in found if one.within.sentence == sentence and _is_of_unit(stated, one)]
        pair = _in_order(here, claim.text[: stated.number.start], match["other"])
        if pair and _are_its_only_numbers(claim, stated, pair):
            return _judged(stated, pair, match["way"].lower())
    return None


def _are_its_only_numbers(claim: Claim, stated: Stated, pair: tuple[Candidate, Candidate]) -> bool:
    """Whether a claim states no number beside the difference but one of the two figures themselves."""
    others = [one for one in claim.stated if one.role != "scope" and one is not stated]
    return all(abs(one.figure.value) in {abs(figure.value) for figure in pair} for one in others)


def _is_of_unit(stated: Stated, one: Candidate) -> bool:
    mine = "%" if stated.figure.unit in ("percentage points", "points", "%") else stated.figure.unit
    return one.figure.kind == "level" and one.figure.unit == mine


def _in_order(here: Sequence[Candidate], before: str, after: str) -> tuple[Candidate, Candidate] | None:
    """The figures of what a claim speaks of and of what it sets that against, by the words of their own clauses."""
    if len(here) != 2:
        return None
    own = [
        word_keys_in(one.clause) - word_keys_in(other.clause) for one, other in ((here[0], here[1]), (here[1], here[0]))
    ]
    denied = [bool(cue("denial").search(one.clause)) for one in here]
    denies = bool(cue("denial").search(after))
    kept, turned = (
        bool(own[a] & word_keys_in(before))
        + bool(own[b] & word_keys_in(after))
        + (denies and denied[b] and not denied[a])
        for a, b in ((0, 1), (1, 0))
    )
    if kept == turned:
        return None
    return (here[0], here[1]) if kept > turned else (here[1], here[0])


def _judged(stated: Stated, pair: tuple[Candidate, Candidate], way: str) -> Judgement:
    first, second = pair
    gap = first.value - second.value
    wanted = gap > 0 if way in _MORE else gap < 0
    holds = wanted and is_number_within(
        replace(stated, figure=replace(stated.figure, value=abs(stated.figure.value))), abs(gap)
    )
    working = f"{value_words(first.figure)} − {value_words(second.figure)} = {plain_number(gap)}"
    verdict: VerdictName = "supported" if holds else "contradicted"
    head = "So the report's figures say" if holds else "The report's figures say otherwise"
    figures = (first.figure, second.figure)
    return Judgement(
        verdict,
        f"{head}: {working}: “{first.within.sentence}”",
        stated.number,
        figures,
        ((first.within.passage, first.within.sentence),),
        Derivation("difference", working, gap, "", tuple(figure.id for figure in figures)),
        min(1.0, first.fit / 2),
    )
