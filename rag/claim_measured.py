"""Whether a statement bears out what a claim measures: a direction, a rank, a comparison, all or only some."""

import re

from ingest.lexicon import Lexicon
from ingest.words import STOPWORDS, tokenize
from rag.claim_covered import key_of
from rag.claim_cues import COMPARATIVE, EVERY, HEDGED, HIGH, LOW, NONE, ONLY, ORDINAL, directions_in
from rag.claim_parts import Statement
from rag.claim_text import undated

_PART = re.compile(r";\s|,?\s(?:and|while|whilst|whereas|but)\s", re.I)
_THAN = re.compile(r"\bthan\b", re.I)


def measures_alike(claim: str, said: Statement, lexicon: Lexicon) -> bool:
    """True of a claim that measures nothing; else a statement must be of the same things and places, the same way round."""
    claim, theirs = undated(claim), undated(said.text)
    ranked = any(pattern.search(claim) for pattern in (HIGH, LOW, ORDINAL, ONLY, EVERY, NONE))
    compared = COMPARATIVE.search(HEDGED.sub(" ", claim))
    if not ranked and not compared and not directions_in(claim):
        return True
    if bool(ORDINAL.search(claim)) != bool(ORDINAL.search(theirs)) or not directions_in(claim) <= directions_in(theirs):
        return False
    if directions_in(claim) and not _of_as_many(claim, theirs):
        return False
    return _same_places(claim, theirs, lexicon) and _same_things(claim, theirs, lexicon) and _same_sides(claim, theirs)


def is_of_same(claim: str, said: Statement, lexicon: Lexicon) -> bool:
    """Whether a statement, with its headings, is of the measure and of every place that a claim names."""
    own = f"{said.text} ; {said.headings}"
    mine, there = ({m.name for m in lexicon.find_areas(text) if m.kind == "local"} for text in (claim, own))
    return mine <= there and _same_things(claim, own, lexicon)


def _of_as_many(claim: str, theirs: str) -> bool:
    """Whether "all", "none" or "only" stands with the change that it is said of."""
    parts = [part for part in _PART.split(theirs) if directions_in(part)]
    return all(any(p.search(part) for part in parts) for p in (EVERY, NONE, ONLY) if p.search(claim))


def _same_places(claim: str, theirs: str, lexicon: Lexicon) -> bool:
    mine, there = ({m.name for m in lexicon.find_areas(text) if m.kind == "local"} for text in (claim, theirs))
    return mine == there if mine else True


def _same_things(claim: str, theirs: str, lexicon: Lexicon) -> bool:
    """Whether a statement itself, not what stands around it, is of the measure that a claim names."""
    topics = {m.name for m in lexicon.find_concepts(claim) if lexicon.concepts[m.name].facet in ("topic", "offence")}
    return topics <= lexicon.with_broader(lexicon.all_concepts(theirs))


def _same_sides(claim: str, theirs: str) -> bool:
    """Whether what a claim compares with ("more than these") is what a statement compares with."""
    mine, other = _THAN.split(claim), _THAN.split(theirs)
    if len(mine) < 2:
        return True
    return len(other) > 1 and bool(_keys(mine[-1]) & _keys(other[-1])) and not _keys(mine[-1]) & _keys(other[0])


def _keys(text: str) -> set[str]:
    return {key_of(token.stem) for token in tokenize(text) if token.word not in STOPWORDS}
