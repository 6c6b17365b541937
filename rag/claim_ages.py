"""The ages that a claim speaks of, and whether the reports give what it counts for them."""

import re

from ingest.numerals import find_numbers
from ingest.prose_kinds import is_age
from ingest.records import Figure
from rag.claim_grids import Measure
from rag.claim_records import Claim
from rag.fit import telling
from rag.library import Library

_KINDS = ("sentence", "item", "prose", "table")


def has_ages(measure: Measure, claim: Claim, library: Library) -> bool:
    """Whether a measure is of the ages that a claim names: by its words, or by what the reports say of that topic."""
    ages = ages_in(claim.text)
    if not ages:
        return True
    figures = [*measure.found.figures, *measure.found.changes][:3]
    if any(ages <= ages_in(_words(figure)) for figure in figures):
        return True
    topics = {
        t for t in telling(measure.found.signature[0], library.lexicon) if library.lexicon.concepts[t].facet == "topic"
    }
    found = library.index.passages([i for i, _ in library.index.search_text(sorted(ages), 30, _KINDS)])
    return any(ages <= ages_in(one.text) and topics & library.lexicon.all_concepts(one.text) for one in found.values())


def ages_in(text: str) -> frozenset[str]:
    """The numbers of a text that are ages or ends of bands of ages."""
    spans = [text[n.start : n.end] for n in find_numbers(text) if is_age(text, n) or _BAND.match(text[n.end :])]
    return frozenset(digits for span in spans for digits in re.findall(r"\d+", span))


def _words(figure: Figure) -> str:
    return " ; ".join((figure.sentence, figure.measure, *figure.breakdown))


_BAND = re.compile(r"\s?years?\b(?!\s(?:ago|later|earlier|before|in a row|running))", re.I)
