"""The ages that a question asks about ("the over-25s", "pensioners"), and whether what is told is of other ages."""

import re
from itertools import chain

from rag.draft import Draft
from rag.query import Query

Ages = tuple[int, int]

_OLDEST = 120
_OVER = re.compile(
    r"\b(?:(?:over|above|older than)[- ]?(?:the (?:age|ages) of |age )?(?P<over>[1-9]\d)(?:[''’]?s\b|[- ]year)|"
    r"(?:aged|age) (?:over|above) (?P<aged>[1-9]\d)\b|(?<![/\d])(?P<plus>[1-9]\d)(?: ?\+ year| plus\b(?= year)|plus\b|\+(?= |s|$|\?))|"
    r"(?:aged )?(?P<up>[1-9]\d)(?: years)? (?:and|or) (?:over|older|above|up)\b)",
    re.I,
)
_UNDER = re.compile(
    r"\b(?:(?:under|below|younger than)[- ]?(?:the (?:age|ages) of |age )?(?P<under>[1-9]\d)(?:[''’]?s\b|[- ]year|(?= ?[?.,;]|$))|"
    r"(?:aged|age) (?:under|below) (?P<aged>[1-9]\d)\b)",
    re.I,
)
_BAND = re.compile(
    r"\b(?P<low>[1-9]\d?) ?(?:to|-|–|and) ?(?P<high>[1-9]\d)(?:[- ]years?(?:[- ]olds?)?\b|[- ]year|s\b)|"
    r"\baged (?:between )?(?P<from>[1-9]\d?) ?(?:to|-|–|and) ?(?P<to>[1-9]\d)\b",
    re.I,
)
_SPOKEN: tuple[tuple[re.Pattern[str], Ages], ...] = (
    (re.compile(r"\b(?:pensioners?|elderly|old age|older people|oaps?|retired (?:people|folk)|grandparents)\b", re.I), (60, _OLDEST)),
    (re.compile(r"\b(?:middle[- ]aged)\b", re.I), (40, 60)),
    (re.compile(r"\b(?:toddlers?|babies|infants?|pre-?schoolers?)\b", re.I), (0, 4)),
    (re.compile(r"\b(?:primary[- ]school (?:children|pupils|kids|age))\b", re.I), (4, 11)),
)  # fmt: skip
_YOUNG = re.compile(r"\b(?:young (?:people|persons?|adults?)|youngsters?|youths?)\b", re.I)


def tells_of_other_ages(query: Query, draft: Draft) -> bool:
    """Whether a question names ages, and what a draft tells of ages meets none of them; so where a number is wanted and no age is told."""
    asked = _ages(query.text)
    if not asked or draft.status != "answered" or not (draft.figures or draft.passages):
        return False
    texts = chain((p.text for p, _ in draft.passages), *((f.sentence, f.measure, *f.breakdown) for f in draft.figures))
    text = " ; ".join((draft.headline, *texts))
    told = [*_ages(text), *([(0, 25)] if _YOUNG.search(text) else [])]
    if not told:
        return query.number_wanted or bool(draft.figures)
    return not any(low <= high_told and low_told <= high for low, high in asked for low_told, high_told in told)


def _ages(text: str) -> list[Ages]:
    """The spans of ages that a text names, both ends included."""
    over = [
        (int(next(filter(None, m.groups()))) + (0 if m["plus"] or m["up"] else 1), _OLDEST)
        for m in _OVER.finditer(text)
    ]
    under = [(0, int(next(filter(None, m.groups()))) - 1) for m in _UNDER.finditer(text)]
    ends = ([int(end) for end in m.groups() if end] for m in _BAND.finditer(text))
    bands = [(low, high) for low, high in ends if low < high]
    return [*over, *under, *bands, *(ages for pattern, ages in _SPOKEN if pattern.search(text))]
