"""How a sentence is written: its signs and letters, its tokens, and what stands right beside a figure."""

import re
import unicodedata

from ingest.words import STOPWORDS, tokenize
from rag.model.clauses import TOKEN
from rag.model.evidence import Evidence
from rag.model.words import BROKEN, CHANGE_BY, DOWN, FOREIGN, HEDGE_AFTER, HEDGE_BEFORE, UNIT, UNIT_BEFORE, UP

_LONGEST = 500
_PLAIN_CHARACTERS = re.compile(r"[A-Za-z0-9\s,.;:()/'’–—-]")
_QUOTED = re.compile(r"[“\"‘]([^“”\"‘’]+)[”\"’]")
_BEFORE, _AFTER = re.compile(r"(?:^|[\s(“\"‘])$"), re.compile(r"[)”\"’]*[,.;:]?[)”\"’]*(?=\s|$)")
_JOINED = re.compile(r",?\s?(?:and|against|from)")
_FIGURE = re.compile(r"\[(f\d+)\]")
_OTHER_END = {"from": "to", "to": "from"}


def form_fault(sentence: str, evidence: Evidence) -> str:
    """Markup, unknown tokens, or a sentence that is none; "" where its form is sound."""
    if len(sentence) > _LONGEST:
        return "too long"
    bare = TOKEN.sub(" ", sentence)
    if FOREIGN.search(bare) or bare.count("(") != bare.count(")"):
        return "an address or markup"
    unknown = [name for name in TOKEN.findall(sentence) if name not in evidence.tokens | evidence.statements]
    if unknown or "[" in bare or "]" in bare:
        return "an unknown token"
    return ""


def character_fault(sentence: str, evidence: Evidence) -> str:
    """A letter or sign that the evidence does not have, one that is not seen, or quotation marks of its own."""
    said = _said(evidence)
    bare = TOKEN.sub(" ", sentence)
    if any(not _PLAIN_CHARACTERS.match(c) and (c not in said or unicodedata.category(c)[0] in "CM") for c in bare):
        return "a letter or sign of its own"
    quoted = {" ".join(span.split()) for span in _QUOTED.findall(said)}
    if any(" ".join(span.split()) not in quoted for span in _QUOTED.findall(sentence)):
        return "quotation marks of its own"
    return "no statement" if "?" in sentence or "!" in sentence or BROKEN.search(sentence) else ""


def token_fault(sentence: str, evidence: Evidence) -> str:
    """A unit, a sign or a hedge right beside a figure, which brings its own; figures tied otherwise than in the evidence."""
    names = _FIGURE.findall(sentence)
    if len(names) > len(set(names)):
        return "a figure told twice"
    for match in _FIGURE.finditer(sentence):
        before = sentence[: match.start()]
        if UNIT.match(sentence, match.end()) or UNIT_BEFORE.search(before):
            return "a unit of its own"
        if HEDGE_BEFORE.search(before) or HEDGE_AFTER.match(sentence, match.end()):
            return "a hedge of its own"
    if set("%£$€") & set(sentence):
        return "a unit of its own"
    return _tie_fault(sentence, _said(evidence)) or _stuck_fault(sentence, evidence)


def _stuck_fault(sentence: str, evidence: Evidence) -> str:
    """A sign that is stuck to a figure, and "from", "to", "by" or "of" before it, only as the evidence has them."""
    said = _said(evidence)
    for match in _FIGURE.finditer(sentence):
        before = sentence[: match.start()]
        alone = _BEFORE.search(before) and _AFTER.match(sentence, match.end())
        if not alone and sentence[max(match.start() - 1, 0) : match.end() + 1].strip() not in said:
            return "a sign of its own at a figure"
        by = re.search(f"{CHANGE_BY}$", before, re.I)
        by = by or re.search(rf"(?:{UP.pattern}|{DOWN.pattern})\s*$", before, re.I)
        if by and not evidence.tokens[match[1]].is_change and f"{by.group().strip()} {match[0]}" not in said:
            return "a figure told as a change"
        word = (before.split() or [""])[-1].lower()
        if f"{_OTHER_END.get(word, '-')} {match[0]}" in said:
            return "the other end of a change"
        if word == "of" and f"of {match[0]}" not in said and not by:
            return "a part of a whole of its own"
    return ""


def _tie_fault(sentence: str, said: str) -> str:
    """Figures with nothing but small words between them, only as the evidence has them or side by side."""
    figures = list(_FIGURE.finditer(sentence))
    for first, last in zip(figures, figures[1:], strict=False):
        between = sentence[first.end() : last.start()].strip()
        is_range = between == "to" and sentence[: first.start()].endswith("from ")
        if is_range or _JOINED.fullmatch(between) or any(token.word not in STOPWORDS for token in tokenize(between)):
            continue
        if sentence[first.start() : last.end()] not in said:
            return "two figures run together"
    return ""


def _said(evidence: Evidence) -> str:
    return " ".join(" ".join(statement.text.split()) for statement in evidence.statements.values())
