"""The words around one number of a sentence: the clause that it stands in, up to the numbers beside it."""

import re
from collections.abc import Sequence

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.prose_numbers import figure_numbers
from rag.claim_records import Claim, Stated

_SETTING = re.compile(r"\s(?:hours?|days?|weeks?|months?)\b|s\b", re.I)  # "21 days", "in their 20s"
_IN_BRACKETS = re.compile(r"\s?\(")
_SIDE_NOTE = re.compile(
    r",?\s(?:which|whilst|while|whereas|although|though|because|but(?!\s(?:were|was|had|have|has|did|do|does|are|is|not)\b))\b",
    re.I,
)
_ENCLOSED = re.compile(r",\s(?:which|who|whose|where)\b[^,]*,\s", re.I)  # "the score, which is a measure, was ..."
_CUT = re.compile(
    r"[,;:()–—]|\.(?=\s)|\s(?:and|while|whereas|with|against|compared|but|or|of these|of whom|of which)\b", re.I
)


def clause_around(text: str, numbers: Sequence[Number], at: int) -> str:
    """The stretch of the text that belongs to the number at this place of ``numbers``.

    A length of time ("within 21 days") or an age has no words of its own where another number is asked for.
    """
    if not _is_setting(text, numbers[at]):
        kept = [number for i, number in enumerate(numbers) if i == at or not _is_setting(text, number)]
        numbers, at = kept, kept.index(numbers[at])
    if at and _IN_BRACKETS.fullmatch(text[numbers[at - 1].end : numbers[at].start][-2:]):
        return f"{clause_around(text, numbers, at - 1)} {text[numbers[at].start : numbers[at].end]}"
    start, end = 0, len(text)
    for first, second in zip(numbers[:at], numbers[1 : at + 1], strict=True):
        start = _cut_between(text, first, second) or start
    for first, second in reversed(list(zip(numbers[at:], numbers[at + 1 :], strict=False))):
        end = _cut_between(text, first, second) or end
    return text[start:end]


def _is_setting(text: str, number: Number) -> bool:
    return bool(_SETTING.match(text[number.end :]))


def own_clause(claim: Claim, stated: Stated, lexicon: Lexicon) -> str:
    """The words of the claim around one of its numbers."""
    numbers = figure_numbers(claim.text, lexicon)
    at = next((i for i, n in enumerate(numbers) if n.start == stated.number.start), None)
    return clause_around(claim.text, numbers, at) if at is not None else claim.text


def without_side_notes(text: str, number: Number) -> str:
    """A sentence without what is only added before or after the part that has the number ("..., which pushes prices up")."""
    after = _SIDE_NOTE.search(text, number.end)
    lead = _ENCLOSED.sub(" ", text[: number.start])
    before = [match.end() for match in _SIDE_NOTE.finditer(lead)]
    return lead[before[-1] if before else 0 :] + text[number.start : after.start() if after else len(text)]


def _cut_between(text: str, first: Number, second: Number) -> int:
    """Where the words of one number end and those of the next begin: the last mark or linking word between them; 0 if none."""
    cuts = [match.start() for match in _CUT.finditer(text[first.end : second.start])]
    return first.end + cuts[-1] if cuts else 0
