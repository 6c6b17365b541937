"""The words around a number that make it a change: "a 9% fall", "fell by 9%", "9% fewer than in 2023"."""

import re

from ingest.numerals import Number
from ingest.prose_words import CHANGE_NOUN, CHANGE_VERB, LESS, MORE, SOFTENER, sign_of

SHARES = ("%", "share", "percentage points")

_SMALL = (
    r"(?:of|in|to|from|and|the|an?|for|or|with|was|were|by|at|through|after|despite|following|since|because|due|on|as|"
    r"per|than|over|among|under|before)\b"
)
_NOUN_AFTER = re.compile(rf"(?:[\s-]+(?!{_SMALL})[A-Za-z-]+){{0,3}}?[\s-]+(?P<w>{CHANGE_NOUN})\b", re.I)
_COUNT_AFTER = re.compile(rf"[\s-](?!{_SMALL})[A-Za-z]+(?:[\s-](?!{_SMALL})[a-z]+)?\s(?P<w>{CHANGE_NOUN})\b", re.I)
_MORE_THAN = re.compile(
    rf"(?:\s[a-z]+)?\s(?P<w>{MORE}|{LESS})\b(?:\s[a-z-]+){{0,3}}?\s(?:than|on|from|compared)\b(?P<rest>[^.;]{{0,60}})",
    re.I,
)
_ABOVE_YEAR = re.compile(
    r"\s(?P<w>above|below)\s(?:its\s|their\s|the\s)?(?:(?:level|figure|total|number)\sof\s)?(?:in\s)?(?:19|20)\d\d",
    re.I,
)
_MORE_END = re.compile(rf"(?:\s[a-z]+)?\s(?P<w>{MORE}|{LESS})\b\W*(?:\(|$|[,.;])", re.I)
_EARLIER = re.compile(
    r"\b(?:19|20)\d\d\b|\byear|\bpreviously|\bbefore\b|\bearlier\b|\blast\b|\bperiod\b|\bquarter\b|\bmonth",
    re.I,
)
_NOT = r"(?<!\bno\s)(?<!\bnot\s)"
_NOUN_BEFORE = re.compile(
    rf"\b{_NOT}(?P<w>{CHANGE_NOUN})(?:\s(?:in|for|among|across|on|over|recorded|seen)\s"
    r"(?:(?!\b(?:remain|stay|stood|but|which|to|from)\w*)[^,;.()]){1,70}?)?(?:\s(?:as\swell|too|also|overall))?"
    r"(?:,|\s(?:of|by|at|was|were|is|came\sto|stood\sat|equal\sto|amount(?:ed|ing)\sto|equivalent\sto|reached))"
    rf"\s+{SOFTENER}$",
    re.I,
)
_VERB_BY = re.compile(rf"\b{_NOT}(?P<w>{CHANGE_VERB})\b[^;]{{0,110}}?\bby\s+{SOFTENER}$", re.I)
_VERB_DIRECT = re.compile(rf"\b{_NOT}(?P<w>{CHANGE_VERB})(?:\s[a-z]+ly)?\s+{SOFTENER}$", re.I)
_PHRASAL = re.compile(
    r"\b(?:ma[dk]e?s?|making|pick(?:s|ed|ing)?|tak(?:es?|en|ing)|took|sets?|setting|end(?:s|ed)?|turn(?:s|ed|ing)?|"
    r"sign(?:s|ed|ing)?|giv(?:es?|en|ing)|gave|hand(?:s|ed|ing)?|chalk(?:s|ed)?|clock(?:s|ed)?|rack(?:s|ed)?|lin(?:es?|ed)|"
    r"sum(?:s|med)?|add(?:s|ed|ing)?|track(?:s|ed)?|shut(?:s|ting)?|clos(?:es?|ed|ing)|writ(?:es?|ten)|"
    r"split(?:s|ting)?|build(?:s|ing)?|built|call(?:s|ed|ing)?|look(?:s|ed|ing)?)\s$",
    re.I,
)
_UP_OR_DOWN = re.compile(rf"\b(?P<w>up|down)\s+{SOFTENER}$", re.I)
_HEADED = re.compile(
    rf"\b(?:the|an?|its|their)\s(?:[\w-]+\s){{0,4}}?(?P<w>{CHANGE_NOUN})\b(?P<gap>[^;\d]{{0,90}}?)(?:,|\bat|\bof)\s+{SOFTENER}$",
    re.I,
)
_BROKEN = re.compile(
    r"\b(?:which|who|whom|that|because|when|as|account\w*|made|mak\w+|represent\w*|from|to|while|but|with)\b",
    re.I,
)
_CHANGED = re.compile(rf"\b(?:{CHANGE_VERB}|{CHANGE_NOUN})\b", re.I)
_BRACKET = re.compile(rf"(?:\(\s*(?:by\s)?|,\s(?:or|that\sis),?\s){SOFTENER}$", re.I)
_NEW_CLAUSE = re.compile(r";|,\s(?:while|whereas|but)\s|:\s(?!.*\bfrom\b)")


def change_sign(text: str, number: Number, earlier: tuple[Number, ...]) -> int | None:
    """The sign of the change that a number states (-1, 0 where no word tells, 1); None for a level."""
    before, after = text[: number.start], text[number.end :]
    if number.signed:
        return -1 if number.value < 0 else 1
    near = before[max((n.end for n in earlier if n.end <= len(before)), default=0) :]
    signs = (
        _noun_after(before, after, number),
        _more_after(after, number),
        _words_before(near, after, number),
        _in_brackets(before, after, number),
    )
    for sign in signs:
        if sign is not None:
            return sign
    if number.unit == "percentage points":
        return sign_of(before) or sign_of(after, last=False)
    return None


def _noun_after(before: str, after: str, number: Number) -> int | None:
    """The sign of "9% fall" and "a 2-offence rise"."""
    match = (_NOUN_AFTER if number.unit in SHARES else _COUNT_AFTER).match(after)
    return (sign_of(match["w"]) or sign_of(before)) if match else None


def _more_after(after: str, number: Number) -> int | None:
    """The sign of "20% fewer than in 2023": a change, unless it is places that are compared."""
    match = _ABOVE_YEAR.match(after)
    if match:
        return sign_of(match["w"])
    match = _MORE_THAN.match(after)
    if match and _EARLIER.search(match["rest"]):
        return sign_of(match["w"])
    match = _MORE_END.match(after)
    return sign_of(match["w"]) if match and number.unit in SHARES else None


def _words_before(near: str, after: str, number: Number) -> int | None:
    """The sign of "a fall of 9%", "fell by 9%"; of shares also "fell 9%", "The largest fall was in A, 9%"."""
    for pattern in (_NOUN_BEFORE, _VERB_BY, _UP_OR_DOWN):
        match = pattern.search(near)
        if match and not _PHRASAL.search(near[: match.start("w")]):
            return sign_of(match["w"])
    if number.unit not in SHARES:
        return None
    match = _VERB_DIRECT.search(near)
    if match:
        return sign_of(match["w"])
    match = _HEADED.search(near)
    is_share = re.match(r"\s(?:of|were|was|had|said)\b", after)
    return sign_of(match["w"]) if match and not is_share and not _BROKEN.search(match["gap"]) else None


def _in_brackets(before: str, after: str, number: Number) -> int | None:
    """The sign of an unsigned "(354.6%)" after words of change."""
    if number.unit != "%" or not _BRACKET.search(before) or re.match(r"\s(?:of|were|was|are)\b", after):
        return None
    clause = _NEW_CLAUSE.split(before[: max(before.rfind("("), before.rfind(",")) + 1])[-1]
    words = clause if _CHANGED.search(clause) else before
    return sign_of(words) if _CHANGED.search(words) else None
