"""Yes or no to whether a body deals with something too ("does it cover alcohol?", "is it drugs only, leaving drink to others?")."""

import re
from dataclasses import replace

from rag.draft import Draft
from rag.library import Library
from rag.query import Query

_LEAVES = re.compile(
    r"\b(?:leav(?:e|es|ing) (?=[^?.;]*\b(?:to others|to (?:someone|somebody) else|to other \w+|out|aside|alone)\b)|"
    r"exclud(?:e|es|ing)|ignor(?:e|es|ing)|omit(?:s|ting)?|"
    r"outside|beyond|rather than|and not|but not|never mind)\b",
    re.I,
)
_COVERS = re.compile(
    r"\b(?:cover\w*|includ\w+|deal\w* with|extend\w* to|take[sn]? (?:in|on)|handl\w+|overse\w+|co-?ordinat\w+|look\w* after|work\w* on|responsib\w+)\b",
    re.I,
)
_ALONE = re.compile(r"\b(?:only|just|solely|purely|exclusively|nothing but|n['’]t|not|never)\b", re.I)
_TOO = re.compile(r"\b(?:same|also|as well|too|likewise|in addition|additionally|equally|both)\b", re.I)
_DENIED = re.compile(r"\b(?:not|never|no|neither|nor|cannot|without|instead|however|exclud\w+|except)\b|n['’]t\b", re.I)
_THINGS = ("topic", "client", "substance", "offence")


def with_scope_told(query: Query, draft: Draft, library: Library) -> Draft:
    """The draft with yes or no before it, where its one sentence says that the body deals with that as well."""
    plain = draft.status == "answered" and draft.derivation is None and not draft.figures and bool(draft.passages)
    if not (plain and query.yes_no) or re.match(r"(?:yes|no)\b", draft.headline, re.I):
        return draft
    told, lexicon = draft.headline, library.lexicon
    leaves = _LEAVES.search(query.text)
    covers = None if leaves or _ALONE.search(query.text) else _COVERS.search(query.text)
    there = lexicon.all_concepts(told)
    facets = {name: lexicon.concepts[name].facet for name in query.concepts}
    bodies = {name for name in facets if facets[name] == "body"}
    asked = {name for name in _asked(query.text, leaves, library) if name in facets and facets[name] in _THINGS}
    says_so = bool(_TOO.search(told)) and not _DENIED.search(told)
    if not (leaves or covers) or not says_so or not bodies or not asked or not bodies | asked <= there:
        return draft
    return replace(draft, headline=f"{'No' if leaves else 'Yes'}: {told}")


def _asked(text: str, leaves: re.Match[str] | None, library: Library) -> frozenset[str]:
    """What is said to be left to others: what stands after that, else before it ("is alcohol outside its scope?")."""
    if leaves is None:
        return library.lexicon.all_concepts(text)
    named = [
        m
        for m in library.lexicon.find_concepts(text[leaves.end() :])
        if library.lexicon.concepts[m.name].facet != "body"
    ]
    return frozenset(m.name for m in named) or library.lexicon.all_concepts(text[: leaves.start()])
