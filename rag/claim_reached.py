"""The way in which a number was reached ("has risen to 44.8%"), against the sentence that bears the number out."""

from collections.abc import Sequence

from rag.claim_cues import last_direction
from rag.claim_records import Claim, Judgement

_OTHER = {"up": "down", "down": "up"}


def judge_reached(claim: Claim, judged: Sequence[Judgement]) -> Judgement | None:
    """Contradicted, where a report's sentence gives a claim's number as reached the other way."""
    for stated in (one for one in claim.stated if one.role == "to"):
        told = last_direction(claim.text[: stated.number.start])
        for one in judged:
            figure = next((f for f in one.figures if not f.is_cell), None)
            if one.verdict != "supported" or one.number != stated.number or figure is None or told not in _OTHER:
                continue
            at = figure.sentence.find(figure.printed)
            if last_direction(figure.sentence[: max(at, 0)]) == _OTHER[told]:
                reason = f"The direction is wrong: “{figure.sentence}”"
                return Judgement("contradicted", reason, stated.number, (figure,), one.passages, sureness=one.sureness)
    return None
