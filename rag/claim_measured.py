"""Whether a statement bears out what a claim measures: a direction, a rank, a comparison, all or only some."""

import re
from itertools import pairwise

from ingest.lexicon import Lexicon
from ingest.words import tokenize
from rag.claim_covered import keys_in
from rag.claim_cues import COMPARATIVE, EVERY, HEDGED, HIGH, LOW, NONE, ONLY, ORDINAL, directions_in
from rag.claim_parts import Statement
from rag.claim_synonyms import said_otherwise
from rag.claim_text import undated

_PART = re.compile(r";\s|,?\s(?:and|while|whilst|whereas|but)\s", re.I)
_IN_LIST = re.compile(r",?\s?(?:(?:and|as well as)\s)?(?:in\s)?|,\s", re.I)
_THAN = re.compile(r"\b(?:(?<!rather )(?<!other )than|above|below|exceed\w*|ahead of|behind|outperform\w*)\b", re.I)
_ON = re.compile(
    r"[,;.]|(?<=\baverage)\s(?:on|for|in|when)\b|\s(?:because|owing|due|thanks|as a result|while|whilst|whereas|but|although)\b"
)


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
    return mine == there or mine < there and _are_listed(theirs, lexicon) if mine else True


def _are_listed(text: str, lexicon: Lexicon) -> bool:
    """Whether a text names its places only in one list, so that what it says is of each of them."""
    local = [m for m in lexicon.find_areas(text) if m.kind == "local"]
    between = [text[one.end : other.start] for one, other in pairwise(local)]
    return len(local) > 1 and all(_IN_LIST.fullmatch(part) for part in between)


def _same_things(claim: str, theirs: str, lexicon: Lexicon) -> bool:
    """Whether a statement itself, not what stands around it, is of the measure that a claim names."""
    otherwise = said_otherwise(claim, theirs)
    topics = {
        m.name
        for m in lexicon.find_concepts(claim)
        if lexicon.concepts[m.name].facet in ("topic", "offence")
        and not {t.word for t in tokenize(claim[m.start : m.end])} <= otherwise
    }
    return topics <= lexicon.with_broader(lexicon.all_concepts(theirs))


def compares_otherwise(claim: str, theirs: str) -> bool:
    """Whether a claim and a statement compare the same two things, either one with the other put first or the other way."""
    mine, other = _sides(claim), _sides(theirs)
    if not mine or not other:
        return False
    ways = [
        {match.lastgroup for match in COMPARATIVE.finditer(HEDGED.sub(" ", undated(text)))} for text in (claim, theirs)
    ]
    if not all(len(way) == 1 for way in ways) or "same" in ways[0] | ways[1]:
        return False
    kept = bool(mine[1] & other[1]) and not mine[1] & other[0]
    swapped = bool(mine[1] & other[0]) and bool(mine[0] & other[1]) and not mine[1] & other[1]
    return kept and ways[0] != ways[1] or swapped and ways[0] == ways[1]


def _same_sides(claim: str, theirs: str) -> bool:
    """Whether what a claim compares with ("more than these") is what a statement compares with."""
    mine, other = _sides(claim), _sides(theirs)
    if not mine:
        return True
    return other is not None and bool(mine[1] & other[1]) and not mine[1] & other[0]


def _sides(text: str) -> tuple[set[str], set[str]] | None:
    """The words of what a text compares and of what with; None where it sets nothing against another."""
    parts = _THAN.split(text)
    return (keys_in(parts[0]), keys_in(_ON.split(parts[-1].strip())[0])) if len(parts) > 1 else None
