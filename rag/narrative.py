"""Answers in the reports' own sentences: passages, lists and definitions, or none where nothing fits well enough."""

import re

from ingest.records import Passage
from ingest.words import split_sentences
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.retrieve import Embed, Hit, retrieve
from rag.sentences import Scored, Weigher, score_sentences
from rag.weights import load_weights
from rag.wording import sentence_case

_LONGEST, _LONGEST_LIST = 300, 700
_UNITS = ("sentence", "item", "prose")


def answer_from_passages(query: Query, library: Library, embed: Embed, weigher: Weigher) -> Draft | None:
    """The draft that the best sentence, list or definition gives; None where none fits well enough."""
    hits = retrieve(query, library.index, embed, library.lexicon, _UNITS)
    units = [hit for hit in hits if hit.passage.kind != "prose" or _is_one_sentence(hit.passage)]
    scored = score_sentences(query, units, library.lexicon, weigher)
    best = scored[0] if scored else None
    limits = load_weights()["sentences"]
    if best is None or best.score < limits["least"] or best.coverage < limits["least_coverage"]:
        return None
    listed = _list_draft(query, scored, hits)
    return listed or _sentence_draft(query, scored)


def expand_acronym(query: Query, library: Library) -> str:
    """ "LDIS stands for Local Drug Information System" where a definition of an acronym is asked for, else ""."""
    if query.form != "definition":
        return ""
    for name in query.concepts:
        concept = library.lexicon.concepts[name]
        if concept.short_for and re.search(rf"\b{re.escape(name)}s?\b", query.question, re.I):
            return f"{name} stands for {concept.short_for}"
    return ""


def _is_one_sentence(passage: Passage) -> bool:
    return "\n" not in passage.text and len(split_sentences(passage.text)) == 1


def _sentence_draft(query: Query, scored: list[Scored]) -> Draft:
    best = scored[0]
    text = _fitted(best.hit.passage.text, query, _LONGEST)
    detail = tuple(_one_line(s.hit.passage.text) for s in scored[1:3] if s.score > 0.8 * best.score)
    passages = tuple((s.hit.passage, s.hit.passage.text) for s in scored[:3] if s is best or s.score > 0.8 * best.score)
    return Draft("answered", sentence_case(text), detail, passages=passages, sureness=best.score / 3)


def _list_draft(query: Query, scored: list[Scored], hits: list[Hit]) -> Draft | None:
    """The whole list, where a list is asked for and the best places are items of one or introduce one."""
    if query.form != "list":
        return None
    best = scored[0].hit.passage
    for hit in hits[:12]:
        passage = hit.passage
        if passage.kind == "prose" and "\n" in passage.text and _belongs(best, passage):
            return Draft("answered", _list_line(passage.text), passages=((passage, passage.text),), sureness=scored[0].score / 3)
    return None


def _belongs(best: Passage, whole: Passage) -> bool:
    return best.text in whole.text or best.locator.section == whole.locator.section


def _list_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    intro = lines[0] if not re.match(r"[-•]|\(?\w{1,3}[.)]\s", lines[0]) else ""
    items = [re.sub(r"^(?:[-•]|\(?\w{1,3}[.)])\s+", "", line).rstrip(".;,") for line in (lines[1:] if intro else lines)]
    room = _LONGEST_LIST - len(intro) - 2 * len(items)
    longest = max(40, room // max(1, len(items)))
    short = [item if len(item) <= longest else _cut(item, longest) for item in items]
    return f"{intro.rstrip(':.')}: {'; '.join(short)}." if intro else f"{'; '.join(short)}."


def _cut(text: str, longest: int) -> str:
    first = re.split(r"(?<=\w)(?:[.;:]\s|\s[-–]\s)", text)[0]
    if len(first) <= longest:
        return first
    return text[:longest].rsplit(" ", 1)[0] + "…"


def _fitted(text: str, query: Query, longest: int) -> str:
    text = _one_line(text)
    if len(text) <= longest:
        return text
    sentences = split_sentences(text)
    if len(sentences) > 1:
        words = set(re.findall(r"\w+", query.text.lower()))
        best = max(sentences, key=lambda s: len(words & set(re.findall(r"\w+", s.lower()))))
        return _fitted(best, query, longest)
    return text if len(text) <= 420 else text[:longest].rsplit(" ", 1)[0] + "…"


def _one_line(text: str) -> str:
    return " ".join(text.split())
