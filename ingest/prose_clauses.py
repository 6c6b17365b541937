"""The clause in which a number stands, and the words right after it."""

import re
from dataclasses import dataclass

from ingest.numerals import Number, find_numbers
from ingest.prose_words import CHANGE_NOUN, SOFTENER, without_comment

_NEW_SUBJECT = (
    r"(?=[\w\s-]{3,60}?\b(?:rose|fell|increased|decreased|declined|dropped|grew|climbed|reduced|improved|also|remained|were|was|had|saw|"
    r"went|came|stood|made|accounted|reached)\b)"
)
_CLAUSE = re.compile(
    rf";\s|:\s|,?\s(?:while|whereas|although|though|but)\s|,\sand\s{_NEW_SUBJECT}|\sand\s(?=there\s(?:were|was)\b)|,\swith\s(?=\d)|\s[–—]\s",
    re.I,
)
_TAKES_UP = re.compile(r"(?:this|these|which|it|they)\s(?:represent|account|equat|amount|make|made)\w*\s", re.I)
_STOP_AT = re.compile(
    r"\b(?:in|across|from|to|by|during|between|since|with|were|was|are|is|be|had|have|has|which|who|that|at|on|compared|while|and|per|of\sthese|out\sof|"
    r"than|made|recorded|carried|involved|of\sthe|an?|the|each|every|for|among|within|after|before|or\s\d|as)\b|[,;:()]",
    re.I,
)
_PART_OF = re.compile(
    rf"\b(?:ma(?:de|ke|kes|king)\sup|account\w*\sfor|represent\w*|compris\w*|constitut\w*)\s+{SOFTENER}$",
    re.I,
)
_CHANGE_IN = re.compile(
    rf"(?:[\s-]+[A-Za-z-]+){{0,3}}?[\s-]+{CHANGE_NOUN}\s(?:in|of)\s(?!comparison|relation|line|total|terms|this|that|each|both|all)(?:the\s)?(?:(?:total\s)?number\sof\s)?",
    re.I,
)
_AND_ON = re.compile(
    r"\s*(?:and/or|and|or)\s+(?!\d)(?=[a-z]+\s?[a-z]*\s?(?:users?|clients?|patients?|misuse|deaths?|offences|crimes|cases)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and where it begins in its sentence."""

    text: str
    start: int


def clause_of(text: str, number: Number) -> Clause:
    """The clause in which a number stands, without the comment after it ("..., indicating a shift")."""
    starts = [m.end() for m in _CLAUSE.finditer(text) if m.end() <= number.start and not _TAKES_UP.match(text, m.end())]
    start = max(starts, default=0)
    end = min((m.start() for m in _CLAUSE.finditer(text) if m.start() >= number.end), default=len(text))
    return Clause(without_comment(text[start:end], number.end - start), start)


def noun_phrase(text: str, number: Number) -> str:
    """The words right after a number, up to the first small word; of "a 9% rise in arrests" the arrests."""
    if _PART_OF.search(text[: number.start]):
        return ""
    after = text[number.end :]
    changed = _CHANGE_IN.match(after)
    after = after[changed.end() :] if changed else after
    for stop in _STOP_AT.finditer(after):
        if not _AND_ON.match(after, max(stop.start() - 1, 0)):
            return after[: stop.start()][:80]
    return after[:80]


def names_changed(text: str, number: Number) -> bool:
    """Whether the words after a number say what has changed ("a 9% rise in arrests")."""
    return bool(_CHANGE_IN.match(text[number.end :]))


def near_words(text: str, number: Number) -> str:
    """The words after a number up to the next number or stop; none where it is a part ("made up 9% of")."""
    if _PART_OF.search(text[: number.start]):
        return ""
    after = text[number.end :]
    nexts = [n.start for n in find_numbers(after)]
    stop = re.search(r"[,;:()]|\.\s|\bof\swhich\b|\bthan\b|\bcompared\b|\bagainst\b", after)
    return after[: min([*nexts, stop.start() if stop else len(after)])]
