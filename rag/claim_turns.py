"""The area of each of two numbers that a claim names after both areas, in turn: "Sandwell is below England: 15.9 against 22.6"."""

import re

from ingest.lexicon import Lexicon
from ingest.prose_records import Sentence

_HERE_AFTER = re.compile(r"^[^,.;:\d]{0,30}$")
_TURN = re.compile(r"^[^.;]{0,30}\b(?:against|compared (?:with|to)|versus|and|to|v)\b[^.;]{0,20}$", re.I)


def areas_in_turn(sentence: Sentence, lexicon: Lexicon) -> dict[int, str]:
    """The area of a number by where the number starts: the place told right after it, or the first and second in turn."""
    found: dict[int, str] = {}
    for number in sentence.numbers:
        later = [m for m in sentence.areas if m.start >= number.end]
        if later and later[0].kind == "here" and _HERE_AFTER.match(sentence.text[number.end : later[0].start]):
            ours = len(later) > 1 and later[1].kind == "local" and later[1].start - later[0].end < 2  # "our Sandwell"
            found[number.start] = later[1].name if ours else lexicon.region
    return found or _in_turn(sentence, lexicon)


def _in_turn(sentence: Sentence, lexicon: Lexicon) -> dict[int, str]:
    if len(sentence.numbers) != 2:
        return {}
    first, second = sentence.numbers
    areas = [
        lexicon.region if m.kind == "here" else m.name
        for m in sentence.areas
        if m.kind in ("local", "region", "country", "here") and m.end <= first.start
    ]
    names = list(dict.fromkeys(areas))
    later = any(m.start > first.start for m in sentence.areas)
    if len(names) != 2 or later or not _TURN.match(sentence.text[first.end : second.start]):
        return {}
    return {first.start: names[0], second.start: names[1]}
