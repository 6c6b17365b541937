"""Two numbers of a claim that a report's sentence has the other way round ("each £2.50 invested brings £1")."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.periods import period_from_label
from ingest.prose_numbers import figure_numbers
from ingest.words import STOPWORDS, tokenize
from rag.claim_clauses import clause_around
from rag.claim_covered import key_of, word_keys_in
from rag.claim_cues import filler_in
from rag.claim_desk import Desk
from rag.claim_records import Claim, Judgement, Stated

_NEAR = 3  # telling words on either side of a number
_LEAD = re.compile(r"\bthat\s|,\swhich\s", re.I)  # "the survey found that ..."
_JOINT = re.compile(r"[,;]\s(?:(?:and|while|whilst|whereas|but)\s)?|\s(?:and|while|whilst|whereas|but)\s", re.I)


def judge_swaps(claim: Claim, judged: Sequence[Judgement], desk: Desk) -> Judgement | None:
    """Contradicted, where a cited sentence has two numbers of the claim, each among the words of the other."""
    stated = [one for one in claim.stated if one.role != "scope"]
    ends = _ends_swapped(stated, judged)
    if ends:
        return ends
    for passage, quote in dict.fromkeys(p for one in judged if one.verdict == "supported" for p in one.passages):
        for first, second in combinations(stated, 2):
            if (
                first.number.unit == second.number.unit
                and not _are_of_own_areas((first, second), judged)
                and _are_swapped(claim, (first, second), quote, desk.library.lexicon)
            ):
                reason = (
                    f"The report has {first.number.printed} and {second.number.printed} the other way round: “{quote}”"
                )
                return Judgement("contradicted", reason, first.number, passages=((passage, quote),), sureness=0.8)
    return None


def _are_of_own_areas(pair: tuple[Stated, Stated], judged: Sequence[Judgement]) -> bool:
    """Whether figures, each of the area that the claim gives its number for, bear out two numbers of different areas."""
    mine = [one.figure.area for one in pair]
    theirs = [
        {
            figure.area
            for each in judged
            if each.number == one.number and each.verdict == "supported"
            for figure in each.figures
        }
        for one in pair
    ]
    fitting = all(areas and areas <= {area, ""} for area, areas in zip(mine, theirs, strict=True))
    return mine[0] != mine[1] and fitting and any(theirs)


def _ends_swapped(stated: Sequence[Stated], judged: Sequence[Judgement]) -> Judgement | None:
    """Contradicted, where what a claim gives as the beginning of a change is its end, and its end the beginning."""
    ends = [next((one for one in stated if one.role == role), None) for role in ("from", "to")]
    first, last = ends
    if first is None or last is None or first.number.value == last.number.value:
        return None
    at = [_borne_out_at(one, judged) for one in (first, last)]
    if at[0] is None or at[1] is None or at[0] <= at[1]:
        return None
    reason = f"The report has {first.number.printed} and {last.number.printed} the other way round, in time."
    one = next(each for each in judged if each.number == first.number)
    return Judgement("contradicted", f"{reason} {one.reason}", first.number, one.figures, one.passages, sureness=0.8)


def _borne_out_at(stated: Stated, judged: Sequence[Judgement]) -> date | None:
    """When the only figure that bears a number out was."""
    found = [one for one in judged if one.number == stated.number and one.verdict == "supported"]
    figures = [f for one in found for f in one.figures if abs(f.value) == abs(stated.number.value)]
    periods = {period.start for f in figures if (period := period_from_label(f.period))}
    return periods.pop() if len(periods) == 1 else None


def _are_swapped(claim: Claim, pair: tuple[Stated, Stated], quote: str, lexicon: Lexicon) -> bool:
    first, second = (one.number for one in pair)
    there = {n.value: n for n in figure_numbers(quote, lexicon)}
    one, other = there.get(first.value), there.get(second.value)
    if one is None or other is None or first.value == second.value:
        return False
    if _are_crossed(claim.text, (first, second), quote, (one, other), lexicon):
        return True
    kept = _likeness(claim.text, first, quote, one) + _likeness(claim.text, second, quote, other)
    swapped = _likeness(claim.text, first, quote, other) + _likeness(claim.text, second, quote, one)
    return swapped > kept + 2 or _are_of_each_other(claim, (first, second), quote, (one, other))


def _are_of_each_other(claim: Claim, mine: tuple[Number, Number], quote: str, theirs: tuple[Number, Number]) -> bool:
    """Whether what a claim says of one of its only two numbers, and not of the other, a sentence says of the other one."""
    if sum(one.role != "scope" for one in claim.stated) != 2:
        return False
    (told, also), (first, second) = _own_words(claim.text, *mine), _own_words(quote, *theirs)
    crossed = len(told & second), len(also & first)
    return all(crossed) and sum(crossed) > len(told & first) + len(also & second)


def _own_words(text: str, one: Number, other: Number) -> tuple[set[str], set[str]]:
    """The words of each of two numbers' parts of a text that the other part does not have; none where it has no parts."""
    first, second = sorted((one, other), key=lambda number: number.start)
    joint = _JOINT.search(text, first.end, second.start)
    if joint is None:
        return set(), set()
    lead = max((match.end() for match in _LEAD.finditer(text, 0, first.start)), default=0)
    parts = {first.start: word_keys_in(text[lead : joint.start()]), second.start: word_keys_in(text[joint.end() :])}
    return parts[one.start] - parts[other.start], parts[other.start] - parts[one.start]


def _are_crossed(
    text: str, mine: tuple[Number, Number], quote: str, theirs: tuple[Number, Number], lexicon: Lexicon
) -> bool:
    """Whether the words that tell a claim's two numbers apart tell them apart the other way round in a sentence."""
    (a, b), (c, d) = _told_apart(text, mine, lexicon), _told_apart(quote, theirs, lexicon)
    swapped, kept = (len(a & d), len(b & c)), (len(a & c), len(b & d))
    return min(swapped) > 0 and min(kept) == 0 and sum(swapped) > sum(kept)


def _told_apart(text: str, pair: tuple[Number, Number], lexicon: Lexicon) -> tuple[set[str], set[str]]:
    """For each of two numbers the words of its clause that the other's clause has not."""
    numbers = figure_numbers(text, lexicon)
    first, second = (
        _clause_keys(clause_around(text, numbers, numbers.index(one))) if one in numbers else set() for one in pair
    )
    return first - second, second - first


def _clause_keys(text: str) -> set[str]:
    filler = filler_in(text)
    words = (token.stem for token in tokenize(text) if token.word not in STOPWORDS)
    return {key_of(stem) for stem in words if stem.isalpha() and stem not in filler}


def _likeness(text: str, number: Number, other_text: str, other: Number) -> int:
    """How many words the two numbers share on the same side, next to them."""
    return sum(
        len(set(mine) & set(theirs))
        for mine, theirs in zip(_beside(text, number), _beside(other_text, other), strict=True)
    )


def _beside(text: str, number: Number) -> tuple[list[str], list[str]]:
    before, after = (_telling(part) for part in (text[: number.start], text[number.end :]))
    return before[-_NEAR:], after[:_NEAR]


def _telling(text: str) -> list[str]:
    return [token.stem for token in tokenize(text) if token.word not in STOPWORDS]
