"""Which sentence answers: hits scored by likeness, shared terms, place, period and the form of the question."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.records import Passage
from ingest.words import split_sentences, tokenize
from rag.fit import TELLING, most_special, telling
from rag.query import Query
from rag.retrieve import Hit
from rag.weights import load_weights

_NARROWING = ("sex", "age", "substance", "group")
_LONGEST_ITEM = 200
_AROUND = 0.5  # a word that stands in the heading or paragraph around a sentence, against one in the sentence
_PERSON = re.compile(r"\b(?:(?:Mr|Ms|Mrs|Dr) [A-Z]\w+|(?!(?:West|Drug|Drugs|Public|Home|Police|New|Local|City|National|Lived|Black|Combatting|Heroin|Substance|Organised|March|June|In|At|The|On)\b)[A-Z][a-z]+ (?!(?:Midlands|Police|Council|Health|Office|Board|Service|Plan|Report|Crime|Consumption|Policy|Partnership|Drug|Act|Strategy|Programme|Country|System|Experience)\b)[A-Z][a-z]+)\b")
_FORM_WORDS = {
    "who": re.compile(r"\b(?:chair\w*|commissioner|officer|mr|lead\w*|own\w*|director\w*|council|service|unit|board|partnership|team|provider\w*|police|deliver\w*|commission\w*|written|author\w*|coordinat\w*|fund\w*|by)\b", re.I),
    "why": re.compile(r"\b(?:because|due to|owing to|since|reason\w*|caus\w*|result\w*|driven|driv\w+|led to|leads? to|reflect\w*|explain\w*|therefore|so that|contribut\w*|linked|in order to|attribut\w*|as a consequence|stems?|puts? (?:it|this|the rise) down|blame\w*|behind)\b", re.I),
    "when": re.compile(r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b", re.I),
    "definition": re.compile(r"\b(?:(?:is|are) (?:an?|the|those|defined|recorded|counted|made|when|where|any|specific|only|measured|flagged)|means?|refers? to|stands? for|measures?|only includ\w+|counts? only|includes? only|takes? in|made up of|consists? of|known as|allows?|categori[sz]es|differs? from)\b", re.I),
    "source": re.compile(r"\b(?:source[ds]?|drawn|taken|data|from|database\w*|published|supplied|ons|ndtms)\b", re.I),
    "where": re.compile(r"\b(?:at|in|hospital|school\w*|prison|centre|held|place)\b", re.I),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence or list item with its score, and the share of the question's weighty words that it has."""

    hit: Hit
    score: float
    coverage: float


def can_answer(query: Query, passage: Passage, parent: str, lexicon: Lexicon) -> bool:
    """Whether a passage can hold what is asked for.

    It speaks of the part, age, substance or group asked for; and where a number is asked for it has one, names the
    measure, and does not speak of another place or time only.
    """
    section = " ; ".join(passage.locator.section[-1:])
    around = f"{section} ; {parent} ; {passage.text}"
    if not _names(query, around, _NARROWING, lexicon):
        return False
    if not query.number_wanted or query.form == "list":
        return True
    if not _has_figure(query, passage.text) or not _names(query, around, TELLING, lexicon):
        return False
    return _fits_setting(query, passage.text, section, parent, lexicon)


def _has_figure(query: Query, text: str) -> bool:
    numbers = find_numbers(text)
    if query.wants == "money":
        return any(n.unit == "£" for n in numbers)
    if query.wants == "count":
        return any(n.unit not in ("%", "percentage points") and not n.unit.startswith("per ") for n in numbers)
    return bool(numbers)


def _names(query: Query, text: str, facets: tuple[str, ...], lexicon: Lexicon) -> bool:
    there = lexicon.all_concepts(text)
    asked = most_special(telling(query.concepts, lexicon), lexicon)
    return all(term in there for term in asked if lexicon.concepts[term].facet in facets)


def _fits_setting(query: Query, text: str, section: str, parent: str, lexicon: Lexicon) -> bool:
    local = {a for a in query.areas if a in lexicon.areas and lexicon.areas[a].kind == "local"}
    named = {m.name for m in lexicon.find_areas(f"{text} ; {section}")}
    if local and not local & named:
        return False
    asked = set(query.periods)
    there = {m.period for m in find_periods(text)} or {m.period for m in find_periods(parent)}
    return not asked or not there or any(p.start <= t.end and t.start <= p.end for p in asked for t in there)


@dataclass(frozen=True, eq=False)
class Weigher:
    """How much each word weighs: inverse document frequency over the passages."""

    frequency: Mapping[str, int]
    passages: int

    def weight(self, word: str) -> float:
        """The weight of a lower-case word; a word that stands nowhere weighs most."""
        return math.log(1 + self.passages / (1 + self.frequency.get(word, 0)))


def score_sentences(query: Query, hits: list[Hit], lexicon: Lexicon, weigher: Weigher, evidence: Mapping[str, float]) -> list[Scored]:
    """The hits as answers to the question, best first; ``evidence`` are sentences that state a fitting figure, with its fit."""
    asked = _asked_terms(query, weigher, lexicon)
    parents = {hit.passage.locator: hit.passage.text for hit in hits if hit.passage.kind == "prose" and "\n" not in hit.passage.text}
    units = [hit for hit in hits if is_unit(hit.passage) and can_answer(query, hit.passage, parents.get(hit.passage.locator, ""), lexicon)]
    scored = [_score(query, hit, asked, parents.get(hit.passage.locator, ""), lexicon) for hit in units]
    scored = [_with_evidence(one, evidence) for one in scored]
    return sorted(scored, key=lambda one: -one.score)


def _with_evidence(one: Scored, evidence: Mapping[str, float]) -> Scored:
    fits = [fit for sentence, fit in evidence.items() if sentence in one.hit.passage.text] if not is_list(one.hit.passage) else []
    return Scored(one.hit, one.score + load_weights()["sentences"]["evidence"] * max(fits), one.coverage) if fits else one


def is_unit(passage: Passage) -> bool:
    """Whether a passage can be an answer as it stands: a sentence, an item, a one-sentence paragraph or a whole list."""
    return passage.kind != "prose" or is_list(passage) or len(split_sentences(passage.text)) == 1


def is_list(passage: Passage) -> bool:
    """Whether a passage is a whole list of short items, with or without the sentence that introduces it."""
    lines = passage.text.count("\n") + 1
    return passage.kind == "prose" and lines > 1 and len(passage.text) / lines <= _LONGEST_ITEM


def _asked_terms(query: Query, weigher: Weigher, lexicon: Lexicon) -> dict[str, float]:
    w = load_weights()["sentences"]
    by_stem: dict[str, float] = {}
    for token in tokenize(query.text):
        by_stem.setdefault(token.stem, weigher.weight(token.word))
    asked = {word: min(by_stem.get(word, 3.0), w["unknown_word"] if word in query.unknown else w["word"]) for word in query.words}
    facets = {"body": w["concept_weak"], "plain": w["concept_weak"]}
    return asked | {c: facets.get(lexicon.concepts[c].facet, w["concept"]) for c in query.concepts}


def _score(query: Query, hit: Hit, asked: dict[str, float], parent: str, lexicon: Lexicon) -> Scored:
    w = load_weights()["sentences"]
    passage = hit.passage
    section = " ; ".join(passage.locator.section)
    title = passage.locator.section[-1] if is_list(passage) and passage.locator.section else ""
    own, around = set(lexicon.terms_of(f"{title} ; {passage.text}")), set(lexicon.terms_of(f"{section} ; {parent}"))
    coverage = _coverage(asked, own, around, lexicon)
    score = w["cosine"] * hit.cosine + w["coverage"] * coverage
    score += _place(query, passage.text, section, lexicon, w) + _time(query, passage.text, w)
    score += _form(query, passage, w)
    if query.report:
        score += w["report"] if passage.locator.report == query.report else -w["report"]
    return Scored(hit, score, coverage)


def _form(query: Query, passage: Passage, w: dict[str, float]) -> float:
    """What speaks for a sentence by the kind of question: a number, a reason, a date, a list."""
    points = 0.0
    if query.number_wanted and query.form != "list":
        points += w["number"] if find_numbers(passage.text) else -w["number"]
        points += w["number"] if query.wants == "money" and "£" in passage.text else 0.0
    if is_list(passage):
        points += w["list"] if query.form == "list" or query.every_area else -w["list"]
    if query.form == "who" and _PERSON.search(passage.text):
        points += w["form"]
    if query.form in _FORM_WORDS and _FORM_WORDS[query.form].search(passage.text):
        points += w["form"] / (1 if query.form in ("why", "when", "definition") else 2)
    if query.form == "definition" and any(c.isdigit() for c in passage.text):
        points -= w["digits_in_definition"]
    return points


def _coverage(asked: dict[str, float], own: set[str], around: set[str], lexicon: Lexicon) -> float:
    total = sum(asked.values())
    if not total:
        return 0.0
    own, around = _widened(own, lexicon), _widened(around, lexicon)
    share = {term: 1.0 if _key(term) in own else _AROUND if _key(term) in around else 0.0 for term in asked}
    return sum(weight * share[term] for term, weight in asked.items()) / total


def _widened(terms: set[str], lexicon: Lexicon) -> set[str]:
    """Terms with those that they imply; long words by their beginning, since "registration" is "registered"."""
    return {_key(term) for term in terms} | {b for term in terms for b in lexicon.broader_of(term)}


def _key(term: str) -> str:
    return term[:6] if len(term) > 6 and term.isalpha() else term


def _place(query: Query, text: str, section: str, lexicon: Lexicon, w: dict[str, float]) -> float:
    asked = {a for a in query.areas if a != lexicon.region}
    there = {m.name for m in lexicon.find_areas(text)}
    if query.every_area and sum(lexicon.areas[a].kind == "local" for a in there) >= 2:
        return w["area"] + w["many_areas"]
    if not asked:
        return 0.0
    if asked & there or asked & {m.name for m in lexicon.find_areas(section)}:
        return w["area"]
    local = {a for a in there if lexicon.areas[a].kind == "local"} or {m.name for m in lexicon.find_areas(section) if m.kind == "local"}
    return w["wrong_area"] if local else 0.0


def _time(query: Query, text: str, w: dict[str, float]) -> float:
    if not query.periods:
        return 0.0
    there = {m.period.label for m in find_periods(text)}
    if {p.label for p in query.periods} & there:
        return w["period"]
    return w["wrong_period"] if there else 0.0
