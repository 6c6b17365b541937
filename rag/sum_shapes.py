"""The shape of a sum in words: which sum a question asks for, and the phrases that name what it is worked out from."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import yaml

_SENTENCES = re.compile(r"(?<=[a-z\d)])[.!]\s+(?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Shape:
    """A sum as a question puts it: its kind, the phrases of its operands in order, and the text around them."""

    kind: str
    phrases: tuple[str, ...]
    around: str


@dataclass(frozen=True, eq=False)
class Shapes:
    """The patterns of ``sums.yaml``, compiled."""

    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    joined: dict[str, re.Pattern[str]]
    pointing: re.Pattern[str]
    whole: re.Pattern[str]
    whole_area: re.Pattern[str]
    loose: re.Pattern[str]
    after: re.Pattern[str]
    counted: re.Pattern[str]
    asked: dict[str, re.Pattern[str]]
    given: dict[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def load_shapes() -> Shapes:
    """The shapes of ``rag/sums.yaml``."""
    raw = yaml.safe_load((Path(__file__).parent / "sums.yaml").read_text(encoding="utf-8"))
    shapes = tuple((kind, re.compile(p, re.I)) for kind, patterns in raw["shapes"].items() for p in patterns)
    joined, asked, given = (_compiled(raw[name]) for name in ("joined", "asked", "given"))
    pointing, whole, whole_area, loose, after, counted = (
        re.compile(raw[name], re.I) for name in ("pointing", "whole", "whole_area", "loose", "after", "counted")
    )
    return Shapes(shapes, joined, pointing, whole, whole_area, loose, after, counted, asked, given)


def _compiled(patterns: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(pattern, re.I) for kind, pattern in patterns.items()}


def shapes_of(text: str) -> list[Shape]:
    """The shapes that a question has, the likeliest first."""
    found = []
    for kind, pattern in load_shapes().shapes:
        match = pattern.search(text)
        if match is None:
            continue
        first, second = _own_sentence(match["a"] or "", at_end=True), _own_sentence(match["b"], at_end=False)
        phrases = (*_split(kind, first), *_split(kind, second))
        if not phrases[-1] or any(phrase.count("(") != phrase.count(")") for phrase in phrases):
            continue
        starts = (match.end("a") - len(first), match.start("b"))
        pairs = zip(starts, (first, second), strict=True)
        spans = sorted((start, start + len(phrase)) for start, phrase in pairs if phrase)
        outside = (
            f"{text[: spans[0][0]]} {' '.join(text[a[1] : b[0]] for a, b in pairwise(spans))} {text[spans[-1][1] :]}"
        )
        found.append(Shape(kind, phrases, outside))
    return found


def _own_sentence(phrase: str, at_end: bool) -> str:
    """The part of a phrase that names its operand: in the sentence next to the words of the sum, without what comes after."""
    if at_end:
        return _SENTENCES.split(phrase)[-1]
    return load_shapes().after.split(_SENTENCES.split(phrase)[0])[0]


def _split(kind: str, phrase: str) -> list[str]:
    joint = load_shapes().joined.get(kind)
    parts = joint.split(phrase) if joint else [phrase]
    return [part.strip(" ,.:=") for part in parts]
