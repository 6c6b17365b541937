"""Whether a sentence has a claim's number in the role that the claim gives it: of those who are, of each, of that part.

A sentence may print the claim's number and yet say something else with it: of those who did not ("2,427 were not
receiving any"), of another of the things that it sets side by side ("a secondary flag for 18"), of all and not of each.
Words that exclude one another are data (``claim_contrasts.yaml``).
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from ingest.lexicon import Lexicon
from ingest.prose_numbers import figure_numbers
from ingest.words import STOPWORDS, tokenize
from rag.claim_clauses import clause_around, own_clause
from rag.claim_cues import cue, filler_in
from rag.claim_desk import Desk
from rag.claim_records import Claim, Stated
from rag.claim_sentences import Candidate

_ALL = re.compile(r"\b(?:all|every one of|each of)\s(?:of\s)?(?:the\s|these\s|those\s|its\s)?$", re.I)
_WHOLE = re.compile(r"\b(?:all|every|each|both)\b", re.I)
_IS_BASE = re.compile(r"\b(?:of|among|out of) (?:the |these |those |all |all the )?$", re.I)
_TAKES_UP = re.compile(r"\bof (?:these|those|them|whom|which)\b", re.I)
_OF_THOSE_WHO = re.compile(r"\s(?:of (?:all |the |those )?)?(?P<whom>\w+(?: \w+)? (?:who|whose))\b", re.I)
_AMONG_THOSE_WHO = re.compile(r"\b(?:of|among) (?:all |the |those )?(?P<whom>\w+(?: \w+)? (?:who|whose))\b[^.;]*,\s$", re.I)
_NARROWED = re.compile(r"\b(?:who|whose|that|with|among|having|of those|users?)\b|who['’]", re.I)


def other_role(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> str:
    """Of what the sentence says the number and the claim does not, in words; "" where both have it in one role."""
    lexicon = desk.library.lexicon
    mine = _clause_of(claim, stated, lexicon)
    return (
        _denied(claim, mine, one.clause)
        or _of_each(claim.text, one.within.sentence)
        or _of_all(claim, stated, one.within.sentence)
        or _of_those_who(claim, one)
        or _of_part_of_region(claim, one, lexicon)
        or excluded(mine, one.clause)
        or _of_another_number(claim, mine, one, desk)
    )


def _clause_of(claim: Claim, stated: Stated, lexicon: Lexicon) -> str:
    several = sum(one.role != "scope" for one in claim.stated) > 1
    return own_clause(claim, stated, lexicon) if several else claim.text


def _denied(claim: Claim, mine: str, theirs: str) -> str:
    """Of those who do not, where the claim is of those who do, or the other way round."""
    negation, hidden = cue("denial"), cue("hidden_denial")
    if bool(negation.search(mine)) == bool(negation.search(theirs)):
        return ""
    if negation.search(mine):
        return "" if hidden.search(theirs) else "which it does not say of those who did not"
    said = hidden.search(claim.text) or negation.search(claim.text)
    return "" if said else "which it says of those who did not"


def _of_each(claim: str, sentence: str) -> str:
    single = cue("of_each").search(claim)
    if not single or cue("of_each").search(sentence) or cue("one_person").search(sentence):
        return ""
    return f"which it does not say of “{single.group().lower()}”"


def _of_all(claim: Claim, stated: Stated, sentence: str) -> str:
    if stated.role == "scope" or not _ALL.search(claim.text[: stated.number.start]):
        return ""
    at = sentence.lower().find(stated.number.printed.lower())
    is_base = at >= 0 and _IS_BASE.search(sentence[:at]) and not _ALL.search(sentence[:at])
    return "which it does not say of all" if is_base or not _WHOLE.search(sentence) else ""


def _of_those_who(claim: Claim, one: Candidate) -> str:
    """A share of only those who are something, where the claim has it of everyone."""
    at = one.within.sentence.find(one.figure.printed)
    if one.figure.unit not in ("%", "share") or at < 0:
        return ""
    before, after = one.within.sentence[:at], one.within.sentence[at + len(one.figure.printed) :]
    told = _OF_THOSE_WHO.match(after) or _AMONG_THOSE_WHO.search(before)
    return f"which it says only of {told['whom']} ..." if told and not _NARROWED.search(claim.text) else ""


def _of_part_of_region(claim: Claim, one: Candidate, lexicon: Lexicon) -> str:
    """A figure that its clause gives for one area, where the claim gives it for the whole region."""
    local = [m.name for m in lexicon.find_areas(one.clause) if m.kind == "local"]
    if not local or any(area in claim.query.areas for area in local) or lexicon.region not in claim.query.areas:
        return ""
    return f"which it says of {local[0]}"


@lru_cache(maxsize=1)
def _contrasts() -> tuple[tuple[re.Pattern[str], ...], ...]:
    given = yaml.safe_load((Path(__file__).parent / "claim_contrasts.yaml").read_text(encoding="utf-8"))
    return tuple(tuple(re.compile(rf"\b(?:{word})\b", re.I) for word in group) for group in given)


def excluded(mine: str, theirs: str) -> str:
    """A word of the claim that a word of the sentence excludes."""
    for group in _contrasts():
        said = [found for word in group if (found := word.search(mine))]
        there = [found for word in group if (found := word.search(theirs))]
        if said and there and not {one.re for one in said} & {one.re for one in there}:
            return f"which it says of “{there[0].group()}”, not of “{said[0].group()}”"
    return ""


def _of_another_number(claim: Claim, mine: str, one: Candidate, desk: Desk) -> str:
    """A word of the claim that the sentence has only with a later figure, which the claim does not state."""
    if _TAKES_UP.search(one.clause):
        return ""
    own, told = _stems(one.clause), _stems(mine)
    later = {stem for clause in _later_clauses(claim, one, desk.library.lexicon) for stem in _stems(clause)}
    hit, met = told & (later - own), told & (own - later)
    outdone = sum(map(desk.weigher.weight, hit)) > sum(map(desk.weigher.weight, met))
    return f"and “{min(hit)}” of another number" if hit and outdone else ""


def _later_clauses(claim: Claim, one: Candidate, lexicon: Lexicon) -> list[str]:
    """The clauses around the figures after this one, without bases ("of the 84") and those that the claim states."""
    sentence = one.within.sentence
    stated = {abs(other.number.value) for other in claim.stated}
    numbers = figure_numbers(sentence, lexicon)
    end = sentence.find(one.figure.printed) + len(one.figure.printed)
    return [
        clause_around(sentence, numbers, at)
        for at, number in enumerate(numbers)
        if number.start >= end and not sentence[number.end :].startswith("s ") and abs(number.value) not in stated and not _IS_BASE.search(sentence[: number.start])
    ]


def _stems(text: str) -> set[str]:
    filler = filler_in(text)
    return {t.stem for t in tokenize(text) if t.word not in STOPWORDS and t.stem not in filler and t.stem.isalpha()}
