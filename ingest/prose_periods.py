"""Which period each number of a sentence belongs to, and the two periods of a change."""

import re

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.periods import Period, PeriodMention, span_of, year_before
from ingest.prose_clauses import clause_of
from ingest.prose_pairs import Pair, is_base, is_compared, is_enclosed, names_previous_year, pair_for
from ingest.prose_records import Sentence, Typed, When, Where
from ingest.prose_words import CHANGE_NOUN, CHANGE_VERB, STEADY

_KIND = r"(?:(?:fiscal|financial|calendar)\s)?"
_UP_TO = re.compile(
    r"[^,;:()\d]{0,70}?[\s(]*(?:(?:in|for|during|at|by|of|to|on|over|throughout|recorded\sin)\s)?(?:both\s)?(?:the\s)?"
    rf"{_KIND}(?:years?\s(?:to\s|of\s)?)?(?:alone\s)?",
    re.I,
)
_LIST_TAIL = re.compile(rf"[^,;:()]{{0,40}}?\b(?:in|for|during)\s(?:the\s)?{_KIND}(?:years?\s)?", re.I)
_LABELLED = re.compile(r"\s*(?:\(|:|–)\s*(?:an?\s|about\s|around\s|over\s)?", re.I)
_RELATIVE = re.compile(r",?\s(?:where|when|which|(?:for|in|during)\swhich)\b[^,;\d]*", re.I)
_BOTH = re.compile(
    r"\b(?:in|for|across|during)\s(?:both|each)\s(?:(?:fiscal|calendar|of\sthe\stwo)\s)?years?\b"
    r"|\bboth\s(?:19|20)\d\d\s?(?:/\d\d)?\sand\b",
    re.I,
)
_CHANGED = re.compile(rf"\b(?:{CHANGE_VERB}|{CHANGE_NOUN}|up|down)\b[^;]*$", re.I)


def periods_of(sentence: Sentence, typed: list[Typed], areas: list[Where], lexicon: Lexicon) -> list[tuple[When, ...]]:
    """The period of each number, in order; two where a level holds for both periods."""
    pair = pair_for(sentence, areas, lexicon)
    return [_when(sentence, at, typed, pair) for at in range(len(sentence.numbers))]


def _when(sentence: Sentence, at: int, typed: list[Typed], pair: Pair) -> tuple[When, ...]:
    if typed[at].kind != "level":
        return (_of_change(pair),)
    attached = _attached(sentence, sentence.numbers[at])
    if attached:
        return (When(attached.label),)
    if typed[at].role == "" and pair[0] and pair[1] and _is_steady(sentence, sentence.numbers[at]):
        return When(pair[0].label), When(pair[1].label)
    return (When(_label(_of_level(sentence, at, typed, pair))),)


def _is_steady(sentence: Sentence, number: Number) -> bool:
    """Whether a sentence says that a number held for both periods ("unchanged at 20")."""
    clause = clause_of(sentence.text, number).text
    named = len(sentence.periods) in (0, 2)
    return bool(_BOTH.search(sentence.text)) or (named and bool(re.search(STEADY, clause, re.I)))


def _of_change(pair: Pair) -> When:
    base, last = pair
    if last and last.kind == "span" and base is None and " to " in last.label:
        first, _, end = last.label.partition(" to ")
        return When(end, first)
    if last and last.kind == "since":
        return When(last.label, last.label.removeprefix("since "))
    return When(_label(last), _label(base))


def _label(period: Period | None) -> str:
    return period.label if period else ""


def _attached(sentence: Sentence, number: Number) -> Period | None:
    """The period that a number names itself: "2023/24 (1,096)", "298 in 2024/25", "14 and 17 in 2024/25"."""
    for mention in (m for m in sentence.periods if m.end <= number.start):
        between = sentence.text[mention.end : number.start]
        if _LABELLED.fullmatch(between) or _RELATIVE.fullmatch(between):
            return mention.period
    following = next((m for m in sentence.periods if m.start >= number.end), None)
    if following is None or is_base(sentence, following) or not _is_open_to(sentence, following, number):
        return None
    return following.period if _reaches(sentence, number, following) else None


def _reaches(sentence: Sentence, number: Number, mention: PeriodMention) -> bool:
    """Whether a period after a number belongs to it, alone or as one of a list of two."""
    text = sentence.text
    others = [n for n in sentence.numbers if number.end <= n.start < mention.start]
    if not others:
        return bool(_UP_TO.fullmatch(text[number.end : mention.start]))
    listed = re.fullmatch(r"\s*(?:,|,?\s?and|or)\s*", text[number.end : others[0].start])
    return bool(listed) and len(others) == 1 and bool(_LIST_TAIL.fullmatch(text[others[0].end : mention.start]))


def _of_level(sentence: Sentence, at: int, typed: list[Typed], pair: Pair) -> Period | None:
    number, (base, last) = sentence.numbers[at], pair
    role = _role(sentence, at, typed)
    if role:
        return (base if role == "from" else last) or _stretch(sentence)
    nearest = _nearest(sentence, number)
    if names_previous_year(sentence.text, number):
        main = nearest or last
        return year_before(main) if main else None
    return _stretch(sentence) or nearest or last


def _stretch(sentence: Sentence) -> Period | None:
    """The whole of "between 2019 and 2022", which a level without a year of its own covers."""
    for left, right in zip(sentence.periods, sentence.periods[1:], strict=False):
        joined = sentence.text[left.end : right.start].strip()
        lead = sentence.text[: left.start].rstrip().rpartition(" ")[2].lower()
        if (lead, joined) in (("between", "and"), ("from", "to")) and left.period.end < right.period.end:
            return span_of(left.period, right.period)
    return None


def _role(sentence: Sentence, at: int, typed: list[Typed]) -> str:
    """Which end of "from X to Y" a number is; a lone "from X" is one only after words of change."""
    role = typed[at].role
    if role != "from":
        return role
    beside = {other.role for other in typed[max(at - 1, 0) : at + 2]}
    return role if "to" in beside or _CHANGED.search(sentence.text[: sentence.numbers[at].start]) else ""


def _nearest(sentence: Sentence, number: Number) -> Period | None:
    """The last period before a number, unless the number is compared with it; else the first one after it."""
    free = [m for m in sentence.periods if _is_open_to(sentence, m, number)]
    before = [m for m in free if m.end <= number.start]
    for mention in reversed(before):
        if not is_base(sentence, mention):
            return _later_of_two(sentence, mention)
    after = [m for m in free if m.start >= number.end and not is_base(sentence, m)]
    if before or not after or is_compared(sentence.text[number.end : after[0].start]):
        return None
    return after[0].period


def _is_open_to(sentence: Sentence, mention: PeriodMention, number: Number) -> bool:
    """Whether a period may hold for a number: not where it stands in brackets with another one."""
    between = sentence.text[min(number.end, mention.end) : max(number.start, mention.start)]
    return not (is_enclosed(sentence, mention) and ("(" in between or ")" in between))


def _later_of_two(sentence: Sentence, mention: PeriodMention) -> Period:
    """The later of two periods named together ("in 2024 and 2023"), else the period itself."""
    for other in sentence.periods:
        joined = sentence.text[other.end : mention.start].strip() if other.end <= mention.start else ""
        if joined in ("and", "&", "or", "and in"):
            return max(other.period, mention.period)
    return mention.period
