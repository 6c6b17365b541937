"""Areas that a claim counts and then names ("in three areas - A, B and C - fewer ..."): the names alone say as much."""

import re

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTED = re.compile(
    rf"(?<!of )(?:\b(?:all|just|only|the|these) )?\b(?P<n>{'|'.join(_NUMBERS)})(?: of (?:the|our) (?:seven |7 )?)?(?: (?:local|council|policing))* ?"
    r"(?:areas|councils|boroughs|places|authorities|local authorities|districts)(?: \w+)??\s?(?P<open>[-–—:,(])\s?"
    r"(?P<names>(?-i:[A-Z]\w+)(?:, (?-i:[A-Z]\w+))*,? and (?-i:[A-Z]\w+))\s?(?P<close>[-–—,)])?",
    re.I,
)


def names_alone(text: str) -> str:
    """The text with the areas that it lists in place of "three areas: ...", where it lists as many as it counts."""
    return _COUNTED.sub(_names_of, text)


def _names_of(match: re.Match[str]) -> str:
    names = re.findall(r"[A-Z]\w+", match["names"])
    if len(names) != _NUMBERS[match["n"].lower()]:
        return match.group()
    return match["names"]
