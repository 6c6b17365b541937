"""A claim that says two things at once, taken apart: "both the lowest A and the lowest B", "fewer in 2023 but more in 2024"."""

import re

from rag.claim_cues import HIGH, LOW

_BOTH = re.compile(r"\bboth (?P<one>the [^,.;]+?(?:\([^)]*\))?) and (?P<other>the [^;]+?)(?P<end>[.;]|$)", re.I)
_COMPARED = "fewer|more|less|higher|lower|greater|larger|smaller"
_TURNED = re.compile(
    rf"^(?P<who>.+?) (?P<one>{_COMPARED})\b(?P<what>[^,;.]*?) than (?P<other>[^,;.]+?),? (?P<when>in (?:19|20)\d\d\S*?),? "
    rf"(?:but|and|yet|though|then)(?: also| had| it had)? (?P<two>{_COMPARED})\b[^,;.]*? (?P<then>in (?:19|20)\d\d\S*?)[.!]?$",
    re.I,
)
_OF = re.compile(r"\s(?:of|in|for)\s.+$", re.I)


def halves_of(text: str) -> tuple[str, ...]:
    """The two claims that "both the highest X and the highest Y" makes; none where a text makes no such claim.

    What only the second names stands for both: "both the highest number and the highest rate of users".
    """
    turned = _TURNED.search(text)
    if turned:
        whom = f"{turned['what']} than {turned['other']}"
        return (
            f"{turned['who']} {turned['one']}{whom} {turned['when']}.",
            f"{turned['who']} {turned['two']}{whom} {turned['then']}.",
        )
    match = _BOTH.search(text)
    if match is None or not all((HIGH.search(part) or LOW.search(part)) for part in (match["one"], match["other"])):
        return ()
    one, other = match["one"], match["other"]
    shared = _OF.search(other)
    if shared and not _OF.search(one):
        one = f"{one}{shared.group()}"
    return tuple(f"{text[: match.start()]}{part}{match['end']}" for part in (one, other))
