"""The shape of a sum in words: which sum a question asks for, and the phrases that name what it is worked out from."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import yaml


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
    asked: dict[str, re.Pattern[str]]
    given: dict[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def load_shapes() -> Shapes:
    """The shapes of ``rag/sums.yaml``."""
    raw = yaml.safe_load((Path(__file__).parent / "sums.yaml").read_text(encoding="utf-8"))
    shapes = tuple((kind, re.compile(p, re.I)) for kind, patterns in raw["shapes"].items() for p in patterns)
    joined, asked, given = (_compiled(raw[name]) for name in ("joined", "asked", "given"))
    pointing, whole, whole_area, loose = (
        re.compile(raw[name], re.I) for name in ("pointing", "whole", "whole_area", "loose")
    )
    return Shapes(shapes, joined, pointing, whole, whole_area, loose, asked, given)


def _compiled(patterns: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(pattern, re.I) for kind, pattern in patterns.items()}


def shapes_of(text: str) -> list[Shape]:
    """The shapes that a question has, the likeliest first."""
    found = []
    for kind, pattern in load_shapes().shapes:
        match = pattern.search(text)
        if match is None:
            continue
        phrases = (*_split(kind, match["a"] or ""), *_split(kind, match["b"]))
        if not phrases[-1] or any(phrase.count("(") != phrase.count(")") for phrase in phrases):
            continue
        spans = sorted(match.span(name) for name in ("a", "b") if match[name])
        outside = (
            f"{text[: spans[0][0]]} {' '.join(text[a[1] : b[0]] for a, b in pairwise(spans))} {text[spans[-1][1] :]}"
        )
        found.append(Shape(kind, phrases, outside))
    return found


def _split(kind: str, phrase: str) -> list[str]:
    joint = load_shapes().joined.get(kind)
    parts = joint.split(phrase) if joint else [phrase]
    return [part.strip(" ,.:=") for part in parts]
