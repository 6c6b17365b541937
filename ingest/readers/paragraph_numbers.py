"""Printed paragraph numbers, told from those of short lists by their one long run through the document."""

from ingest.readers.markers import is_number
from ingest.readers.pieces import Piece

SURE_LENGTH = 8
LEAST_LENGTH = 3
LEAST_TEXT = 80
WIDEST_GAP = 2


def find_paragraph_numbers(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """Return the indexes of the pieces whose number marker is a printed paragraph number.

    They form one rising run that goes on over a heading, as a list does not, and is long or the only one; or
    a long one of whole paragraphs.
    """
    numbered = [(i, int(piece.marker[:-1])) for i, piece in enumerate(pieces) if is_number(piece.marker)]
    runs = [_run_from(start, numbered) for start, (_, number) in enumerate(numbered) if number == 1]
    if not runs and numbered:
        runs = [_run_from(0, numbered)]
    longest = max(runs, key=len, default=())
    return frozenset(longest) if _is_paragraph_run(longest, len(numbered), pieces) else frozenset()


def _run_from(start: int, numbered: list[tuple[int, int]]) -> tuple[int, ...]:
    run, last = [numbered[start][0]], numbered[start][1]
    for index, number in numbered[start + 1 :]:
        if last < number <= last + WIDEST_GAP:
            run.append(index)
            last = number
    return tuple(run)


def _is_paragraph_run(run: tuple[int, ...], numbered: int, pieces: tuple[Piece, ...]) -> bool:
    if len(run) < LEAST_LENGTH:
        return False
    over_heading = any(piece.kind == "heading" for piece in pieces[run[0] : run[-1]])
    if len(run) < SURE_LENGTH:
        return over_heading and len(run) == numbered
    return over_heading or sum(len(pieces[index].text) for index in run) >= LEAST_TEXT * len(run)
