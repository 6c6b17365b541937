"""Whether a number of a sentence is a level or a change, the sign of a change, and its part in "from X to Y"."""

import re

from ingest.numerals import Number
from ingest.prose_records import Typed
from ingest.prose_words import CHANGE_NOUN, CHANGE_VERB, LESS, MORE, SOFTENER, sign_of
from ingest.records import FigureKind

_KINDS: dict[str, FigureKind] = {
    "%": "change_percent",
    "share": "change_percent",
    "percentage points": "change_points",
}
_SMALL = "of|in|to|from|and|the|an?|for|or|with|was|were|by|at|through|after|despite|following|since|because|due|on|as|per|than|over|among|under|before"
_TIME = re.compile(r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|yr)\b", re.I)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|as\syoung\sas|as\sold\sas|under\sthe\sage\sof|age\sof)\s(?:between\s|from\s)?$", re.I
)
_AGE_AFTER = re.compile(r"s?[\s-]*(?:years?[\s-]olds?|year[\s-]old|y/o|olds?\b)", re.I)
_NOUN_AFTER = re.compile(
    rf"(?:[\s-]+(?!(?:{_SMALL})\b)[A-Za-z-]+){{0,3}}?[\s-]+(?P<w>{CHANGE_NOUN})\b",
    re.I,
)
_COUNT_AFTER = re.compile(
    rf"[\s-](?!(?:{_SMALL})\b)[A-Za-z]+(?:[\s-](?!(?:{_SMALL})\b)[a-z]+)?\s(?P<w>{CHANGE_NOUN})\b", re.I
)
_MORE_AFTER = re.compile(
    rf"(?:\s[a-z]+)?\s(?P<w>{MORE}|{LESS})\b(?:\s[a-z-]+){{0,3}}?\s(?:than|on|from|compared)\b(?P<rest>[^.;]{{0,60}})",
    re.I,
)
_FEWER_AFTER = re.compile(rf"(?:\s[a-z]+)?\s(?P<w>fewer|{MORE}|{LESS})\b\W*(?:\(|$|[,.;])", re.I)
_AGAIN = re.compile(
    r"\b(?:19|20)\d\d\b|\byear|\bpreviously|\bbefore\b|\bearlier\b|\blast\b|\bperiod\b|\bquarter\b|\bmonth",
    re.I,
)
_NOUN_BEFORE = re.compile(
    rf"\b(?<!\bno\s)(?<!\bnot\s)(?P<w>{CHANGE_NOUN})(?:\s(?:in|for|among|across|on|over|recorded|seen)\s(?:(?!\b(?:remain|stay|stood|but|which|to|from)\w*)[^,;.()]){{1,70}}?)?"
    rf"(?:\s(?:as\swell|too|also|overall))?(?:,|\s(?:of|by|at|was|were|is|came\sto|stood\sat|equal\sto|amount(?:ed|ing)\sto|equivalent\sto|reached))\s+{SOFTENER}$",
    re.I,
)
_VERB_BEFORE = re.compile(
    rf"\b(?<!\bnot\s)(?P<w>{CHANGE_VERB})\b(?P<gap>[^;]{{0,110}}?)\bby\s+{SOFTENER}$", re.I
)
_VERB_DIRECT = re.compile(rf"\b(?<!\bnot\s)(?P<w>{CHANGE_VERB})(?:\s[a-z]+ly)?\s+{SOFTENER}$", re.I)
_UP_BEFORE = re.compile(
    rf"(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)\b(?P<w>up|down)\s+{SOFTENER}$", re.I
)
_HEADED = re.compile(
    rf"\b(?:the|an?|its|their)\s(?:[\w-]+\s){{0,4}}?(?P<w>{CHANGE_NOUN})\b(?P<gap>[^;\d]{{0,90}}?)(?:,|\bat|\bof)\s+{SOFTENER}$",
    re.I,
)
_BROKEN = re.compile(
    r"\b(?:which|who|whom|that|because|when|as|account\w*|made|mak\w+|represent\w*|from|to|while|but|with)\b",
    re.I,
)
_CHANGED = re.compile(rf"\b(?:{CHANGE_VERB}|{CHANGE_NOUN})\b", re.I)
_NEXT = re.compile(
    rf"(?:\s(?:in|for|at|among|across)\s[\w' ]+?)?(?:,?\sand(?:\sby)?|,|;|\sor|,?\sthen)\s+{SOFTENER}", re.I
)
_ROLE = re.compile(rf"\b(?P<role>from|to)\s+{SOFTENER}$", re.I)


def kinds_of(text: str, numbers: tuple[Number, ...]) -> list[Typed]:
    """How each number of a sentence is used, in order."""
    typed: list[Typed] = []
    for at, number in enumerate(numbers):
        before = typed[-1] if typed else None
        between = text[numbers[at - 1].end : number.start] if at else ""
        own = _type_one(text, number, numbers[:at])
        if own.kind == "level" and before and _goes_on(before, between, numbers[at - 1], number, own):
            own = Typed(before.kind, before.sign)
        typed.append(own)
    return _with_roles(typed)


def is_age(text: str, number: Number) -> bool:
    """Whether a number is an age or a band of ages ("aged 15 to 64", "16-19 year olds", "under 16")."""
    if number.unit or number.value > 120:
        return False
    before, after = text[: number.start], text[number.end :]
    if _AGE_BEFORE.search(before) or _AGE_AFTER.match(after) or re.match(r"s\b", after):
        return True
    return bool(re.search(r"\b(?:under|over|below)[\s-]$", before) and re.match(r"s?\b(?!\s[a-z]*(?:\s|$)?\w*\bper\b)", after)
                and re.search(r"\b(?:children|people|young|those|pupils|all|anyone)\s(?:\w+\s)?(?:under|over|below)[\s-]$", before))  # fmt: skip


def _type_one(text: str, number: Number, earlier: tuple[Number, ...]) -> Typed:
    role = _ROLE.search(text[: number.start])
    as_level = Typed("level", 0, role["role"].lower() if role else "")
    if (
        number.unit in ("times", "interval")
        or number.printed.lower() in ("most", "majority")
        or is_age(text, number)
    ):
        return Typed("level")
    if number.unit not in _KINDS and _TIME.match(text[number.end :]):
        return Typed("level")
    change = _change_word(text, number, earlier)
    if change is None:
        return as_level
    kind = _KINDS.get(number.unit, "change_count")
    return Typed(kind, _signed(number, change))


def _signed(number: Number, change: int) -> int:
    if number.signed:
        return -1 if number.value < 0 else 1
    return change


def _change_word(text: str, number: Number, earlier: tuple[Number, ...]) -> int | None:
    """The sign of the change that a number states; None for a level."""
    before, after = text[: number.start], text[number.end :]
    if number.signed:
        return -1 if number.value < 0 else 1
    for find in (_by_noun_after, _by_comparison, _by_words_before, _in_brackets):
        sign = find(before, after, number, earlier)
        if sign is not None:
            return sign
    if number.unit == "percentage points":
        return sign_of(before) or sign_of(after, last=False)
    return None


def _by_noun_after(before: str, after: str, number: Number, _earlier: tuple[Number, ...]) -> int | None:
    match = (_NOUN_AFTER if number.unit in _KINDS else _COUNT_AFTER).match(after)
    if match is None:
        return None
    return sign_of(match["w"]) or sign_of(before)


def _by_comparison(_before: str, after: str, number: Number, _earlier: tuple[Number, ...]) -> int | None:
    """20% fewer than in 2023, 33 more than the year before: a change, unless places are compared."""
    match = _MORE_AFTER.match(after)
    if match and _AGAIN.search(match["rest"]):
        return sign_of(match["w"])
    match = _FEWER_AFTER.match(after)
    return sign_of(match["w"]) if match and number.unit in _KINDS else None


def _by_words_before(before: str, after: str, number: Number, earlier: tuple[Number, ...]) -> int | None:
    start = _reach(before, number, earlier)
    near = before[start:]
    for pattern in (_NOUN_BEFORE, _VERB_BEFORE, _UP_BEFORE):
        match = pattern.search(near)
        if match:
            return sign_of(match["w"])
    direct = _VERB_DIRECT.search(near) if number.unit in _KINDS else None
    if direct:
        return sign_of(direct["w"])
    match = _HEADED.search(near)
    if (
        match
        and number.unit in _KINDS
        and not _BROKEN.search(match["gap"])
        and not re.match(r"\s(?:of|were|was|had|said)\b", after)
    ):
        return sign_of(match["w"])
    return None


def _reach(before: str, number: Number, earlier: tuple[Number, ...]) -> int:
    """How far back words may govern a number: to the last number that is no period."""
    return max((n.end for n in earlier if n.end <= len(before)), default=0)


def _in_brackets(before: str, after: str, number: Number, _earlier: tuple[Number, ...]) -> int | None:
    """The sign of an unsigned "(354.6%)" after words of change."""
    if (
        number.unit != "%"
        or not re.search(rf"\(\s*(?:by\s)?{SOFTENER}$", before)
        or re.match(r"\s(?:of|were|was|are)\b", after)
    ):
        return None
    clause = re.split(r";|,\s(?:while|whereas|but)\s|:\s(?!.*\bfrom\b)", before[: before.rindex("(")])[-1]
    words = clause if _CHANGED.search(clause) else before
    return sign_of(words) if _CHANGED.search(words) else None


def _goes_on(before: Typed, between: str, last: Number, number: Number, own: Typed) -> bool:
    """Whether a number shares the words of change of the one before: "a rise of 2.4% and 0.7%"."""
    return (
        before.kind != "level"
        and own.role == ""
        and last.unit == number.unit
        and bool(_NEXT.fullmatch(between))
    )


def _with_roles(typed: list[Typed]) -> list[Typed]:
    """Keeps "from" and "to" only for levels."""
    return [t if t.kind == "level" else Typed(t.kind, t.sign) for t in typed]
