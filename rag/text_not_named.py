"""The districts that a sentence leaves out, where those are asked for ("which three of our seven did the report not pick out?")."""

import re

from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.sentences import Scored
from rag.setting import home_areas
from rag.wording import and_list

_LOOKED_AT = 3  # best sentences
_FEWEST = 2
_NAMED = (
    r"(?:pick\w* (?:\w+ )?out|nam(?:e|es|ed)|mention\w*|singl\w+ (?:\w+ )?out|list(?:s|ed)?|flag\w*|highlight\w*|identif\w+|"
    r"call\w* (?:\w+ )?out|point\w* (?:\w+ )?out|on (?:that|the|this) list|among (?:them|those))"
)
_LEFT_OUT = re.compile(
    rf"\b(?:which|what|who|name|list|tell)\b[^?.]*?(?:\bnot\b|n['’]t\b|\bnever\b|\bfail\w* to\b) (?:[\w'’-]+ ){{0,3}}?{_NAMED}\b|"
    r"\b(?:which|what|who|name|list|tell)\b[^?.]*?\b(?:(?:goes|go|went|is|are|was|were) unmentioned|"
    r"left (?:off|out of) (?:that|the|this)|missing from (?:that|the|this))\b",
    re.I,
)


def districts_not_named(query: Query, scored: list[Scored], library: Library) -> Draft | None:
    """The districts that the best sentence which names several does not name, before the sentence itself."""
    if query.number_wanted or query.yes_no or not _LEFT_OUT.search(query.text):
        return None
    kinds = library.lexicon.areas
    every = [name for name in home_areas(library.index, library.lexicon) if kinds[name].kind == "local"]
    for one in scored[:_LOOKED_AT]:
        passage = one.hit.passage
        named = {m.name for m in library.lexicon.find_areas(passage.text) if m.kind == "local"}
        rest = [name for name in every if name not in named]
        if len(named) >= _FEWEST and rest:
            told = f"Not named: {and_list(rest)}. {' '.join(passage.text.split())}"
            return Draft("answered", told, passages=((passage, passage.text),), sureness=one.coverage)
    return None
