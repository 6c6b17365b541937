"""A claim that denies a number ("Coventry did not record 43 deaths") which the tables give."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.claim_cues import SAME, cue
from rag.claim_records import Claim, Judgement
from rag.records import VerdictName

_PAST = {
    **{"fall": "fell", "drop": "dropped", "rise": "rose", "grow": "grew", "go up": "went up", "go down": "went down"},
    **{
        "come down": "came down",
        "increase": "increased",
        "decrease": "decreased",
        "decline": "declined",
        "climb": "climbed",
    },
}
_SIZE_DENIED = re.compile(
    rf"\b(?:did|has|have|had)(?: not|n['’]t) (?:actually |even |in fact )?(?P<verb>{'|'.join(_PAST)})(?:ed|en|n|ped)?"
    r" (?=by (?:\w+ ){0,2}?(?:\d|half|an? (?:third|quarter|fifth|sixth|tenth)\b|two[- ]thirds|three[- ]quarters))",
    re.I,
)


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


def without_denial_of_size(text: str) -> str:
    """A claim that only denies the size of a change ("did not fall by half") as one that tells it ("fell by half"); "" for any other."""
    match = _SIZE_DENIED.search(text)
    return f"{text[: match.start()]}{_PAST[match['verb'].lower()]} {text[match.end() :]}" if match else ""


def denied(one: Judgement) -> Judgement:
    """The judgement on what a claim denies, as one on the claim."""
    other: dict[VerdictName, VerdictName] = {"supported": "contradicted", "contradicted": "supported"}
    head = {"supported": "The claim denies it", "contradicted": "So it is"}.get(one.verdict)
    return replace(
        one, verdict=other.get(one.verdict, one.verdict), reason=f"{head}. {one.reason}" if head else one.reason
    )
