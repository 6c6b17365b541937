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
_AND_FEWER = re.compile(
    rf"^(?P<who>.+?) (?P<verb>had|has|have|saw|recorded|registered|logged|reported|posted|showed|with) (?P<one>{_COMPARED}) (?P<what>[^,;.]+?) "
    rf"(?:and|but|yet)(?: also)? (?P<two>{_COMPARED}) (?P<that>[^,;.]+?) (?P<than>than [^;]+?)[.!]?$",
    re.I,
)
_THAN_BOTH = re.compile(
    rf"^(?P<who>.+?) (?P<verb>had|has|have|saw|recorded|registered|logged|reported) (?P<one>{_COMPARED}) (?P<what>[^,;.]+?) than (?P<a>[A-Z]\w+),? "
    rf"(?:and|but|yet|though)(?: also)? (?P<two>{_COMPARED}) than (?P<b>[A-Z]\w+)(?P<when>,? (?:in|between|during|over|from) (?:\w+ )?(?:19|20)\d\d[^,;]*?)?[.!]?$"
)
_WENT = (
    r"(?:(?:also |both |actually |still )?(?:rose|fell|grew|dropped|increased|decreased|declined|climbed|went up|went down|"
    r"came down|were up|were down|was up|was down|is up|is down|are up|are down|jumped|stayed the same|stood still|did not change))"
)
_AND = r",? (?:while|whilst|whereas|but|and|although|though|yet)"
_WHEN = r"(?P<when>,? (?:in|between|during|over|from) (?:\w+ )?(?:19|20)\d\d[^,;]*?)?[.!]?$"
# "deaths rose in A but fell in B in 2024"; "deaths in A rose while those in B fell in 2024"
_ONE_AND_ANOTHER = re.compile(
    rf"^(?P<what>[^,;]+?) (?P<one>{_WENT}) in (?P<a>[A-Z]\w+){_AND}(?: they)? (?P<two>{_WENT}) in (?P<b>[A-Z]\w+){_WHEN}"
)
_WHILE_THOSE = re.compile(
    rf"^(?P<what>[^,;]+?) in (?P<a>[A-Z]\w+) (?P<one>{_WENT}){_AND}(?: (?:those|it|they|that|the number|numbers))? in (?P<b>[A-Z]\w+)(?: they| it)? (?P<two>{_WENT}){_WHEN}"
)
_PLACES = (("one", "a"), ("two", "b"))
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
    both = _AND_FEWER.search(text)
    if both:
        ways = ((both["one"], both["what"]), (both["two"], both["that"]))
        return tuple(f"{both['who']} {both['verb']} {way} {what} {both['than']}." for way, what in ways)
    between = _THAN_BOTH.search(text)
    if between:
        told = ((between["one"], between["a"]), (between["two"], between["b"]))
        head, when = f"{between['who']} {between['verb']}", between["when"] or ""
        return tuple(f"{head} {way} {between['what']} than {place}{when}." for way, place in told)
    against = _ONE_AND_ANOTHER.search(text) or _WHILE_THOSE.search(text)
    if against:
        return tuple(
            f"{against['what']} {against[way]} in {against[place]}{against['when'] or ''}." for way, place in _PLACES
        )
    match = _BOTH.search(text)
    if match is None or not all((HIGH.search(part) or LOW.search(part)) for part in (match["one"], match["other"])):
        return ()
    one, other = match["one"], match["other"]
    shared = _OF.search(other)
    if shared and not _OF.search(one):
        one = f"{one}{shared.group()}"
    return tuple(f"{text[: match.start()]}{part}{match['end']}" for part in (one, other))
