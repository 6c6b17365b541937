"""What a claim says beside its numbers (a rank, "only", "all", a direction, a comparison) and no step could judge.

A claim is supported only where each such statement was judged, or stands in the sentences that bear the numbers out.
"""

import re
from collections.abc import Sequence

from ingest.periods import find_periods
from rag.claim_cues import (
    CHANGE_VERB,
    COMPARATIVE,
    EVERY,
    FIRST,
    HEDGED,
    HIGH,
    NONE,
    ONLY,
    ONLY_NUMBER,
    ORDINAL,
    SAME,
    TOGETHER,
    YEARS_COMPARED,
    cue,
    directions_in,
    last_direction,
    verb_direction,
)
from rag.claim_labels import without_labels, without_terms
from rag.claim_records import Claim, Judgement
from rag.claim_totals import is_of_total
from rag.library import Library

_DIRECTION, _COMPARISON = "the direction of the change", "the comparison"
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_TOLD = (
    ("this rank", HIGH),
    ("this rank", cue("low")),
    ("this rank", ORDINAL),
    ("“only”", ONLY),
    ("“all”", EVERY),
    ("“none”", NONE),
    ("“first”", FIRST),
    ("that this is so of most", cue("mostly")),
)


def judge_rest(claim: Claim, judged: Sequence[Judgement], settled: str, library: Library) -> Judgement | None:
    """Not found, where the claim makes a statement that neither a step nor a cited sentence confirms.

    ``settled`` is what a step has judged: "all" (every statement), "direction" (only the direction of a change) or "".
    """
    supported = [one for one in judged if one.verdict == "supported"]
    quotes = [quote for one in supported for _, quote in one.passages] + [
        f.sentence for one in supported for f in one.figures if not f.is_cell
    ]
    figures = [figure for one in supported for figure in one.figures]
    told = without_terms(without_labels(claim.text, figures), figures, FIRST, library.lexicon)
    text = HEDGED.sub(" ", ONLY_NUMBER.sub(" ", told))
    unsaid = "" if settled == "all" else _unsaid(claim, text, quotes, library)
    shown = settled == "direction" or _shows_direction(claim, text, supported)
    unsaid = "" if shown and unsaid == _DIRECTION else unsaid
    in_time = settled == "direction" and YEARS_COMPARED.search(text)
    unsaid = "" if in_time and unsaid == _COMPARISON else unsaid
    unsaid = unsaid or ("" if _goes_same_way(text, supported) else _DIRECTION)
    unsaid = unsaid or (_DIRECTION if _goes_both_ways(claim, text, quotes) else "")
    unsaid = unsaid or _unmet_particulars(claim, supported, library)
    return Judgement("not_found", f"The reports do not confirm {unsaid}.", sureness=0.4) if unsaid else None


def _shows_direction(claim: Claim, text: str, supported: Sequence[Judgement]) -> bool:
    """Whether the two ends of a change are borne out ("92%, up from 76%") and stand to each other as the claim tells."""
    borne_out = {one.number.start for one in supported if one.number}
    levels = [one for one in claim.stated if one.figure.kind == "level" and one.number.start in borne_out]
    first = next((one for one in levels if one.role == "from"), None)
    others = [one for one in levels if one is not first and first and one.figure.unit == first.figure.unit]
    if first is None or len(others) != 1 or others[0].figure.area != first.figure.area:
        return False
    gap = others[0].figure.value - first.figure.value
    return directions_in(text) == {"up" if gap > 0 else "down" if gap < 0 else "same"}


def _goes_same_way(text: str, supported: Sequence[Judgement]) -> bool:
    """Whether sentences, where they alone bear the claim out, tell every direction of change that it tells."""
    if not supported or not all(one.passages for one in supported):
        return True
    told = directions_in(text)
    return not told or any(told <= directions_in(quote) for one in supported for _, quote in one.passages)


def _goes_both_ways(claim: Claim, text: str, quotes: Sequence[str]) -> bool:
    """Whether a claim of one change in one place tells a rise and a fall at once, as no source does."""
    ends = [one for one in claim.stated if one.role in ("from", "to")]
    both = directions_in(text) >= {"up", "down"}
    one_change = len(claim.query.areas) == 1 and len(ends) == 2 and not cue("contrast").search(text)
    return both and one_change and not any(directions_in(quote) >= {"up", "down"} for quote in quotes)


def _unsaid(claim: Claim, text: str, quotes: Sequence[str], library: Library) -> str:
    for what, pattern in _TOLD:
        if (
            pattern.search(text)
            and not any(pattern.search(quote) for quote in quotes)
            and not (pattern is EVERY and is_of_total(claim))
        ):
            return what
    if cue("good").search(text) and not any(cue("high", "low", "good").search(quote) for quote in quotes):
        return "this rank"
    if _tells_change(claim, text) and not any(_same_direction(text, quote) for quote in quotes):
        return _DIRECTION
    if _compares(claim, text, library) and not any(COMPARATIVE.search(quote) for quote in quotes):
        return _COMPARISON
    return ""


def _unmet_particulars(claim: Claim, supported: Sequence[Judgement], library: Library) -> str:
    """A place or a number (an age, say) that the claim names and no source of its support has."""
    figures = [figure for one in supported for figure in one.figures]
    told = [
        " ".join((f.sentence, f.measure, *f.breakdown, f.area, f.period, f.base_period, f.printed)) for f in figures
    ]
    sources = " ; ".join(
        [*told, *(f"{quote} ; {' ; '.join(p.locator.section)}" for one in supported for p, quote in one.passages)]
    )
    if not sources or any(one.derivation for one in supported):
        return ""
    particulars = [one for one in _particulars(claim, library) if not _has(one, sources, library)]
    return f"“{particulars[0]}”" if particulars else ""


def _particulars(claim: Claim, library: Library) -> list[str]:
    """Local places, and numbers in digits that are no stated figures or periods: ages, bases, lengths of time."""
    places = [m.name for m in library.lexicon.find_areas(claim.text) if m.kind == "local"]
    taken = [(one.number.start, one.number.end) for one in claim.stated] + [
        (m.start, m.end) for m in find_periods(claim.text)
    ]
    digits = [m.group() for m in _DIGITS.finditer(claim.text) if not any(a <= m.start() < b for a, b in taken)]
    return [*places, *digits]


def has_places(claim: str, sentence: str, library: Library) -> bool:
    """Whether a sentence is of every local place that a claim names, and of none where the claim names none."""
    named, there = (
        {m.name for m in library.lexicon.find_areas(text) if m.kind == "local"} for text in (claim, sentence)
    )
    return named <= there and bool(named) == bool(there)


def has_particulars(claim: str, sentence: str, library: Library) -> bool:
    """Whether a sentence has every local place and every number in digits that a claim has."""
    places = [m.name for m in library.lexicon.find_areas(claim) if m.kind == "local"]
    return all(_has(one, sentence, library) for one in [*places, *_DIGITS.findall(claim)])


def _has(particular: str, sources: str, library: Library) -> bool:
    if particular[0].isdigit():
        decade = particular[-1] == "9" and f"{particular[:-1]}0s" in sources  # "20 to 39" is "in their 20s and 30s"
        return decade or particular in _DIGITS.findall(sources)
    return any(m.name == particular for m in library.lexicon.find_areas(sources))


def _tells_change(claim: Claim, text: str) -> bool:
    sized = any(one.figure.kind != "level" or one.role == "times" for one in claim.stated)
    return bool(CHANGE_VERB.search(text)) and bool(verb_direction(text)) and not sized


def _same_direction(text: str, sentences: str) -> bool:
    return bool(directions_in(text) & directions_in(sentences)) and not directions_in(text) - directions_in(sentences)


def _compares(claim: Claim, text: str, library: Library) -> bool:
    places = {m.name for m in library.lexicon.find_areas(text) if m.kind in ("local", "region", "country")}
    match = COMPARATIVE.search(text)
    if TOGETHER.search(text) and (SAME.search(text) or YEARS_COMPARED.search(text)):
        return False  # places added up are compared with an earlier time, not with one another
    return bool(match) and len(places) > 1 and len([one for one in claim.stated if one.role != "scope"]) < 2


def judge_order(claim: Claim, library: Library) -> Judgement | None:
    """Contradicted, where a claim's own two numbers do not stand to each other as its words say ("rose from 17 to 13")."""
    return _order_of_change(claim) or _order_of_areas(claim)


def _order_of_change(claim: Claim) -> Judgement | None:
    first = next((one for one in claim.stated if one.role == "from" and one.figure.kind == "level"), None)
    second = next((one for one in claim.stated if one.role == "to" and one.figure.kind == "level"), None)
    if not first or not second or first.figure.unit != second.figure.unit or first.hedge or second.hedge:
        return None
    told = last_direction(claim.text[: first.number.start])
    gap = second.figure.value - first.figure.value
    if told not in ("up", "down") or (gap > 0) == (told == "up"):
        return None
    reason = f"The claim's own figures do not bear it out: {first.number.printed} to {second.number.printed} is no {'rise' if told == 'up' else 'fall'}."
    return Judgement("contradicted", reason, sureness=0.6)


def _order_of_areas(claim: Claim) -> Judgement | None:
    """Contradicted, where a claim's own two numbers do not stand to each other as its words say ("8.85, below 12.06" is fine)."""
    levels = [one for one in claim.stated if one.role == "" and one.figure.kind == "level" and not one.hedge]
    if (
        len(levels) != 2
        or levels[0].figure.unit != levels[1].figure.unit
        or levels[0].figure.area == levels[1].figure.area
    ):
        return None
    between = claim.text[levels[0].number.end : levels[1].number.start]
    match = COMPARATIVE.search(between)
    if match is None or match.lastgroup not in ("up", "down"):
        return None
    first, second = levels[0].figure.value, levels[1].figure.value
    holds = first > second if match.lastgroup == "up" else first < second
    if holds:
        return None
    a, b = levels[0].number.printed, levels[1].number.printed
    return Judgement(
        "contradicted", f"The claim's own figures do not bear it out: {a} is not {match.group()} {b}.", sureness=0.6
    )
