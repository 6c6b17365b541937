"""What a message says that it does not want, takes back, or has no use for ("trafficking isn't wanted", "Dudley, no, Walsall")."""

import re
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from rag.cues import Cues

_NEAR = 3  # characters between the words that take back and what stands instead
_LONGEST = 9  # words of what alone is wanted; more than these are a question of their own
_LEADS = re.compile(
    r"(?:(?:the|an?|all|everyone|everybody|in|for|of|at|on|over in|just|only|about|with|those|by)\s+)*", re.I
)
_JOINED = re.compile(r"\s*(?:,|and|or|&|,\s*and)\s*", re.I)
_COUNTED = ("topic", "offence", "part")  # facets of what is counted, of which one takes the place of another
_IDLE = ("general", "plain", "age_default", "acronym")  # facets that tell nothing apart
_IDLE_ALONE = ("general", "plain")
_SHORT = 4  # words of a thing that is not wanted by its own name
_ONLY = ("only_wanted", "only_wanted_is", "only_wanted_but")
_UNWANTED = (
    "unwanted_between", "unwanted_after", "unwanted_idle", "unwanted_known", "unwanted_before", "unwanted_no", "unwanted_form",
    "unwanted_too", "unwanted_ditto",
)  # fmt: skip
_VERB = re.compile(r"\b(?:is|are|was|were|did|does|do|has|have|had|how|whether|if|which|who|what|to)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Named:
    """A thing that a text names: its kind (area, period, or the facet of a term), its name, and where it stands."""

    kind: str
    name: str
    start: int
    end: int


def without_unwanted(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text without what it takes back, says to leave out, or names beside the one thing that it wants."""
    text = _without_taken_back(text, lexicon, cues)
    text = _without_refused_things(text, lexicon, cues)
    return _only_wanted(text, lexicon, cues)


def _without_taken_back(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text with what stands last after "no, ..." or "sorry, I meant ...", without the thing of its kind said before."""
    for turn in reversed(list(cues.patterns["takes_back"].finditer(text))):
        named = _things(text, lexicon)
        lead = _LEADS.match(text, turn.end())
        instead = _listed_from(turn.end(), lead.end() if lead else turn.end(), named, text)
        before = [thing for thing in named if thing.end <= turn.start()]
        gone = [thing for kind in {new.kind for new in instead} for thing in _replaced(kind, instead, before)]
        if gone:
            rest = _cut(text[: turn.start()], [(thing.start, thing.end) for thing in gone])
            text = " ".join(f"{rest} {text[turn.end() :]}".split())
    return text


def _replaced(kind: str, instead: list[_Named], before: list[_Named]) -> list[_Named]:
    """The things of a kind said before that the new ones stand for: as many names, the last ones."""
    names = list(dict.fromkeys(thing.name for thing in reversed(before) if thing.kind == kind))
    new = {thing.name for thing in instead if thing.kind == kind}
    old = set(names[: len(new)]) - new
    return [thing for thing in before if thing.kind == kind and thing.name in old]


def _listed_from(start: int, at: int, named: list[_Named], text: str) -> list[_Named]:
    """The things that are listed from a place in the text on, the first of them after its little words, with those in the same breath."""
    listed: list[_Named] = []
    for thing in sorted(named, key=lambda one: (one.start, -one.end)):
        if listed and thing.start < listed[-1].end or thing.start < start:
            continue
        near = thing.start - at <= _NEAR if not listed else _JOINED.fullmatch(text, listed[-1].end, thing.start)
        if near or listed and not re.search(r"[.,;:!?]|\s[-–—]\s", text[listed[-1].end : thing.start]):
            listed.append(thing)
        elif not listed:
            break
    return listed


def _without_refused_things(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text without what it says is not wanted, before that ("possession not wanted") or after it ("spare me the rates")."""
    for name in _UNWANTED:
        for refused in reversed(list(cues.patterns[name].finditer(text))):
            thing = refused["thing"]
            rest = " ".join(f"{text[: refused.start()]}{refused['lead'] or ''} {text[refused.end() :]}".split())
            told_outright = name == "unwanted_after" and len(thing.split()) <= _SHORT
            if _leaves_enough(thing, told_outright, rest, lexicon, cues):
                text = rest
                continue
            other_form = " ".join(
                f"{text[: refused.start()]}{refused['lead'] or ''}{_without_rate(thing, cues)} {text[refused.end() :]}".split()
            )
            text = other_form if cues.has("rate", thing) and lexicon.find_concepts(other_form) else text
    return text


def _without_rate(thing: str, cues: Cues) -> str:
    return cues.patterns["rate"].sub(" ", thing)


def _leaves_enough(thing: str, told_outright: bool, rest: str, lexicon: Lexicon, cues: Cues) -> bool:
    """Whether what is not wanted names something, and what is left still names a place or a time, where that is taken out, and a term.

    A word or two that is said outright not to be wanted need name nothing that is known ("lines not wanted"); "the newer one" is a time.
    """
    out, left = {one.kind for one in _things(thing, lexicon)}, {one.kind for one in _things(rest, lexicon)}
    left |= {"period"} if any(cues.has(name, rest) for name in ("latest", "newer")) else set()
    names = bool(out) or any(lexicon.concepts[m.name].facet not in _IDLE_ALONE for m in lexicon.find_concepts(thing))
    form = any(cues.has(name, thing) for name in ("percent", "rate", "count"))
    return (names or form or told_outright) and out & {"area", "period"} <= left and bool(lexicon.find_concepts(rest))


def _only_wanted(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text without the other things of the same kind where it says which one alone is wanted ("I only want trafficking")."""
    wanted = next((m for name in _ONLY if (m := cues.find(name, text))), None)
    if not wanted or len(wanted["thing"].split()) > _LONGEST or _VERB.search(wanted["thing"]):
        return text
    start, end = wanted.span("thing")
    named = _things(text, lexicon)
    inside = [thing for thing in named if start <= thing.start < end]
    kinds, names = {thing.kind for thing in inside}, {thing.name for thing in inside}
    other = [t for t in named if t.end <= start and t.kind in kinds and t.name not in names]
    return " ".join(_cut(text, [(thing.start, thing.end) for thing in other]).split()) if other else text


def _things(text: str, lexicon: Lexicon) -> list[_Named]:
    """The local areas, periods and terms that a text names."""
    areas = [_Named("area", m.name, m.start, m.end) for m in lexicon.find_areas(text) if m.kind in ("local", "group")]
    periods = [_Named("period", m.period.label, m.start, m.end) for m in find_periods(text)]
    terms = [_Named(_kind_of(m.name, lexicon), m.name, m.start, m.end) for m in lexicon.find_concepts(text) if m.end]
    return sorted(
        [*areas, *periods, *(term for term in terms if term.kind not in _IDLE)], key=lambda thing: thing.start
    )


def _kind_of(name: str, lexicon: Lexicon) -> str:
    facet = lexicon.concepts[name].facet
    return "measure" if facet in _COUNTED else facet


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
