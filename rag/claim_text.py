"""A claim without a figure ("the summit took place on 15 December 2018") against the sentences that say the same."""

import re
from collections.abc import Sequence

from ingest.periods import Period, find_periods
from rag.claim_cues import direction_in
from rag.claim_desk import Desk
from rag.claim_guards import has_particulars
from rag.claim_records import Claim, Judgement
from rag.claim_sentences import Fitting, fitting_sentences
from rag.records import VerdictName
from rag.wording import and_list

_SAME, _LIKE = 0.95, 0.75  # coverage and likeness from which a sentence says just what the claim says
_DATED, _DATED_FIT, _DATED_LIKE = 0.6, 1.25, 0.65
_TRIED = 4
_ATTRIBUTE = re.compile(
    r"the (?:19|20)\d\d (?!and\b|to\b|was\b|is\b|or\b|in\b)[a-z]", re.I
)  # "the 2021 drugs strategy" tells no date


def judge_text(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict on a claim that states no number; None where no sentence says the same."""
    sentences = [one for one in fitting_sentences(claim, claim.text, desk) if not one.lacking]
    named = [mention.period for mention in find_periods(claim.text)]
    if named:
        return _judge_date(claim, named, sentences, desk)
    same = [one for one in sentences if one.coverage >= _SAME and one.likeness >= _LIKE]
    best = next(
        (
            one
            for one in same
            if _same_way(claim.text, one.sentence) and has_particulars(claim.text, one.sentence, desk.library)
        ),
        None,
    )
    return _told("supported", f"The report says so: “{best.sentence}”", best) if best else None


def _same_way(claim: str, sentence: str) -> bool:
    """Whether both go the same way and neither denies what the other says."""
    return direction_in(claim) == direction_in(sentence) and _denies(claim) == _denies(sentence)


def _denies(text: str) -> bool:
    words = set(text.lower().replace("n't", " not").split())
    return bool(words & {"not", "no", "never", "none", "nobody", "without", "neither", "nor", "cannot"})


def _judge_date(claim: Claim, named: Sequence[Period], sentences: Sequence[Fitting], desk: Desk) -> Judgement | None:
    """The date that a claim gives against the date in the best sentence that has one of the same kind."""
    for one in sentences:
        there = [
            m.period for m in find_periods(one.sentence) if not _ATTRIBUTE.match(one.sentence[max(0, m.start - 4) :])
        ]
        if not there or one.coverage < _DATED or one.fit < _DATED_FIT:
            continue
        if all(any(_agree(p, q) for q in there) for p in named):
            enough = (
                one.coverage >= _DATED
                and one.likeness >= _DATED_LIKE
                and _same_way(_undated(claim.text), _undated(one.sentence))
                and has_particulars(_undated(claim.text), one.sentence, desk.library)
            )
            return _told("supported", f"The report says so: “{one.sentence}”", one) if enough else None
        if len(there) == len(named) == 1 and there[0].kind in ("day", "month", "calendar", "since"):
            wrong = and_list([p.label for p in there])
            return _told(
                "contradicted",
                f"The date is wrong: the report gives {wrong}, not {named[0].label}: “{one.sentence}”",
                one,
            )
        return None
    return None


def _undated(text: str) -> str:
    for mention in reversed(find_periods(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def _agree(mine: Period, theirs: Period) -> bool:
    return mine.start <= theirs.start and theirs.end <= mine.end or mine.label == theirs.label


def _told(verdict: VerdictName, reason: str, one: Fitting) -> Judgement:
    return Judgement(verdict, reason, passages=((one.passage, one.sentence),), sureness=min(1.0, one.fit / 2))
