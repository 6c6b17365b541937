"""A difference between two areas that a claim tells without saying which has more ("the gap between A and B was 2,732")."""

import re
from dataclasses import replace

from rag.claim_compare import two_areas
from rag.claim_judge import judge_number
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.library import Library
from rag.wording import plain_number

_GAP = re.compile(r"\b(?:gap|difference|gulf|margin|distance|disparity) between\b", re.I)
_ALIKE = ("level", "change_count", "change_points")


def judge_gap(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    """The verdict on the size of a difference of two areas; None where the claim tells none, or one in per cent."""
    told = [one for one in claim.stated if one.role not in ("scope", "times")]
    if not _GAP.search(claim.text) or len(told) != 1 or stated.figure.kind not in _ALIKE:
        return None
    pairs, _ = two_areas(claim, library) or ([], 0.0)
    given = [_gap(one, other) for one, other in pairs if stated.figure.unit != "%"]
    return judge_number(stated, given, library) if given else None


def _gap(one: Given, other: Given) -> Given:
    high, low = sorted((one, other), key=lambda given: given.number, reverse=True)
    gap = high.number - low.number
    working = f"{high.words} − {low.words} = {plain_number(gap)}"
    return replace(
        high, number=gap, words=plain_number(gap), figures=(*high.figures, *low.figures), working=working, high=None
    )
