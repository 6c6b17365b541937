"""What is told of an overlong list or sentence: each of its parts in short, or the one that says what is asked for."""

import re
from collections.abc import Sequence

from ingest.words import content_stems

_CLAUSE = re.compile(r"(?<=[,;]) (?=\w)|(?<=\w) (?=and an? )")
_GOES_ON = re.compile(r"\w+ing (?!to\b)|(?:which|who|whose|so that|in order to) ")  # says more of the clause before it
_LONGEST = 700
_SHORTEST_ITEM = 40  # an item is not cut to less
_SHORTEST = 40  # what is shorter is no clause of its own ("robbery, theft and burglary")


def part_asked_for(text: str, question: str, longest: int) -> str:
    """The consecutive clauses that have most words of a question, with dots where others are left out."""
    clauses = _clauses(text)
    asked = set(content_stems(question))
    spans = [(a, b) for a in range(len(clauses)) for b in range(a + 1, len(clauses) + 1)]
    fitting = [(a, b) for a, b in spans if len(" ".join(clauses[a:b])) <= longest]
    if not fitting:
        return text[:longest].rsplit(" ", 1)[0] + "…"
    marks = {(a, b): len(asked & set(content_stems(" ".join(clauses[a:b])))) for a, b in fitting}
    opening = [] if any(marks.values()) else [span for span in fitting if not span[0]]
    if opening:  # nothing tells one clause from another
        first, past = max(opening)
    else:
        first, past = max(fitting, key=lambda span: (marks[span], -len(" ".join(clauses[slice(*span)])), -span[0]))
    part = " ".join(clauses[first:past]).rstrip(",;")
    return f"{'… ' if first else ''}{part}{' …' if past < len(clauses) else ''}"


def _clauses(text: str) -> list[str]:
    joined: list[str] = []
    for piece in _CLAUSE.split(text):
        if joined and (len(piece) < _SHORTEST or len(joined[-1]) < _SHORTEST or _GOES_ON.match(piece)):
            joined[-1] = f"{joined[-1]} {piece}"
        else:
            joined.append(piece)
    return joined


def told_in_short(text: str) -> str:
    """A sentence that tells many things, each of them cut to fit."""
    return "; ".join(fit_items([clause.rstrip(",;. ") for clause in _clauses(text)], _LONGEST))


def fit_items(items: Sequence[str], room: int) -> list[str]:
    """The items, the longest of them cut so that all have room; short ones leave theirs to the others."""
    longest = _longest_that_fits([len(item) for item in items], room - 2 * len(items))
    return [item if len(item) <= longest else _cut(item, longest) for item in items]


def _longest_that_fits(lengths: list[int], room: int) -> int:
    left, open_items = room, len(lengths)
    for length in sorted(lengths):
        if length * open_items > left:
            return max(_SHORTEST_ITEM, left // open_items)
        left, open_items = left - length, open_items - 1
    return max(lengths, default=0)


def _cut(text: str, longest: int) -> str:
    first = re.split(r"(?<=\w)(?:[.;:]\s|\s[-–]\s)", text)[0]
    if len(first) <= longest:
        return first
    return text[:longest].rsplit(" ", 1)[0] + "…"
