"""A difference or a multiple that a claim works out from two numbers of its own ("62% against 30%: a gap of 32 points")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rag.claim_hedges import is_number_within
from rag.claim_levels import is_duration
from rag.claim_records import Claim, Judgement, Stated
from rag.claim_words import said
from rag.records import Derivation
from rag.wording import plain_number

_WORKED_OUT = re.compile(
    r"\b(?:gap|difference|gulf|margin|disparity) of\s(?:[\w-]+\s){0,3}?$"
    r"|[,(:–-]\s?(?:i\.e\.|that is|so|or|in other words|which is|meaning|thus)?,?\s?(?:a\s(?:rise|fall|drop|increase|jump|cut|change)\sof|by|up|down)\s(?:[\w-]+\s){0,3}?$",
    re.I,
)
_TWO = 2


def with_own_sums(claim: Claim, numbers: Sequence[Stated], judged: Sequence[Judgement]) -> list[Judgement]:
    """The judgements, that on a number which the claim works out from its two others by these, if the reports give both."""
    found = list(judged)
    for at, one in enumerate(numbers):
        others = [(two, found[place]) for place, two in enumerate(numbers) if place != at and not is_duration(two)]
        if found[at].verdict != "supported" and _is_worked_out(claim, one) and _are_two_levels(others, one):
            worked = _worked_out(one, others)
            given = [judgement.verdict == "supported" for _, judgement in others]
            found[at] = worked if all(given) or any(given) and worked.verdict == "contradicted" else found[at]
    return found


def _is_worked_out(claim: Claim, one: Stated) -> bool:
    return bool(_WORKED_OUT.search(claim.text[: one.number.start])) and one.role not in ("from", "to", "times")


def _are_two_levels(others: Sequence[tuple[Stated, Judgement]], one: Stated) -> bool:
    """Whether there are just two others, both levels in the unit whose difference the number can be."""
    if len(others) != _TWO:
        return False
    first, second = (stated for stated, _ in others)
    levels = first.figure.kind == second.figure.kind == "level" and first.figure.unit == second.figure.unit
    in_points = first.figure.unit == "%"
    fitting = one.number.unit == "percentage points" if in_points else not one.number.unit
    return levels and fitting and not first.hedge and not second.hedge


def _worked_out(one: Stated, others: Sequence[tuple[Stated, Judgement]]) -> Judgement:
    values = sorted((abs(stated.figure.value) for stated, _ in others), reverse=True)
    gap: Decimal = values[0] - values[1]
    right = is_number_within(replace(one, figure=replace(one.figure, value=abs(one.figure.value))), gap)
    working = f"{plain_number(values[0])} − {plain_number(values[1])} = {plain_number(gap)}"
    figures = tuple(figure for _, found in others for figure in found.figures)
    passages = tuple(dict.fromkeys(place for _, found in others for place in found.passages))
    derivation = Derivation("check", working, gap, "", tuple(figure.id for figure in figures))
    if right:
        reason = f"So the reports' figures give: {working}."
        return Judgement("supported", reason, one.number, figures, passages, derivation)
    reason = f"The claim's own figures do not give {said(one)}: {working}."
    return Judgement("contradicted", reason, one.number, figures, passages, derivation)
