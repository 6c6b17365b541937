"""The words around one number of a sentence: the clause that it stands in, up to the numbers beside it."""

import re
from collections.abc import Sequence

from ingest.numerals import Number

_CUT = re.compile(r"[,;:()–—]|\s(?:and|while|whereas|with|against|compared|but|or|of these|of whom|of which)\b", re.I)


def clause_around(text: str, numbers: Sequence[Number], at: int) -> str:
    """The stretch of the text that belongs to the number at this place of ``numbers``."""
    start = _cut_between(text, numbers[at - 1], numbers[at]) if at else 0
    end = _cut_between(text, numbers[at], numbers[at + 1]) if at + 1 < len(numbers) else len(text)
    return text[start:end]


def _cut_between(text: str, first: Number, second: Number) -> int:
    """Where the words of one number end and those of the next begin: at the last mark or linking word between them."""
    between = text[first.end : second.start]
    cuts = [match.start() for match in _CUT.finditer(between)]
    return first.end + (cuts[-1] if cuts else 0)
