"""A number that a claim states against the figures in the reports' sentences, where no table gives it.

A sentence speaks of the same thing where it has the claim's terms and is like it; the figure in it that answers to the
claim's number is the one of the same unit whose own clause is most like the number's. The limits were set on
``evals/claims/train.jsonl``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.periods import find_periods
from rag.claim_candidates import candidates_for
from rag.claim_desk import Desk
from rag.claim_facts import has_more_of
from rag.claim_hedges import FAR, exactness_of, is_within
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_roles import other_role
from rag.claim_sentences import Candidate
from rag.claim_setting import has_setting, is_of_other_place
from rag.claim_units import (
    counts_another,
    counts_the_same,
    has_unit,
    is_misprint,
    is_of_another,
    is_only_one_weighed,
    noun_of,
    same_measure,
)
from rag.claim_words import said
from rag.claim_wrong_part import wrong_part
from rag.records import VerdictName
from rag.wording import value_words

SUPPORT, CONTRADICT, SAME_NUMBER = 1.0, 1.55, 1.3
_MARGIN, _ANCHORED, _SAME_NOUN = 0.3, 0.3, 0.3
_FAR_APART = 20  # times
_BASE = re.compile(r"\bof (?:the|these|those|all)\s+(?P<base>\d[\d,]*)\b", re.I)
_BASE_FIRST = re.compile(
    r"\b(?:of|among|out of) (?:the |these |those |all )?(?P<base>\d[\d,]*)\b(?:[^.;:\d%]|(?:19|20)\d\d)*,\s(?:(?:about|around|some|only|just|over|nearly|almost) )*$",
    re.I,
)
_IS_BASE = re.compile(r"\b(?:of|among|out of) (?:the |these |those |all |all the )?(?:\w+['’]s? )?$", re.I)
_PART_FIRST = re.compile(r"^(?:of|among|out of) (?:all )?(?:the|these|those|our|its)\b[^;:]*,\s(?:\w+ ){0,2}$", re.I)
_OF_BASE = re.compile(r"\s(?:of|out of) (?:the|these|those|all) \d")
_OF_THOSE = re.compile(r"\s(?:of (?:all |the |those |these )*)(?:[\w-]+ ){0,5}?(?:who|that|whose)\b", re.I)
_BASE_BEFORE = re.compile(r"\bof (?:the |these |those |all )?(?P<base>\d[\d,]*)(?: \w+)?\s*\(?$", re.I)


def judge_in_prose(claim: Claim, stated: Stated, desk: Desk, anchors: Sequence[str] = ()) -> Judgement | None:
    """The verdict that the best fitting sentences give on a number; None where none fits well enough.

    ``anchors`` are sentences that bear out another number of the claim: the claim is taken to speak of the same.
    """
    candidates = [c for c in candidates_for(claim, stated, desk) if not c.within.lacking]
    if anchors:
        candidates = [replace(c, fit=c.fit + _ANCHORED) for c in candidates if c.within.sentence in anchors]
    same_unit = [c for c in candidates if has_unit(stated, c.figure)]
    at_home = [c for c in same_unit if has_setting(claim, stated, c, desk)]
    own = [c for c in at_home if not counts_another(stated, c)] or at_home
    best = max(own, key=lambda c: c.fit + _noun_bonus(stated, c), default=None)
    saying = [c for c in at_home if _matches(stated, c) and not is_of_another(claim, stated, c, desk)]
    roles = {c.figure.id: other_role(claim, stated, c, desk) for c in saying}
    matching = [c for c in saying if not roles[c.figure.id]]
    anchored = [c for c in matching if c.within.sentence in anchors and c.fit >= SUPPORT]
    if anchored and not _is_outdone(claim, anchored[0], at_home):
        return _base_checked(claim, stated, anchored[0]) or _supported(stated, anchored[0], [])
    if best and matching and _is_of_those(claim, stated, matching[0]) and not _is_of_those(claim, stated, best):
        best = matching[0]
    matching = [c for c in matching if not any(_is_dated_instead(stated, c, other) for other in own)]
    matching = [c for c in matching if not (best and _is_of_more(claim, stated, best, c, desk))]
    if best and matching and matching[0].fit >= max(SUPPORT, best.fit - _margin(claim, stated, best, matching[0])):
        others = [c for c in matching[1:4] if c.fit >= matching[0].fit - 2 * _MARGIN]
        return _base_checked(claim, stated, matching[0]) or _supported(stated, matching[0], others)
    misplaced = next((c for c in saying if roles[c.figure.id] and c.fit >= _least_misplaced(claim, c)), None)
    if misplaced and not matching:
        return _misplaced(stated, misplaced, roles[misplaced.figure.id])
    return _contradicted(claim, stated, candidates, best, desk)


def _is_dated_instead(stated: Stated, one: Candidate, other: Candidate) -> bool:
    """Whether another figure, of just the period that a claim names, speaks against it where this one is of no period."""
    if one.figure.period or not stated.figure.period or other.figure.period != stated.figure.period:
        return False
    same = other.figure.unit == stated.figure.unit == "%" and not find_periods(one.within.sentence)
    return same and _holds(stated, other) is False and other.fit >= max(SUPPORT, one.fit - 2 * _MARGIN)


def _is_of_more(claim: Claim, stated: Stated, best: Candidate, one: Candidate, desk: Desk) -> bool:
    """Whether an amount of money in another sentence, which has all that this one has of a claim and more, speaks against it."""
    if stated.figure.unit != "£" or best.within.sentence == one.within.sentence or best.fit <= one.fit:
        return False
    return _holds(stated, best) is False and has_more_of(claim, best.within, one.within, desk)


def _least_misplaced(claim: Claim, one: Candidate) -> float:
    """How well a figure must fit that has another role than the claim gives it; less where its sentence has all of several numbers."""
    told = {abs(other.figure.value) for other in claim.stated if other.role != "scope"}
    here = {abs(figure.value) for figure in one.within.figures}
    return SUPPORT if len(told) > 1 and told <= here else SAME_NUMBER


def _is_of_those(claim: Claim, stated: Stated, one: Candidate) -> bool:
    """Whether both a claim and a sentence tell a share of those who are something ("80% of the adults who used drugs")."""
    _, _, after = one.within.sentence.partition(one.figure.printed)
    mine = _OF_THOSE.match(claim.text[stated.number.end :])
    return bool(mine) and bool(_OF_THOSE.search(after))


def _misplaced(stated: Stated, candidate: Candidate, role: str) -> Judgement:
    """Contradicted: the number stands in the report, but of another thing than the claim says it of."""
    reason = f"The report gives {value_words(candidate.figure)}, {role}: “{candidate.within.sentence}”"
    return _told("contradicted", reason, stated, candidate)


def _matches(stated: Stated, candidate: Candidate) -> bool:
    return _holds(stated, candidate) is True


def _holds(stated: Stated, candidate: Candidate) -> bool | None:
    """Whether a figure is what the claim says; None where it is so far below an upper limit that this tells nothing."""
    figure = candidate.figure
    if figure.kind != "level" and (figure.value < 0) != (stated.figure.value < 0) or not same_measure(stated, figure):
        return False
    value, limit = abs(candidate.value), abs(stated.figure.value)
    if stated.hedge in ("under", "at most") and value * FAR < limit:
        return None
    return is_within(stated, Given(value, "", (figure,), "", exactness_of(figure), figure.high))


def _is_outdone(claim: Claim, one: Candidate, at_home: Sequence[Candidate]) -> bool:
    """Whether another figure of the same sentence, that the claim does not state as well, fits clearly better."""
    stated = {abs(other.figure.value) for other in claim.stated}
    rivals = [c for c in at_home if c.within.sentence == one.within.sentence and abs(c.value) not in stated]
    return any(c.fit > one.fit + _MARGIN / 4 for c in rivals)


def _margin(claim: Claim, stated: Stated, best: Candidate, matching: Candidate) -> float:
    """How much worse than the best a matching figure may fit: hardly at all within one sentence, unless it is a base."""
    if _IS_BASE.search(claim.text[: stated.number.start]):
        return 4 * _MARGIN
    _, _, after = matching.within.sentence.partition(matching.figure.printed)
    if _PART_FIRST.search(claim.text[: stated.number.start]) and _OF_BASE.match(after):
        return 2 * _MARGIN
    return _MARGIN / 4 if best.within.sentence == matching.within.sentence else _MARGIN


def _noun_bonus(stated: Stated, one: Candidate) -> float:
    noun = noun_of(stated.figure.unit)
    return _SAME_NOUN / 2 if noun and noun == noun_of(one.figure.unit) else 0.0


def _base_checked(claim: Claim, stated: Stated, candidate: Candidate) -> Judgement | None:
    """A share whose base is another one: "70% of the 84" where the report has 19 of 27 (70%)."""
    mine = _BASE.match(claim.text[stated.number.end :].lstrip()) or _BASE_FIRST.search(
        claim.text[: stated.number.start]
    )
    at = candidate.within.sentence.find(candidate.figure.printed)
    theirs = _BASE_BEFORE.search(candidate.within.sentence[:at]) if at > 0 else None
    if not mine or not theirs or mine["base"] == theirs["base"]:
        return None
    reason = f"The report gives {candidate.figure.printed} of {theirs['base']}, not of {mine['base']}: “{candidate.within.sentence}”"
    return _told("contradicted", reason, stated, candidate)


def _supported(stated: Stated, candidate: Candidate, others: Sequence[Candidate]) -> Judgement:
    reason = f"The report says {value_words(candidate.figure)}: “{candidate.within.sentence}”"
    told = _told("supported", reason, stated, candidate)
    more = tuple(
        (c.within.passage, c.within.sentence) for c in others if c.within.sentence != candidate.within.sentence
    )
    return replace(told, passages=(*told.passages, *more))


def _contradicted(
    claim: Claim, stated: Stated, candidates: Sequence[Candidate], best: Candidate | None, desk: Desk
) -> Judgement | None:
    for one in (c for c in candidates if _is_same_number(stated, c) and c.fit >= SAME_NUMBER):
        near = best is None or one.within.sentence == best.within.sentence or one.fit >= best.fit - _MARGIN
        wrong = wrong_part(claim, stated, one, best, desk.library.lexicon) if near else ""
        if wrong:
            return _told("contradicted", wrong, stated, one)
    beside = _better_beside(claim, stated, candidates, desk)
    if beside:
        reason = f"The report gives {value_words(beside.figure)}, not {said(stated)}: “{beside.within.sentence}”"
        return _told("contradicted", reason, stated, beside)
    if best is None or _holds(stated, best) is not False or not _is_sure(claim, stated, best, candidates, desk):
        return None
    reason = f"The report gives {value_words(best.figure)}, not {said(stated)}: “{best.within.sentence}”"
    return _told("contradicted", reason, stated, best)


def _better_beside(claim: Claim, stated: Stated, candidates: Sequence[Candidate], desk: Desk) -> Candidate | None:
    """The figure of the claim's own part that stands beside one with its number of another part ("6.7% any drug, 5.2% cannabis")."""
    same = [c for c in candidates if has_unit(stated, c.figure) and stated.figure.unit == c.figure.unit]
    taken = [
        c for c in same if _is_same_number(stated, c) and c.fit >= SAME_NUMBER and is_of_another(claim, stated, c, desk)
    ]
    for one in taken if not stated.hedge and stated.figure.unit == "%" else ():
        others = [
            c
            for c in same
            if c.within.sentence == one.within.sentence and c.fit > one.fit and _holds(stated, c) is False
        ]
        if len(others) == 1 and not is_of_another(claim, stated, others[0], desk):
            return others[0]
    return None


def _is_sure(claim: Claim, stated: Stated, best: Candidate, candidates: Sequence[Candidate], desk: Desk) -> bool:
    """Whether the best figure fits so well, and alone, that the claim must mean it."""
    if is_of_other_place(claim, stated, best, desk) or _is_far_off(stated, best):
        return False
    noun = noun_of(stated.figure.unit)
    alike = bool(noun) and noun == noun_of(best.figure.unit) or is_misprint(stated, best)
    alike |= is_only_one_weighed(stated, best, candidates)
    least = CONTRADICT - (_SAME_NOUN if alike else 0)
    same = counts_the_same(stated, best) or is_misprint(stated, best)
    least -= _SAME_NOUN / 2 if stated.figure.unit and stated.figure.unit == best.figure.unit and not alike else 0
    return best.fit >= least and _is_clear(claim, stated, best, candidates, desk) and same


def _is_far_off(stated: Stated, best: Candidate) -> bool:
    """Whether amounts of money are so far apart, in other digits, that they can not be of one thing."""
    mine, other = abs(stated.figure.value), abs(best.value)
    if stated.figure.unit != "£" or not mine or not other:
        return False
    digits = [str(value.normalize().as_tuple().digits) for value in (mine, other)]
    return max(mine, other) / min(mine, other) > _FAR_APART and digits[0] != digits[1]


def _is_clear(claim: Claim, stated: Stated, best: Candidate, candidates: Sequence[Candidate], desk: Desk) -> bool:
    """Whether no other figure that says what the claim says could be meant instead of the best one.

    A figure of the same sentence may say it of another thing, or in exchange for another number of the claim.
    """
    saying = [c for c in candidates if has_unit(stated, c.figure) and _matches(stated, c)]
    if any(c.fit > best.fit - _MARGIN for c in saying if c.within.sentence != best.within.sentence):
        return False
    beside = [c for c in saying if c.within.sentence == best.within.sentence]
    if all(is_of_another(claim, stated, c, desk) or other_role(claim, stated, c, desk) for c in beside):
        return True
    return any(
        _is_best_for(claim, other, stated, best, desk)
        for other in claim.stated
        if other.figure.value == best.figure.value
    )


def _is_best_for(claim: Claim, other: Stated, stated: Stated, best: Candidate, desk: Desk) -> bool:
    """Whether the claim's other number answers to the figure that has this number's value: the two are exchanged."""
    here = [
        c
        for c in candidates_for(claim, other, desk)
        if c.within.sentence == best.within.sentence and has_unit(other, c.figure)
    ]
    return bool(here) and abs(here[0].value) == abs(stated.figure.value)


def _is_same_number(stated: Stated, candidate: Candidate) -> bool:
    same_hedge = not stated.hedge or stated.hedge == exactness_of(candidate.figure)
    return abs(candidate.value) == abs(stated.figure.value) and same_hedge


def _told(verdict: VerdictName, reason: str, stated: Stated, candidate: Candidate) -> Judgement:
    passages = ((candidate.within.passage, candidate.within.sentence),)
    sureness = min(1.0, candidate.fit / 2)
    return Judgement(verdict, reason, stated.number, (candidate.figure,), passages, sureness=sureness)
