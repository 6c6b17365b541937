"""Numbers that are the size of a change by where they stand: "the smallest rise was A's, at 27", "fell from 72 to 59, by 18.1%"."""

import re
from dataclasses import replace

from ingest.numerals import Number
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
_DOWN = ("fall", "drop", "decrease", "decline", "reduction", "cut")
_KINDS: dict[str, FigureKind] = {"%": "change_percent", "share": "change_percent", "percentage points": "change_points"}


def as_change(text: str, number: Number, figure: Figure, role: Role) -> tuple[Figure, Role]:
    """A level that is the size of the change told before it, as that change; every other figure as it is."""
    before = text[: number.start]
    ranked = _RANKED_CHANGE.search(before)
    if figure.kind != "level" or number.unit not in ("", *_KINDS) or role == "times":
        return figure, role
    if not ranked and not _AND_BY.search(before):
        return figure, role
    told = ("down" if ranked["noun"] in _DOWN else "up") if ranked else last_direction(before)
    if told not in ("up", "down"):
        return figure, role
    sign = 1 if told == "up" else -1
    kind = _KINDS.get(number.unit, "change_count")
    return replace(figure, kind=kind, value=abs(figure.value) * sign), ""
