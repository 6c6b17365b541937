"""The passage that a citation quotes from, and the words of it that an answer tells."""

from collections.abc import Sequence

from app_pages.passage_markup import find_words
from ingest.records import Paragraph
from ingest.store import Index
from ingest.words import split_statements
from rag.records import Citation


def passage_around(citation: Citation, index: Index) -> str:
    """The paragraph that holds the quoted words; else the cited passage; else the words alone."""
    section = citation.locator.section
    for block in index.blocks(citation.report):
        if isinstance(block, Paragraph) and block.locator.section == section:
            if find_words(block.text, citation.quote) != (0, 0):
                return block.text
    passage = index.passages([citation.passage]).get(citation.passage) if citation.passage else None
    return passage.text if passage else citation.quote


def words_to_mark(citations: Sequence[Citation], told: str) -> list[str]:
    """What the citations quote; of a quote of several sentences, those that the answer tells, if it tells any."""
    return [words for citation in citations for words in _told_of(citation.quote, told)]


def _told_of(quote: str, told: str) -> list[str]:
    lines = [line.strip().removeprefix("- ") for line in quote.split("\n")]
    sentences = [sentence for line in lines for sentence in split_statements(line)]
    plain = " ".join(told.split())
    return [sentence for sentence in sentences if sentence in plain] or [quote]
