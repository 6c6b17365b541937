"""A claim of both ends of a ranking, taken apart: "A had the most deaths and B the fewest, 120 against 11"."""

import re

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from rag.claim_cues import HIGH, LOW

_JOINT = re.compile(
    r"(?:[,;]? (?:and|with|while|whilst|whereas|but|then)|[,;]| [–-])\s+(?:(?:at|on) the other end\W*|in contrast\W*)?",
    re.I,
)
_NUMBER = r"£?\d[\d,.]*(?:\s?(?:%|per cent|percent|(?:per|in every) (?:1,?000|100,?000|thousand|hundred thousand)))?"
_RESPECTIVE = re.compile(
    rf",? (?:(?:at|with|by|on|recording|namely) )?(?P<one>{_NUMBER}) (?:against|versus|vs?\.?|compared (?:with|to)|to|and) (?P<other>{_NUMBER})(?: respectively)?$",
    re.I,
)
_OWN_NUMBER = re.compile(
    rf"\s*\([^()]*\d[^()]*\)|,? (?:at|with|on|of|,) ?(?:just |only |some |about )?{_NUMBER}(?![\w/])(?!\s*[/-]\d)", re.I
)
_IDLE = re.compile(
    r"(?:\b(?:had|has|have|having|with|recorded|recording|saw|seeing|registered|reported|posted|was|were|is|are|being|came|comes|took|"
    r"['’]s|in|at|the|its|of|those|that|ones?|one|number|rate|total|figure|share|proportion|place|spot|by|far|only|just|then|also)\b|[\W\d])",
    re.I,
)
_PLACE = r"(?:(?:second|third|fourth|2nd|3rd|next)[ -])?"
_ADVERBS = ("best", "worst", "fastest", "slowest", "quickest")
_PLACE_ALONE = re.compile(r"\b(?:in |at )?(?P<nth>second|third|fourth|2nd|3rd|next)(?: place| spot)?\b", re.I)
_CHANGE = r"(?: (?:percentage |per cent |proportional )?(?:rise|fall|increase|decrease|drop|reduction|growth|decline|cut|jump|improvement|change)s?\b)?"
_LOW_WORD = re.compile(rf"\b{_PLACE}(?:{LOW.pattern}|mildest|smallest|lightest|shortest){_CHANGE}", re.I)
_HIGH_WORD = re.compile(rf"\b{_PLACE}(?:{HIGH.pattern}|heaviest|longest){_CHANGE}", re.I)


def two_ends_of(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The claim on each of two areas that stand at two ends or places of one ranking; () where a text makes no such claim."""
    areas = [mention for mention in lexicon.find_areas(text) if mention.kind == "local"]
    if len(areas) != 2 or areas[0].name == areas[1].name:
        return ()
    bare = text.rstrip(" .!")
    told = _RESPECTIVE.search(bare)
    main = bare[: told.start()] if told else bare
    for joint in _JOINT.finditer(main, areas[0].end):
        halves = _halves(main, joint, areas)
        if halves:
            numbers = (told["one"], _with_unit(told["other"], told["one"])) if told else ("", "")
            numbers = (_with_unit(numbers[0], numbers[1]), numbers[1])
            return tuple(
                f"{half}{', ' if number else ''}{number}." for half, number in zip(halves, numbers, strict=True)
            )
    return ()


def _halves(text: str, joint: re.Match[str], areas: list[Mention]) -> tuple[str, str] | None:
    """Both claims in full, where what follows a joint is but the other area and its place in the ranking."""
    first, second = areas
    if not first.end <= joint.start() or not joint.end() <= second.start:
        return None
    end, other = _end_of(text[: joint.start()]), _end_of(text[joint.end() :])
    alone = _PLACE_ALONE.search(text[joint.end() :]) if other is None and end else None
    if alone and end:
        other = (alone.start(), f"{alone['nth']} {end[1]}")
    if end is None or other is None or end[1].lower() == other[1].lower():
        return None
    rest = (
        text[joint.end() :]
        .replace(text[second.start : second.end], " ")
        .replace(alone.group() if alone else other[1], " ")
    )
    if _IDLE.sub("", _OWN_NUMBER.sub(" ", rest)):
        return None
    own = _OWN_NUMBER.search(text[joint.end() :])
    told = text[: joint.start()]
    of_other = f"{told[: first.start]}{text[second.start : second.end]}{told[first.end :]}"
    at = _end_of(of_other)
    if at is None:
        return None
    of_other = f"{of_other[: at[0]]}{_as_said_of(at[1], other[1])}{of_other[at[0] + len(at[1]) :]}"
    return told, f"{_OWN_NUMBER.sub('', of_other)}{own.group() if own else ''}"


def _end_of(text: str) -> tuple[int, str] | None:
    """Where the only word of an end of a ranking stands, and the word."""
    found = [*_LOW_WORD.finditer(text), *_HIGH_WORD.finditer(text)]
    return (found[0].start(), found[0].group()) if len(found) == 1 else None


def _as_said_of(word: str, other: str) -> str:
    """The other end, in the word that goes with what is ranked ("the most deaths": "the fewest deaths")."""
    place = re.match(r"(?:second|third|fourth|2nd|3rd|next)[ -]", other, re.I)
    bare = other[place.end() :] if place else other
    counted = word.lower().endswith(("most", "fewest"))
    low = _LOW_WORD.fullmatch(bare) is not None
    if " " in bare or bare.lower() in _ADVERBS or word.lower().endswith(_ADVERBS):
        return other
    named = ("fewest" if counted else "lowest") if low else ("most" if counted else "highest")
    return f"{place.group() if place else ''}{named}"


def _with_unit(number: str, other: str) -> str:
    """A number with the unit that is told of the other one alone ("18.3 against 10.9 per thousand")."""
    unit = re.sub(r"^£?[\d,.]*\d", "", other)
    return number if not number or re.search(r"[^\d,.£]", number) else f"{number}{unit}"
