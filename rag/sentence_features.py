"""What speaks for a sentence as the answer to a question, as numbers by name: likeness, shared terms, place, time, form."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.records import Passage
from ingest.words import stem, tokenize
from rag.query import Query
from rag.retrieve import Hit
from rag.units import is_list, wants_list
from rag.weights import load_weights

Features = dict[str, float]
_AROUND = 0.5  # a word that stands in the heading or paragraph around a sentence, against one in the sentence
_BULLET = re.compile(r"[-•*]|\(?\w{1,3}[.)]\s")
_CLAUSES = re.compile(r"[.:()](?:\s|$)")
_JOINS = re.compile(r"[,;]\s(?:[^,;]+\s)?(?:and|or)\s|[,;][^,;]+\s(?:and|or)\s")
_BEING = re.compile(
    r"\w*(?: \([^)]*\))?(?:(?:,| [-–]) (?:an?|the|which|who|whose|whereby)\b|,? (?:is|are|was|were) (?:an?|the|those|any|when|where|defined|recorded|made|to)\b|"
    r",? (?:means?|refers?|consists?|includes?|covers?|allows?|measures?|stands?)\b)",
    re.I,
)
_TITLE = re.compile(r"(?<![\w'’])['‘“\"]([^'’”\"]{3,60})['’”\"](?!\w)")
_TITLE_WORDS = 3
_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)\b")
REASONS = re.compile(r"\b(?:because|due to|owing to|since|reason\w*|caus\w*|result\w*|driven|driv\w+|led to|leads? to|reflect\w*|explain\w*|therefore|so that|contribut\w*|in order to|attribut\w*|as a consequence|stems?|puts? (?:it|this|the rise) down|blame\w*|behind)\b", re.I)  # fmt: skip
_FORM_WORDS = {
    "who": re.compile(r"\b(?:chair\w*|commissioner|officer|mr|lead\w*|own\w*|director\w*|council|service|unit|board|partnership|team|provider\w*|police|deliver\w*|commission\w*|written|author\w*|coordinat\w*|fund\w*|by)\b", re.I),
    "why": REASONS,
    "when": re.compile(r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b", re.I),
    "definition": re.compile(r"\b(?:(?:is|are) (?:an?|the|those|defined|recorded|counted|made|when|where|any|specific|only|measured|flagged)|means?|refers? to|stands? for|measures?|only includ\w+|counts? only|includes? only|takes? in|made up of|consists? of|known as|allows?|categori[sz]es|differs? from)\b", re.I),
    "source": re.compile(r"\b(?:source[ds]?|drawn|taken|data|from|database\w*|published|supplied|ons|ndtms)\b", re.I),
    "where": re.compile(r"\b(?:at|in|hospital|school\w*|prison|centre|held|place)\b", re.I),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Weigher:
    """How much each word weighs: inverse document frequency over the passages."""

    frequency: Mapping[str, int]
    passages: int

    @cached_property
    def _of_stems(self) -> dict[str, int]:
        """In how many passages the commonest word of each stem stands."""
        counts: dict[str, int] = {}
        for word, count in self.frequency.items():
            counts[stem(word)] = max(counts.get(stem(word), 0), count)
        return counts

    def weight(self, word: str) -> float:
        """The weight of a lower-case word; a word that stands nowhere weighs most."""
        return self._weight(self.frequency.get(word, 0))

    def stem_weight(self, word: str) -> float:
        """The weight of the words of a stem."""
        return self._weight(self._of_stems.get(word, 0))

    def knows(self, word: str) -> bool:
        """Whether any word of a stem stands in the reports."""
        return word in self._of_stems

    def _weight(self, count: int) -> float:
        return math.log(1 + self.passages / (1 + count))


def features_of(query: Query, hit: Hit, asked: Mapping[str, float], parent: str, lexicon: Lexicon) -> Features:
    """The features of one passage for one question; ``asked`` are the question's terms with their weights."""
    passage = hit.passage
    section = " ; ".join(passage.locator.section)
    heading = passage.locator.section[-1] if passage.locator.section else ""
    said, beside = (introduction_of(passage), passage.text) if is_list(passage) else (passage.text, "")
    own = set(lexicon.terms_of(f"{heading if is_list(passage) else ''} ; {said}"))
    around = set(lexicon.terms_of(f"{section} ; {parent} ; {beside}"))
    features = {
        "cosine": hit.cosine,
        "adapted": hit.adapted,
        "asked": hit.asked,
        "rank": 30 * hit.score,
        "coverage": coverage_of(asked, own, around, lexicon),
        "coverage_own": coverage_of(asked, own, set(), lexicon),
        "coverage_heading": coverage_of(asked, set(lexicon.terms_of(heading)), set(), lexicon),
        "title_named": float(_names_title(query, passage.text)),
        "length": min(len(passage.text), 900) / 300,
    }
    if is_list(passage):
        features["coverage_of_list"] = features["coverage"]
    return (
        features
        | _place(query, passage.text, section, lexicon)
        | _time(query, passage.text)
        | _form(query, passage, lexicon)
        | _report(query, passage)
    )


def _names_title(query: Query, text: str) -> bool:
    """Whether the question has a title that a passage gives in quotation marks, with or without these."""
    asked = " ".join(token.word for token in tokenize(f"{query.before} {query.question}"))
    titles = (" ".join(token.word for token in tokenize(match[1])) for match in _TITLE.finditer(text))
    return any(title.count(" ") >= _TITLE_WORDS - 1 and f" {title} " in f" {asked} " for title in titles)


def asked_terms(query: Query, weigher: Weigher, lexicon: Lexicon) -> dict[str, float]:
    """The terms and words of a question with what each weighs; alternatives of a word are joined by "|"."""
    w = load_weights()["terms"]
    facets = {"body": w["concept_weak"], "plain": w["concept_weak"]}
    asked = {c: facets.get(lexicon.concepts[c].facet, w["concept"]) for c in query.concepts}
    words, sayings = list(query.words), []
    tokens = tokenize(query.text)
    named = [(mention.start, mention.end) for mention in lexicon.find_concepts(query.text)]
    stems = [token.stem for token in tokens]
    for saying in lexicon.thesaurus.find(stems):
        used = [s for s in stems[saying.first : saying.past] if s in words]
        said = tokens[saying.first : saying.past]
        if used or not any(start < t.end and t.start < end for t in said for start, end in named):
            words = [word for word in words if word not in used]
            sayings.append((*saying.stands_for, *used))
    for names in (*sayings, *((word, *lexicon.thesaurus.stands_for(word)) for word in words)):
        known = [weigher.stem_weight(name) for name in names if weigher.knows(name)]
        asked["|".join(names)] = min(min(known), w["word"]) if known else w["unknown_word"]
    return asked


def coverage_of(asked: Mapping[str, float], own: set[str], around: set[str], lexicon: Lexicon) -> float:
    """The share of the asked terms' weight that stands in a passage (half of it counts in what is around)."""
    total = math.fsum(asked.values())
    if not total:
        return 0.0
    own, around = widened(own, lexicon), widened(around, lexicon)
    keys = {term: {key(name) for name in term.split("|")} for term in asked}
    share = {term: 1.0 if names & own else _AROUND if names & around else 0.0 for term, names in keys.items()}
    return math.fsum(weight * share[term] for term, weight in asked.items()) / total


def widened(terms: set[str], lexicon: Lexicon) -> set[str]:
    """Terms with those that they imply; long words by their beginning, since "registration" is "registered"."""
    return {key(term) for term in terms} | {b for term in terms for b in lexicon.broader_of(term)}


def key(term: str) -> str:
    """A long word by its beginning, a term or a short word as it is."""
    return term[:6] if len(term) > 6 and term.isalpha() else term


def _place(query: Query, text: str, section: str, lexicon: Lexicon) -> Features:
    there = {m.name for m in lexicon.find_areas(text)}
    local = {a for a in there if lexicon.areas[a].kind == "local"}
    asked = {a for a in query.areas if a != lexicon.region}
    heading = {m.name for m in lexicon.find_areas(section)}
    features = {}
    if query.every_area:
        features["many_areas"] = float(len(local) >= 2)
        features["no_area"] = float(not local)
    if asked:
        features["area"] = float(bool(asked & there))
        features["area_in_heading"] = float(bool(asked & heading))
        others = local or {a for a in heading if a in lexicon.areas and lexicon.areas[a].kind == "local"}
        features["other_area"] = float(bool(others) and not asked & (there | heading))
    return features


def _time(query: Query, text: str) -> Features:
    if not query.periods:
        return {}
    there = {m.period.label for m in find_periods(text)}
    same = bool({p.label for p in query.periods} & there)
    return {"period": float(same), "other_period": float(bool(there) and not same)}


def _form(query: Query, passage: Passage, lexicon: Lexicon) -> Features:
    """By the kind of question: a number, a reason, a person, a date, a list, a meaning."""
    features: Features = {}
    digits = any(c.isdigit() for c in passage.text)
    if query.number_wanted and query.form != "list":
        features["number"] = float(bool(find_numbers(passage.text)))
        features["counted"] = float(_counts(query, passage.text))
    several = wants_list(query)
    features["list_wanted" if several else "list_unwanted"] = float(is_list(passage))
    features["item_wanted"] = float(several and passage.kind == "item")
    if several:
        members = members_of(passage)
        features["enumerates"] = float(members > 2)
        features["number_of_members"] = float(bool(query.numbers) and any(members == n.value for n in query.numbers))
    if query.form == "who":
        features["person"] = float(_names_person(passage.text, lexicon))
    if query.form in _FORM_WORDS:
        features[query.form] = float(bool(_FORM_WORDS[query.form].search(passage.text)))
    if query.form == "definition":
        features["digits_in_definition"] = float(digits)
        features["defines"] = float(_defines(query, passage.text, lexicon))
    if not query.form and not query.number_wanted:
        features["digits_in_prose"] = float(digits)
    return features


def introduction_of(passage: Passage) -> str:
    """What a list says before its first item: what it is a list of."""
    first = passage.text.strip().splitlines()[0]
    return "" if _BULLET.match(first) else first


def members_of(passage: Passage) -> int:
    """How many things a passage lists: lines after the introduction, or what commas and "and" set apart in a sentence."""
    lines = [line for line in passage.text.splitlines() if line.strip()]
    if is_list(passage):
        return len(lines) - (0 if _BULLET.match(lines[0]) else 1)
    return count_members(passage.text)


def count_members(text: str) -> int:
    """How many things commas and "and" set apart in a sentence; 1 where it lists none."""
    runs = [len(re.findall(r"[,;]", clause)) + 1 for clause in _CLAUSES.split(text) if _JOINS.search(clause)]
    return max(runs, default=0) + 1 if runs else 1


def _names_person(text: str, lexicon: Lexicon) -> bool:
    """Whether two capitalised words stand together that name no place and nothing of the glossary."""
    return any(not {first.lower(), last.lower()} & lexicon.words for first, last in _NAME.findall(text))


def _defines(query: Query, text: str, lexicon: Lexicon) -> bool:
    """Whether what is asked about is followed by what it is ("naloxone, a medication which ...", "LDIS is ...")."""
    concepts = (lexicon.concepts[name] for name in query.concepts)
    names = {query.subject, *(name for c in concepts for name in (c.term, c.short_for, *c.acronyms))}
    lower = text.lower()
    ends = (lower.find(name) + len(name) for name in map(str.lower, names) if len(name) > 1 and name in lower)
    return any(_BEING.match(text, end) for end in ends)


def _counts(query: Query, text: str) -> bool:
    """Whether a number stands before the noun that is counted ("661 arrests" for "how many arrests")."""
    if not query.counted:
        return False
    return any(query.counted in {t.stem for t in tokenize(text[n.end : n.end + 40])[:3]} for n in find_numbers(text))


def _report(query: Query, passage: Passage) -> Features:
    features: Features = {}
    if query.report:
        features["report"] = float(passage.locator.report == query.report)
    if query.paragraph:
        features["paragraph"] = float((passage.locator.paragraph or "").split("(")[0] == query.paragraph.split("(")[0])
    return features
