"""What better, worse, improved and worsened mean for the measure that a claim speaks of: more of it, or less."""

import re

from rag.claim_records import Claim
from rag.judged import good_of
from rag.library import Library

_IMPROVED = re.compile(r"\b(?:improv\w+|(?:got|gets?|getting|turned|turn) (?:\w+ )?better)\b", re.I)
_WORSENED = re.compile(
    r"\b(?:worsen\w*|deteriorat\w+|slipped back|went backwards|(?:got|gets?|getting) (?:\w+ )?worse)\b", re.I
)
_OTHER = {"up": "down", "down": "up"}


def side_of(match: re.Match[str], claim: Claim, library: Library) -> str:
    """The side that a comparative tells: up, down or same; "better" is up where it is good to have more."""
    word, side = match.group().lower(), match.lastgroup or ""
    if word not in ("better", "worse"):
        return side
    wanted = good_of(frozenset(claim.query.concepts), library.lexicon)
    if not wanted:
        return side
    better = "up" if wanted == "more" else "down"
    return better if word == "better" else _OTHER[better]


def is_turned(text: str, claim: Claim, library: Library) -> bool:
    """Whether "best" is the most and "worst" the least: it is good to have more of what the claim speaks of."""
    judged = re.search(r"\b(?:best|worst)\b", text, re.I)
    return bool(judged) and good_of(frozenset(claim.query.concepts), library.lexicon) == "more"


def judged_direction(claim: Claim, library: Library) -> str:
    """The direction that "improved" or "worsened" tells of the measure; "" where neither or both stand there."""
    improved, worsened = _IMPROVED.search(claim.text), _WORSENED.search(claim.text)
    wanted = good_of(frozenset(claim.query.concepts), library.lexicon)
    if bool(improved) == bool(worsened) or not wanted:
        return ""
    better = "up" if wanted == "more" else "down"
    return better if improved else _OTHER[better]
