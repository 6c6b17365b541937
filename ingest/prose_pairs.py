"""The two periods that hold for a sentence: its own, those of what frames it, or of the sentences before."""

import re

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.periods import Period, PeriodMention, find_periods, span_of, year_after, year_before
from ingest.prose_around import goes_on
from ingest.prose_concepts import concepts_in
from ingest.prose_records import Sentence, Where
from ingest.prose_words import CHANGE_NOUN

Pair = tuple[Period | None, Period | None]

_YEARLIKE = ("fiscal", "calendar", "quarter")
_KIND = r"(?:(?:fiscal|financial|calendar)\s)?"
_BASED = re.compile(
    r"\b(?:than|compared\s(?:to|with)|comparison\s(?:to|with)|against|relative\sto|from|up\son|down\son|above|below|"
    rf"{CHANGE_NOUN}\son)\s"
    rf"(?:in\s|its\s|their\s|that\sof\s|those\sof\s|the\s(?:previous\s|preceding\s|prior\s)?{_KIND}(?:years?\s)?|"
    r"(?:fiscal|calendar|financial)\s|years?\s|data\sfrom\s|\()*$",
    re.I,
)
_COMPARED = re.compile(
    rf"\b(?:against|compared\s(?:to|with)|than|up\sfrom|down\sfrom)\b(?:[^;.]|\.\d){{0,40}}\b(?:in|of|for)\s{_KIND}(?:year\s)?$",
    re.I,
)
_PREVIOUS = re.compile(
    rf"[^,;.]{{0,50}}?\b(?:(?:in|than|from|on)\s)?(?:(?:the\s)?(?:previous|preceding|prior)\s{_KIND}year|"
    r"the\syear\sbefore|a\syear\s(?:earlier|before)|twelve\smonths\searlier)\b",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:in|during|over|within|for)\sthe\s(?:last|past)\s(?!two-?\s?year)|\brecent(?:ly)?\s(?:years|months)\b|"
    r"\blast\s\w+\syears\b|\btoday\b|\blast\syear\b",
    re.I,
)
_TODAY = re.compile(r"\btoday\b|\bthis\syear\b", re.I)
_LAST_YEAR = re.compile(r"(?<!the\s)(?<!previous\s)\blast\syear\b", re.I)


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


def pair_for(sentence: Sentence, areas: list[Where], lexicon: Lexicon) -> Pair:
    """The earlier and later period to which the sentence's numbers belong where they name none themselves."""
    own, frame = _own_pair(sentence), _frame_pair(sentence.place.frames)
    if own[1]:
        return own if own[0] else _completed(sentence, own[1], frame)
    if _VAGUE.search(f"{sentence.text} {sentence.place.lead_in}"):
        return None, _by_publication(sentence)
    if frame[1]:
        return frame
    return sentence.trail.pair if _follows_on(sentence, areas, lexicon) else (None, None)


def main_pair(sentence: Sentence) -> Pair:
    """The periods that a sentence names itself, "the previous year" among them."""
    first, last = _own_pair(sentence)
    if last and first is None and _PREVIOUS.search(sentence.text):
        return year_before(last), last
    return first, last


def is_base(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether a period is what others are compared with ("than in 2023/24")."""
    return bool(_BASED.search(sentence.text[: mention.start]))


def is_compared(text: str) -> bool:
    """Whether words that end before a period compare something with it ("than the 262 of")."""
    return bool(_COMPARED.search(text))


def names_previous_year(text: str, number: Number) -> bool:
    """Whether a number is given to the year before: "8,177 the previous year", "the year before (8,177)"."""
    labelled = re.search(r"(?:previous year|year before|year earlier)\s*\($", text[: number.start])
    return bool(_PREVIOUS.match(text[number.end :]) or labelled)


def is_enclosed(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether a period stands in brackets with a number of its own: "50 deaths (43 in 2024)"."""
    start = sentence.text.rfind("(", 0, mention.start)
    end = sentence.text.find(")", mention.end)
    if start < 0 or end < 0 or ")" in sentence.text[start : mention.start]:
        return False
    return any(start < number.start < end for number in sentence.numbers)


def _is_stretch(text: str, first: PeriodMention, last: PeriodMention) -> bool:
    lead = re.search(r"(\w+)\W*$", text[: first.start])
    named = lead is not None and lead[1].lower() in ("from", "between")
    return text[first.end : last.start].strip() == "to" and not named and first.period.end < last.period.end


def _own_pair(sentence: Sentence) -> Pair:
    return _ends([mention.period for mention in sentence.periods])


def _frame_pair(texts: tuple[str, ...]) -> Pair:
    """The periods that the nearest framing text names."""
    for text in texts:
        pair = _ends([m.period for m in find_periods(text) if m.period.kind != "day"])
        if pair[1]:
            return pair
    return None, None


def _ends(periods: list[Period]) -> Pair:
    """The first and the last of some periods, years before days; the first is None where there is one."""
    years = sorted(dict.fromkeys([p for p in periods if p.kind in _YEARLIKE] or periods))
    if not years:
        return None, None
    return (years[0] if len(years) > 1 else None), years[-1]


def _completed(sentence: Sentence, only: Period, frame: Pair) -> Pair:
    """The pair of which a sentence names one: the frame gives the other, else the year before or after."""
    mention = next(m for m in sentence.periods if m.period == only)
    compared = is_compared(sentence.text[: mention.start]) or is_enclosed(sentence, mention)
    if is_base(sentence, mention) or compared:
        later = frame[1] if frame[1] and frame[1].end > only.end else year_after(only)
        return only, later
    if frame[0] and only == frame[1]:
        return frame
    return (None if frame[0] == only else year_before(only)), only


def _by_publication(sentence: Sentence) -> Period | None:
    """What "today" and "last year" mean in a report of which the date is known."""
    year = find_periods(sentence.place.published[:4])
    if year and _TODAY.search(sentence.text):
        return year[0].period
    return year_before(year[0].period) if year and _LAST_YEAR.search(sentence.text) else None


def _follows_on(sentence: Sentence, areas: list[Where], lexicon: Lexicon) -> bool:
    """Whether a sentence without a period speaks of the time of those before, by its first words or topic.

    What is said of the region does not go on from what was said of a country.
    """
    trail = sentence.trail
    if not trail.pair[1] or not trail.dated:
        return False
    if goes_on(sentence):
        return True
    if trail.area in lexicon.compare and not any(where.area in lexicon.compare for where in areas):
        return False
    own = _topics(sentence.text, lexicon)
    return bool(own & _topics(" ".join(trail.dated), lexicon)) if own else not sentence.place.leads


def _topics(text: str, lexicon: Lexicon) -> set[str]:
    return {m.name for m in concepts_in(text, lexicon) if m.kind in ("topic", "offence", "result")}
