"""How many of one thing a claim says there are for each of another ("nearly four finished for each who dropped out")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.claim_compare import measure_levels
from rag.claim_hedges import is_number_within
from rag.claim_judge import judge_number
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.library import Library
from rag.op_measures import split_measures
from rag.query import Query
from rag.wording import plain_number

_FOR_EACH = re.compile(
    r"\b(?:for|to|against) (?:each|every|one|each and every)\s(?!(?:\d|hundred|thousand|million|£|year|month|week|day|of the))(?P<each>[^,.;:]+)",
    re.I,
)
_OF_THAT_FOR = re.compile(r"\s(?:of\s)?that\sfor\s(?!(?:the\s)?(?:\d|year|previous|same|preceding|\w+ quarter))", re.I)
_AS_MANY_AS = re.compile(
    r"\s?(?:times\s)?as (?:many|much|high|big|large|great|common)\b[^.;,]*?\bas\b(?P<what>[^.;,]*)", re.I
)
_A_TIME = re.compile(
    r"\d{4}|\b(?:years?|months?|quarter|before|earlier|previously|ago|then|last|first|had|was|were|did|it|they|there)\b",
    re.I,
)


def judge_ratio(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    """The verdict on "N of these for each of those"; None where the claim says no such thing of two measures."""
    match = _FOR_EACH.search(claim.text)
    if match is None or match.start() <= stated.number.start < match.end() or stated.number.unit not in ("", "times"):
        return None
    named = library.lexicon.all_concepts(match["each"])
    parts = split_measures(replace(claim.query, operations=()), library)
    base = next((part for part in parts if set(part.concepts) & named - _shared(parts)), None)
    if len(parts) != 2 or base is None:
        return None
    counted = next(part for part in parts if part is not base)
    sides = [measure_levels(part, claim, library) for part in (counted, base)]
    given = [
        Given(
            a.number / b.number,
            plain_number(a.number / b.number, 2),
            (*a.figures, *b.figures),
            f"{a.words} ÷ {b.words} = {plain_number(a.number / b.number, 2)}",
        )
        for a in sides[0]
        for b in sides[1]
        if b.number
    ]
    as_times = replace(stated, number=replace(stated.number, unit="times"))
    return judge_number(stated, given, library, lambda one: is_number_within(as_times, one.number))


def is_against_another(claim: Claim, stated: Stated) -> bool:
    """Whether a multiple is of another thing ("half of that for possession", "twice as many as on the roads"), and not of an earlier time."""
    after = claim.text[stated.number.end :]
    as_many = _AS_MANY_AS.match(after)
    return bool(_OF_THAT_FOR.match(after)) or bool(as_many and not _A_TIME.search(as_many["what"]))


def _shared(parts: Sequence[Query]) -> set[str]:
    return set.intersection(*(set(part.concepts) for part in parts)) if parts else set()
