"""What a claim says of only some areas and no table bears out ("improved in only two areas, A and B"), against the sentences."""

from rag.claim_areas import is_local
from rag.claim_cues import ONLY, directions_in
from rag.claim_desk import Desk
from rag.claim_records import Claim, Judgement
from rag.claim_sentences import fitting_sentences
from rag.wording import and_list

_SUPPORT, _CONTRADICT = 1.1, 1.2
_TRIED = 6


def judge_only_in_text(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict that a sentence gives on "only these areas"; None where the claim says no such thing, or no sentence does."""
    areas = {area for area in claim.query.areas if is_local(area, desk.library)}
    if not areas or not ONLY.search(claim.text):
        return None
    for one in fitting_sentences(claim, claim.text, desk)[:_TRIED]:
        theirs = {m.name for m in desk.library.lexicon.find_areas(one.sentence) if m.kind == "local"}
        if one.lacking or not theirs or not ONLY.search(one.sentence):
            continue
        if directions_in(claim.text) - directions_in(one.sentence):
            continue
        source = ((one.passage, one.sentence),)
        if theirs == areas and one.fit >= _SUPPORT:
            return Judgement(
                "supported", f"The report says so: “{one.sentence}”", passages=source, sureness=one.fit / 2
            )
        if theirs != areas and one.fit >= _CONTRADICT:
            reason = f"The report names {and_list(sorted(theirs))}: “{one.sentence}”"
            return Judgement("contradicted", reason, passages=source, sureness=one.fit / 2)
    return None
