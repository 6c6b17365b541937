"""Whether a claim gives one number for all areas together ("across all seven areas fewer than 9,000 came")."""

from rag.claim_cues import ACROSS_ALL, TOGETHER, cue
from rag.claim_records import Claim, Stated


def is_of_total(claim: Claim) -> bool:
    """Whether a claim adds all areas up: it says so, or counts people or things "across" them and not in each."""
    if TOGETHER.search(claim.text):
        return True
    return bool(ACROSS_ALL.search(claim.text)) and not cue("of_each").search(claim.text) and bool(counts_in(claim))


def counts_in(claim: Claim) -> list[Stated]:
    """The levels of a claim that are numbers of people or things, not shares, rates or money."""
    levels = (one for one in claim.stated if one.role not in ("scope", "times") and one.figure.kind == "level")
    return [
        one for one in levels if one.figure.unit not in ("%", "share", "£") and not one.figure.unit.startswith("per ")
    ]


def limits_in(claim: Claim) -> list[Stated]:
    """The bounds that a claim states ("over 600")."""
    return [
        one for one in claim.stated if one.hedge in ("over", "under", "at least", "at most") and one.role != "scope"
    ]
