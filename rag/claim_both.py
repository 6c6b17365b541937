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
_SAW = r"(?:had|has|have|saw|recorded|registered|reported|logged|posted|treated)"
_IN_TIME = r"(?:(?:in|during|for) (?:\w+ )?(?:19|20)\d\d\S*)"
# "A and B both grew, and both had fewer than 2,500": said of each of them twice
_BOTH_TWICE = re.compile(
    rf"^(?P<when>{_IN_TIME},? )?(?P<who>[A-Z]\w+(?:, [A-Z]\w+)* and [A-Z]\w+)(?: both| each)? (?P<one>[^;]+?),? (?:and|but|while|yet|though)(?: they| that)? "
    rf"(?:both|each|neither of them|also both) (?P<two>[^;]+?)[.!]?$"
)
# "A had more deaths in 2024 than in 2023 and B had fewer"
_THE_OTHER_HAD = re.compile(
    rf"^(?P<who>(?:[A-Z]\w+ )?[A-Z]\w+) (?P<verb>{_SAW}) (?P<one>{_COMPARED}) (?P<what>[^,;]+? than [^,;]+?),? (?:and|but|while|whereas|yet) (?:so did )?"
    rf"(?P<other>[A-Z]\w+)(?: (?:{_SAW} )?(?P<two>{_COMPARED}|too))?(?: of them)?(?:,? (?:too|as well|also))?[.!]?$"
)
# "charges for possession rose while diversionary outcomes fell in 2024/25"
_WHAT_WENT = re.compile(
    rf"^(?P<a>[^,;]+?) (?P<one>{_WENT})(?P<early> {_IN_TIME})?{_AND}(?: the(?: number of)?)? (?P<b>(?!in\b|it\b|they\b|then\b|those\b|that\b|this\b)[^,;]+?) (?P<two>{_WENT}){_WHEN}"
)
# "A and B both had fewer deaths than C": each of them had
_EACH_MORE = re.compile(
    rf"^(?P<when>{_IN_TIME},? )?(?:(?P<a>[A-Z]\w+) and (?P<b>[A-Z]\w+),? (?:both|each)|both (?P<c>[A-Z]\w+) and (?P<d>[A-Z]\w+)) (?P<what>[^;]*?\b(?:{_COMPARED})\b[^;]*? than (?!£?\d)[^;]+)$",
    re.I,
)
_FOR = re.compile(r"\s(?:for|in|among)\s(?!(?:19|20)\d\d).+$", re.I)
_OF = re.compile(r"\s(?:of|in|for)\s.+$", re.I)


def are_counted(text: str) -> bool:
    """Whether each half of a claim may be judged with a number in it: "neither A nor B had more than 100"."""
    return bool(_NEITHER.search(text) or _BOTH_TWICE.search(text))


def halves_of(text: str) -> tuple[str, ...]:
    """What a claim says of two things at once, each part by itself; none where a text makes no such claim."""
    return tuple(part for half in _halves_of(text) for part in halves_of(half) or (half,))


def _halves_of(text: str) -> tuple[str, ...]:
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
    added = _twice_of_both(text) or _of_each(text) or _of_the_other(text) or _of_two_things(text)
    if added:
        return added
    match = _BOTH.search(text)
    if match is None or not all((HIGH.search(part) or LOW.search(part)) for part in (match["one"], match["other"])):
        return ()
    one, other = match["one"], match["other"]
    shared = _OF.search(other)
    if shared and not _OF.search(one):
        one = f"{one}{shared.group()}"
    return tuple(f"{text[: match.start()]}{part}{match['end']}" for part in (one, other))


def _twice_of_both(text: str) -> tuple[str, ...]:
    """What a claim says twice of each of several places, the time told once for both."""
    match = _BOTH_TWICE.search(text)
    if match is None:
        return ()
    when = next((found.group() for found in [re.search(_IN_TIME, match["when"] or match["one"])] if found), "")
    halves = [f"{match['who']} both {match[part]}" for part in ("one", "two")]
    return tuple(
        f"{half}{'' if re.search(_IN_TIME, half) or not when else f' {when.rstrip(chr(44))}'}." for half in halves
    )


def _of_each(text: str) -> tuple[str, ...]:
    """A comparison with a third thing that is said of each of two places."""
    match = _EACH_MORE.search(text)
    if match is None:
        return ()
    places = (match["a"] or match["c"], match["b"] or match["d"])
    return tuple(f"{match['when'] or ''}{place} {match['what']}" for place in places)


def _of_the_other(text: str) -> tuple[str, ...]:
    """A comparison in time of one place, and the same or the contrary of another."""
    match = _THE_OTHER_HAD.search(text)
    if match is None:
        return ()
    second = match["one"] if (match["two"] or "too").lower() == "too" else match["two"]
    told = ((match["who"], match["one"]), (match["other"], second))
    return tuple(f"{who} {match['verb']} {way} {match['what']}." for who, way in told)


def _of_two_things(text: str) -> tuple[str, ...]:
    """Two things that went one way or the other in one time; what the first is of stands for both."""
    match = _WHAT_WENT.search(text)
    if match is None:
        return ()
    when = match["when"] or match["early"] or ""
    of = _FOR.search(match["a"])
    other = f"{match['b']}{of.group() if of and not _FOR.search(match['b']) else ''}"
    return (f"{match['a']} {match['one']}{when}.", f"{other} {match['two']}{when}.")
