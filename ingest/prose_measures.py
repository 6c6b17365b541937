"""What each number of a sentence counts: its own words first, then its clause's, its sentence's, and what frames it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.measures import measure_from_caption, split_label
from ingest.numerals import Number
from ingest.periods import find_periods
from ingest.prose_around import goes_on
from ingest.prose_clauses import clause_of, names_changed, near_words, noun_phrase
from ingest.prose_places import is_caption
from ingest.prose_records import Sentence, What
from ingest.prose_words import COMMENT
from ingest.words import STOPWORDS, tokenize

_MEASURES = ("topic", "offence", "result")
_TIMES = ("years", "months", "weeks", "days", "hours", "minutes")
_PARTS = ("result", "offence", "client", "part", "level")
_GENERAL = frozenset(
    """record records case cases individual individuals people person persons user users adult adults client clients offence
    offences crime crimes incident incidents report reports instance instances occasion occasions times death deaths
    decline increase rise fall reduction drop dependents dependent estimated more fewer less higher lower""".split()
)
_TAIL = re.compile(
    r"\s(?:offences|deaths|crimes?|outcomes?|users|admissions|rates?|proportion|estimates?|people|types?)\b"
)
_VERBS = frozenset(
    """use used using saw had took get got take has have shows show illustrates displays outlines sets gives lists covers
    presents means remained""".split()
)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A text that may tell what is counted; ``rank`` is 0 for the number's own words, 1 its clause, 2 farther off."""

    text: str
    rank: int
    at: int = 0


@dataclass(frozen=True, slots=True)
class _Held:
    """A concept and the text that named it; ``brief`` where one word did ("deaths"), which may stand for a narrower one."""

    name: str
    source: str
    brief: bool = False


def measure_of(sentence: Sentence, number: Number, unit: str, lexicon: Lexicon) -> What:
    """What a number counts."""
    held = _gather(_layers(sentence, number, unit, lexicon), lexicon)
    clause = clause_of(sentence.text, number).text
    measure = _display(held, sentence, number, lexicon)
    names = [one.name for one in held]
    return What(measure, _breakdown(clause, names, measure, lexicon), _terms(clause, names, unit, lexicon))


def _layers(sentence: Sentence, number: Number, unit: str, lexicon: Lexicon) -> list[_Layer]:
    """Texts that may tell what is counted, nearest first."""
    clause = clause_of(sentence.text, number)
    own, near = noun_phrase(sentence.text, number), near_words(sentence.text, number)
    around = _Layer(clause.text, 1, number.start - clause.start)
    alone = not any(
        clause.start <= other.start < clause.start + len(clause.text) and other != number
        for other in sentence.numbers
    )
    first = [_Layer(own, 0), _Layer(near, 0)]
    if _is_particular(own, unit, names_changed(sentence.text, number), lexicon):
        return [*first, around] if alone and unit in own else first[:1]
    if not alone and _names_measure(near, lexicon):
        return [*first, *_farther(sentence, lexicon)[1:]]
    return [*first, around, *_farther(sentence, lexicon)]


def _farther(sentence: Sentence, lexicon: Lexicon) -> list[_Layer]:
    frames = [split_label(text)[1] if is_caption(text) else text for text in sentence.place.frames]
    headings = list(reversed(sentence.place.locator.section))[:2]
    before = _agreeing_first(sentence, " ; ".join([*frames, *headings]), lexicon)
    texts = [COMMENT.sub("", sentence.text), sentence.place.lead_in, *before, *frames, *headings]
    return [_Layer(text, 2) for text in texts]


def _agreeing_first(sentence: Sentence, section: str, lexicon: Lexicon) -> list[str]:
    """The sentences before in the paragraph, those first that speak of what the section is about."""
    before = list(sentence.trail.paragraph)
    topics = {m.name for m in lexicon.find_concepts(section) if m.kind in _MEASURES}
    if goes_on(sentence.text) or not topics:
        return before
    return sorted(before, key=lambda text: not any(m.name in topics for m in lexicon.find_concepts(text)))


def _is_particular(own: str, unit: str, changed: bool, lexicon: Lexicon) -> bool:
    """Whether a number counts something of its own that no term stands for ("50 attendees", "four pillars")."""
    words = own.lower().split()
    if (
        not words
        or words[-1] in _GENERAL
        or lexicon.find_concepts(own)
        or lexicon.find_areas(own)
        or find_periods(own)
    ):
        return False
    return changed or (unit.lower() in own.lower() and unit.lower() not in (*_GENERAL, *_TIMES, ""))


def _names_measure(text: str, lexicon: Lexicon) -> bool:
    return any(mention.kind in _MEASURES for mention in lexicon.find_concepts(text))


def _gather(layers: Iterable[_Layer], lexicon: Lexicon) -> list[_Held]:
    """The concepts that say what is counted, each facet from the nearest text that names it."""
    held: list[_Held] = []
    for layer in layers:
        found = lexicon.find_concepts(layer.text)
        for mention in sorted(found, key=lambda m: _distance(m, layer)):
            if _fits(mention, found, held, layer.rank, lexicon):
                brief = " " not in layer.text[mention.start : mention.end].strip() and bool(mention.end)
                held.append(_Held(mention.name, layer.text, brief))
        if layer.rank == 2 and any(
            _facet(one.name, lexicon) in ("topic", "offence") and not _is_open(one, lexicon) for one in held
        ):
            break
    return held


def _distance(mention: Mention, layer: _Layer) -> tuple[bool, int, int]:
    """Nearest first, by parts between commas and in a part by order: its subject stands first; what is spread comes last."""
    if not mention.end:
        return True, 0, 0
    between = layer.text[min(mention.end, layer.at) : max(mention.start, layer.at)]
    return False, between.count(",") * 2 + (mention.start > layer.at), mention.start


@lru_cache(maxsize=4096)
def _facet(name: str, lexicon: Lexicon) -> str:
    """A concept's facet; a topic of which results are cases ("police outcomes") is itself a result."""
    facet = lexicon.concepts[name].facet
    if facet == "topic" and any(c.facet == "result" and name in c.broader for c in lexicon.concepts.values()):
        return "result"
    return facet


def _is_open(held: _Held, lexicon: Lexicon) -> bool:
    """Whether one word named a concept that has narrower ones and no broader: what frames it may say which is meant."""
    return held.brief and not lexicon.concepts[held.name].broader and _has_narrower(held.name, lexicon)


@lru_cache(maxsize=4096)
def _has_narrower(name: str, lexicon: Lexicon) -> bool:
    return any(name in concept.broader for concept in lexicon.concepts.values())


def _fits(mention: Mention, found: list[Mention], held: list[_Held], rank: int, lexicon: Lexicon) -> bool:
    """Whether a concept may be added: it contradicts none that is held, and a text farther off is of one mind about it."""
    names = [one.name for one in held]
    facet = _facet(mention.name, lexicon)
    if mention.name in names or any(
        not _related(n, mention.name, lexicon) for n in names if _facet(n, lexicon) == facet
    ):
        return False
    if not mention.end and (rank == 2 or any(lexicon.concepts[name].facet in _PARTS for name in names)):
        return False
    if rank < 2:
        return True
    fills = _fills_gap(mention.name, facet, held, lexicon)
    return facet in _MEASURES and fills and not _has_rival(mention, found, names, lexicon)


def _has_rival(mention: Mention, found: list[Mention], held: list[str], lexicon: Lexicon) -> bool:
    """Whether a text names another concept of the facet with equal right."""
    implied = frozenset(held).union(*(lexicon.broader_of(name) for name in held))
    facet = _facet(mention.name, lexicon)
    rivals = [m.name for m in found if _facet(m.name, lexicon) == facet and m.name not in implied]
    return any(not _related(rival, mention.name, lexicon) for rival in rivals)


def _fills_gap(name: str, facet: str, held: list[_Held], lexicon: Lexicon) -> bool:
    """Whether what is held leaves open what a farther text names: a result only where nothing else is known."""
    facets = {_facet(one.name, lexicon) for one in held} & set(_MEASURES)
    if facet == "result":
        return not facets
    subjects = [one for one in held if _facet(one.name, lexicon) in ("topic", "offence")]
    return all(_is_open(one, lexicon) and one.name in lexicon.broader_of(name) for one in subjects)


def _related(a: str, b: str, lexicon: Lexicon) -> bool:
    return a == b or a in lexicon.broader_of(b) or b in lexicon.broader_of(a)


def _terms(clause: str, concepts: list[str], unit: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Concepts that no other one includes, then the stems of the clause's other words."""
    stems = [
        term for term in lexicon.terms_of(clause) if term not in lexicon.concepts and not term[:1].isdigit()
    ]
    broader = frozenset().union(*(lexicon.broader_of(name) for name in concepts))
    kept = [name for name in concepts if name not in broader and name != "rate"]
    return tuple(dict.fromkeys([*kept, *(["rate"] if unit.startswith("per ") else []), *stems]))


def _display(held: list[_Held], sentence: Sentence, number: Number, lexicon: Lexicon) -> str:
    """Readable words for what is counted, from the text that named it."""
    names = [one.name for one in held]
    for facet in ("topic", "offence", "result", "level"):
        for one in held:
            if _facet(one.name, lexicon) == facet and not any(
                one.name in lexicon.broader_of(name) for name in names
            ):
                return _phrase(one, sentence, lexicon)
    own = noun_phrase(sentence.text, number).strip(" ,;:-")
    if own and tokenize(own):
        return own
    section = sentence.place.locator.section
    return section[-1] if section else " ".join(sentence.text.split()[:8])


def _phrase(held: _Held, sentence: Sentence, lexicon: Lexicon) -> str:
    """The noun phrase around the words that name a concept; a caption's measure and a heading as they are."""
    own = held.source in sentence.text
    captions = [split_label(text)[1] for text in sentence.place.frames if is_caption(text)]
    caption = next(
        (text for text in captions if any(m.name == held.name for m in lexicon.find_concepts(text))), ""
    )
    if caption and not own:
        return measure_from_caption(caption, lexicon)
    if held.source in sentence.place.locator.section:
        return held.source
    mention = next((m for m in lexicon.find_concepts(held.source) if m.name == held.name and m.end), None)
    return _around(held.source, mention, lexicon) if mention else lexicon.concepts[held.name].term


def _around(text: str, mention: Mention, lexicon: Lexicon) -> str:
    """The words of a mention with the adjectives before it and the noun after it."""
    start, areas = mention.start, lexicon.find_areas(text)
    for token in reversed([t for t in tokenize(text) if t.end <= mention.start]):
        gap = text[token.end : start]
        named = any(a.start <= token.start < a.end for a in areas)
        if (
            named
            or token.word in STOPWORDS
            or token.word in _VERBS
            or not token.word.isalpha()
            or re.search(r"[^\s-]", gap)
        ):
            break
        start = token.start
        if mention.start - start > 24:
            break
    tail = _TAIL.match(text, mention.end)
    return text[start : tail.end() if tail else mention.end].strip()


def _breakdown(clause: str, concepts: list[str], measure: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The part of the measure that a clause names, where the measure itself does not."""
    known = {mention.name for mention in lexicon.find_concepts(measure)}
    known |= {broad for name in known for broad in lexicon.broader_of(name)}
    parts = [
        m
        for m in lexicon.find_concepts(clause)
        if lexicon.concepts[m.name].facet in _PARTS and m.end and m.name in concepts
    ]
    return tuple(dict.fromkeys(clause[m.start : m.end] for m in parts if m.name not in known))
