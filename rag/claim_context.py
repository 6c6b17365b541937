"""What a sentence goes on from: the one before it, where it takes that up ("This represents one in five")."""

import re

from ingest.records import Passage
from ingest.words import split_statements, tokenize
from rag.claim_desk import Desk

_TAKES_UP = re.compile(
    r"^(?:this|these|those|that|it|they|such|the (?:results?|figures?|numbers?|totals?) (?:means?|leaves?|represents?|makes?))\b|\bthese (?:two|three|four|five|six|seven|eight|nine|ten|\d+) \w+|\b(?:this|these)\s(?:represent\w*|means?|leaves?|is|was|are|were|would|figures?|disruptions?)\b",
    re.I,
)
_TRIED = 3


def sentence_before(sentence: str, passage: Passage, desk: Desk, always: bool = False) -> str:
    """The sentence before one that takes it up (or ``always``), in the same paragraph; "" where it stands on its own."""
    if not always and not _TAKES_UP.search(sentence):
        return ""
    sentences = paragraph_of(sentence, passage, desk)
    return sentences[sentences.index(sentence) - 1] if sentence in sentences[1:] else ""


def paragraph_of(sentence: str, passage: Passage, desk: Desk) -> list[str]:
    """The sentences of the paragraph that one stands in; none where it stands alone."""
    index = desk.library.index
    words = [token.word for token in tokenize(sentence)]
    found = index.passages([i for i, _ in index.search_text(words, _TRIED, ("prose", "item"))])
    for one in found.values():
        sentences = split_statements(" ".join(one.text.split()))
        if one.locator.report == passage.locator.report and sentence in sentences and len(sentences) > 1:
            return sentences
    return []
