"""A count that a claim states and no report prints, against the share that a sentence gives of a counted whole.

"64% of the 10,466 tests were positive" bears out "around 6,700 positive tests", and speaks against 8,700.
"""

from collections.abc import Sequence
from decimal import Decimal

from rag.claim_candidates import candidates_for
from rag.claim_covered import key_of, word_keys_in
from rag.claim_desk import Desk
from rag.claim_hedges import is_within
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_sentences import Candidate
from rag.records import Derivation, VerdictName
from rag.wording import plain_number

_FITS = 1.2  # how well the sentence must fit the claim
_ROUNDED = Decimal("0.5")  # percentage points by which a printed share may be rounded


def judge_part_of(claim: Claim, stated: Stated, desk: Desk) -> Judgement | None:
    """The verdict by a share of a whole that one sentence counts; None where no sentence tells such a share of the same."""
    if stated.figure.kind != "level" or stated.number.unit or stated.figure.unit == "%":
        return None
    candidates = [one for one in candidates_for(claim, stated, desk) if one.fit >= _FITS and not one.within.lacking]
    for sentence in dict.fromkeys(one.within.sentence for one in candidates):
        here = [one for one in candidates if one.within.sentence == sentence]
        pair = _share_and_whole(claim, here)
        if pair and _names_only_the_part(claim, *pair):
            return _judged(stated, *pair)
    return None


def _share_and_whole(claim: Claim, here: Sequence[Candidate]) -> tuple[Candidate, Candidate] | None:
    shares = [one for one in here if one.figure.unit in ("%", "share") and one.figure.kind == "level"]
    wholes = [one for one in here if not one.figure.unit.startswith(("%", "share", "per ", "£")) and one.value > 100]
    told = {abs(one.figure.value) for one in claim.stated}
    if len(shares) != 1 or len(wholes) != 1 or wholes[0].value in told:
        return None
    at_whole, at_share = (here[0].within.sentence.find(one.figure.printed) for one in (wholes[0], shares[0]))
    return (shares[0], wholes[0]) if 0 <= at_whole < at_share else None


def _names_only_the_part(claim: Claim, share: Candidate, whole: Candidate) -> bool:
    """Whether a claim has a word that the sentence says of the part alone ("positive")."""
    sentence = share.within.sentence
    before, _, after = sentence.partition(share.figure.printed)
    of_part = word_keys_in(after) - word_keys_in(before) - {key_of(whole.figure.unit)}
    return bool(of_part) and of_part <= word_keys_in(claim.text)


def _judged(stated: Stated, share: Candidate, whole: Candidate) -> Judgement:
    number = whole.value * share.value / 100
    low, high = (whole.value * (share.value + by) / 100 for by in (-_ROUNDED, _ROUNDED))
    figures = (share.figure, whole.figure)
    exact = is_within(stated, Given(number, "", figures, "worked out", "about"))
    holds = low <= abs(stated.figure.value) <= high or exact is True
    working = f"{share.figure.printed} of {whole.figure.printed} = about {plain_number(number, 0)}"
    verdict: VerdictName = "supported" if holds else "contradicted"
    head = "The report's figures give it" if holds else f"The report's figures do not give {stated.number.printed}"
    reason = f"{head}: {working}: “{share.within.sentence}”"
    return Judgement(
        verdict,
        reason,
        stated.number,
        figures,
        ((share.within.passage, share.within.sentence),),
        Derivation("part of a whole", working, number, "", tuple(figure.id for figure in figures)),
        min(1.0, share.fit / 2),
    )
