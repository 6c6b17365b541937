"""Which place each number of a sentence speaks of: by brackets, order in lists, clause, else from around."""

import re
from itertools import pairwise

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.prose_around import area_around
from ingest.prose_mentions import group_of
from ingest.prose_records import AreaMention, Sentence, Where
from ingest.prose_words import SOFTENER

_NEXT_TO = re.compile(rf"(?:['’]s?)?\s*(?:\(|:|=|–|-)?\s*{SOFTENER}(?:by\s|up\s|down\s)?", re.I)
_INSIDE = re.compile(
    r"(?P<np>(?:[\s-][\w'’/%£-]+){0,7}?)\s(?:\(?in|for|across|of|within|throughout|from|at|among)\s"
    r"(?:the\s)?(?:whole\s(?:of\s)?(?:the\s)?)?",
    re.I,
)
_BREAK = re.compile(
    r"\b(?:and|while|but|which|who|where|whereas|is|are|was|were|than|compared|against|outside|beyond|excluding)\b",
    re.I,
)
_FIRST = re.compile(
    r"^\W*$|^\W*(?:there\s(?:were|was|are|is|have\sbeen)|at|with|from|up|down|after|despite|of|over|about|some|around|"
    r"an?\sestimated|the|only|in\s\d)?\b[^,;]*$",
    re.I,
)
_PREDICATE = re.compile(
    r"(?:(?!\b(?:and|while|but|with|which)\b)[^;:])*?\b(?:was|were|is|are|came|occurred)\s(?:in|for|that\sof|at)\s(?:the\s)?",
    re.I,
)
_EACH = re.compile(r"\b(?:both|each|all|equally|apiece)\b", re.I)
_RANKED = re.compile(r"(?:closely\s)?followed\sby\s[^.;:\d]+\swith\s(?:around|about|roughly|approximately)\s", re.I)
_LOOSE_LIST = re.compile(rf"\s*(?:[A-Za-z-]+\s+){{0,3}}?(?:,|,?\s?and|or|;)\s+{SOFTENER}", re.I)
_STRICT_LIST = re.compile(rf"\s*(?:,|,?\s?and|or|;)\s+{SOFTENER}", re.I)
_OWN_NUMBER = re.compile(r"(?:['’]s?)?\s*\(\s*[+\-−–£]?\d")


def areas_of(sentence: Sentence, lexicon: Lexicon) -> list[Where]:
    """The area of each number, in order."""
    settled = _in_order(sentence)
    picked = []
    for at, number in enumerate(sentence.numbers):
        beside = _before(sentence, number) or _after(sentence, number)
        other = settled.get(at) or _by_clause(sentence, number, lexicon)
        picked.append(Where(beside.name) if beside else other)
    return picked


def is_shared(sentence: Sentence) -> bool:
    """Whether what is said of several places holds for each of them ("both stood at 11")."""
    return bool(_EACH.search(sentence.text)) or bool(_RANKED.match(sentence.text))


def _before(sentence: Sentence, number: Number) -> AreaMention | None:
    """The place right before a number: "Dudley (12)", "Dudley 12"."""
    for mention in sentence.areas:
        between = sentence.text[mention.end : number.start]
        if mention.end <= number.start and _NEXT_TO.fullmatch(between) and mention.kind != "every":
            listed = len(group_of(sentence.text, sentence.areas, mention)) > 1
            return None if listed and "(" not in between else mention
    return None


def _after(sentence: Sentence, number: Number) -> AreaMention | None:
    """The place in the phrase after a number: "12 deaths in Dudley"; of "A and the region" the region."""
    for mention in sentence.areas:
        if mention.start >= number.end and _is_inside(sentence, number, mention):
            group = group_of(sentence.text, sentence.areas, mention)
            return next((m for m in group if m.kind == "region"), group[0])
    return None


def _is_inside(sentence: Sentence, number: Number, mention: AreaMention) -> bool:
    between = sentence.text[number.end : mention.start]
    if any(number.end <= other.start < mention.start for other in sentence.numbers):
        return False
    if between.isspace():
        return mention.kind in ("region", "country", "group")
    if sentence.text[mention.start : mention.end].lower() == "nationally":
        return not re.search(r"[,;:]", between)
    match = _INSIDE.fullmatch(between)
    return match is not None and not _BREAK.search(match["np"])


def _in_order(sentence: Sentence) -> dict[int, Where]:
    """Numbers and places in lists of one length, taken in order: "A and B with 5 and 7 respectively"."""
    settled: dict[int, Where] = {}
    for run in _runs(sentence):
        group = _list_before(sentence, sentence.numbers[run[0]])
        if len(run) > 1 and len(group) == len(run):
            settled |= {at: Where(mention.name) for at, mention in zip(run, group, strict=True)}
    return settled


def _runs(sentence: Sentence) -> list[list[int]]:
    """Numbers that stand in a list, as places in the sentence's numbers."""
    link = _LOOSE_LIST if re.search(r"\brespectively\b", sentence.text, re.I) else _STRICT_LIST
    runs: list[list[int]] = [[0]] if sentence.numbers else []
    for at, (left, right) in enumerate(pairwise(sentence.numbers), start=1):
        if link.fullmatch(sentence.text[left.end : right.start]) and left.unit == right.unit:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _list_before(sentence: Sentence, number: Number) -> list[AreaMention]:
    """The list of places that stands nearest before a number."""
    before = [m for m in sentence.areas if m.end <= number.start and not m.aside and m.kind != "every"]
    return group_of(sentence.text, sentence.areas, before[-1]) if before else []


def _by_clause(sentence: Sentence, number: Number, lexicon: Lexicon) -> Where:
    group = _subjects_before(sentence, number)
    if len(group) > 1:
        return Where("", tuple(m.name for m in group))
    if group:
        return Where(group[0].name)
    after = [m for m in sentence.areas if m.start >= number.end and not m.aside]
    if after and not _is_whole(sentence, number) and _is_said_of(sentence.text, number, after[0]):
        return Where(after[0].name)
    return Where(area_around(sentence, bool(after), lexicon))


def _is_whole(sentence: Sentence, number: Number) -> bool:
    """Whether a number is the whole of which another one is a part: "Of the 90 tests, 40 were in Dudley"."""
    later = any(other.start >= number.end for other in sentence.numbers)
    return later and bool(re.search(r"\bof\s(?:all\s)?(?:the\s)?$", sentence.text[: number.start], re.I))


def _is_said_of(text: str, number: Number, mention: AreaMention) -> bool:
    """Whether a number is said of a place named after it: "At 12 a head A ...", "The lowest, 5, was in A"."""
    between = text[number.end : mention.start]
    if _PREDICATE.fullmatch(between):
        return True
    return bool(_FIRST.match(text[: number.start])) and not re.search(r"[,;]|\b(?:and|but|while)\b", between)


def _subjects_before(sentence: Sentence, number: Number) -> list[AreaMention]:
    """The places before a number that it speaks of: the nearest that are not merely compared with."""
    for mention in reversed([m for m in sentence.areas if m.end <= number.start]):
        if mention.aside and not _is_compared_number(sentence, number, mention):
            continue
        group = group_of(sentence.text, sentence.areas, mention)
        parted = any(_OWN_NUMBER.match(sentence.text[one.end :]) for one in group)
        return [mention] if parted else group
    return []


def _is_compared_number(sentence: Sentence, number: Number, mention: AreaMention) -> bool:
    """Whether a number is that of the place compared with: "lower than the England average of 22.6"."""
    between = sentence.text[mention.end : number.start]
    others = any(mention.end <= other.start < number.start for other in sentence.numbers)
    return not others and mention.kind not in ("every", "here", "region") and not re.search(r"[,;:]|\s[–—-]\s", between)
