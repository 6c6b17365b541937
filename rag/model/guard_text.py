"""A sentence borne out by one sentence of the evidence: all of its telling words, in their order.

What may differ: articles, words such as "the report says", where the one place or time stands, and clauses at the end, which
may be left out unless they take back or narrow what was said ("but ...", "unless ...").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.words import tokenize
from rag.model.clauses import TOKEN, Setting, areas_in, periods_in
from rag.model.evidence import Evidence
from rag.model.words import MODALITY, NEGATION, NEUTRAL, SMALL_IN_TEXT

_CLAUSE_END = re.compile(r"[,;:(]")
_TAKES_BACK = re.compile(
    r"\b(?:but|however|although|though|unless|except|if|only|claim\w*|alleg\w*|said|says|according|despite|yet|until|while|whereas|"
    r"when\w*|provid\w*|assum\w*|suppos\w*|unlike|instead|rather|subject|pending|so far)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Element:
    """A word that carries meaning, a figure, a place or a time; ``clause`` counts the clauses."""

    key: str
    clause: int


def text_fault(sentence: str, evidence: Evidence, before: Setting) -> str:
    """ "" where a cited sentence bears it out; else that none does."""
    names = TOKEN.findall(sentence)
    cited = {n for n in names if n in evidence.statements} | {
        evidence.tokens[n].statement for n in names if n in evidence.tokens
    }
    sources = [source for name in sorted(cited) for source in evidence.statements[name].sentences]
    if any(is_borne_out(sentence, source, evidence.lexicon, before) for source in sources):
        return ""
    return "no cited passage says so"


def is_borne_out(sentence: str, source: str, lexicon: Lexicon, before: Setting) -> bool:
    """Whether the source says it in the same words and order, of the places and times that are named or were spoken of."""
    if bool(NEGATION.search(sentence)) != bool(NEGATION.search(source)):
        return False
    if any(bool(kind.search(sentence)) != bool(kind.search(source)) for kind in MODALITY.values()):
        return False
    areas, periods = areas_in(source, lexicon), periods_in(source)
    if not areas_in(sentence, lexicon) <= areas or not periods_in(sentence) <= periods:
        return False
    fixed = (len(areas) > 1, len(periods) > 1)
    said, given = elements_of(sentence, lexicon, fixed), elements_of(source, lexicon, fixed)
    known = {one.key for one in given}
    kept = _part_kept([one.key for one in said if one.key in known or one.key not in NEUTRAL], given, source)
    return bool(kept) and _is_of_the_same(sentence, kept, lexicon, before)


def elements_of(text: str, lexicon: Lexicon, fixed: tuple[bool, bool]) -> list[Element]:
    """The elements of a sentence in order; places and times only where ``fixed`` (areas, periods) says that there are several."""
    spans = [(m.start(), m.end(), m[1]) for m in TOKEN.finditer(text)]
    areas = [(m.start, m.end, m.name) for m in lexicon.find_areas(text) if m.end and m.kind != "every"]
    times = [(m.start, m.end, m.period.label) for m in find_periods(text)]
    hidden = [*spans, *areas, *times]
    words = [
        (token.start, token.end, token.stem)
        for token in tokenize(text)
        if token.word not in SMALL_IN_TEXT and not any(start <= token.start < end for start, end, _ in hidden)
    ]
    kept = [
        *(s for s in spans if s[2].startswith("f")),
        *(areas if fixed[0] else ()),
        *(times if fixed[1] else ()),
        *words,
    ]
    ends = [m.start() for m in _CLAUSE_END.finditer(text)]
    return [Element(key, sum(end < start for end in ends)) for start, _, key in sorted(kept)]


def _part_kept(said: Sequence[str], given: Sequence[Element], source: str) -> str:
    """The part of the source that is said: the whole, or up to the end of a clause; "" where it is not what is said."""
    if not said or list(said) != [one.key for one in given[: len(said)]]:
        return ""
    if len(said) == len(given):
        return source
    last, following = given[len(said) - 1].clause, given[len(said)].clause
    if last == following:
        return ""
    end = [match.start() for match in _CLAUSE_END.finditer(source)][last]
    return "" if _TAKES_BACK.search(source[end:]) else source[:end]


def _is_of_the_same(sentence: str, kept: str, lexicon: Lexicon, before: Setting) -> bool:
    """Whether a place and a time of the source that the sentence does not name are those spoken of before."""
    areas, periods = areas_in(kept, lexicon), periods_in(kept)
    return (not areas or areas in (areas_in(sentence, lexicon), before.areas)) and (
        not periods or periods in (periods_in(sentence), before.periods)
    )
