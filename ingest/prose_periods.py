"""Which period each number of a sentence belongs to, and the two periods of a change."""

import re

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.periods import Period, PeriodMention, find_periods, span_of, year_after, year_before
from ingest.prose_areas import GOES_ON
from ingest.prose_records import Sentence, Typed, When, Where
from ingest.prose_words import STEADY

Pair = tuple[Period | None, Period | None]

_YEARLIKE = ("fiscal", "calendar", "quarter")
_AT = re.compile(
    r"(?P<np>[^,;:()\d]{0,70}?)[\s(]*(?:(?:in|for|during|at|by|of|to|on|over|throughout|recorded\sin)\s)?(?:both\s)?(?:the\s)?"
    r"(?:(?:fiscal|financial|calendar)\s)?(?:years?\s(?:to\s|of\s)?)?(?:alone\s)?",
    re.I,
)
_TAIL = re.compile(r"[^,;:()]{0,40}?\b(?:in|for|during)\s(?:the\s)?(?:(?:fiscal|financial|calendar)\s)?(?:years?\s)?", re.I)
_RELATIVE = re.compile(r",?\s(?:where|when|which|(?:for|in|during)\swhich)\b[^,;\d]*", re.I)
_LABELLED = re.compile(r"\s*(?:\(|:|–)\s*(?:an?\s|about\s|around\s|over\s)?", re.I)
_BASED = re.compile(
    r"\b(?:than|compared\s(?:to|with)|comparison\s(?:to|with)|against|relative\sto|from|up\son|down\son|above|below)\s(?:in\s|that\sof\s|those\sof\s|"
    r"the\s(?:previous\s|preceding\s|prior\s)?(?:(?:fiscal|financial|calendar)\s)?(?:years?\s)?|(?:fiscal|calendar|financial)\s|years?\s|data\sfrom\s|\()*$",
    re.I,
)
_COMPARED = re.compile(r"\b(?:against|compared\s(?:to|with)|than|up\sfrom|down\sfrom)\b[^;.]{0,40}\b(?:in|of|for)\s(?:(?:fiscal|calendar|financial)\s)?(?:year\s)?$", re.I)
_PREVIOUS = re.compile(
    r"[^,;.]{0,50}?\b(?:(?:in|than|from|on)\s)?(?:(?:the\s)?(?:previous|preceding|prior)\s(?:(?:fiscal|financial|calendar)\s)?year|the\syear\sbefore|"
    r"a\syear\s(?:earlier|before)|twelve\smonths\searlier)\b",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:in|during|over|within|for)\sthe\s(?:last|past)\s(?!two-?\s?year)|\brecent(?:ly)?\s(?:years|months)\b|\blast\s\w+\syears\b|\btoday\b|\blast\syear\b", re.I
)
_TODAY = re.compile(r"\btoday\b|\bthis\syear\b", re.I)
_LAST_YEAR = re.compile(r"(?<!the\s)(?<!previous\s)\blast\syear\b", re.I)
_BOTH = re.compile(r"\b(?:in|for|across|during)\s(?:both|each)\s(?:(?:fiscal|calendar|of\sthe\stwo)\s)?years?\b|\bboth\s(?:19|20)\d\d\s?(?:/\d\d)?\sand\b", re.I)
_COUNTRY = ("England", "England and Wales", "United Kingdom")


def periods_of(sentence: Sentence, typed: list[Typed], areas: list[Where], lexicon: Lexicon) -> list[tuple[When, ...]]:
    """The period of each number, in order; two where a level holds for both periods."""
    pair = _pair(sentence, areas, lexicon)
    return [_when(sentence, at, typed, pair) for at in range(len(sentence.numbers))]


def frame_pair(texts: tuple[str, ...]) -> Pair:
    """The earlier and later period that the nearest framing text names; the earlier is None where it names one."""
    for text in texts:
        periods = _distinct([m.period for m in find_periods(text) if m.period.kind != "day"])
        if periods:
            return _ends(periods)
    return None, None


def main_pair(sentence: Sentence) -> Pair:
    """The periods that a sentence names itself, "the previous year" among them."""
    first, last = _ends(_distinct([m.period for m in sentence.periods]))
    if last and first is None and _PREVIOUS.search(sentence.text):
        return year_before(last), last
    return first, last


def find_stretches(text: str) -> tuple[PeriodMention, ...]:
    """The periods that a sentence names, "in 2021/22 to 2023/24" as one."""
    found: list[PeriodMention] = []
    for mention in find_periods(text):
        last = found[-1] if found else None
        if last and _is_stretch(text, last, mention):
            found[-1] = PeriodMention(last.start, mention.end, span_of(last.period, mention.period))
        else:
            found.append(mention)
    return tuple(found)


def _is_stretch(text: str, first: PeriodMention, last: PeriodMention) -> bool:
    lead = re.search(r"(\w+)\W*$", text[: first.start])
    named = lead is not None and lead[1].lower() in ("from", "between")
    return text[first.end : last.start].strip() == "to" and not named and first.period.end < last.period.end


def _distinct(periods: list[Period]) -> list[Period]:
    years = [p for p in periods if p.kind in _YEARLIKE] or periods
    return sorted(dict.fromkeys(years))


def _ends(periods: list[Period]) -> Pair:
    if not periods:
        return None, None
    return (periods[0] if len(periods) > 1 else None), periods[-1]


def _pair(sentence: Sentence, areas: list[Where], lexicon: Lexicon) -> Pair:
    """The earlier and later period to which the sentence's numbers belong where they name none themselves."""
    own, frame = _ends(_distinct([m.period for m in sentence.periods])), frame_pair(sentence.place.frames)
    if own[0]:
        return own
    if own[1]:
        return _completed(sentence, own[1], frame)
    vague = _vague(sentence)
    if vague is not None:
        return None, vague
    if _VAGUE.search(sentence.text + " " + sentence.place.lead_in):
        return None, None
    if frame[1]:
        return frame
    return sentence.trail.pair if _follows_on(sentence, areas, lexicon) else (None, None)


def _completed(sentence: Sentence, only: Period, frame: Pair) -> Pair:
    """The pair of which a sentence names one period: the frame gives the other, else the year before or after."""
    mention = next(m for m in sentence.periods if m.period == only)
    if _is_base(sentence, mention) or _COMPARED.search(sentence.text[: mention.start]):
        later = frame[1] if frame[1] and frame[1].end > only.end else year_after(only)
        return only, later
    if frame[0] and only == frame[1]:
        return frame
    if frame[0] == only and frame[1]:
        return None, only
    return year_before(only), only


def _vague(sentence: Sentence) -> Period | None:
    """What "today" and "last year" mean in a report of which the date is known."""
    year = find_periods(sentence.place.published[:4])
    if not year:
        return None
    if _TODAY.search(sentence.text):
        return year[0].period
    return year_before(year[0].period) if _LAST_YEAR.search(sentence.text) else None


def _follows_on(sentence: Sentence, areas: list[Where], lexicon: Lexicon) -> bool:
    """Whether a sentence without a period speaks of the time of those before: by its first words, or by its topic."""
    if not sentence.trail.pair[1] or not sentence.trail.dated:
        return False
    if GOES_ON.match(sentence.text):
        return True
    if sentence.place.leads and not _topics(sentence.text, lexicon):
        return False
    nation_before = sentence.trail.area in _COUNTRY
    if nation_before and not any(where.area in _COUNTRY for where in areas):
        return False
    own = _topics(sentence.text, lexicon)
    return not own or bool(own & _topics(" ".join(sentence.trail.dated), lexicon))


def _topics(text: str, lexicon: Lexicon) -> set[str]:
    return {m.name for m in lexicon.find_concepts(text) if m.kind in ("topic", "offence", "result")}


def _is_base(sentence: Sentence, mention: PeriodMention) -> bool:
    return bool(_BASED.search(sentence.text[: mention.start]))


def _when(sentence: Sentence, at: int, typed: list[Typed], pair: Pair) -> tuple[When, ...]:
    number, kind = sentence.numbers[at], typed[at]
    if kind.kind != "level":
        return (_change_period(sentence, pair),)
    attached = _attached(sentence, number)
    if attached:
        return (When(attached.label),)
    if _is_steady(sentence) and kind.role == "" and pair[0] and pair[1]:
        return When(pair[0].label), When(pair[1].label)
    return (When(_label(_level_period(sentence, at, typed, pair))),)


def _is_steady(sentence: Sentence) -> bool:
    text = sentence.text
    return bool(_BOTH.search(text)) or (bool(re.search(STEADY, text, re.I)) and len(sentence.periods) in (0, 2))


def _change_period(sentence: Sentence, pair: Pair) -> When:
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
    """The period that a number names itself: "298 in 2024/25", "2023/24 (1,096)", "146 and 174 records in 2024/25"."""
    text = sentence.text
    for mention in sentence.periods:
        between = text[mention.end : number.start]
        if mention.end <= number.start and (_LABELLED.fullmatch(between) or _RELATIVE.fullmatch(between)):
            return mention.period
    following = next((m for m in sentence.periods if m.start >= number.end), None)
    if following is None or _is_base(sentence, following):
        return None
    between = text[number.end : following.start]
    if not any(number.end <= other.start < following.start for other in sentence.numbers):
        return following.period if _AT.fullmatch(between) else None
    run = [n for n in sentence.numbers if number.end <= n.start < following.start]
    listed = re.fullmatch(r"\s*(?:,|,?\s?and|or)\s*", text[number.end : run[0].start])
    return following.period if listed and len(run) == 1 and _TAIL.fullmatch(text[run[0].end : following.start]) else None


def _level_period(sentence: Sentence, at: int, typed: list[Typed], pair: Pair) -> Period | None:
    number, base, last = sentence.numbers[at], *pair
    spread = _spread(sentence)
    role = _role(sentence, at, typed)
    if role:
        return (base if role == "from" else last) or spread
    if _PREVIOUS.match(sentence.text[number.end :]):
        main = _nearest_before(sentence, number) or last
        return year_before(main) if main else None
    return spread or _nearest_before(sentence, number) or last


def _spread(sentence: Sentence) -> Period | None:
    """The whole stretch of "between 2019 and 2022", which a level without an own year covers."""
    for left, right in zip(sentence.periods, sentence.periods[1:], strict=False):
        joined = sentence.text[left.end : right.start].strip()
        lead = sentence.text[: left.start].rstrip().rpartition(" ")[2].lower()
        if (lead, joined) in (("between", "and"), ("from", "to")) and left.period.end < right.period.end:
            return span_of(left.period, right.period)
    return None


def _role(sentence: Sentence, at: int, typed: list[Typed]) -> str:
    """Which end of "from X to Y" a number is; a lone "to Y" is the later, a lone "from X" the earlier after words of change."""
    role = typed[at].role
    partners = {t.role for i, t in enumerate(typed) if t.role and abs(i - at) == 1}
    if role == "from" and ("to" in partners or re.search(r"\b(?:up|down|fall|fell|rose|rise|increas|decreas|declin|drop)\w*\b[^;]*$", sentence.text[: sentence.numbers[at].start])):
        return "from"
    return role if role == "to" else ""


def _nearest_before(sentence: Sentence, number: Number) -> Period | None:
    """The last period named before a number, unless the number is compared with it; else the first one after it."""
    before = [m for m in sentence.periods if m.end <= number.start]
    for mention in reversed(before):
        if not _is_base(sentence, mention):
            return _later_of_pair(sentence, mention)
    after = [m for m in sentence.periods if m.start >= number.end and not _is_base(sentence, m)]
    compared = bool(after) and bool(_COMPARED.search(sentence.text[number.end : after[0].start]))
    return after[0].period if after and not before and not compared else None


def _later_of_pair(sentence: Sentence, mention: PeriodMention) -> Period:
    """The later of two periods named together ("in 2024 and 2023"), else the period itself."""
    for other in sentence.periods:
        joined = sentence.text[other.end : mention.start].strip() if other.end <= mention.start else ""
        if joined in ("and", "&", "or", "and in"):
            return max(other.period, mention.period)
    return mention.period
