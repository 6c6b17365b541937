"""Of which place and which time each of several numbers is that a claim names after both, in turn, or pair by pair.

"Sandwell is below England: 15.9 against 22.6"; "more in 2023/24 than in 2022/23: 19,248 against 18,248"; "from three to
nine in Solihull and from 76 to 87 in Birmingham".
"""

import re
from collections.abc import Sequence

from ingest.lexicon import Lexicon
from ingest.periods import Period
from ingest.prose_records import Sentence

_HERE_AFTER = re.compile(r"^[^,.;:\d]{0,30}$")
_TURN = re.compile(r"^[^.;]{0,30}\b(?P<link>against|compared (?:with|to)|versus|and|to|v)\b[^.;]{0,20}$", re.I)
_FROM = re.compile(r"\bfrom\s(?:\w+\s){0,2}$", re.I)
_TO = re.compile(r"^\s(?:[a-z%]+\s){0,3}to\s(?:\w+\s){0,2}$", re.I)
_IN_AFTER = re.compile(r"^\s(?:(?!and\b|but\b|while\b|whereas\b)[a-z]+\s){0,3}(?:in|for|across|at)\s(?:the\s)?$", re.I)
_FROM_AFTER = re.compile(r"^,?\s(?:[a-z]+\s){0,4}from\s(?:[a-z]+\s){0,2}$", re.I)
_LOCAL = ("local", "region", "country")


def areas_in_turn(sentence: Sentence, lexicon: Lexicon) -> dict[int, str]:
    """The area of a number by where the number starts: the place told right after it, or the first and second in turn."""
    found: dict[int, str] = {}
    for number in sentence.numbers:
        later = [m for m in sentence.areas if m.start >= number.end]
        if later and later[0].kind == "here" and _HERE_AFTER.match(sentence.text[number.end : later[0].start]):
            ours = len(later) > 1 and later[1].kind == "local" and later[1].start - later[0].end < 2  # "our Sandwell"
            found[number.start] = later[1].name if ours else lexicon.region
    return found or _of_changes(sentence) or _in_turn(sentence, lexicon)


def _of_changes(sentence: Sentence) -> dict[int, str]:
    """The area of both ends of each of several changes: the one told right after its end, or right before its beginning."""
    text, found = sentence.text, dict[int, str]()
    changes = [
        (first, last)
        for first, last in zip(sentence.numbers, sentence.numbers[1:], strict=False)
        if _FROM.search(text[: first.start]) and _TO.match(text[first.end : last.start])
    ]
    for first, last in changes if len(changes) > 1 else ():
        places = [m for m in sentence.areas if m.kind in _LOCAL]
        after = [m for m in places if m.start >= last.end and _IN_AFTER.match(text[last.end : m.start])]
        before = [m for m in places if m.end <= first.start and _FROM_AFTER.match(text[m.end : first.start])]
        for place in (after or before)[:1]:
            found |= {first.start: place.name, last.start: place.name}
    return found


def _in_turn(sentence: Sentence, lexicon: Lexicon) -> dict[int, str]:
    if len(sentence.numbers) != 2:
        return {}
    first, second = sentence.numbers
    areas = [
        lexicon.region if m.kind == "here" else m.name
        for m in sentence.areas
        if m.kind in (*_LOCAL, "here") and m.end <= first.start
    ]
    names = list(dict.fromkeys(areas))
    later = any(m.start > first.start for m in sentence.areas)
    if len(names) != 2 or later or not _TURN.match(sentence.text[first.end : second.start]):
        return {}
    return {first.start: names[0], second.start: names[1]}


def periods_in_turn(sentence: Sentence, asked: Sequence[Period]) -> dict[int, Period]:
    """The period of each of a claim's last two numbers, by where it starts, where the claim names two periods before both."""
    if len(sentence.numbers) < 2 or len({m.name for m in sentence.areas if m.kind == "local"}) > 1:
        return {}
    first, second = sentence.numbers[-2:]
    link = _TURN.match(sentence.text[first.end : second.start])
    named = [m for m in sentence.periods if m.period in asked]
    told = list(dict.fromkeys(m.period for m in named))
    if link is None or len(named) != 2 or len(told) != 2 or named[1].end > first.start or first.unit != second.unit:
        return {}
    if not _follow_a_stop(sentence.text[named[1].end : first.start]):
        return {}
    return dict(zip((first.start, second.start), _ordered(told, link["link"].lower(), sentence.text), strict=True))


def _follow_a_stop(between: str) -> bool:
    """Whether two numbers only tell again what was said before them (": 19,248 against 18,248")."""
    return bool(re.fullmatch(r"\s?[,:;(–—-]+\s?(?:\w+\s){0,2}", between))


def _ordered(told: list[Period], link: str, text: str) -> list[Period]:
    """Two periods in the order of their numbers: as named; "to" leads to the later one, "against" goes back from it."""
    if link == "to":
        return sorted(told)
    set_against = link.startswith(("against", "compared", "v"))
    return sorted(told, reverse=True) if set_against and not re.search(r"\bthan\b", text, re.I) else told
