"""Where the answer before stands: a follow-up in words is looked for in the same paragraph first."""

from collections.abc import Sequence

from ingest.records import Paragraph
from ingest.store import Index
from ingest.words import split_statements, tokenize
from rag.draft import Draft

_TOLD = 2  # passages of the answer before
_SENTENCES = 12  # of a paragraph


def paragraphs_told(draft: Draft, index: Index) -> tuple[str, ...]:
    """The paragraphs and items that the first passages of an answer stand in."""
    found: list[str] = []
    for passage, _ in draft.passages[:_TOLD]:
        blocks = (block for block in index.blocks(passage.locator.report) if isinstance(block, Paragraph))
        own = [block.text for block in blocks if passage.text in block.text]
        found += own[:1]
    return tuple(dict.fromkeys(found))


def passages_in(paragraphs: Sequence[str], index: Index, kinds: Sequence[str]) -> list[str]:
    """The ids of the passages that the sentences of some paragraphs are."""
    sentences = [one for paragraph in paragraphs for one in split_statements(paragraph)[:_SENTENCES]]
    near = [i for one in sentences for i, _ in index.search_text([t.word for t in tokenize(one)], 2, kinds)]
    found = index.passages(list(dict.fromkeys(near)))
    return [i for i, passage in found.items() if any(passage.text in paragraph for paragraph in paragraphs)]


def is_beside_told(text: str, paragraphs: Sequence[str]) -> bool:
    """Whether a sentence stands in one of some paragraphs."""
    return any(text in paragraph for paragraph in paragraphs)
