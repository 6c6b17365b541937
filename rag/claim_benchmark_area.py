"""Numbers that a claim tells of its own place before it sets a country beside them ("21% here...; across England it was 30%")."""

import re
from collections.abc import Sequence

from ingest.numerals import Number
from ingest.prose_records import AreaMention, Sentence

_NEW_CLAUSE = re.compile(r"[;:,.]\s|\s(?:while|whilst|whereas|against|compared|versus|but|when|where)\b", re.I)


def is_of_benchmark(sentence: Sentence, number: Number, named: Sequence[AreaMention]) -> bool:
    """Whether the only place named is a country of a later clause, which has a number of its own: this number is not its."""
    if any(mention.kind != "country" for mention in named):
        return False
    first = min(named, key=lambda mention: mention.start)
    own = any(other.start > first.end for other in sentence.numbers)
    return number.end < first.start and own and bool(_NEW_CLAUSE.search(sentence.text[number.end : first.start]))
