"""The things of one kind that a section tells of item by item: "which new roles or teams were set up?"."""

import re

from ingest.records import Paragraph, Passage
from ingest.words import content_stems, split_sentences, tokenize
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.sentences import Scored
from rag.units import wants_list

_LOOKED_AT = 5  # best sentences
_FEWEST = 2
_LONGEST = 700
_KINDS_ASKED = re.compile(
    r"\b(?:what|which|name|list|any|all|some)(?: (?:were|are))?(?: (?:of )?(?:the|those|these|its|their))?(?: [\w-]+)?? "
    r"(?P<kinds>[a-z]+s(?:(?:,| or| and|/)+ ?(?:an? )?[a-z]+){0,2})\b",
    re.I,
)
_SINGULAR = ("this", "was", "is", "has", "does", "its", "less", "us", "as", "plus")


def members_told(query: Query, scored: list[Scored], library: Library) -> Draft | None:
    """The items of one section that each tell of one thing of the kinds asked for; None unless several do."""
    kinds = _kinds_asked(query)
    if not kinds or query.number_wanted or query.operations or query.yes_no:
        return None
    for one in scored[:_LOOKED_AT]:
        if one.hit.passage.kind not in ("item", "sentence") or one.coverage <= 0:
            continue
        items = [(text, split_sentences(text)[0]) for text in _items_beside(one.hit.passage, library)]
        told = {text: first for text, first in items if kinds & set(content_stems(first))}
        if len(told) >= _FEWEST and sum(map(len, told.values())) <= _LONGEST:
            return _draft(told, one, library)
    return None


def _kinds_asked(query: Query) -> set[str]:
    """The stems of the words for the kinds of thing that are asked for ("roles or teams"), where several are."""
    found = [match["kinds"] for match in _KINDS_ASKED.finditer(query.text)]
    tokens = [token for kinds in found for token in tokenize(kinds) if token.word not in _SINGULAR]
    plural = any(token.word.endswith("s") and token.stem in query.words for token in tokens)
    asks = wants_list(query) or re.search(r"\b(?:what|which)\b", query.text, re.I)
    return {token.stem for token in tokens if token.stem in query.words} if plural and asks else set()


def _items_beside(passage: Passage, library: Library) -> list[str]:
    """The items of lists in the section that a passage stands in."""
    blocks = library.index.blocks(passage.locator.report)
    items = [b for b in blocks if isinstance(b, Paragraph) and b.marker]
    return [item.text for item in items if item.locator.section == passage.locator.section]


def _draft(told: dict[str, str], one: Scored, library: Library) -> Draft:
    """The first sentences of some items, each cited."""
    ids = [i for text in told for i, _ in library.index.search_text([t.word for t in tokenize(text)], 1, ("item",))]
    found = [passage for passage in library.index.passages(ids).values() if passage.text in told]
    passages = tuple((passage, told[passage.text]) for passage in found) or ((one.hit.passage, one.hit.passage.text),)
    return Draft("answered", " ".join(told.values()), passages=passages, sureness=one.coverage)
