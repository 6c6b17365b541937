"""A whole list as the answer, and how it is told in one line."""

import re

from ingest.records import Passage
from rag.fit import TELLING
from rag.library import Library
from rag.query import Query
from rag.retrieve import Hit
from rag.sentence_features import key, widened
from rag.sentences import Scored, is_list
from rag.units import wants_list
from rag.weights import load_weights

_LONGEST = 700
_SHORTEST = 40  # an item is not cut to less
_FEW = 3  # one item in so many is a few
_MARK = re.compile(r"^(?:[-•]|\(?\w{1,3}[.)])\s+")


def whole_list(query: Query, scored: list[Scored], hits: list[Hit], library: Library) -> Passage | None:
    """The list that the best passage is, introduces, or is an item of where a list is asked for.

    An item that answers much better than the list it stands in is told alone.
    """
    best = scored[0].hit.passage
    if is_list(best):
        return best
    lists = [hit.passage for hit in hits if is_list(hit.passage)]
    titled = [one for one in lists if query.form == "list" and _is_titled(one, query, library)]
    if titled and not query.areas:
        return titled[0]
    if best.text.rstrip().endswith(":"):
        return next((one for one in lists if one.text.startswith(best.text)), None)
    close = scored[0].score - load_weights()["answers"]["list_of_item"]
    scores = {one.hit.passage.id: one.score for one in scored}
    if wants_list(query) and best.kind == "item":
        return next((one for one in lists if best.text in one.text and scores.get(one.id, 0.0) >= close), None)
    return None


def _is_titled(passage: Passage, query: Query, library: Library) -> bool:
    """Whether a list stands under a heading that names what is asked to be listed."""
    heading = library.lexicon.all_concepts(passage.locator.section[-1]) if passage.locator.section else frozenset()
    return bool(heading & set(topics_of(query, library)))


def list_line(text: str) -> str:
    """A list in one line: what introduces it, then its items, the long ones cut where all have no room."""
    intro, items = split_list(text)
    room = _LONGEST - len(intro) - 2 * len(items)
    longest = _longest_that_fits([len(item) for item in items], room)
    short = [item if len(item) <= longest else _cut(item, longest) for item in items]
    return f"{intro}: {'; '.join(short)}." if intro else f"{'; '.join(short)}."


def split_list(text: str) -> tuple[str, list[str]]:
    """What introduces a list ("" where nothing does), and its items without their marks."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    intro = lines[0] if not _MARK.match(lines[0]) else ""
    items = [_MARK.sub("", line).rstrip(".;,") for line in (lines[1:] if intro else lines)]
    return intro.rstrip(":."), items


def _longest_that_fits(lengths: list[int], room: int) -> int:
    """The length to which the longest items must be cut for all to have room; short items leave theirs to the others."""
    left, open_items = room, len(lengths)
    for length in sorted(lengths):
        if length * open_items > left:
            return max(_SHORTEST, left // open_items)
        left, open_items = left - length, open_items - 1
    return max(lengths, default=0)


def _cut(text: str, longest: int) -> str:
    first = re.split(r"(?<=\w)(?:[.;:]\s|\s[-–]\s)", text)[0]
    if len(first) <= longest:
        return first
    return text[:longest].rsplit(" ", 1)[0] + "…"


def items_asked_for(passage: Passage, query: Query, library: Library) -> list[str]:
    """The few items of a list that alone speak of what a question names besides the list itself; none where it wants all."""
    intro, items = split_list(passage.text)
    lexicon = library.lexicon
    told = widened({*lexicon.terms_of(f"{intro} ; {' ; '.join(passage.locator.section)}")}, lexicon)
    named = {key(c) for c in query.concepts if lexicon.concepts[c].facet in TELLING} - told
    words = {key(word) for word in query.words} - told
    there = [widened({*lexicon.terms_of(item)}, lexicon) for item in items]
    known = words & {term for terms in there for term in terms}
    marks = [len(named & terms) if named else float(bool(known) and known <= terms) for terms in there]
    most = max(marks, default=0)
    chosen = [item for item, mark in zip(items, marks, strict=True) if mark == most > 0]
    return chosen if len(chosen) <= len(items) // _FEW else []


def topics_of(query: Query, library: Library) -> list[str]:
    """The terms of a question that name a subject."""
    return [c for c in query.concepts if library.lexicon.concepts[c].facet == "topic"]
