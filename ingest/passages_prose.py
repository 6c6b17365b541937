"""Paragraphs and lists to passages: long ones split at sentences, lists both whole and item by item."""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import replace

from ingest.passage_drafts import Draft
from ingest.records import Block, Locator, Paragraph
from ingest.words import split_statements

LONGEST = 900
_CAPTION = re.compile(r"(?:Table|Figure|Chart|Graph)\s+\w+[.:]?", re.I)


def group_to_drafts(
    group: list[Paragraph], before: Paragraph | None, after: list[Paragraph], speaker: str = ""
) -> list[Draft]:
    """Passages of one paragraph, or of the items of one list.

    ``before`` and ``after`` are the paragraphs next to it: the one before a list may introduce it. ``speaker`` are the words
    that tell whose speech the paragraph goes on.
    """
    if is_list(group):
        return _list_to_drafts(group, _find_intro(before, group[0]))
    paragraph = group[0]
    if is_list(after) and len(after) > 1 and _find_intro(paragraph, after[0]) == paragraph.text:
        return []
    lead = _find_intro(before, paragraph) if paragraph.marker else speaker
    return [Draft("prose", text, lead, paragraph.locator) for text in split_long(paragraph.text)]


def is_list(blocks: Sequence[Block]) -> bool:
    """Whether these are two or more list items."""
    return len(blocks) > 1 and all(isinstance(block, Paragraph) and block.marker for block in blocks)


def split_long(text: str, longest: int = LONGEST) -> list[str]:
    """A text in pieces of about ``longest`` characters; each begins with the last sentence before."""
    if len(text) <= longest:
        return [text]
    pieces: list[list[str]] = [[]]
    for sentence in _short_sentences(text, longest):
        if pieces[-1] and sum(map(len, pieces[-1])) + len(sentence) > longest:
            last = pieces[-1][-1]
            pieces.append([last] if len(last) + len(sentence) <= longest else [])
        pieces[-1].append(sentence)
    return [" ".join(piece) for piece in pieces]


def _short_sentences(text: str, longest: int) -> list[str]:
    sentences = split_statements(text)
    return [part for s in sentences for part in (textwrap.wrap(s, longest) if len(s) > longest else [s])]


def _list_to_drafts(items: list[Paragraph], intro: str) -> list[Draft]:
    lines = [f"{_shown_marker(item)} {item.text}" for item in items]
    whole = Draft("prose", "\n".join([intro, *lines] if intro else lines), "", _locate_list(items))
    return [whole] + [Draft("item", text, intro, item.locator) for item in items for text in split_long(item.text)]


def _locate_list(items: list[Paragraph]) -> Locator:
    first = items[0].locator
    shared = {item.locator.paragraph for item in items}
    return first if len(shared) == 1 else replace(first, paragraph=_outer_number(first.paragraph))


def _outer_number(paragraph: str | None) -> str | None:
    return paragraph.split("(")[0] or None if paragraph else None


def _shown_marker(item: Paragraph) -> str:
    return item.marker if item.marker[-1:] in (".", ")") else "-"


def _find_intro(before: Paragraph | None, first: Paragraph) -> str:
    """The sentence that introduces a list: the last before it, if it has no full stop."""
    if before is None or before.marker or before.locator.section != first.locator.section:
        return ""
    if before.text.rstrip()[-1:] in ".!?" or _CAPTION.match(before.text):
        return ""
    sentences = split_statements(before.text)
    return sentences[-1] if sentences else ""
