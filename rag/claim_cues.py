"""Words by which a claim says more than a number (direction, rank, all, only, comparison): ``claim_cues.yaml``, compiled once."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from ingest.numerals import NUMBER_WORDS
from ingest.words import tokenize


@lru_cache(maxsize=1)
def _words() -> dict[str, str | list[str]]:
    path = Path(__file__).parent / "claim_cues.yaml"
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def cue(*names: str) -> re.Pattern[str]:
    """The pattern of this name; of lists of words one that finds any of them as a whole word."""
    given = [_words()[name] for name in names]
    words = [word for one in given if isinstance(one, list) for word in one]
    return re.compile(rf"\b(?:{'|'.join(words)})\b" if words else str(given[0]), re.I)


UP = cue("up_verbs", "up_nouns", "more")
DOWN = cue("down_verbs", "down_nouns", "less")
SAME = cue("same")
CHANGE_VERB = cue("up_verbs", "down_verbs", "other_verbs")
_UP_VERB, _DOWN_VERB = cue("up_verbs"), cue("down_verbs")
_UP_NOUN, _DOWN_NOUN = cue("up_nouns"), cue("down_nouns")
YEARS_COMPARED, HALVED = cue("years_compared"), cue("halved")
EVERY, NONE, TOGETHER, ONLY, COUNTED_AREAS, ALL_BUT = (
    cue(name) for name in ("every", "none", "together", "only", "counted_areas", "all_but")
)
ACROSS_ALL = cue("across_all")
HIGH, LOW = cue("high"), cue("low", "good")
ORDINAL, RANKED, AFTER = cue("ordinal"), cue("ranked"), cue("after")
CHANGE_RANK, NO_AREA_MORE, THAN_ALL_OTHERS = cue("change_rank"), cue("no_area_more"), cue("than_all_others")
IN_PERCENT, IN_NUMBER = cue("in_percent"), cue("in_number")
COMPARATIVE, TIMES_AS, HEDGED = cue("comparative"), cue("times_as"), cue("hedged")
FIRST, ONLY_NUMBER, FILLER = cue("first"), cue("only_number"), cue("filler")


def filler_in(text: str) -> frozenset[str]:
    """The stems of the words of a text that tell nothing of what is counted, number words among them."""
    words = (token for token in tokenize(text) if FILLER.fullmatch(token.word) or token.word in NUMBER_WORDS)
    return frozenset(token.stem for token in words)


def direction_in(text: str) -> str:
    """up, down, same, or "" where the text tells none or both."""
    if SAME.search(text):
        return "same"
    up, down = UP.search(text), DOWN.search(text)
    if bool(up) != bool(down):
        return "up" if up else "down"
    return ""


def verb_direction(text: str) -> str:
    """The direction of a change over time that the text's verbs tell, or ""."""
    if SAME.search(text):
        return "same"
    told = {direction for _, direction in _verbs_in(text)}
    return told.pop() if len(told) == 1 else ""


def last_direction(text: str) -> str:
    """The direction of the last change that a text tells, or ""."""
    found = sorted(_verbs_in(text))
    return found[-1][1] if found else ""


def directions_in(text: str) -> frozenset[str]:
    """All directions of change that a text tells, by verbs and nouns; comparatives ("more than") do not count."""
    nouns = {name for name, pattern in (("up", _UP_NOUN), ("down", _DOWN_NOUN)) if pattern.search(text)}
    return frozenset(nouns | {direction for _, direction in _verbs_in(text)})


def _verbs_in(text: str) -> list[tuple[int, str]]:
    """Where the verbs of change stand in a text and the direction of each."""
    patterns = (("up", _UP_VERB), ("down", _DOWN_VERB), ("same", SAME))
    return [(match.start(), name) for name, pattern in patterns for match in pattern.finditer(text)]
