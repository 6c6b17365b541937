"""A claim's everyday turns of phrase put into the plain words by which it is read, compiled once.

The words of people who talk about a fact (``claim_said_plainly.yaml``) go first, then those for figures.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

_DIGITS = r"\d[\d.,]*\d|\d"
_NUMBER = (
    r"(?:(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|half|every|double|triple|twice|dozen|hundred)\b|[£+-]?\d)"
)
_AREA = r"(?-i:([A-Z][a-z]+))"
_FILES = ("claim_said_plainly.yaml", "claim_figure_phrases.yaml", "claim_phrases.yaml")

_YEAR_BEFORE = re.compile(
    r"\bin the (?:calendar )?(?:year|twelve months|12 months) (?:before|prior to|leading up to|running up to|up to) the "
    r"(?P<year>20\d\d) (?:report|paper|document|study|review|briefing)",
    re.I,
)


def plain_phrases(text: str) -> str:
    """The text with everyday turns of phrase in plain words: "nearly half" for "not far short of half"."""
    text = _YEAR_BEFORE.sub(lambda match: f"in {int(match['year']) - 1}", text)
    for plain, pattern in _phrases():
        text = pattern.sub(plain, text)
    return " ".join(text.split())


@lru_cache(maxsize=1)
def _phrases() -> list[tuple[str, re.Pattern[str]]]:
    here = Path(__file__).parent
    entries = [entry for name in _FILES for entry in yaml.safe_load((here / name).read_text(encoding="utf-8"))]
    return [(plain, re.compile(_bounded(_filled(said)), re.I)) for plain, said in entries]


def _filled(pattern: str) -> str:
    return pattern.replace("{n}", _NUMBER).replace("{digits}", f"(?:{_DIGITS})").replace("{area}", _AREA)


def _bounded(pattern: str) -> str:
    return pattern if pattern.startswith(("\\b", "(?<=[")) else rf"\b(?:{pattern})"
