"""A whole list as the answer, and how it is told in one line."""

import re
from dataclasses import replace
from itertools import pairwise

from ingest.records import Passage, Table
from ingest.words import split_sentences, tokenize
from rag.fit import TELLING
from rag.library import Library
from rag.query import Query
from rag.retrieve import Hit
from rag.sentence_features import key, widened
from rag.sentences import Scored, is_list
from rag.text_parts import fit_items
from rag.units import wants_list
from rag.weights import load_weights

_LONGEST = 700
_LOOKED_AT = 2  # best sentences
_POINTING = 3  # best sentences that may name a list by its title
_NEAR = 12  # lists looked through for one of that title
_ANNOUNCES = re.compile(r"\b(?:the following|as follows)\b", re.I)
_LEADING_IN = "the these this it they includes include including are is were was in of and".split()
_CONTINUES = re.compile(
    r"(?:among(?:st)? other things|among(?:st)? (?:these|them|this)|(?:these|this|they) includ\w+|for example|examples? (?:are|include))\b",
    re.I,
)
_FEW = 3  # one item in so many is a few
_MARK = re.compile(r"^(?:[-•]|\(?\w{1,3}[.)])\s+")


def whole_list(query: Query, scored: list[Scored], hits: list[Hit], library: Library) -> Passage | None:
    """The list that the best passage is, introduces, or is an item of where a list is asked for.

    An item that answers much better than the list it stands in is told alone.
    """
    best = scored[0].hit.passage
    if is_list(best):
        return best
    if query.top > 1 and _told_in_line(best.text) == query.top:
        return None
    announced = _announced([one.hit.passage for one in scored[:_LOOKED_AT]], library) if wants_list(query) else None
    if announced and not items_asked_for(announced, query, library):
        return announced
    lists = [hit.passage for hit in hits if is_list(hit.passage)]
    pointed_at = _pointed_at(hits, library) if wants_list(query) else None
    if pointed_at:
        return pointed_at
    titled = [one for one in lists if wants_list(query) and _is_titled(one, query, library)]
    titled = [one for one in titled if not items_asked_for(one, query, library)]
    if titled and not set(query.areas) - {library.lexicon.region}:
        return titled[0]
    close = scored[0].score - load_weights()["answers"]["list_of_item"]
    leads_in = [
        one.hit.passage.text
        for one in scored[:_LOOKED_AT]
        if one.score >= close and one.hit.passage.text.rstrip().endswith(":")
    ]
    introduced = [one for text in leads_in for one in lists if one.text.startswith(text)]
    if best.text.rstrip().endswith(":") and introduced:
        return introduced[0]
    scores = {one.hit.passage.id: one.score for one in scored}
    if wants_list(query) and best.kind == "item":
        return next((one for one in lists if best.text in one.text and scores.get(one.id, 0.0) >= close), None)
    return None


def _told_in_line(text: str) -> int:
    """How many things a sentence lists after its colon ("four indicators: health, crime, social care and deaths")."""
    _, colon, listed = text.partition(": ")
    return len(re.split(r",? and |[,;] ", listed.strip(". "))) if colon else 0


def _pointed_at(hits: list[Hit], library: Library) -> Passage | None:
    """The list that one of the best sentences names by its title ("... are set out in the principles grid")."""
    for passage in (hit.passage for hit in hits[:_POINTING] if not is_list(hit.passage)):
        words = [token.word for token in tokenize(passage.text)]
        near = library.index.search_text(words, _NEAR, ("prose",), passage.locator.report)
        lists = [one for one in library.index.passages([found for found, _ in near]).values() if is_list(one)]
        named = (one for one in lists if _is_named(split_list(one.text)[0].lower(), passage.text.lower()))
        if found := next(named, None):
            return found
    return None


def _is_named(title: str, text: str) -> bool:
    return len(title.split()) > 1 and re.search(rf"\bin the [\"“‘']?{re.escape(title)}\b", text) is not None


def _is_titled(passage: Passage, query: Query, library: Library) -> bool:
    """Whether a list stands under a heading that names what is asked to be listed."""
    heading = library.lexicon.all_concepts(passage.locator.section[-1]) if passage.locator.section else frozenset()
    asked = set(topics_of(query, library)) if query.form == "list" else set(query.concepts)
    return query.form in ("list", "who") and bool(heading & asked)


def _announced(best: list[Passage], library: Library) -> Passage | None:
    """The paragraph of one of these sentences that tells things one by one, as its first sentence says; as a list."""
    for passage in best:
        words = [token.word for token in tokenize(passage.text)]
        near = library.index.search_text(words, _LOOKED_AT, ("prose",), passage.locator.report)
        parents = library.index.passages([found for found, _ in near]).values()
        for parent in (one for one in parents if passage.text in one.text):
            told = _one_by_one(parent) or _continued(parent, passage, library)
            if told:
                return told
    return None


def _one_by_one(paragraph: Passage) -> Passage | None:
    """A paragraph whose first sentence announces the others, as a list."""
    first, *others = split_sentences(paragraph.text)
    announced = len(others) > 1 and _ANNOUNCES.search(first)
    return replace(paragraph, text="\n- ".join((first, *others))) if announced else None


def _continued(paragraph: Passage, sentence: Passage, library: Library) -> Passage | None:
    """What follows a paragraph of one sentence and tells what it speaks of ("... progress"; "Amongst other things, ..."), as a list."""
    if paragraph.text.strip() != sentence.text.strip():
        return None
    texts = [block.text for block in library.index.blocks(paragraph.locator.report) if not isinstance(block, Table)]
    following = next((after for text, after in pairwise(texts) if text.strip() == sentence.text.strip()), "")
    if not following:
        return None
    told = replace(paragraph, text=following)
    if _CONTINUES.match(following):
        return replace(told, text="\n- ".join(("", *split_sentences(following))))
    listed = _one_by_one(told)
    return listed if listed and _takes_up(sentence, listed) else None


def _takes_up(sentence: Passage, told: Passage) -> bool:
    """Whether what announces a list names what a sentence speaks of ("... progress"; "The progress includes ...")."""
    announcing = _ANNOUNCES.sub(" ", told.text.split("\n", 1)[0])
    nouns = {token.stem for token in tokenize(announcing) if token.word not in _LEADING_IN}
    return bool(nouns) and nouns <= {token.stem for token in tokenize(sentence.text)}


def list_line(text: str) -> str:
    """A list in one line: what introduces it, then its items, the long ones cut where all have no room."""
    intro, items = split_list(text)
    short = "; ".join(fit_items(items, _LONGEST - len(intro)))
    return f"{intro}: {short}." if intro else f"{short}."


def split_list(text: str) -> tuple[str, list[str]]:
    """What introduces a list ("" where nothing does), and its items without their marks."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    intro = lines[0] if not _MARK.match(lines[0]) else ""
    items = [_MARK.sub("", line).rstrip(".;,") for line in (lines[1:] if intro else lines)]
    return intro.rstrip(":."), items


def items_asked_for(passage: Passage, query: Query, library: Library) -> list[str]:
    """The few items of a list that alone speak of what a question names besides the list itself; none where it wants all."""
    if library.cues.has("whole_list", query.text):
        return []
    intro, items = split_list(passage.text)
    lexicon = library.lexicon
    told = widened({*lexicon.terms_of(f"{intro} ; {' ; '.join(passage.locator.section)}")}, lexicon)
    named = {key(c) for c in query.concepts if lexicon.concepts[c].facet in TELLING} - told
    there = [widened({*lexicon.terms_of(item)}, lexicon) for item in items]
    marks = [len(named & terms) for terms in there]
    most = max(marks, default=0)
    chosen = [item for item, mark in zip(items, marks, strict=True) if mark == most > 0]
    return chosen if len(chosen) <= len(items) // _FEW else []


def topics_of(query: Query, library: Library) -> list[str]:
    """The terms of a question that name a subject."""
    return [c for c in query.concepts if library.lexicon.concepts[c].facet == "topic"]
