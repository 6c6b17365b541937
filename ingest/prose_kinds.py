"""Whether a number is a level or a change, the sign of a change, and its part in "from X to Y"."""

import re

from ingest.numerals import Number
from ingest.prose_changes import change_sign
from ingest.prose_records import Typed
from ingest.prose_words import SOFTENER
from ingest.records import FigureKind

_KINDS: dict[str, FigureKind] = {
    "%": "change_percent", "share": "change_percent", "percentage points": "change_points",
}  # fmt: skip
_TIME = re.compile(r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|yr)\b", re.I)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|as\syoung\sas|as\sold\sas|under\sthe\sage\sof|age\sof)\s(?:between\s|from\s)?$", re.I
)
_AGE_AFTER = re.compile(r"s?[\s-]*(?:years?[\s-]olds?|year[\s-]old|y/o|olds?\b)|s\b", re.I)
_AGE_LIMIT = re.compile(
    r"\b(?:children|people|young|those|pupils|all|anyone)\s(?:\w+\s)?(?:under|over|below)[\s-]$|\b(?:under|over)-$",
    re.I,
)
_NEXT = re.compile(
    rf"(?:\s(?:in|for|at|among|across)\s[\w' ]+?)?(?:,?\sand(?:\sby)?|,|;|\sor|,?\sthen)\s+{SOFTENER}", re.I
)
_ROLE = re.compile(rf"\b(?P<role>from|to)\s+{SOFTENER}$", re.I)


def kinds_of(text: str, numbers: tuple[Number, ...]) -> list[Typed]:
    """How each number of a sentence is used, in order."""
    typed: list[Typed] = []
    for at, number in enumerate(numbers):
        own = _type_one(text, number, numbers[:at])
        if typed and own.kind == "level" and own.role == "" and _is_next(text, numbers[at - 1], number):
            own = typed[-1] if typed[-1].kind != "level" else own
        typed.append(own)
    return typed


def is_age(text: str, number: Number) -> bool:
    """Whether a number is an age or a band of ages ("aged 15 to 64", "16-19 year olds", "under-16s")."""
    if number.unit or number.value > 120:
        return False
    before, after = text[: number.start], text[number.end :]
    return bool(_AGE_BEFORE.search(before) or _AGE_AFTER.match(after) or _AGE_LIMIT.search(before))


def _type_one(text: str, number: Number, earlier: tuple[Number, ...]) -> Typed:
    if _is_never_change(text, number):
        return Typed("level")
    sign = change_sign(text, number, earlier)
    if sign is not None:
        return Typed(_KINDS.get(number.unit, "change_count"), sign)
    role = _ROLE.search(text[: number.start])
    return Typed("level", 0, role["role"].lower() if role else "")


def _is_never_change(text: str, number: Number) -> bool:
    """Whether a number is a duration, an age, a multiple or a "most": levels, whatever stands around."""
    if number.unit in ("times", "interval") or number.printed.lower() in ("most", "majority"):
        return True
    return is_age(text, number) or (number.unit not in _KINDS and bool(_TIME.match(text[number.end :])))


def _is_next(text: str, last: Number, number: Number) -> bool:
    """Whether a number shares the words around the one before: "a rise of 2.4% and 0.7%"."""
    return last.unit == number.unit and bool(_NEXT.fullmatch(text[last.end : number.start]))
