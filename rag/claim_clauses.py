"""The words around one number of a sentence: the clause that it stands in, up to the numbers beside it."""

import re
from collections.abc import Sequence

from ingest.numerals import Number

_CUT = re.compile(r"[,;:()–—]|\s(?:and|while|whereas|with|against|compared|but|or|of these|of whom|of which)\b", re.I)


def clause_around(text: str, numbers: Sequence[Number], at: int) -> str:
    """The stretch of the text that belongs to the number at this place of ``numbers``."""
    start, end = 0, len(text)
    for first, second in zip(numbers[:at], numbers[1 : at + 1], strict=True):
        start = _cut_between(text, first, second) or start
    for first, second in reversed(list(zip(numbers[at:], numbers[at + 1 :], strict=False))):
        end = _cut_between(text, first, second) or end
    return text[start:end]


def _cut_between(text: str, first: Number, second: Number) -> int:
    """Where the words of one number end and those of the next begin: the last mark or linking word between them; 0 if none."""
    cuts = [match.start() for match in _CUT.finditer(text[first.end : second.start])]
    return first.end + cuts[-1] if cuts else 0
