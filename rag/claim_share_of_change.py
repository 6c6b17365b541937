"""A claim of what part of a change of the whole one area has ("A accounts for 32 of the 33 fewer deaths"), taken apart.

Both are changes that the reports give: that of the area, and that of the region.
"""

import re

_NUMBER = r"\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HAD = (
    r"(?:alone |by itself |itself )?(?:(?:accounts?|accounted|accounting|(?:was|is|were) (?:responsible|to thank|to blame|behind))(?: for)?"
    r"|ma(?:de|kes?) up|contribut(?:es|ed)|provid(?:es|ed)|saw|had|added|lost)"
)
_CHANGE = r"fall|drop|decrease|decline|reduction|cut|rise|increase|growth|jump"
_LOSSES = ("fewer", "less", "fall", "drop", "decrease", "decline", "reduction", "cut")
_OF_SO_MANY_FEWER = re.compile(
    rf"^(?P<area>[A-Z]\w+) {_HAD} (?P<n>{_NUMBER}) of (?:the|all) (?P<m>{_NUMBER}) (?P<way>fewer|less|more|extra|additional) (?P<what>[^,;.]+?)[.!]?$"
)
_OF_A_FALL_OF = re.compile(
    rf"^(?P<area>[A-Z]\w+) {_HAD} (?P<n>{_NUMBER}) of (?:the|a) (?:(?P<way>{_CHANGE}) of (?P<m>{_NUMBER})|(?P<m2>{_NUMBER})(?:-strong)? (?P<way2>{_CHANGE})) in (?P<what>[^,;.]+?)[.!]?$"
)
_WERE_IN = re.compile(
    rf"^Of (?:the|all) (?P<m>{_NUMBER}) (?P<way>fewer|less|more|extra|additional) (?P<what>[^,;.]+?), (?:all but \w+ of them |as many as )?(?P<n>{_NUMBER}) (?:were|was|are|came|fell) (?:in|from) (?P<area>[A-Z]\w+)[.!]?$"
)
_REGION = re.compile(
    r"\s(?:in|across|over|for|of) (?:the |our )?(?:whole )?(?:region|county|west midlands|area|force area|metropolitan county)\b",
    re.I,
)


def changes_of_part_and_whole(text: str) -> tuple[str, ...]:
    """The change of the area and that of the region, each as a claim; none where a text makes no such claim."""
    match = next((found for form in (_OF_SO_MANY_FEWER, _OF_A_FALL_OF, _WERE_IN) if (found := form.search(text))), None)
    if match is None:
        return ()
    parts = match.groupdict()
    way = (parts["way"] or parts.get("way2") or "").lower()
    whole = parts["m"] or parts.get("m2")
    told = "fewer" if way in _LOSSES else "more"
    what = _REGION.sub("", parts["what"])
    places = ((parts["area"], parts["n"]), ("The West Midlands", whole))
    return tuple(f"{place} had {number} {told} {what}." for place, number in places)
