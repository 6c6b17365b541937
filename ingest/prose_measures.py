"""What each number of a sentence counts: its own words first, then its clause's, its sentence's, and what frames it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.measures import measure_from_caption, split_label
from ingest.numerals import Number
from ingest.prose_clauses import clause_of, near_words, noun_phrase
from ingest.prose_places import is_caption
from ingest.prose_records import Sentence, What
from ingest.prose_words import COMMENT
from ingest.words import STOPWORDS, tokenize

_MEASURES = ("topic", "offence", "result")
_PARTS = ("result", "offence", "client", "part", "level")
_GENERAL = frozenset(
    """record records case cases individual individuals people person persons user users adult adults client clients offence
    offences crime crimes incident incidents report reports instance instances occasion occasions times death deaths
    decline increase rise fall reduction drop dependents dependent estimated more fewer less higher lower""".split()
)
_TAIL = re.compile(r"\s(?:offences|deaths|crimes?|outcomes?|users|admissions|rates?|proportion|estimates?|people|types?)\b")
_VERBS = frozenset("use used using saw had took get got take has have".split())


@dataclass(frozen=True, slots=True)
class _Layer:
    """A text that may tell what is counted; ``rank`` is 0 for the number's own words, 1 its clause, 2 farther off."""

    text: str
    rank: int
    at: int = 0


@dataclass(frozen=True, slots=True)
class _Held:
    """A concept and the text that named it."""

    name: str
    source: str


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
    alone = not any(clause.start <= other.start < clause.start + len(clause.text) and other != number for other in sentence.numbers)
    first = [_Layer(own, 0), _Layer(near, 0)]
    if _is_particular(own, unit, lexicon):
        return [*first, around] if alone else first
    if not alone and _names_measure(near, lexicon):
        return [*first, *_farther(sentence)[1:]]
    return [*first, around, *_farther(sentence)]


def _farther(sentence: Sentence) -> list[_Layer]:
    frames = [split_label(text)[1] if is_caption(text) else text for text in sentence.place.frames]
    headings = list(reversed(sentence.place.locator.section))[:2]
    texts = [COMMENT.sub("", sentence.text), sentence.place.lead_in, *sentence.trail.paragraph, *frames, *headings]
    return [_Layer(text, 2) for text in texts]


def _is_particular(own: str, unit: str, lexicon: Lexicon) -> bool:
    """Whether a number counts something of its own that no term stands for ("50 attendees", "four pillars")."""
    counted = unit.lower() in own.lower() and unit.lower() not in _GENERAL and unit not in ("", "years", "months", "weeks", "days", "hours", "minutes")
    return counted and not unit.startswith("per ") and not lexicon.find_concepts(own)


def _names_measure(text: str, lexicon: Lexicon) -> bool:
    return any(mention.kind in _MEASURES for mention in lexicon.find_concepts(text))


def _gather(layers: Iterable[_Layer], lexicon: Lexicon) -> list[_Held]:
    """The concepts that say what is counted, each facet from the nearest text that names it."""
    held: list[_Held] = []
    for layer in layers:
        found = lexicon.find_concepts(layer.text)
        for mention in sorted(found, key=lambda m: _distance(m, layer)):
            names = [one.name for one in held]
            if mention.name not in names and _fits(mention, found, names, layer.rank, lexicon):
                held.append(_Held(mention.name, layer.text))
        if layer.rank == 2 and _is_settled([one.name for one in held], lexicon):
            break
    return held


def _distance(mention: Mention, layer: _Layer) -> tuple[bool, bool, int]:
    """Nearest first: what stands before the number, then what follows, then what is spread over the text."""
    if not mention.end:
        return True, True, 0
    return False, mention.start > layer.at, abs(layer.at - mention.start)


def _facet(name: str, lexicon: Lexicon) -> str:
    """A concept's facet; a topic of which results are cases ("police outcomes") is itself a result."""
    facet = lexicon.concepts[name].facet
    if facet == "topic" and any(c.facet == "result" and name in c.broader for c in lexicon.concepts.values()):
        return "result"
    return facet


def _is_settled(held: list[str], lexicon: Lexicon) -> bool:
    """Whether a topic or offence is held that what frames it could not narrow ("deaths" could be)."""
    subjects = [name for name in held if _facet(name, lexicon) in ("topic", "offence")]
    narrow = [name for name in subjects if not any(name in c.broader and _facet(c.id, lexicon) == "topic" for c in lexicon.concepts.values())]
    return bool(narrow)


def _fits(mention: Mention, found: list[Mention], held: list[str], rank: int, lexicon: Lexicon) -> bool:
    """Whether a concept may be added: it contradicts none that is held, and a text farther off is of one mind about it."""
    facet = _facet(mention.name, lexicon)
    same = [name for name in held if _facet(name, lexicon) == facet]
    if any(mention.name in lexicon.broader_of(name) for name in held):
        return rank < 2
    if not all(_related(name, mention.name, lexicon) for name in same):
        return False
    if rank < 2:
        return True
    return facet in _MEASURES and not _has_rival(mention, found, held, lexicon) and _fills_gap(mention.name, facet, held, lexicon)


def _has_rival(mention: Mention, found: list[Mention], held: list[str], lexicon: Lexicon) -> bool:
    """Whether a text names another concept of the facet with equal right."""
    implied = frozenset(held).union(*(lexicon.broader_of(name) for name in held))
    facet = _facet(mention.name, lexicon)
    return any(
        _facet(m.name, lexicon) == facet and m.name not in implied and not _related(m.name, mention.name, lexicon) for m in found
    )


def _fills_gap(name: str, facet: str, held: list[str], lexicon: Lexicon) -> bool:
    """Whether what is held leaves open what a farther text names: a result only where nothing else is known."""
    facets = {_facet(one, lexicon) for one in held} & set(_MEASURES)
    if facet == "result":
        return not facets or any(one in lexicon.broader_of(name) for one in held)
    if facet == "offence":
        return "topic" not in facets or any(one in lexicon.broader_of(name) for one in held)
    return "topic" not in facets or any(one in lexicon.broader_of(name) for one in held)


def _related(a: str, b: str, lexicon: Lexicon) -> bool:
    return a == b or a in lexicon.broader_of(b) or b in lexicon.broader_of(a)


def _terms(clause: str, concepts: list[str], unit: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Concepts that no other one includes, then the stems of the clause's other words."""
    stems = [term for term in lexicon.terms_of(clause) if term not in lexicon.concepts and not term[:1].isdigit()]
    broader = frozenset().union(*(lexicon.broader_of(name) for name in concepts))
    kept = [name for name in concepts if name not in broader and name != "rate"]
    return tuple(dict.fromkeys([*kept, *(["rate"] if unit.startswith("per ") else []), *stems]))


def _display(held: list[_Held], sentence: Sentence, number: Number, lexicon: Lexicon) -> str:
    """Readable words for what is counted, from the text that named it."""
    names = [one.name for one in held]
    for facet in ("topic", "offence", "result", "level"):
        for one in held:
            if _facet(one.name, lexicon) == facet and not any(one.name in lexicon.broader_of(name) for name in names):
                return _phrase(one, sentence, lexicon)
    own = noun_phrase(sentence.text, number).strip(" ,;:-")
    if own and tokenize(own):
        return own
    section = sentence.place.locator.section
    return section[-1] if section else " ".join(sentence.text.split()[:8])


def _phrase(held: _Held, sentence: Sentence, lexicon: Lexicon) -> str:
    """The noun phrase around the words that name a concept; a caption's measure and a heading as they are."""
    caption = next((text for text in sentence.place.frames if is_caption(text) and split_label(text)[1] == held.source), "")
    if caption:
        return measure_from_caption(held.source, lexicon)
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
        if named or token.word in STOPWORDS or token.word in _VERBS or not token.word.isalpha() or re.search(r"[^\s-]", gap):
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
    parts = [m for m in lexicon.find_concepts(clause) if lexicon.concepts[m.name].facet in _PARTS and m.end and m.name in concepts]
    return tuple(dict.fromkeys(clause[m.start : m.end] for m in parts if m.name not in known))
