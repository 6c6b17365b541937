"""A claim of fact against the statement that it is about, by the questions that the subject index answers with it.

A statement is found by how readers ask for it, so a claim may be in other words than it. The parts that no other word can
stand for (who, where, when, which drug, how many) decide: all there, the statement bears the claim out; one of them
otherwise, it speaks against it; what is in doubt is not found.
"""

import re
from dataclasses import replace

from ingest.numerals import find_numbers
from ingest.periods import find_periods, period_from_label
from rag.claim_alike import (
    bears_out,
    denies_other,
    goes_as_far,
    is_in_its_words,
    is_nearly_in_its_words,
    says_as_much,
    undoes,
)
from rag.claim_cues import COUNTED_AREAS, EVERY, NONE, ONLY, cue, directions_in
from rag.claim_desk import Desk
from rag.claim_done_otherwise import is_other_way_round
from rag.claim_manner import CONSIDERED, directions_of_same, is_certain, is_set_against, stage_of
from rag.claim_measured import compares_otherwise, is_of_same
from rag.claim_over_time import goes_against
from rag.claim_pairs import are_actors_swapped, are_mispaired, are_swapped, is_of_other_speaker
from rag.claim_parts import Difference
from rag.claim_records import Claim, Judgement
from rag.claim_roles import excluded, other_role
from rag.claim_sentences import candidates_in
from rag.claim_set_aside import names_set_aside
from rag.claim_setting import is_only_part
from rag.claim_statements import About, statements_about
from rag.claim_text import agree, dates_in
from rag.records import VerdictName

_IN = re.compile(r"\b(?:in|during|over|for|throughout)\s(?:the\s)?$", re.I)
_ONLY_THERE = re.compile(r"\b(?:only|alone|solely|just|exclusively|nowhere else|nowhere but)\b", re.I)
WHOLE_REGION = re.compile(
    r"\b(?:the whole of|the whole|the entire|all of|all over|throughout|across) (?:the )?(?:\w+ ){0,4}?(?:region|area|county|West Midlands)\b"
    r"|\beverywhere\b|\b(?:all|each|every) (?:of the )?(?:seven )?(?:\w+ )?(?:local authorit\w+|areas?|boroughs?|councils?)\b",
    re.I,
)
# How near a statement must be, and what it may lack, where it has a word that excludes one of the claim's.
_SURE, _FEW = 1.3, 0.25
_SOME, _STRANGE = 0.3, 0.35


def judge_about(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict by the statement that a claim is about; None where none is, or where it leaves the claim open."""
    about = statements_about(claim, desk)
    of_other = None
    for one in about:
        role = _other_role(claim, one, desk)
        if role and bears_out(_at_any_time(one)):
            return _judged("contradicted", f"It says so, {role}", one)
        if not role and bears_out(one) and not names_set_aside(claim.said, one.one.sentence):
            if goes_against(claim.text, one.one.sentence):
                return _judged("contradicted", "The direction is wrong", one)
            return _judged("supported", "The report says so", one)
        if (turned := _turned(one)) and not any(_says_more(other, one) for other in about):
            return turned
        of_other = of_other or _of_other(one)
    return of_other


def _says_more(other: About, one: About) -> bool:
    """Whether another statement has all parts of a claim, and is nearer to it and its words."""
    nearer = other.nearness >= one.nearness and other.wording.own > one.wording.own
    return nearer and not other.differences and is_in_its_words(other)


def _other_role(claim: Claim, about: About, desk: Desk) -> str:
    """Of what else a statement has a number of the claim, in words ("which it says of those who did not"); "" where of the same."""
    found = candidates_in([about.one], claim.text, desk)
    roles = (
        other_role(claim, stated, one, desk)
        for stated in claim.stated
        for one in found
        if stated.role != "scope" and abs(one.value) == abs(stated.figure.value)
    )
    return next(filter(None, roles), "")


def _at_any_time(about: About) -> About:
    """The same, without times that the claim names and the statement does not."""
    return replace(about, differences=tuple(d for d in about.differences if d.theirs or d.kind != "date"))


def _of_other(about: About) -> Judgement | None:
    """Contradicted by a statement that bears a claim out once one part of it is put right: another place, body, date."""
    if not is_certain(about.text) or not (is_in_its_words(about) or _is_of_other_law(about)):
        return None
    counted = _other_count_of_areas(about)
    if counted:
        return _judged("contradicted", f"It is {counted.theirs}, not {counted.mine}", about)
    if any(pattern.search(about.text) for pattern in (EVERY, NONE)):
        return None
    found = _at_any_time(about).differences
    if len({each.kind for each in found}) != 1 or not all(each.theirs for each in found):
        return None
    of_number = found[0].kind == "number"
    if found[0].kind == "date" and _is_of_part_of_time(about):
        return None
    of_same = is_of_same(about.text, about.said, about.lexicon) and _can_be_meant(about)
    if of_number and (_is_of_undated(about) or not of_same):
        return None
    text = about.text
    for each in found:
        text = re.sub(rf"(?<!\w){re.escape(each.mine)}(?!\w)", each.theirs.replace("\\", ""), text)
    says = goes_as_far if of_number else says_as_much
    if not says(replace(about, text=text)):
        return None
    return _judged("contradicted", _wrong_part(found[0]), about)


def _is_of_part_of_time(about: About) -> bool:
    """Whether a claim is of a month or a quarter of the time that a statement is of."""
    theirs = (*dates_in(about.one.sentence), *about.said.dates)
    return any(is_only_part(mine, other) for mine in dates_in(about.text) for other in theirs)


def _is_of_undated(about: About) -> bool:
    """Whether a claim is of a month or a quarter ("in June 2024, ...") that a statement does not name, or tells only as part of another time."""
    own = dates_in(about.one.sentence)
    told = [m.period for m in find_periods(about.text) if _is_when(about.text, m.start, m.end)]
    parts = [mine for mine in told if mine.kind in ("month", "quarter")]
    return _is_of_part_of_time(about) or any(not any(agree(mine, other) for other in own) for mine in parts)


def _can_be_meant(about: About) -> bool:
    """Whether a number that a statement has otherwise is of a time that the claim names, and no range that the claim's may lie in."""
    asked = dates_in(about.text)
    times = [period for f in about.one.figures if (period := period_from_label(f.period))]
    ranges = [f for f in about.one.figures if f.high is not None]
    numbers = [abs(n.value) for n in find_numbers(about.text)]
    within = any(f.value <= value <= f.high for f in ranges for value in numbers if f.high is not None)
    dated = not asked or not times or any(agree(p, q) or agree(q, p) for p in asked for q in times)
    return dated and not within


def _is_when(text: str, start: int, end: int) -> bool:
    """Whether a time that a text names tells when, first or last of all, and not which thing is meant ("the workshop in June 2025 led to")."""
    before = _IN.search(text[:start])
    return before is not None and (not text[: before.start()].strip() or not text[end:].strip(" ,.;!"))


def _is_of_other_law(about: About) -> bool:
    """Whether the statement must be the one that is meant, though in other words, and names another law."""
    kinds = {(each.kind, bool(each.theirs)) for each in about.differences}
    return kinds == {("law", True)} and about.nearness >= _SURE and about.wording.elsewhere <= _SOME


def _wrong_part(one: Difference) -> str:
    if one.kind == "name":
        return f"The report does not say so of {one.mine.title() if one.mine.islower() else one.mine}"
    return f"The {one.kind} is wrong: it is {one.theirs}, not {one.mine}"


def _turned(about: About) -> Judgement | None:
    """Contradicted by a statement that has all parts of a claim, and denies, undoes, excludes or swaps what it says."""
    text, sentence = about.text, about.one.sentence
    if ONLY.search(text) and EVERY.search(sentence) and not ONLY.search(sentence) and is_in_its_words(about):
        return _judged("contradicted", "The report says it of all", about)
    if _is_undone(about):
        return _judged("contradicted", "The report says otherwise", about)
    if _is_of_all_the_region(about):
        return _judged("contradicted", "The report says it of the whole region", about)
    if about.differences or not is_certain(text) or any(pattern.search(text) for pattern in (EVERY, NONE)):
        return None
    if _goes_the_other_way(about):
        return _judged("contradicted", "The direction is wrong", about)
    if directions_in(text) - directions_in(sentence):
        return None
    return _said_otherwise(about)


def _said_otherwise(about: About) -> Judgement | None:
    """Contradicted by a statement of the very same that only considers it, denies or undoes it, or swaps who and what."""
    text, sentence = about.text, about.one.sentence
    other = excluded(text, sentence)
    if stage_of(text) > stage_of(sentence) == CONSIDERED and is_in_its_words(about) and not is_set_against(text):
        return _judged("contradicted", "The report says that it is only to be considered", about)
    if is_nearly_in_its_words(about) and denies_other(about):
        return _judged("contradicted", "The report says otherwise", about)
    if not is_in_its_words(about) and not (other and about.nearness >= _SURE and about.wording.elsewhere <= _FEW):
        return None
    exchanges = (are_swapped, are_actors_swapped, are_mispaired, is_of_other_speaker, is_other_way_round)
    if any(turned(text, sentence) for turned in exchanges) or compares_otherwise(text, sentence):
        return _judged("contradicted", "The report has it the other way round", about)
    if denies_other(about) or undoes(text, about.said) or other:
        return _judged("contradicted", "The report says otherwise", about)
    return None


def _is_of_all_the_region(about: About) -> bool:
    """Whether a claim says only of some places what a statement says of the whole region or of every place."""
    text, sentence = about.text, about.one.sentence
    places = [each for each in about.differences if each.kind == "area"]
    if not places or len(places) < len(about.differences) or any(each.theirs for each in places):
        return False
    alone = _ONLY_THERE.search(text) and not cue("denial").search(text)
    return bool(alone) and bool(WHOLE_REGION.search(sentence)) and is_in_its_words(about)


def _goes_the_other_way(about: About) -> bool:
    """Whether a statement tells of the very same thing that it rises where a claim has it fall, or the other way round."""
    text, sentence = about.text, about.one.sentence
    mine, theirs = directions_in(text), directions_of_same(text, sentence)
    if {*mine, *theirs} != {"up", "down"} or len(mine) != 1 or len(theirs) != 1 or not is_in_its_words(about):
        return False
    return is_of_same(text, about.said, about.lexicon) and not cue("denial").search(text)


def _is_undone(about: About) -> bool:
    """Whether a claim says that what the nearest statement tells was turned down ("ruled out"), by and large in its words."""
    if not cue("turned_down").search(about.text) or cue("denial").search(about.text):
        return False
    if cue("undoing").search(about.said.text):
        return False
    strange = about.wording.elsewhere + about.wording.nowhere
    dated = all(each.kind == "date" and not each.theirs for each in about.differences)
    return dated and about.nearness >= _SURE and about.wording.own >= _SOME and strange <= _STRANGE


def _other_count_of_areas(about: About) -> Difference | None:
    """The number of areas that a claim of all of them gives, where a statement gives another one."""
    areas = EVERY.search(about.text)
    found = [each for each in about.differences if each.kind == "number" and each.theirs]
    if areas is None or len(about.differences) != 1 or not found or not COUNTED_AREAS.search(about.one.sentence):
        return None
    return found[0] if found[0].mine in areas.group() else None


def _judged(verdict: VerdictName, head: str, about: About) -> Judgement:
    one = about.one
    reason = f"{head}: “{one.sentence}”"
    return Judgement(verdict, reason, passages=((one.passage, one.sentence),), sureness=min(1.0, one.asked))
