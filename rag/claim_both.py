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
# "deaths in A exceeded those in B in 2023, but in 2024 it was the other way round"
_REVERSED = re.compile(
    r"^(?P<one>.+?),? (?P<when>(?:in|for|during) (?:19|20)\d\d\S*?),? (?:but|and|yet|though|only for|whereas|while)(?: then)? "
    r"(?P<then>(?:in|for|during|by) (?:19|20)\d\d\S*?),? (?:the (?:position|order|picture|situation|roles?|places?|ranking|tables)s? (?:was|were|had been|had|got)"
    r" (?:\w+ )?(?:reversed|turned|swapped|flipped|the other way (?:round|around))(?: round| around)?|(?:it|that|this) (?:was|had|got) (?:the other way (?:round|around)|reversed|turned round|flipped)"
    r"|the (?:reverse|opposite) (?:was true|was the case|held|applied)|(?:they|the two)(?: had)? (?:swapped|changed|traded) places)[.!]?$",
    re.I,
)
_PLACE = re.compile(r"\b[A-Z][a-z]+\b")
# "neither A nor B had more than C"
_NEITHER = re.compile(
    r"^(?P<before>(?:in [^,]*?\d,? )?)neither (?P<a>[A-Z]\w+)(?:['’]s (?P<whose>[a-z][\w -]*?))? nor (?P<b>[A-Z]\w+)(?:['’]s)?(?P<what>(?: [a-z][\w-]*){0,5}?)"
    r" (?P<verb>had|has|have|saw|recorded|registered|reported|logged|was|were|is|are|rose|fell|grew|dropped|increased|decreased|went up|went down|came down|improved)\b(?P<rest>[^;]*?)[.!]?$",
    re.I,
)
_DENIED = {
    **dict.fromkeys(("had", "has", "have"), "did not have"),
    **{
        "saw": "did not see",
        "recorded": "did not record",
        "registered": "did not register",
        "reported": "did not report",
    },
    **{
        "logged": "did not log",
        "was": "was not",
        "were": "were not",
        "is": "is not",
        "are": "are not",
        "rose": "did not rise",
    },
    **{"fell": "did not fall", "grew": "did not grow", "dropped": "did not drop", "increased": "did not increase"},
    **{
        "decreased": "did not decrease",
        "went up": "did not go up",
        "went down": "did not go down",
        "came down": "did not come down",
    },
    **{"improved": "did not improve"},
}
_OF = re.compile(r"\s(?:of|in|for)\s.+$", re.I)


def are_counted(text: str) -> bool:
    """Whether each half of a claim may be judged with a number in it: "neither A nor B had more than 100"."""
    return bool(_NEITHER.search(text))


def halves_of(text: str) -> tuple[str, ...]:
    """The two claims that "both the highest X and the highest Y" makes; none where a text makes no such claim.

    What only the second names stands for both: "both the highest number and the highest rate of users".
    """
    reversed_ = _REVERSED.search(text)
    places = list(dict.fromkeys(_PLACE.findall(reversed_["one"]))) if reversed_ else []
    if reversed_ and len(places) == 2:
        other = _PLACE.sub(lambda m: places[1 - places.index(m.group())], reversed_["one"])
        return (f"{reversed_['one']} {reversed_['when']}.", f"{other} {reversed_['then']}.")
    neither = _NEITHER.search(text)
    if neither:
        of = f"'s {neither['whose'] or neither['what'].strip()}" if neither["whose"] or neither["what"].strip() else ""
        denied = f"{_DENIED[neither['verb'].lower()]}{neither['rest']}"
        return tuple(f"{neither['before']}{neither[place]}{of} {denied}." for place in ("a", "b"))
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
