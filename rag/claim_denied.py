"""A claim that denies a number ("Coventry did not record 43 deaths") which the tables give."""

from collections.abc import Sequence

from rag.claim_cues import SAME, cue
from rag.claim_records import Claim, Judgement


def judge_denied(claim: Claim, judged: Sequence[Judgement]) -> Judgement | None:
    """Contradicted, where all that a claim denies is borne out by cells, whose labels deny nothing."""
    denial = cue("denied_number").search(claim.text)
    cells = [figure for one in judged for figure in one.figures if figure.is_cell]
    if denial is None or not cells or any(one.verdict != "supported" or not one.number for one in judged):
        return None
    labels = " ".join(" ".join((figure.measure, *figure.breakdown)) for figure in cells)
    if SAME.search(claim.text) or cue("denial").search(labels) or any(one.passages for one in judged):
        return None
    return Judgement("contradicted", f"The claim denies it. {judged[0].reason}", judged[0].number, judged[0].figures)
