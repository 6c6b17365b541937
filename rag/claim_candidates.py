"""The figures that a claim's number may be: from sentences that fit the claim, and its own clause of it."""

from dataclasses import replace

from rag.claim_clauses import own_clause
from rag.claim_desk import Desk
from rag.claim_records import Claim, Stated
from rag.claim_sentences import Candidate, candidates_in, fitting_sentences

_OF_CLAUSE = 0.2  # what a sentence loses that fits only the number's own clause
_WHOLE = 0.8  # a clause so long, against the claim, is the claim


def candidates_for(claim: Claim, stated: Stated, desk: Desk) -> list[Candidate]:
    """The candidates for a number, best first: by the whole claim, and by the number's clause where it has several."""
    printed = stated.number.printed
    several = sum(one.role != "scope" for one in claim.stated) > 1
    clause = own_clause(claim, stated, desk.library.lexicon) if several else claim.text
    whole = candidates_in(fitting_sentences(claim, claim.text, desk, printed), clause, desk)
    if not several or len(clause) > _WHOLE * len(claim.text):
        return whole
    by_clause = candidates_in(fitting_sentences(claim, clause, desk, printed), clause, desk)
    parts = {one.figure.id: one for one in by_clause}
    joined = [_joined(one, parts.get(one.figure.id)) for one in whole]
    seen = {one.figure.id for one in joined}
    more = [replace(one, fit=one.fit - _OF_CLAUSE) for one in by_clause if one.figure.id not in seen]
    return sorted([*joined, *more], key=lambda one: -one.fit)


def _joined(whole: Candidate, part: Candidate | None) -> Candidate:
    return replace(whole, fit=max(whole.fit, (whole.fit + part.fit) / 2)) if part else whole
