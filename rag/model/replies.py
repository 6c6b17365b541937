"""A reply as it comes, cut into the sentences of its first line and those after it."""

import re
from collections.abc import Iterable, Iterator

from rag.model.clauses import sentences_in

_CITED_AFTER = re.compile(r"([.!?])((?:\s*\[s\d+\])+)")
_MARKS = re.compile(r"^\s*(?:[-*•]\s+|(?:headline|answer|reworded answer)\s*:\s*)", re.I)


def lines_of(pieces: Iterable[str]) -> Iterator[list[str]]:
    """The sentences of each line that has some, as soon as the line is complete."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        *complete, waiting = waiting.split("\n")
        yield from filter(None, map(sentences_of, complete))
    last = sentences_of(waiting)
    if last:
        yield last


def sentences_of(line: str) -> list[str]:
    """The sentences of a line, each with the names that it cites."""
    tidy = _CITED_AFTER.sub(lambda match: f"{match[2].rstrip()}{match[1]}", _MARKS.sub("", line.strip().strip('"“”')))
    return list(sentences_in(" ".join(tidy.split())))
