"""The part of an overlong sentence that says what is asked for."""

import re

from ingest.words import content_stems

_CLAUSE = re.compile(r"(?<=[,;]) (?=\w)|(?<=\w) (?=and an? )")
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
    first, past = max(fitting, key=lambda span: (marks[span], -len(" ".join(clauses[slice(*span)])), -span[0]))
    part = " ".join(clauses[first:past]).rstrip(",;")
    return f"{'… ' if first else ''}{part}{' …' if past < len(clauses) else ''}"


def _clauses(text: str) -> list[str]:
    joined: list[str] = []
    for piece in _CLAUSE.split(text):
        if joined and len(piece) < _SHORTEST:
            joined[-1] = f"{joined[-1]} {piece}"
        else:
            joined.append(piece)
    return joined
