"""Several numbers of a claim that one sentence gives, where the measure that was taken for the claim's has other ones.

When several measures fit a claim's words alike, the one is meant whose figures are the claim's.
"""

from collections.abc import Sequence

from rag.claim_desk import Desk
from rag.claim_prose import judge_in_prose
from rag.claim_records import Claim, Judgement, Stated

_SEVERAL = 2


def told_together(
    claim: Claim, numbers: Sequence[Stated], judged: Sequence[Judgement], desk: Desk
) -> list[Judgement] | None:
    """The judgements by sentences, where the tables speak against all of several numbers and one sentence gives each."""
    if len(numbers) < _SEVERAL or any(one.verdict != "contradicted" for one in judged):
        return None
    if any(not figure.is_cell for one in judged for figure in one.figures):
        return None
    found = [told for one in numbers if (told := judge_in_prose(claim, one, desk))]
    if len(found) < len(numbers) or any(one.verdict != "supported" for one in found):
        return None
    shared = set.intersection(*({quote for _, quote in one.passages} for one in found))
    return found if shared else None
