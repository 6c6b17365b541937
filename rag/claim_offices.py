"""Who a claim says holds an office or presented a paper, against the sentence that tells who does."""

import re

from rag.claim_covered import word_keys_in
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_manner import capitals_in
from rag.claim_records import Claim, Judgement
from rag.claim_sentences import Fitting, fitting_sentences
from rag.claim_text import has_years

_OFFICE = r"(?:chair|chairman|chairwoman|chairperson|senior responsible owner)"
_HOLDS = re.compile(
    rf"^(?P<who>(?:[Tt]he )?[\w'’ -]{{2,40}}?) (?:chairs|chaired|(?:is|was|acts as|serves as) (?:both )?(?:the )?{_OFFICE})\b(?P<what>.*)$",
    re.I,
)
_HELD_BY = re.compile(r"^(?P<what>.+?) (?:is|was) chaired by (?P<who>[\w'’ -]{2,60}?)[.!]?$", re.I)
_SAYS_HOLDER = re.compile(
    rf"\b(?:is|was|as|be|being)\b[^.;]{{0,80}}?\b{_OFFICE}\b|\b(?:the )?(?-i:[A-Z]\w+) chairs\b|\bchaired by (?:the )?(?-i:[A-Z])",
    re.I,
)
_BY = re.compile(
    r"^(?P<what>.+?) (?:is|was|were|are) (?:presented|written|authored|prepared) by (?P<who>[\w'’ -]{2,40}?)[.!]?$",
    re.I,
)
_SAYS_BY = re.compile(r"\b(?:presented|written|authored|prepared) by (?P<who>[^.;]+)", re.I)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARED = 0.5  # of what the office is of, that a sentence must have


def judge_office(claim: Claim, desk: Desk) -> Judgement | None:
    """Contradicted by a sentence that gives another holder of an office, or author; None where none does."""
    by = _BY.match(claim.text)
    holds = _HOLDS.match(claim.text) or _HELD_BY.match(claim.text)
    if cue("denial", "uncertain").search(claim.text) or not (by or holds):
        return None
    found = [one for one in fitting_sentences(claim, claim.text, desk) if not cue("denial").search(one.sentence)]
    if by:
        others = [one for one in found if _has_other_author(claim, by, one, desk)]
    else:
        others = _of_other_holder(holds, found, desk) if holds else []
    if not others:
        return None
    source = ((others[0].passage, others[0].sentence),)
    reason = f"The report says it of another: “{others[0].sentence}”"
    return Judgement("contradicted", reason, passages=source, sureness=min(1.0, others[0].fit / 2))


def _has_other_author(claim: Claim, told: re.Match[str], one: Fitting, desk: Desk) -> bool:
    by = _SAYS_BY.search(one.sentence)
    if by is None or not capitals_in(by["who"]) or word_keys_in(by["who"]) & word_keys_in(told["who"]):
        return False
    return bool(_A_YEAR.search(claim.text)) and has_years(claim, one, desk)


def _of_other_holder(told: re.Match[str], found: list[Fitting], desk: Desk) -> list[Fitting]:
    """The sentences that tell who holds the office; none where one of them has a word for the one whom the claim names."""
    telling = [one for one in found if _SAYS_HOLDER.search(one.sentence) and _is_of_same(told["what"], one, desk)]
    who, lexicon = told["who"].split(" of ")[0], desk.library.lexicon
    mine, bodies = word_keys_in(who), lexicon.all_concepts(who)
    named = any(mine & word_keys_in(one.sentence) or bodies & lexicon.all_concepts(one.sentence) for one in telling)
    return [] if named or not mine else telling


def _is_of_same(what: str, one: Fitting, desk: Desk) -> bool:
    """Whether a sentence, or the heading above it, has what the office is of."""
    around = f"{one.sentence} ; {' ; '.join(one.passage.locator.section)}"
    wanted, lexicon = word_keys_in(what), desk.library.lexicon
    alike = lexicon.all_concepts(what) & lexicon.all_concepts(around)
    return bool(wanted) and (bool(alike) or len(wanted & word_keys_in(around)) >= _SHARED * len(wanted))
