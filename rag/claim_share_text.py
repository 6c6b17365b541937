"""A share that a claim states and no report prints, of two counts that stand together in the text ("580 ... Of these, 427 ...")."""

from collections.abc import Sequence
from decimal import Decimal

from rag.claim_candidates import candidates_for
from rag.claim_covered import word_keys_in
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_hedges import is_within
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_sentences import Candidate
from rag.claim_setting import has_setting
from rag.records import Derivation, VerdictName
from rag.wording import plain_number

_FITS = 1.0  # how well the sentence must fit the claim


def judge_share_in_text(claim: Claim, stated: Stated, desk: Desk) -> Judgement | None:
    """The verdict by a whole and the part of it that a claim names; None where no sentence counts both."""
    if stated.figure.kind != "level" or stated.figure.unit != "%" or cue("denial").search(claim.text):
        return None
    candidates = [one for one in candidates_for(claim, stated, desk) if not one.within.lacking and is_count(one)]
    for sentence in dict.fromkeys(one.within.sentence for one in candidates if one.within.fit >= _FITS):
        here = [one for one in candidates if one.within.sentence == sentence and has_setting(claim, stated, one, desk)]
        pair = _part_and_whole(claim, sorted(here, key=lambda one: sentence.find(one.figure.printed)))
        if pair:
            return _judged(stated, *pair)
    return None


def is_count(one: Candidate) -> bool:
    """Whether a figure counts something, and is no rate, share or sum of money."""
    figure = one.figure
    return figure.kind == "level" and not figure.unit.startswith(("%", "share", "per ", "£")) and one.value > 0


def _part_and_whole(claim: Claim, here: Sequence[Candidate]) -> tuple[Candidate, Candidate] | None:
    """The first count, where the sentence goes on with some of these, and the one later count whose own words the claim has."""
    if len(here) < 2 or not cue("of_these").search(here[0].within.sentence):
        return None
    whole, parts = here[0], [one for one in here[1:] if one.value < here[0].value]
    own = {one.figure.id: _own_words(one, here) & word_keys_in(claim.text) for one in parts}
    fitting = [one for one in parts if own[one.figure.id]]
    if len(fitting) != 1 or not word_keys_in(whole.clause) & word_keys_in(claim.text):
        return None
    return fitting[0], whole


def _own_words(one: Candidate, here: Sequence[Candidate]) -> set[str]:
    """The words of the clause of a figure that stand in no other figure's clause."""
    return word_keys_in(one.clause) - set[str]().union(
        *(word_keys_in(other.clause) for other in here if other is not one)
    )


def _judged(stated: Stated, part: Candidate, whole: Candidate) -> Judgement:
    share = part.value / whole.value * 100
    figures = (part.figure, whole.figure)
    words = f"{plain_number(share, 1)}%"
    working = f"{part.figure.printed} ÷ {whole.figure.printed} = {words}"
    holds = is_within(stated, Given(Decimal(share), words, figures, working))
    verdict: VerdictName = "supported" if holds else "contradicted"
    head = "So the report's figures say" if holds else f"The report's figures give {words}, not {stated.number.printed}"
    sentence = part.within.sentence
    return Judgement(
        verdict,
        f"{head}: {working}: “{sentence}”",
        stated.number,
        figures,
        ((part.within.passage, sentence),),
        Derivation("share", working, share, "", tuple(figure.id for figure in figures)),
        min(1.0, part.fit / 2),
    )
