"""A rank that a claim states and no table bears out, against the sentences that state one of the same kind."""

from dataclasses import replace

from rag.claim_desk import Desk
from rag.claim_rank_read import Rank, rank_in
from rag.claim_read import read_claim
from rag.claim_records import Claim, Judgement
from rag.claim_sentences import Fitting, fitting_sentences
from rag.records import VerdictName

_SUPPORT, _CONTRADICT = 1.1, 1.35
_TRIED = 8


def judge_rank_in_text(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict that sentences give on a rank; None where none states a rank of that kind."""
    rank = rank_in(claim, desk.library)
    if rank is None:
        return None
    for one in fitting_sentences(claim, claim.text, desk)[:_TRIED]:
        theirs = rank_in(read_claim(one.sentence, desk.reader), desk.library) if not one.lacking else None
        if theirs is None or not _same_kind(rank, theirs) or not _same_time(claim, one, desk):
            continue
        if set(rank.areas) <= set(theirs.areas) and one.fit >= _SUPPORT:
            return _told("supported", "The report says so", one)
        named = {mention.name for mention in desk.library.lexicon.find_areas(one.sentence)}
        if not set(rank.areas) & (set(theirs.areas) | named) and one.fit >= _CONTRADICT:
            return _told("contradicted", "Not so by the report", one)
    return None


def _same_kind(mine: Rank, theirs: Rank) -> bool:
    return replace(mine, areas=(), ahead=()) == replace(theirs, areas=(), ahead=())


def _same_time(claim: Claim, one: Fitting, desk: Desk) -> bool:
    periods = set(read_claim(one.sentence, desk.reader).query.periods)
    return not periods or not claim.query.periods or bool(periods & set(claim.query.periods))


def _told(verdict: VerdictName, head: str, one: Fitting) -> Judgement:
    return Judgement(
        verdict, f"{head}: “{one.sentence}”", passages=((one.passage, one.sentence),), sureness=min(1.0, one.fit / 2)
    )
