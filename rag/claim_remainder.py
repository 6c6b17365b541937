"""How many of a counted whole a claim says a thing not of, against the sentence that counts those of whom it is said.

"30 of the 84 groups did not ..." is borne out by "54 of the 84 groups did ...".
"""

import re
from decimal import Decimal

from rag.claim_candidates import candidates_for
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_records import Claim, Judgement, Stated
from rag.claim_sentences import Candidate
from rag.records import Derivation
from rag.wording import plain_number

_OF = re.compile(r"\s(?:out )?of (?:all |the |these |those |all the )?(?P<base>\d[\d,]*)\b")
_FITS = 1.2  # how well the sentence must fit the claim


def judge_remainder(claim: Claim, stated: Stated, desk: Desk) -> Judgement | None:
    """Supported where a sentence counts all the others of the same whole; else None."""
    text = claim.text
    whole = _OF.match(text[stated.number.end :])
    if whole is None or stated.figure.kind != "level" or stated.hedge or not cue("denial").search(text):
        return None
    base = Decimal(whole["base"].replace(",", ""))
    candidates = [one for one in candidates_for(claim, stated, desk) if one.fit >= _FITS and not one.within.lacking]
    others = [one for one in candidates if base - one.value == stated.figure.value]
    found = next((one for one in others if _is_of(base, one) and not cue("denial").search(one.clause)), None)
    return _judged(stated, base, found) if found else None


def _is_of(base: Decimal, one: Candidate) -> bool:
    """Whether a sentence has a number as a part of the same whole."""
    at = one.within.sentence.find(one.figure.printed)
    match = _OF.match(one.within.sentence[at + len(one.figure.printed) :]) if at >= 0 else None
    return match is not None and Decimal(match["base"].replace(",", "")) == base


def _judged(stated: Stated, base: Decimal, one: Candidate) -> Judgement:
    working = f"{plain_number(base)} − {one.figure.printed} = {plain_number(stated.figure.value)}"
    reason = f"The report's figures give it: {working}: “{one.within.sentence}”"
    source = ((one.within.passage, one.within.sentence),)
    derivation = Derivation("remainder", working, stated.figure.value, "", (one.figure.id,))
    return Judgement("supported", reason, stated.number, (one.figure,), source, derivation, min(1.0, one.fit / 2))
