"""A rank that a claim states and no table bears out, against the sentences that state one of the same kind."""

import re
from dataclasses import replace
from decimal import Decimal

from rag.claim_desk import Desk
from rag.claim_rank_read import Rank, rank_in
from rag.claim_read import read_claim
from rag.claim_records import Claim, Judgement
from rag.claim_sentences import Fitting, fitting_sentences
from rag.lookup import unit_class
from rag.records import VerdictName

_SUBSTANCES = ("alcohol", "drug")
_SUPPORT, _CONTRADICT = 1.1, 1.35
_TRIED = 8


def judge_rank_in_text(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict that sentences give on a rank; None where none states a rank of that kind."""
    rank = rank_in(claim, desk.library)
    if rank is None:
        return None
    for one in fitting_sentences(claim, claim.text, desk)[:_TRIED]:
        said = read_claim(one.sentence, desk.reader)
        theirs = rank_in(said, desk.library) if not one.lacking else None
        if theirs is None or not _same_time(claim, one, desk):
            continue
        if _is_other_end(rank, theirs) and one.fit >= (_SUPPORT if _share_a_level(claim, said) else _CONTRADICT):
            return _told("contradicted", "Not so by the report", one)
        if not _same_kind(rank, theirs) or _are_of_other_substance(claim, said, desk):
            continue
        if _in_other_units(claim, said) or rank.behind and rank.behind != theirs.behind[: len(rank.behind)]:
            continue
        if set(rank.areas) <= set(theirs.areas) and one.fit >= _SUPPORT:
            return _told("supported", "The report says so", one)
        named = {mention.name for mention in desk.library.lexicon.find_areas(one.sentence)}
        if not set(rank.areas) & (set(theirs.areas) | named) and one.fit >= _CONTRADICT:
            return _told("contradicted", "Not so by the report", one)
    return None


def _same_kind(mine: Rank, theirs: Rank) -> bool:
    return replace(mine, areas=(), ahead=(), behind=()) == replace(theirs, areas=(), ahead=(), behind=())


def _is_other_end(mine: Rank, theirs: Rank) -> bool:
    """Whether the same area is first from the bottom by one and first from the top by the other."""
    ends = mine.places == theirs.places == (1,) and mine.areas == theirs.areas
    return ends and _same_kind(replace(mine, low=theirs.low), theirs) and mine.low != theirs.low


def _are_of_other_substance(mine: Claim, theirs: Claim, desk: Desk) -> bool:
    """Whether one ranks what is due to alcohol and the other what is due to drugs."""
    words = [{w for w in _SUBSTANCES if re.search(rf"\b{w}", claim.text, re.I)} for claim in (mine, theirs)]
    return bool(words[0]) and bool(words[1]) and not words[0] & words[1]


def _levels(claim: Claim) -> set[tuple[Decimal, str]]:
    told = (one for one in claim.stated if one.role == "" and one.figure.kind == "level")
    return {(one.figure.value, unit_class(one.figure.unit, "level")) for one in told}


def _share_a_level(mine: Claim, theirs: Claim) -> bool:
    """Whether both give the same number, so that they rank the same thing."""
    return bool(_levels(mine) & _levels(theirs))


def _in_other_units(mine: Claim, theirs: Claim) -> bool:
    """Whether one tells of shares or rates where the other counts, so that they rank different things."""
    ours, others = ({unit for _, unit in _levels(claim)} for claim in (mine, theirs))
    return bool(ours and others) and not ours & others


def _same_time(claim: Claim, one: Fitting, desk: Desk) -> bool:
    periods = set(read_claim(one.sentence, desk.reader).query.periods)
    return not periods or not claim.query.periods or bool(periods & set(claim.query.periods))


def _told(verdict: VerdictName, head: str, one: Fitting) -> Judgement:
    return Judgement(
        verdict, f"{head}: “{one.sentence}”", passages=((one.passage, one.sentence),), sureness=min(1.0, one.fit / 2)
    )
