"""A claim that says a thing of none of so many ("not one of the 84 groups was a priority") against the sentence that counts some.

The number that such a claim states is how many there are in all, and bears nothing out: the count, or the share, of those
of whom the sentence says the thing decides.
"""

import re
from dataclasses import replace

from ingest.numerals import Number
from ingest.prose_numbers import figure_numbers
from ingest.words import STOPWORDS, tokenize
from rag.claim_candidates import candidates_for
from rag.claim_clauses import clause_around
from rag.claim_covered import key_of
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_records import Claim, Judgement, Stated
from rag.claim_sentences import Candidate
from rag.claim_synonyms import said_otherwise

_NONE_OF = re.compile(
    r"\b(?:none|not (?:a )?(?:single |solitary )?one|no one|not any|nobody|neither)(?: at all)? (?:of|among|out of) "
    r"(?:all |the |these |those |our |all the )*$",
    re.I,
)
_FITS = 0.9  # how well the sentence must fit the claim


def judge_none_of(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict on a claim of none of so many; None where a claim is no such one."""
    whole = next((one for one in claim.stated if _NONE_OF.search(claim.text[: one.number.start])), None)
    if whole is None or whole.number.unit or whole.role == "scope":
        return None
    counted = replace(claim, text=_NONE_OF.sub("", claim.text[: whole.number.start]) + claim.text[whole.number.start :])
    for one in candidates_for(counted, whole, desk):
        if abs(one.value) == whole.figure.value and one.within.fit >= _FITS and not one.within.lacking:
            judged = _judged(claim, whole, one, desk)
            if judged:
                return judged
    return Judgement("not_found", "The reports do not say.", whole.number)


def _judged(claim: Claim, whole: Stated, one: Candidate, desk: Desk) -> Judgement | None:
    """Contradicted by a count or share of some of these of whom the sentence says what the claim denies of all."""
    sentence = one.within.sentence
    numbers = figure_numbers(sentence, desk.library.lexicon)
    base = next((n for n in numbers if n.printed == one.figure.printed), None)
    said = claim.text[whole.number.end :]
    for number in numbers if base else ():
        if _is_part(number, base) and not cue("denial").search(clause_around(sentence, numbers, numbers.index(number))):
            if _is_said(said, sentence[min(number.start, base.start) if base else 0 :], desk):
                reason = f"The report says it of {number.printed} of them: “{sentence}”"
                source = ((one.within.passage, sentence),)
                return Judgement("contradicted", reason, number, (one.figure,), source, sureness=min(1.0, one.fit / 2))
    return None


def _is_part(number: Number, base: Number | None) -> bool:
    """Whether a number can count, or be the share of, some of as many as the base says."""
    if base is None or number.start == base.start or number.value <= 0:
        return False
    return number.unit in ("%", "share") or not number.unit and number.value < base.value


def _is_said(said: str, there: str, desk: Desk) -> bool:
    """Whether a part of a sentence says what a claim says after the thing that it counts."""
    counted = min((token.start for token in tokenize(said) if token.word not in STOPWORDS), default=0)
    mine = {token.word: key_of(token.stem) for token in tokenize(said[counted:])[1:] if token.word not in STOPWORDS}
    told = {key_of(token.stem) for token in tokenize(there) if token.word not in STOPWORDS}
    alike = desk.library.lexicon.all_concepts(said[counted:]) & desk.library.lexicon.all_concepts(there)
    return bool(set(mine.values()) & told or said_otherwise(said, there) & mine.keys() or alike)
