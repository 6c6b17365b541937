"""A claim that says of one thing that it fell and rose ("... decreased, rising by 7.3%"): it cannot be borne out."""

import re

from rag.claim_records import Judgement

_UP = r"(?:increas|ris|gr[eo]w|climb|jump|soar|go(?:ing|ne|es)? up|went up|rose)\w*"
_DOWN = r"(?:decreas|fall|fell|drop|declin|reduc|go(?:ing|ne|es)? down|went down|shr[aiu]nk)\w*"
_BOTH_WAYS = re.compile(
    rf"\b(?:{_UP}),? (?:and )?(?:{_DOWN}) (?:by|from)\b|\b(?:{_DOWN}),? (?:and )?(?:{_UP}) (?:by|from)\b", re.I
)


def judge_both_ways(text: str) -> Judgement | None:
    """Contradicted, where a claim gives one change both directions in a breath; else None."""
    if not _BOTH_WAYS.search(text):
        return None
    return Judgement("contradicted", "The statement says of one number that it rose and that it fell.")
