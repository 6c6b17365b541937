"""A sentence borne out by one sentence of the evidence: its words in the same order, with nothing that tells left out.

Words may be left out, never put in or moved: no number, place or time between the first and the last word used, no
negation or "should" of the sentence, and no beginning of a clause out of which words are used.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.words import STOPWORDS, tokenize
from rag.model.clauses import TOKEN, areas_in, periods_in
from rag.model.evidence import Evidence
from rag.model.words import MODALITY, NEGATION, NEUTRAL, RELATIONS

_CLAUSE_END = re.compile(r"[,;:()“”]|\b(?:and|but|while|whereas|or|with|which|who|that|when|where)\b", re.I)


@dataclass(frozen=True, slots=True)
class Element:
    """A word that carries meaning, a figure, a place or a time; ``clause`` counts clauses, ``must_stay`` bars leaving it out."""

    key: str
    clause: int
    must_stay: bool


def text_fault(sentence: str, evidence: Evidence) -> str:
    """ "" where a cited sentence bears it out; else that none does."""
    names = TOKEN.findall(sentence)
    cited = {n for n in names if n in evidence.statements} | {
        evidence.tokens[n].statement for n in names if n in evidence.tokens
    }
    sources = [source for name in sorted(cited) for source in evidence.statements[name].sentences]
    if any(is_borne_out(sentence, source, evidence.lexicon) for source in sources):
        return ""
    return "no cited passage says so"


def is_borne_out(sentence: str, source: str, lexicon: Lexicon) -> bool:
    """Whether the source says it in the same words and order."""
    if bool(NEGATION.search(sentence)) != bool(NEGATION.search(source)):
        return False
    if any(bool(kind.search(sentence)) != bool(kind.search(source)) for kind in MODALITY.values()):
        return False
    areas, periods = areas_in(source, lexicon), periods_in(source)
    if not areas_in(sentence, lexicon) <= areas or not periods_in(sentence) <= periods:
        return False
    fixed = (len(areas) > 1, len(periods) > 1)
    said, given = elements_of(sentence, lexicon, fixed), elements_of(source, lexicon, fixed)
    said = [one for one in said if one.key not in NEUTRAL or any(one.key == other.key for other in given)]
    return len([one for one in said if one.key]) > 0 and _follows(said, given)


def elements_of(text: str, lexicon: Lexicon, fixed: tuple[bool, bool]) -> list[Element]:
    """The elements of a sentence in order; places and times only where ``fixed`` (areas, periods) says that there are several."""
    spans = [(m.start(), m.end(), m[1], True) for m in TOKEN.finditer(text)]
    areas = [(m.start, m.end, m.name, True) for m in lexicon.find_areas(text) if m.end]
    times = [(m.start, m.end, m.period.label, True) for m in find_periods(text)]
    hidden = [*spans, *areas, *times]
    words = [
        (token.start, token.end, token.stem, False)
        for token in tokenize(text)
        if (token.word not in STOPWORDS or token.word in RELATIONS)
        and not any(start <= token.start < end for start, end, *_ in hidden)
    ]
    kept = [*(s for s in spans if s[2].startswith("f")), *(areas if fixed[0] else ()), *(times if fixed[1] else ()), *words]
    ends = [m.start() for m in _CLAUSE_END.finditer(text)]
    return [
        Element(key, sum(end < start for end in ends), must_stay) for start, _, key, must_stay in sorted(kept)
    ]


def _follows(said: Sequence[Element], given: Sequence[Element]) -> bool:
    """Whether what is said is what is given with words left out, and none of them one that must stay."""
    last, at = -1, 0
    for one in said:
        at = next((i for i in range(last + 1, len(given)) if given[i].key == one.key), -1)
        if at < 0:
            return False
        skipped = given[last + 1 : at] if last >= 0 else ()
        if any(other.must_stay for other in skipped):
            return False
        if last >= 0 and given[at].clause != given[last].clause and any(o.clause == given[at].clause for o in skipped):
            return False
        last = at
    return True
