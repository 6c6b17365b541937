"""What each number of a sentence counts: words to display, the part, and the terms that a lookup compares."""

import re

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.measures import measure_from_caption, split_label
from ingest.numerals import NUMBER_WORDS, Number
from ingest.periods import find_periods
from ingest.prose_around import goes_on
from ingest.prose_clauses import clause_of, names_changed, near_words, noun_phrase
from ingest.prose_concepts import MEASURES, PARTS, Held, Layer, concepts_in, facet_of, gather_concepts
from ingest.prose_places import is_caption
from ingest.prose_records import Sentence, What
from ingest.prose_words import without_comment
from ingest.words import STOPWORDS, tokenize

_TIMES = ("years", "months", "weeks", "days", "hours", "minutes")
_GENERAL_NOUNS = frozenset(
    """record records case cases individual individuals people person persons user users adult adults
    client clients offence offences crime crimes incident incidents report reports instance
    instances occasion occasions times death deaths decline increase rise fall reduction drop
    dependents dependent estimated more fewer less higher lower""".split()
)
_VERBS = frozenset(
    """use used using saw had took get got take has have shows show illustrates displays outlines sets
    gives lists covers presents means remained on""".split()
)
_DONE = re.compile(r"\s?(?:were|was|have\sbeen|has\sbeen|had\sbeen)\s([a-z]+ed)\b")
_NOUN_AFTER = re.compile(
    r"\s(?:offences|deaths|crimes?|outcomes?|users|admissions|rates?|proportion|estimates?|people|types?)\b"
)


def measure_of(sentence: Sentence, number: Number, unit: str, lexicon: Lexicon) -> What:
    """What a number counts."""
    held = gather_concepts(_layers(sentence, number, unit, lexicon), lexicon)
    clause = clause_of(sentence.text, number).text
    measure = _display(held, sentence, number, lexicon)
    names = [one.name for one in held]
    return What(measure, _breakdown(clause, names, measure, lexicon), _terms(clause, names, unit, lexicon))


def _layers(sentence: Sentence, number: Number, unit: str, lexicon: Lexicon) -> list[Layer]:
    """Texts that may tell what is counted, nearest first."""
    clause = clause_of(sentence.text, number)
    own, near = _own_words(sentence, number, lexicon), near_words(sentence.text, number)
    first, around = [Layer(own, 0), Layer(near, 0)], Layer(clause.text, 1, number.start - clause.start)
    inside = range(clause.start, clause.start + len(clause.text))
    alone = not any(other.start in inside and other != number for other in sentence.numbers)
    if _is_particular(own, unit, names_changed(sentence.text, number), lexicon):
        return [*first, around] if alone and unit in own else first[:1]
    if not alone and any(mention.kind in MEASURES for mention in concepts_in(near, lexicon)):
        return [*first, *_farther(sentence, lexicon)[1:]]
    return [*first, around, *_farther(sentence, lexicon)]


def _own_words(sentence: Sentence, number: Number, lexicon: Lexicon) -> str:
    """The words right after a number, with the verb that makes a term of them ("83 lines were closed")."""
    own = noun_phrase(sentence.text, number)
    done = _DONE.match(sentence.text, number.end + len(own))
    whole = f"{own.rstrip()} {done[1]}" if done and own.strip() else own
    return whole if not concepts_in(own, lexicon) and concepts_in(whole, lexicon) else own


def _farther(sentence: Sentence, lexicon: Lexicon) -> list[Layer]:
    """The sentence, what announces it, what stands before it, what frames it, and the headings above."""
    frames = [split_label(text)[1] if is_caption(text) else text for text in sentence.place.frames]
    headings = list(reversed(sentence.place.locator.section))[:2]
    before = _agreeing_first(sentence, " ; ".join([*frames, *headings]), lexicon)
    texts = [
        without_comment(sentence.text, sentence.numbers[-1].end),
        sentence.place.lead_in,
        *before,
        *frames,
        *headings,
    ]
    return [Layer(text, 2) for text in texts]


def _agreeing_first(sentence: Sentence, section: str, lexicon: Lexicon) -> list[str]:
    """The sentences before in the paragraph, those first that speak of what the section is about."""
    before = list(sentence.trail.paragraph)
    topics = {m.name for m in concepts_in(section, lexicon) if m.kind in MEASURES}
    if goes_on(sentence) or not topics:
        return before
    return sorted(before, key=lambda text: not any(m.name in topics for m in concepts_in(text, lexicon)))


def _is_particular(own: str, unit: str, changed: bool, lexicon: Lexicon) -> bool:
    """Whether a number counts something of its own that no term stands for ("50 attendees")."""
    words = own.lower().split()
    placed = any(area.kind not in ("every", "group") for area in lexicon.find_areas(own))
    if not words or words[-1] in _GENERAL_NOUNS or placed or concepts_in(own, lexicon) or find_periods(own):
        return False
    return changed or (unit.lower() in own.lower() and unit.lower() not in (*_GENERAL_NOUNS, *_TIMES, ""))


def _terms(clause: str, concepts: list[str], unit: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Concepts that no other one includes, then the stems of the clause's other words."""
    stems = [term for term in lexicon.terms_of(clause) if term not in lexicon.concepts and not term[:1].isdigit()]
    broader = frozenset().union(*(lexicon.broader_of(name) for name in concepts))
    kept = [name for name in concepts if name not in broader and name != "rate"]
    return tuple(dict.fromkeys([*kept, *(["rate"] if unit.startswith("per ") else []), *stems]))


def _display(held: list[Held], sentence: Sentence, number: Number, lexicon: Lexicon) -> str:
    """Readable words for what is counted, from the text that named it."""
    broader = frozenset().union(*(lexicon.broader_of(one.name) for one in held))
    for facet in (*MEASURES, "level"):
        for one in held:
            if one.name not in broader and facet_of(one.name, lexicon) == facet:
                return _phrase(one, sentence, lexicon)
    own = noun_phrase(sentence.text, number).strip(" ,;:.-")
    section = sentence.place.locator.section
    return own or (section[-1] if section else " ".join(sentence.text.split()[:8]))


def _phrase(held: Held, sentence: Sentence, lexicon: Lexicon) -> str:
    """The noun phrase that named a concept; a caption's measure or a heading where no sentence did."""
    captions = [split_label(text)[1] for text in sentence.place.frames if is_caption(text)]
    naming = [text for text in captions if any(m.name == held.name for m in concepts_in(text, lexicon))]
    if naming and held.source not in sentence.text:
        return measure_from_caption(naming[0], lexicon)
    if held.source in sentence.place.locator.section:
        return held.source
    mention = next((m for m in concepts_in(held.source, lexicon) if m.name == held.name and m.end), None)
    return _widened(held.source, mention, lexicon) if mention else lexicon.concepts[held.name].term


def _widened(text: str, mention: Mention, lexicon: Lexicon) -> str:
    """The words of a mention with the adjectives before it and the noun after it."""
    start, areas = mention.start, lexicon.find_areas(text)
    for token in reversed([t for t in tokenize(text) if t.end <= mention.start]):
        named = any(area.start <= token.start < area.end for area in areas)
        small = (
            token.word in STOPWORDS or token.word in NUMBER_WORDS or token.word in _VERBS or not token.word.isalpha()
        )
        if named or small or text[token.end : start].strip(" -") or mention.start - start > 24:
            break
        start = token.start
    noun = _NOUN_AFTER.match(text, mention.end)
    return text[start : noun.end() if noun else mention.end].strip()


def _breakdown(clause: str, concepts: list[str], measure: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The part of the measure that a clause names, where the measure itself does not."""
    known = {mention.name for mention in concepts_in(measure, lexicon)}
    known |= {broad for name in known for broad in lexicon.broader_of(name)}
    parts = [m for m in concepts_in(clause, lexicon) if m.kind in PARTS and m.end and m.name in concepts]
    return tuple(dict.fromkeys(clause[m.start : m.end] for m in parts if m.name not in known))
