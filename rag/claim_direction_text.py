"""A direction that a claim tells and no table bears out ("has risen since 1996"), against the sentences that tell one."""

from ingest.periods import find_periods
from rag.claim_better import judged_direction
from rag.claim_cues import directions_in
from rag.claim_desk import Desk
from rag.claim_guards import has_places
from rag.claim_manner import denies
from rag.claim_pairs import is_of_other_speaker
from rag.claim_records import Claim, Judgement
from rag.claim_roles import excluded
from rag.claim_sentences import Fitting, fitting_sentences
from rag.records import VerdictName

_SUPPORT, _CONTRADICT = 1.25, 1.25
_TRIED = 6


def judge_direction_in_text(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict that sentences give on a direction without a size; None where none that fits tells one."""
    told = frozenset(filter(None, [judged_direction(claim, desk.library)])) or directions_in(claim.text)
    if len(told) != 1:
        return None
    for one in fitting_sentences(claim, claim.text, desk)[:_TRIED]:
        theirs = directions_in(one.sentence)
        if denies(claim.text, one.sentence) != denies(one.sentence, claim.text):
            continue
        if one.lacking or len(theirs) != 1 or not _has_setting(claim, one, desk):
            continue
        if excluded(claim.text, one.sentence) or is_of_other_speaker(claim.text, one.sentence):
            continue
        if theirs == told and one.fit >= _SUPPORT:
            return _told("supported", "The report says so", one)
        if theirs != told and one.fit >= _CONTRADICT:
            return _told("contradicted", "The direction is wrong", one)
    return None


def _has_setting(claim: Claim, one: Fitting, desk: Desk) -> bool:
    """Whether a sentence is of the places that a claim names and of a time that meets each one it names."""
    there = [mention.period for mention in find_periods(one.sentence)]
    named = [mention.period for mention in find_periods(claim.text)]
    dated = all(any(p.start <= q.end and q.start <= p.end for q in there) for p in named)
    return dated and has_places(claim.text, one.sentence, desk.library)


def _told(verdict: VerdictName, head: str, one: Fitting) -> Judgement:
    return Judgement(
        verdict, f"{head}: “{one.sentence}”", passages=((one.passage, one.sentence),), sureness=min(1.0, one.fit / 2)
    )
