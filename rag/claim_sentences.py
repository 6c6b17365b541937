"""The figures in the reports' sentences that a claim's number may be, each with how well its sentence fits the claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.lexicon import Lexicon
from ingest.prose_numbers import figure_numbers
from ingest.records import Figure, Passage
from ingest.words import split_sentences
from rag.claim_clauses import clause_around
from rag.claim_desk import Desk
from rag.claim_fit import Terms, coverage, lacks, terms_of
from rag.claim_records import Claim
from rag.retrieve import Hit, retrieve

_KINDS = ("sentence", "item", "prose")
_CLAUSE = 0.6  # what the words right around the number count for, beside those of the sentence
_TOP = 14


@dataclass(frozen=True, slots=True)
class Fitting:
    """A sentence that may speak of what the claim speaks of: its fit (0 to 2), what it lacks, and its figures."""

    passage: Passage
    sentence: str
    fit: float
    coverage: float
    likeness: float
    lacking: frozenset[str]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure in a fitting sentence with its whole fit: that of the sentence and of the words right around it."""

    figure: Figure
    value: Decimal
    fit: float
    within: Fitting


def fitting_sentences(claim: Claim, text: str, desk: Desk) -> list[Fitting]:
    """The sentences that fit a claim, or the clause of one of its numbers, best first."""
    lexicon = desk.library.lexicon
    terms = terms_of(text, lexicon, desk.weigher)
    hits = _single(retrieve(_query(claim, text), desk.library.index, desk.embed, lexicon, _KINDS))
    by_sentence = _figures_by_sentence({hit.passage.locator.report for hit in hits}, desk)
    found = [_fitting(hit, terms, by_sentence, lexicon) for hit in hits]
    return sorted(found, key=lambda one: -one.fit)[:_TOP]


def candidates_in(sentences: Sequence[Fitting], clause: str, desk: Desk) -> list[Candidate]:
    """The figures of some sentences, best fitting first."""
    terms = terms_of(clause, desk.library.lexicon, desk.weigher)
    found = [candidate for one in sentences for candidate in _candidates(one, terms, desk.library.lexicon)]
    return sorted(found, key=lambda one: -one.fit)


def _query(claim: Claim, text: str):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(claim.query, text=text)


def _single(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that are one sentence, each sentence once."""
    seen: set[str] = set()
    kept = []
    for hit in hits:
        text = hit.passage.text
        if text not in seen and (hit.passage.kind != "prose" or len(split_sentences(text)) == 1):
            seen.add(text)
            kept.append(hit)
    return kept


def _figures_by_sentence(reports: set[str], desk: Desk) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for report in reports:
        for figure in desk.library.index.figures_in(report, ""):
            if not figure.is_cell:
                found.setdefault(figure.sentence, []).append(figure)
    return found


def _fitting(hit: Hit, terms: Terms, by_sentence: dict[str, list[Figure]], lexicon: Lexicon) -> Fitting:
    passage = hit.passage
    text = " ".join(passage.text.split())
    around = " ; ".join(passage.locator.section)
    figures = by_sentence.get(text) or [f for s, fs in by_sentence.items() if s in text for f in fs]
    share = coverage(terms, text, around, lexicon)
    lacking = lacks(terms, f"{around} ; {text}", lexicon)
    return Fitting(passage, text, share + hit.cosine, share, hit.cosine, lacking, tuple(figures))


def _candidates(one: Fitting, terms: Terms, lexicon: Lexicon) -> list[Candidate]:
    numbers = figure_numbers(one.sentence, lexicon)
    found = []
    for figure in one.figures:
        at = next((i for i, n in enumerate(numbers) if n.printed == figure.printed), None)
        clause = clause_around(one.sentence, numbers, at) if at is not None else one.sentence
        value = figure.value * (100 if figure.unit == "share" else 1)
        found.append(Candidate(figure, value, one.fit + _CLAUSE * coverage(terms, clause, "", lexicon), one))
    return found
