"""Who speaks in a quotation that goes on over several paragraphs: each but the first begins with a quotation mark alone."""

from collections.abc import Iterable

from ingest.records import Block, Paragraph
from ingest.words import split_sentences

_OPEN, _CLOSED = "“", "”"


def speakers_of(blocks: Iterable[Block]) -> dict[int, str]:
    """For the ``id`` of each paragraph that goes on a quotation, the words before its first mark ("In it, she said:")."""
    speakers: dict[int, str] = {}
    said = ""
    for block in blocks:
        if not isinstance(block, Paragraph):
            said = ""
            continue
        text = block.text.strip()
        goes_on = bool(said) and text.startswith(_OPEN)
        if goes_on:
            speakers[id(block)] = said
        is_open = text.rfind(_OPEN) > text.rfind(_CLOSED)
        said = (said if goes_on else _introduction(text[: text.rfind(_OPEN)])) if is_open else ""
    return speakers


def _introduction(before: str) -> str:
    """The last sentence before a quotation, where it introduces that."""
    sentences = split_sentences(before)
    return sentences[-1] if sentences and sentences[-1].endswith((":", ",")) else ""
