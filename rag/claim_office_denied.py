"""A claim that a named person is not what a report's sentence says that person is ("A may chair it, but is not its owner")."""

import re

from rag.claim_covered import keys_in
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_records import Claim, Judgement
from rag.claim_sentences import fitting_sentences

_IS_NOT = re.compile(
    r"^(?P<who>(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+))\b[^.;]*?\b(?:is|was) not (?:(?:in fact|actually|also) )?(?:its|the|their|our) (?P<what>[^,.;]+)[.!]?$",
    re.I,
)


def judge_office_denied(claim: Claim, desk: Desk) -> Judgement | None:
    """Contradicted by a sentence that names the person and says it of them; None where none does."""
    denied = _IS_NOT.match(claim.text)
    if denied is None:
        return None
    wanted = keys_in(f"{denied['who']} {denied['what']}")
    positive = f"{denied['who']} is the {denied['what']}"
    for one in fitting_sentences(claim, positive, desk):
        if wanted <= keys_in(one.sentence) and not cue("denial").search(one.sentence):
            reason = f"The report says otherwise: “{one.sentence}”"
            return Judgement("contradicted", reason, passages=((one.passage, one.sentence),), sureness=0.8)
    return None
