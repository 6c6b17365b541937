"""The passage that a citation quotes from."""

from app_pages.markup import find_words
from ingest.records import Paragraph
from ingest.store import Index
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
