"""Numbers that are the size of a change by where they stand: "the smallest rise was A's, at 27", "the rise came to 1,005"."""

import re
from dataclasses import replace

from ingest.numerals import Number, find_numbers
from ingest.records import Figure, FigureKind
from rag.claim_cues import last_direction
from rag.claim_records import Role

_SOFT = r"(?:just |about |around |roughly |nearly |almost |over |under |only |some |a mere )*"
_RANKED_CHANGE = re.compile(
    r"\b(?:smallest|largest|biggest|greatest|steepest|sharpest|lowest|highest|best|worst)\s(?:\w+\s){0,2}?"
    r"(?P<noun>rise|increase|growth|jump|uplift|gain|fall|drop|decrease|decline|reduction|cut)\b"
    rf"[^;.]*?(?:['’]s?|[A-Z]\w+)(?:,\s(?:at|of|by|with|up|down)\s|\s?[(:–-]\s?|\s(?:at|with|of)\s){_SOFT}$",
)
_AND_BY = re.compile(rf"\d[^.;]*[,(]\s?(?:or\s|that is\s|down\s|up\s)?by\s{_SOFT}$", re.I)
_NOUNS = r"rise|increase|growth|jump|uplift|gain|fall|drop|decrease|decline|reduction|cut"
_CAME_TO = re.compile(
    rf"\b(?:the|an?|its|their|our|this|that|\w+['’]s?)\s(?:[\w-]+\s){{0,3}}?(?P<noun>{_NOUNS})\b"
    r"(?=,?\s(?:in|of|for|from|between|over|since|there|recorded|seen|across|was|came|amount\w*|stood|totalled|equalled|work\w*|add\w*)\b)"
    r"(?P<gap>[^;.]*?)\s(?:came (?:out )?(?:to|at)|amount(?:ed|s) to|stood at|was|is|totalled|equalled|work(?:ed|s) out (?:to|at|as)|add(?:ed|s) up to)"
    rf"\s{_SOFT}$",
    re.I,
)
_OF_OTHER = re.compile(
    r"\b(?:which|who|whose|where|when|that|because|after|so|meant|left|brought|took|leaving|bringing|taking|total|figure|but|while)\b",
    re.I,
)
_DOWN = ("fall", "drop", "decrease", "decline", "reduction", "cut")
_KINDS: dict[str, FigureKind] = {"%": "change_percent", "share": "change_percent", "percentage points": "change_points"}


def as_change(text: str, number: Number, figure: Figure, role: Role) -> tuple[Figure, Role]:
    """A level that is the size of the change told before it, as that change; every other figure as it is."""
    before = text[: number.start]
    ranked = _RANKED_CHANGE.search(before) or _size_told(before)
    if figure.kind != "level" or number.unit not in ("", *_KINDS) or role == "times":
        return figure, role
    if not ranked and not _AND_BY.search(before):
        return figure, role
    told = ("down" if ranked["noun"].lower() in _DOWN else "up") if ranked else last_direction(before)
    if told not in ("up", "down"):
        return figure, role
    sign = 1 if told == "up" else -1
    kind = _KINDS.get(number.unit, "change_count")
    return replace(figure, kind=kind, value=abs(figure.value) * sign), ""


def _size_told(before: str) -> re.Match[str] | None:
    """The change whose size comes next ("the rise in offences from one year to the next came to ..."), no other number between."""
    told = _CAME_TO.search(before)
    if told is None or _OF_OTHER.search(told["gap"]) or find_numbers(told["gap"]):
        return None
    return told
