"""What each number of a sentence counts: its own words first, then its clause's, its sentence's, and what frames it."""

import re

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.measures import measure_from_caption, measure_from_mention, split_label
from ingest.numerals import Number
from ingest.prose_areas import GOES_ON
from ingest.prose_places import is_caption
from ingest.prose_records import Sentence, What
from ingest.prose_words import COMMENT
from ingest.words import STOPWORDS, tokenize

_MEASURES = ("topic", "offence", "result")
_CLAUSE = re.compile(
    r";\s|:\s|,?\s(?:while|whereas|although|though|but)\s|,\sand\s(?=[\w\s-]{3,60}?\b(?:rose|fell|increased|decreased|declined|dropped|grew|"
    r"reduced|improved|also|remained|were|was|had|saw|went|came|stood)\b)|\sand\s(?=there\s(?:were|was)\b)|,\swith\s(?=\d)"
)
_NOUN_PHRASE = re.compile(r"\s*(?:[\w'’/&-]+[\s-]*){0,8}")
_STOP_AT = re.compile(
    r"\b(?:in|across|from|to|by|during|between|since|with|were|was|are|is|had|have|has|which|who|that|at|on|compared|while|and|per|of\sthese|out\sof|than|"
    r"made|recorded|carried|involved)\b|[,;:()]",
    re.I,
)
_WORD = r"[\w'’/-]+"
_FILLER = re.compile(r"^(?:the|an?|its|their|his|this|these|those|total|overall|all|of|and|or|in|for|as|with|both|estimated|recent|than)\s+", re.I)


def measure_of(sentence: Sentence, number: Number, unit: str, lexicon: Lexicon) -> What:
    """What a number counts."""
    own = _noun_phrase(sentence.text, number)
    clause = _clause(sentence.text, number)
    layers = _layers(sentence, own, clause, lexicon)
    concepts, source = _gather(layers, lexicon)
    terms = _terms(clause, concepts, unit, lexicon)
    measure = _display(source, sentence, lexicon)
    return What(measure, _breakdown(clause, concepts, measure, lexicon), terms)


def _noun_phrase(text: str, number: Number) -> str:
    """The words right after a number, up to the first small word."""
    after = text[number.end :]
    stop = _STOP_AT.search(after)
    return after[: stop.start() if stop else len(after)][:80]


def _clause(text: str, number: Number) -> str:
    """The clause in which a number stands, without the comment that follows it ("..., indicating a shift")."""
    start = max((m.end() for m in _CLAUSE.finditer(text) if m.end() <= number.start), default=0)
    end = min((m.start() for m in _CLAUSE.finditer(text) if m.start() >= number.end), default=len(text))
    return COMMENT.sub("", text[start:end])


def _layers(sentence: Sentence, own: str, clause: str, lexicon: Lexicon) -> list[str]:
    """Texts that may tell what is counted, nearest first."""
    whole = COMMENT.sub("", sentence.text)
    frames = [split_label(text)[1] if is_caption(text) else text for text in sentence.place.frames]
    section = list(reversed(sentence.place.locator.section))
    before = list(sentence.trail.paragraph)
    return [own, clause, whole, sentence.place.lead_in, *before, *frames, *section]


def _gather(layers: list[str], lexicon: Lexicon) -> tuple[list[str], str]:
    """The concepts that say what is counted, each facet from the nearest text that names it, and the text of the first."""
    held: list[str] = []
    source = ""
    for depth, text in enumerate(layers):
        found = lexicon.find_concepts(text) if text else []
        fits = [m for m in found if _fits(m, found, held, depth, lexicon)]
        if not source and any(m.kind in _MEASURES for m in fits):
            source = text
        held += [m.name for m in fits if m.name not in held]
        if depth >= 2 and any(lexicon.concepts[name].facet == "topic" for name in held) and not _can_narrow(held, lexicon):
            break
    return held, source


def _can_narrow(held: list[str], lexicon: Lexicon) -> bool:
    """Whether what is held is so broad ("deaths") that what frames it may narrow it."""
    topics = [name for name in held if lexicon.concepts[name].facet == "topic"]
    return bool(topics) and all(any(name in c.broader and c.facet == "topic" for c in lexicon.concepts.values()) for name in topics)


def _fits(mention: Mention, found: list[Mention], held: list[str], depth: int, lexicon: Lexicon) -> bool:
    """Whether a concept may be added: no other of its facet is held that it contradicts, and the text is of one mind."""
    rivals = {m.name for m in found if m.kind == mention.kind and not _related(m.name, mention.name, lexicon)}
    same = [name for name in held if lexicon.concepts[name].facet == mention.kind]
    if depth <= 1:
        return not same or all(_related(name, mention.name, lexicon) for name in same)
    if mention.kind not in _MEASURES or rivals:
        return False
    if mention.kind == "result" and any(lexicon.concepts[name].facet in _MEASURES for name in held):
        return False
    if any(lexicon.concepts[name].facet == "topic" for name in held) and mention.kind == "offence":
        return any(name in lexicon.broader_of(mention.name) for name in held)
    return all(_related(name, mention.name, lexicon) for name in same)


def _related(a: str, b: str, lexicon: Lexicon) -> bool:
    return a == b or a in lexicon.broader_of(b) or b in lexicon.broader_of(a)


def _terms(clause: str, concepts: list[str], unit: str, lexicon: Lexicon) -> tuple[str, ...]:
    stems = [term for term in lexicon.terms_of(clause) if term not in lexicon.concepts and not term[:1].isdigit()]
    broader = frozenset().union(*(lexicon.broader_of(name) for name in concepts)) if concepts else frozenset()
    kept = [name for name in concepts if name not in broader and name != "rate"]
    return tuple(dict.fromkeys([*kept, *(["rate"] if unit.startswith("per ") else []), *stems]))


def _display(source: str, sentence: Sentence, lexicon: Lexicon) -> str:
    """Readable words for what is counted."""
    for text in (source, *sentence.place.frames):
        phrase = _phrase(text, lexicon) if text else ""
        if phrase:
            return phrase
    section = sentence.place.locator.section
    return section[-1] if section else " ".join(sentence.text.split()[:8])


def _phrase(text: str, lexicon: Lexicon) -> str:
    """The noun phrase around the first concept that says what is counted."""
    if is_caption(text):
        return measure_from_caption(split_label(text)[1], lexicon)
    mentions = [m for m in lexicon.find_concepts(text) if m.kind in _MEASURES]
    placed = sorted((m for m in mentions if m.end), key=lambda m: (m.kind != "topic", m.start))
    if not placed:
        return lexicon.concepts[mentions[0].name].term if mentions else ""
    start, end = placed[0].start, placed[0].end
    tokens = tokenize(text)
    for token in reversed([t for t in tokens if t.end <= start]):
        if token.word in STOPWORDS or not token.word.isalpha() or re.search(r"[,;:.()]", text[token.end : start]):
            break
        start = token.start
        if placed[0].start - start > 30:
            break
    last = re.match(r"\s(?:offences|deaths|crimes?|outcomes?|users|admissions|rate|proportion|estimates?)\b", text[end:])
    return text[start : end + (last.end() if last else 0)].strip()


def _breakdown(clause: str, concepts: list[str], measure: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The part of the measure that a clause names, where the measure itself does not."""
    known = {m.name for m in lexicon.find_concepts(measure)}
    parts = [m for m in lexicon.find_concepts(clause) if m.kind in ("result", "offence", "client", "part", "level") and m.end]
    return tuple(dict.fromkeys(clause[m.start : m.end] for m in parts if m.name in concepts and m.name not in known))


__all__ = ["GOES_ON", "measure_of", "measure_from_mention"]
