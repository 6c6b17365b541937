"""Paragraphs that a page end or a blank line broke, put together again."""

from dataclasses import replace

from ingest.readers.captions import parse_label
from ingest.readers.pieces import Piece
from ingest.readers.sentences import Vocabulary, goes_on, join_text


def join_continued(pieces: tuple[Piece, ...], words: Vocabulary) -> tuple[Piece, ...]:
    """Join each paragraph that is only the rest of the sentence before it; it keeps its first place."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _is_rest_of(joined[-1], piece):
            joined[-1] = replace(joined[-1], text=join_text(joined[-1].text, piece.text, words))
        else:
            joined.append(piece)
    return tuple(joined)


def _is_rest_of(before: Piece, piece: Piece) -> bool:
    if before.kind != "paragraph" or piece.kind != "paragraph" or piece.marker:
        return False
    return goes_on(before.text, piece.text) and not parse_label(before.text)
