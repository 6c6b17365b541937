"""A claim that sets a later time against an earlier one by a comparative ("a larger share than in 1996"), against a told change."""

import re

from ingest.periods import find_periods
from rag.claim_cues import HEDGED, YEARS_COMPARED, cue, directions_in

_UP = re.compile(r"\b(?:more|higher|greater|larger|bigger)\b", re.I)
_DOWN = re.compile(r"\b(?:fewer|less|lower|smaller)\b", re.I)


def goes_against(text: str, sentence: str) -> bool:
    """Whether a claim has more at the later of two times where the sentence tells only of a fall, or less where only of a rise."""
    match, told = YEARS_COMPARED.search(text), directions_in(sentence)
    if match is None or len(told) != 1 or directions_in(text) or cue("denial").search(text):
        return False
    compared = HEDGED.sub(" ", text)
    up, down = bool(_UP.search(compared)), bool(_DOWN.search(compared))
    periods = find_periods(text)
    base = [m.period for m in periods if match.start() <= m.start < match.end() + 1]
    later = all(m.period.start > base[0].start for m in periods if m.period != base[0]) if base else not periods[1:]
    return up != down and later and told == {"down" if up else "up"}
