"""Answers in the reports' own sentences: passages, lists and definitions, or none where nothing fits well enough."""

import re

from ingest.records import Passage
from ingest.words import split_sentences
from rag.draft import Draft
from rag.library import Library
from rag.lookup import find_measures
from rag.query import Query
from rag.retrieve import Embed, Hit, retrieve
from rag.sentences import Scored, Weigher, is_list, score_sentences
from rag.weights import load_weights
from rag.wording import sentence_case

_LONGEST, _LONGEST_LIST = 300, 700
_MEASURES = 4
_UNITS = ("sentence", "item", "prose")
_LEANING = re.compile(r"(?:this|that|these|those|it|they|he|she|such|of (?:these|those)|the (?:reason|aim|cause) (?:is|for)|its|their|as a result|because of this)\b", re.I)


def answer_from_passages(query: Query, library: Library, embed: Embed, weigher: Weigher) -> Draft | None:
    """The draft that the best sentence, list or definition gives; None where none fits well enough."""
    hits = retrieve(query, library.index, embed, library.lexicon, _UNITS)
    scored = score_sentences(query, hits, library.lexicon, weigher, _evidence(query, library))
    best = scored[0] if scored else None
    limits = load_weights()["sentences"]
    if best is None or best.score < limits["least"] or best.coverage < limits["least_coverage"]:
        return None
    whole = _whole_list(query, best.hit.passage, hits)
    if whole:
        return Draft("answered", _list_line(whole.text), passages=((whole, whole.text),), sureness=best.score / 3)
    return _sentence_draft(query, scored, hits)


def _evidence(query: Query, library: Library) -> dict[str, float]:
    """Sentences that state a figure of a fitting measure for the area and period asked for, with the measure's fit."""
    if not query.number_wanted:
        return {}
    found: dict[str, float] = {}
    labels = {period.label for period in query.periods}
    for measure in find_measures(query, library.index, library.lexicon)[:_MEASURES]:
        for figure in (*measure.figures, *measure.changes):
            fits = (not query.areas or figure.area in query.areas) and (not labels or figure.period in labels)
            if not figure.is_cell and fits:
                found[figure.sentence] = max(found.get(figure.sentence, 0.0), measure.score)
    return found


def _whole_list(query: Query, best: Passage, hits: list[Hit]) -> Passage | None:
    """The list that the best passage is, introduces, or is an item of where a list is asked for."""
    if is_list(best):
        return best
    lists = [hit.passage for hit in hits if is_list(hit.passage)]
    if best.text.rstrip().endswith(":"):
        return next((one for one in lists if one.text.startswith(best.text)), None)
    if query.form == "list" and best.kind == "item":
        return next((one for one in lists if best.text in one.text), None)
    return None


def expand_acronym(query: Query, library: Library) -> str:
    """ "LDIS stands for Local Drug Information System" where the meaning of an acronym is asked for, else ""."""
    if query.form != "definition":
        return ""
    for name in query.concepts:
        concept = library.lexicon.concepts[name]
        used = next((a for a in concept.acronyms if re.search(rf"\b{re.escape(a)}s?\b", query.question, re.I)), "")
        if concept.short_for and used:
            return f"{used} stands for {concept.short_for}"
    return ""


def explain_term(query: Query, library: Library) -> str:
    """The glossary's meaning of the one term whose meaning is asked for, or ""."""
    if query.form != "definition" or len(query.concepts) != 1:
        return ""
    concept = library.lexicon.concepts[query.concepts[0]]
    return f"{sentence_case(concept.term)}: {concept.means}" if concept.means else ""


def _sentence_draft(query: Query, scored: list[Scored], hits: list[Hit]) -> Draft:
    best = scored[0]
    text = _fitted(_with_antecedent(best.hit.passage, hits), query, _LONGEST)
    others = [s for s in scored[1:3] if s.score > 0.8 * best.score]
    passages = tuple((s.hit.passage, s.hit.passage.text) for s in (best, *others))
    detail = tuple(_one_line(s.hit.passage.text) for s in others if not is_list(s.hit.passage))
    return Draft("answered", sentence_case(text), detail, passages=passages, sureness=best.score / 3)


def _with_antecedent(passage: Passage, hits: list[Hit]) -> str:
    """A sentence that leans on the one before it ("This is because ...") together with that one, where both are short."""
    if passage.kind != "sentence" or not _LEANING.match(passage.text):
        return passage.text
    parent = next((h.passage.text for h in hits if h.passage.kind == "prose" and passage.text in h.passage.text), "")
    sentences = split_sentences(parent)
    at = sentences.index(passage.text) if passage.text in sentences else 0
    joined = f"{sentences[at - 1]} {passage.text}" if at else passage.text
    return joined if len(joined) <= 420 else passage.text


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
