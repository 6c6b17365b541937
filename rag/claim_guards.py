"""What a claim says beside its numbers (a rank, "only", "all", a direction, a comparison) and no step could judge.

A claim is supported only where each such statement was judged, or stands in the sentences that bear the numbers out.
"""

import re
from collections.abc import Sequence

from rag.claim_cues import CHANGE_VERB, COMPARATIVE, EVERY, HIGH, LOW, NONE, ONLY, ORDINAL, TOGETHER, direction_in, verb_direction
from rag.claim_records import Claim, Judgement
from rag.library import Library

_FIRST = re.compile(r"\b(?:(?<!for the )first|last(?! year| month| week)|(?<!on )record(?= (?:high|low|number|level))|never|always|ever|unique|sole)\b", re.I)
_ONLY_NUMBER = re.compile(r"\b(?:only|just)\s(?:about |around |some |over |under )?[£\d]", re.I)
_HEDGED = re.compile(r"\b(?:more|fewer|less|higher|lower|greater) than (?:a |an |one |two |three |half|double|twice|£?\d|doubl|tripl)|\b(?:over|under|above|below) (?:a |an |one |two |three |half|£?\d)|\bunder-?\d|\bbelow \d", re.I)


def judge_rest(claim: Claim, judged: Sequence[Judgement], has_statement: bool, library: Library) -> Judgement | None:
    """Not found, where the claim makes a statement that neither a step nor a cited sentence confirms."""
    if has_statement:
        return None
    sentences = " ".join(quote for one in judged if one.verdict == "supported" for _, quote in one.passages)
    text = _HEDGED.sub(" ", _ONLY_NUMBER.sub(" ", claim.text))
    for what, pattern in (("this rank", HIGH), ("this rank", LOW), ("this rank", ORDINAL), ("“only”", ONLY), ("“all”", EVERY), ("“none”", NONE), ("“first”", _FIRST)):
        if pattern.search(text) and not pattern.search(sentences) and not (pattern is EVERY and TOGETHER.search(text)):
            return Judgement("not_found", f"The reports do not confirm {what}.", sureness=0.4)
    if _tells_change(claim, text) and not _same_direction(text, sentences):
        return Judgement("not_found", "The reports do not confirm the direction of the change.", sureness=0.4)
    if _compares(claim, text, library) and not COMPARATIVE.search(sentences):
        return Judgement("not_found", "The reports do not confirm the comparison.", sureness=0.4)
    return None


def _tells_change(claim: Claim, text: str) -> bool:
    sized = any(one.figure.kind != "level" or one.role == "times" for one in claim.stated)
    return bool(CHANGE_VERB.search(text)) and bool(verb_direction(text)) and not sized


def _same_direction(text: str, sentences: str) -> bool:
    return verb_direction(text) == verb_direction(sentences) or direction_in(text) == direction_in(sentences) != ""


def _compares(claim: Claim, text: str, library: Library) -> bool:
    places = {m.name for m in library.lexicon.find_areas(text) if m.kind in ("local", "region", "country")}
    match = COMPARATIVE.search(text)
    return bool(match) and len(places) > 1 and len([one for one in claim.stated if one.role != "scope"]) < 2


def judge_order(claim: Claim, library: Library) -> Judgement | None:
    """Contradicted, where a claim's own two numbers do not stand to each other as its words say ("8.85, below 12.06" is fine)."""
    levels = [one for one in claim.stated if one.role == "" and one.figure.kind == "level" and not one.hedge]
    if len(levels) != 2 or levels[0].figure.unit != levels[1].figure.unit or levels[0].figure.area == levels[1].figure.area:
        return None
    between = claim.text[levels[0].number.end : levels[1].number.start]
    match = COMPARATIVE.search(between)
    if match is None or match.lastgroup not in ("up", "down"):
        return None
    first, second = levels[0].figure.value, levels[1].figure.value
    holds = first > second if match.lastgroup == "up" else first < second
    if holds:
        return None
    a, b = levels[0].number.printed, levels[1].number.printed
    return Judgement("contradicted", f"The claim's own figures do not bear it out: {a} is not {match.group()} {b}.", sureness=0.6)
