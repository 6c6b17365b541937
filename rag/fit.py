"""How well a measure fits a query: terms asked for and found, asked for and missing, found but not asked for."""

import re
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.signature import TELLING, telling
from rag.query import Query
from rag.weights import load_weights

_PER_HEAD = re.compile(
    r"\bper (?:[\d,]+|head|capita|person|thousand|hundred thousand|resident)\b|\bpopulation\b|\bsize\b|"
    r"\brates? of\b|\b(?:death|prevalence|admission|OCU|dependency|crime)s? rates?\b",
    re.I,
)  # what tells that a rate is one per head
_CHANGING = {"percent_change", "trend", "difference", "rank"}


@dataclass(frozen=True, slots=True)
class Fit:
    """Score (1 is every term asked for and nothing else), the asked terms that the measure lacks, and its extra ones."""

    score: float
    missing: tuple[str, ...]
    extra: tuple[str, ...]


def most_special(terms: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The terms without those that another of them already implies."""
    implied = frozenset().union(*(lexicon.broader_of(term) for term in terms))
    return terms - implied


def fit(query: Query, terms: tuple[str, ...], unit: str, lexicon: Lexicon) -> Fit:
    """The fit of a measure with these terms and this unit to a query."""
    weights = load_weights()["fit"]
    asked, there = most_special(telling(query.concepts, lexicon), lexicon), telling(terms, lexicon)
    total = sum(_weight(term, lexicon) for term in asked)
    points, missing = 0.0, []
    for term in asked:
        gain = _gain(term, there, lexicon, weights)
        points += gain * _weight(term, lexicon)
        if gain < 0:
            missing.append(term)
    extra = [term for term in there if not _is_asked(term, asked, lexicon)]
    points += weights["extra"] * sum(_extra_weight(term, asked, lexicon, weights) for term in extra)
    points += _words(query, terms, weights) + _unit(query, unit, weights)
    return Fit(points / total if total else points, tuple(missing), tuple(extra))


def _weight(term: str, lexicon: Lexicon) -> float:
    return float(load_weights()["fit"]["facets"].get(lexicon.concepts[term].facet, 0.3))


def _extra_weight(term: str, asked: frozenset[str], lexicon: Lexicon, weights: dict[str, float]) -> float:
    """What an extra term counts: less if it is general, and less if the question names only a part ("opiate clients")."""
    share = weights["special_extra"] if lexicon.broader_of(term) else weights["general_extra"]
    names_topic = any(lexicon.concepts[a].facet in ("topic", "offence", "result") for a in asked)
    return _weight(term, lexicon) * share * (1.0 if names_topic else 0.5)


def _gain(term: str, there: frozenset[str], lexicon: Lexicon, weights: dict[str, float]) -> float:
    if term in there:
        return 1.0
    if any(term in lexicon.broader_of(t) for t in there):
        return weights["narrower"]
    if any(t in lexicon.broader_of(term) for t in there):
        return weights["broader"]
    return weights["missing"]


def _is_asked(term: str, asked: frozenset[str], lexicon: Lexicon) -> bool:
    return term in asked or any(term in lexicon.broader_of(a) or a in lexicon.broader_of(term) for a in asked)


def _words(query: Query, terms: tuple[str, ...], weights: dict[str, float]) -> float:
    """Plain words: one that the reports use elsewhere, but not of this measure, tells that another thing is meant."""
    points = unknown = 0.0
    for word in query.words:
        if word in terms:
            points += weights["word_found"]
        elif word in query.unknown or word in query.common:
            unknown += weights["word_missing"]
        else:
            points += weights["known_word_missing"]
    return points + max(unknown, weights["unknown_most"])


def _unit(query: Query, unit: str, weights: dict[str, float]) -> float:
    is_rate = unit.startswith("per ")
    if query.wants == "percent" and not _CHANGING & set(query.operations) and unit == "%":
        return weights["percent_agrees"]
    if query.wants == "rate" and unit == "%" and not _PER_HEAD.search(query.text):
        return weights["percent_agrees"]
    if query.wants == "rate":
        return weights["rate_agrees"] if is_rate else weights["rate_missing"]
    if query.wants == "count" and unit in ("%", "share", "interval"):
        return weights["count_against_share"]
    return weights["rate_unasked"] if is_rate else 0.0


__all__ = ["TELLING", "Fit", "fit", "most_special", "telling"]
