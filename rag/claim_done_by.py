"""A claim that has somebody do what another does, by the sentence that has nearly all the rest of it."""

from rag.claim_affiliations import body_instead
from rag.claim_covered import Beside, asked_terms, cover_of
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_doers import who_instead, without_emphasis
from rag.claim_manner import is_certain
from rag.claim_records import Claim, Judgement
from rag.claim_sentences import Fitting, fitting_sentences
from rag.claim_text import agree, dates_in
from rag.sentence_features import introduction_of

_LIKE, _OWN, _NEARLY_ALL = 0.4, 0.5, 0.8  # what of a claim a sentence must have that has it done by another


def judge_done_by(claim: Claim, desk: Desk) -> Judgement | None:
    """Contradicted by a sentence that has nearly all of a claim but who does it, or whose person that is; else None."""
    lexicon = desk.library.lexicon
    if not is_certain(claim.text) or cue("denial").search(claim.text):
        return None
    for one in fitting_sentences(claim, claim.text, desk):
        mine, theirs = who_instead(claim.text, one.sentence, lexicon)
        mine = mine or body_instead(claim.text, one.sentence, lexicon)
        if mine and one.likeness >= _LIKE and _has_all_but(mine, claim.text, one, desk):
            reason = f"The report says it of {theirs}: " if theirs else "The report says otherwise: "
            source = ((one.passage, one.sentence),)
            return Judgement(
                "contradicted", f"{reason}“{one.sentence}”", passages=source, sureness=min(1.0, one.fit / 2)
            )
    return None


def _has_all_but(who: str, text: str, one: Fitting, desk: Desk) -> bool:
    """Whether a sentence, with what stands around it, has nearly all of a claim but the one who does it, and its times."""
    info = desk.library.index.report(one.passage.locator.report)
    around = " ; ".join([*one.passage.locator.section, introduction_of(one.passage), info.title])
    beside = Beside(around, info.publisher, asked_terms(one.passage.id, desk.library.index))
    cover = cover_of(without_emphasis(text).replace(who, " "), one.sentence, beside, desk)
    there = [*dates_in(one.sentence), *dates_in(around)]
    dated = not there or all(any(agree(p, q) for q in there) for p in dates_in(text))
    return cover.own >= _OWN and cover.share >= _NEARLY_ALL and dated
