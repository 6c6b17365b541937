"""How many of a counted whole a claim says a thing not of, against the sentence that counts those of whom it is said.

"30 of the 84 groups did not ..." is borne out by "54 of the 84 groups did ...", and "eight of the groups abroad had no ..."
by "27 groups were abroad, and 19 of these had ...".
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from ingest.words import STOPWORDS, stem, tokenize
from rag.claim_candidates import candidates_for
from rag.claim_covered import key_of, keys_in
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_hedges import is_within
from rag.claim_kinds import kind_of_term
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_sentences import Candidate
from rag.claim_setting import has_setting
from rag.claim_share_text import is_count
from rag.claim_synonyms import said_otherwise
from rag.records import Derivation
from rag.wording import plain_number

_OF = re.compile(r"\s(?:out )?of (?:all |the |these |those |all the )?(?P<base>\d[\d,]*)\b")
_OF_THE = r"\s(?:out )?of (?:all |the |these |those |their )*"
_OF_THESE = re.compile(r"\b(?:of|among|out of) (?:these|those|them|which|whom)\b(?! \d)", re.I)
_DENIED = re.compile(
    r"\b(?:not|never|without|no|none|cannot|other than|apart from|except(?:ing)?(?: for)?|excluding|but not)\b|n['’]t\b",
    re.I,
)
_ASIDE = re.compile(r"\s(?:in|during|over|for) (?:the )?(?:\w+ )?(?:year|(?:19|20)\d\d).*$", re.I)
_FITS = 1.2  # how well the sentence must fit the claim
_FITS_BOTH = 0.9  # the same, where it counts the whole and the part


def judge_remainder(claim: Claim, stated: Stated, desk: Desk) -> Judgement | None:
    """Supported where a sentence counts all the others of the same whole; else None."""
    text = claim.text
    whole = _OF.match(text[stated.number.end :])
    if whole is None or stated.figure.kind != "level" or stated.hedge or not cue("denial").search(text):
        return None
    base = Decimal(whole["base"].replace(",", ""))
    candidates = [one for one in candidates_for(claim, stated, desk) if one.fit >= _FITS and not one.within.lacking]
    others = [one for one in candidates if base - one.value == stated.figure.value]
    found = next((one for one in others if _is_of(base, one) and not cue("denial").search(one.clause)), None)
    return _judged(stated, base, found) if found else None


def judge_those_without(claim: Claim, stated: Stated, desk: Desk) -> Judgement | None:
    """Supported where a sentence counts a whole and those of it who are what the claim says that its number is not; else None."""
    denied = _DENIED.search(claim.text)
    if denied is None or stated.figure.kind != "level" or stated.number.unit:
        return None
    said = _ASIDE.sub("", claim.text[denied.end() :])
    counts = [
        one
        for one in candidates_for(claim, stated, desk)
        if one.within.fit >= _FITS_BOTH and not one.within.lacking and is_count(one)
    ]
    for sentence in dict.fromkeys(one.within.sentence for one in counts):
        here = sorted(
            (one for one in counts if one.within.sentence == sentence),
            key=lambda one: sentence.find(one.figure.printed),
        )
        for part, whole in _parts_of_wholes(here):
            rest = Given(whole.value - part.value, "", (whole.figure,), "")
            if is_within(stated, rest) and _is_said(said, sentence, desk) and has_setting(claim, stated, whole, desk):
                return _judged(stated, whole.value, part)
    return None


def _parts_of_wholes(here: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Each two counts of a sentence of which one is of some of those whom the other counts, the part first."""
    if not here:
        return
    sentence = here[0].within.sentence
    at = {one.figure.id: sentence.find(one.figure.printed) for one in here}
    for part, whole in permutations(here, 2):
        both = rf"(?<![\d,.]){re.escape(part.figure.printed)}{_OF_THE}{re.escape(whole.figure.printed)}(?![\d,.]\d)"
        turned = rf"\b(?:of|among|out of) (?:all |the |these |those )*{re.escape(whole.figure.printed)}\b[^.;\d]*?\b{re.escape(part.figure.printed)}\b"
        if part.value < whole.value and (re.search(both, sentence, re.I) or re.search(turned, sentence, re.I)):
            yield part, whole
    these = _OF_THESE.search(sentence)
    before = [one for one in here if these and at[one.figure.id] < these.start()]
    after = [one for one in here if these and at[one.figure.id] > these.end()]
    if before and after and after[0].value < before[-1].value:
        yield after[0], before[-1]


def _is_said(denied: str, sentence: str, desk: Desk) -> bool:
    """Whether a sentence says what a claim denies, but for words that the reports never use."""
    lexicon = desk.library.lexicon
    concepts = lexicon.with_broader(lexicon.all_concepts(sentence))
    told = keys_in(sentence) | {key_of(stem(word)) for word in said_otherwise(denied, sentence)}
    named = [m for m in lexicon.find_concepts(denied) if m.name in concepts and m.end]
    words = [token for token in tokenize(denied) if token.word not in STOPWORDS]
    met = [t for t in words if key_of(t.stem) in told or any(m.start <= t.start < m.end for m in named)]
    fixed = {m.name for m in lexicon.find_concepts(denied) if kind_of_term(m.name, lexicon)}
    open_ = [t for t in words if t not in met and desk.weigher.knows(t.stem) and not cue("plain").fullmatch(t.word)]
    return bool(met) and not open_ and fixed <= concepts


def _is_of(base: Decimal, one: Candidate) -> bool:
    """Whether a sentence has a number as a part of the same whole."""
    at = one.within.sentence.find(one.figure.printed)
    match = _OF.match(one.within.sentence[at + len(one.figure.printed) :]) if at >= 0 else None
    return match is not None and Decimal(match["base"].replace(",", "")) == base


def _judged(stated: Stated, base: Decimal, one: Candidate) -> Judgement:
    working = f"{plain_number(base)} − {one.figure.printed} = {plain_number(stated.figure.value)}"
    reason = f"The report's figures give it: {working}: “{one.within.sentence}”"
    source = ((one.within.passage, one.within.sentence),)
    derivation = Derivation("remainder", working, stated.figure.value, "", (one.figure.id,))
    return Judgement("supported", reason, stated.number, (one.figure,), source, derivation, min(1.0, one.fit / 2))
