"""A claim that says two things of one area at once ("both the lowest rate of A and the lowest rate of B"), taken apart."""

import re

from rag.claim_cues import HIGH, LOW

_BOTH = re.compile(r"\bboth (?P<one>the [^,.;]+?(?:\([^)]*\))?) and (?P<other>the [^;]+?)(?P<end>[.;]|$)", re.I)
_OF = re.compile(r"\s(?:of|in|for)\s.+$", re.I)


def halves_of(text: str) -> tuple[str, ...]:
    """The two claims that "both the highest X and the highest Y" makes; none where a text makes no such claim.

    What only the second names stands for both: "both the highest number and the highest rate of users".
    """
    match = _BOTH.search(text)
    if match is None or not all((HIGH.search(part) or LOW.search(part)) for part in (match["one"], match["other"])):
        return ()
    one, other = match["one"], match["other"]
    shared = _OF.search(other)
    if shared and not _OF.search(one):
        one = f"{one}{shared.group()}"
    return tuple(f"{text[: match.start()]}{part}{match['end']}" for part in (one, other))
