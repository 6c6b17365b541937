"""The figures in the reports' sentences that a claim's number may be, each with how well its sentence fits the claim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.lexicon import Lexicon
from ingest.prose_numbers import figure_numbers
from ingest.records import Figure, Passage
from ingest.words import split_statements
from rag.claim_clauses import clause_around, without_side_notes
from rag.claim_context import sentence_before
from rag.claim_desk import Desk
from rag.claim_fit import Terms, coverage, is_narrowing, lacks, terms_of
from rag.claim_records import Claim
from rag.prose import sentences_of
from rag.query import Query
from rag.retrieve import Hit, likeness_to, retrieve

_KINDS = ("sentence", "item", "prose")
_CLAUSE = 0.6  # what the words right around the number count for, beside those of the sentence
_LACKING = 0.2  # what a glossary term of the claim counts that neither sentence nor section has
_LONGEST = 1200
_TOP, _TELLING_DIGITS = 16, 2


@dataclass(frozen=True, slots=True)
class Fitting:
    """A sentence that may speak of what the claim speaks of: its fit (0 to 2), what it lacks, and its figures.

    ``asked`` is how like the claim is to the questions that the subject index answers by the sentence, ``asked_as`` the
    passage by whose id it knows the sentence.
    """

    passage: Passage
    sentence: str
    fit: float
    coverage: float
    likeness: float
    lacking: frozenset[str]
    figures: tuple[Figure, ...]
    asked: float = 0.0
    asked_as: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure in a fitting sentence with its whole fit: that of the sentence and of the words right around it.

    ``clause`` is the part of the sentence that the figure stands in.
    """

    figure: Figure
    value: Decimal
    fit: float
    within: Fitting
    clause: str


def fitting_sentences(claim: Claim, text: str, desk: Desk, printed: str = "") -> list[Fitting]:
    """The sentences that fit a claim, or the clause of one of its numbers, and those with the same number; best first."""
    key = (claim.query, text, printed)
    if key not in desk.found:
        desk.found[key] = _find(claim, text, desk, printed)
    return list(desk.found[key])


def _find(claim: Claim, text: str, desk: Desk, printed: str) -> list[Fitting]:
    lexicon = desk.library.lexicon
    terms = terms_of(text, lexicon, desk.weigher)
    retrieved = _retrieved(replace(claim.query, text=text), desk)
    hits = _single([*retrieved, *_with_number(printed, text, desk)])
    asked = _asked(retrieved)
    by_sentence = _figures_by_sentence(hits, desk)
    found = [one for hit in hits for one in _fittings(hit, terms, by_sentence, desk)]
    best = sorted(found, key=lambda one: -one.fit)[:_TOP]
    known = ((one, *asked.get(one.sentence, (0.0, ""))) for one in best)
    return [replace(one, asked=like, asked_as=passage) for one, like, passage in known]


def _retrieved(query: Query, desk: Desk) -> list[Hit]:
    if query not in desk.found:
        desk.found[query] = retrieve(query, desk.library.index, desk.embed, desk.library.lexicon, _KINDS)
    return list(desk.found[query])


def _asked(hits: Sequence[Hit]) -> dict[str, tuple[float, str]]:
    """For each sentence that is a hit by itself, how like the claim is to the questions that it answers, and its id."""
    found: dict[str, tuple[float, str]] = {}
    for hit in hits:
        sentences = split_statements(" ".join(_lead_of(hit.passage.text).split()))
        if len(sentences) == 1:
            found[sentences[0]] = max((hit.asked, hit.passage.id), found.get(sentences[0], (0.0, "")))
    return found


def _with_number(printed: str, text: str, desk: Desk) -> list[Hit]:
    """The passages that print the very number, if it is one that tells."""
    digits = re.sub(r"[^\d.,]", "", printed).strip(".,")
    if sum(c.isdigit() for c in digits) < _TELLING_DIGITS:
        return []
    index = desk.library.index
    found = index.passages([i for i, _ in index.search_text([digits], _TOP, _KINDS)])
    whole = re.compile(rf"(?<![\d.,]){re.escape(digits)}(?![\d]|[.,]\d)")
    passages = [one for one in found.values() if whole.search(one.text)]
    likeness = likeness_to(desk.embed(text), passages, index)[0]
    return [Hit(one, 0.0, likeness[one.id]) for one in passages if one.id in likeness]


def candidates_in(sentences: Sequence[Fitting], clause: str, desk: Desk) -> list[Candidate]:
    """The figures of some sentences, best fitting first."""
    terms = terms_of(clause, desk.library.lexicon, desk.weigher)
    found = [candidate for one in sentences for candidate in _candidates(one, terms, desk.library.lexicon)]
    return sorted(found, key=lambda one: -one.fit)


def _single(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that are one sentence, each sentence once."""
    seen: set[str] = set()
    kept = []
    for hit in hits:
        text = _lead_of(hit.passage.text)
        if (
            text not in seen
            and (hit.passage.kind != "prose" or "\n" not in text and len(split_statements(text)) == 1)
            and len(text) < _LONGEST
        ):
            seen.add(text)
            kept.append(hit)
    return kept


def _lead_of(text: str) -> str:
    """The sentence that leads in a list ("... four groups were to be set up:"), else the text as it is."""
    lead, _, rest = text.partition("\n")
    return lead if rest and lead.rstrip().endswith(":") else text


def _figures_by_sentence(hits: Sequence[Hit], desk: Desk) -> dict[str, list[Figure]]:
    reports = {hit.passage.locator.report for hit in hits}
    found: dict[str, list[Figure]] = {}
    for figure in desk.library.index.figures.saying(s for hit in hits for s in sentences_of(hit.passage)):
        if figure.locator.report in reports and not figure.is_cell:
            found.setdefault(figure.sentence, []).append(figure)
    return found


def _fittings(hit: Hit, terms: Terms, by_sentence: dict[str, list[Figure]], desk: Desk) -> list[Fitting]:
    """Each sentence of a passage with its fit; what stands around it counts half, what it takes up counts as its own."""
    lexicon = desk.library.lexicon
    text = " ".join(_lead_of(hit.passage.text).split())
    sentences = split_statements(text)
    around = " ; ".join([*hit.passage.locator.section, *([text] if len(sentences) > 1 else [])])
    found = []
    for sentence in sentences:
        said = f"{sentence_before(sentence, hit.passage, desk)} {sentence}"
        share = coverage(terms, said, around, lexicon)
        lacking = lacks(terms, f"{around} ; {said}", lexicon)
        loss = _LACKING * sum(not is_narrowing(term, lexicon) for term in lacking)
        narrow = frozenset(term for term in lacking if is_narrowing(term, lexicon))
        figures = by_sentence.get(sentence) or [f for s, fs in by_sentence.items() if s in sentence for f in fs]
        found.append(
            Fitting(hit.passage, sentence, share + hit.cosine - loss, share, hit.cosine, narrow, tuple(figures))
        )
    return found


def _candidates(one: Fitting, terms: Terms, lexicon: Lexicon) -> list[Candidate]:
    numbers = figure_numbers(one.sentence, lexicon)
    found = []
    for figure in one.figures:
        at = next((i for i, n in enumerate(numbers) if n.printed == figure.printed), None)
        clause = clause_around(one.sentence, numbers, at) if at is not None else one.sentence
        value = figure.value * (100 if figure.unit == "share" else 1)
        part = min(without_side_notes(one.sentence, numbers[at]), clause, key=len) if at is not None else clause
        found.append(Candidate(figure, value, one.fit + _CLAUSE * coverage(terms, clause, "", lexicon), one, part))
    return found
