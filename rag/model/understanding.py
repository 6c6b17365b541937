"""The model's reading of a question where the plain reader is unsure: a proposal, checked, then looked up like any other."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.periods import Period, parse_period
from ingest.records import Figure
from ingest.words import content_stems, stem
from rag.library import Library
from rag.query import Query
from rag.records import Status
from rag.retrieve import Embed, retrieve
from rag.wording import and_list, measure_words

_MOST_MEASURES = 24
_SERIES = 400


class Proposal(BaseModel):
    """What the model may say of a question; anything else is refused."""

    model_config = ConfigDict(extra="forbid", strict=True)

    measure: str = Field(max_length=8)
    areas: list[str] = Field(default_factory=list, max_length=8)
    periods: list[str] = Field(default_factory=list, max_length=8)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the index that may be meant: its words, and the glossary terms by which it is looked up."""

    words: str
    terms: tuple[str, ...]


def is_unsure(query: Query, status: Status) -> bool:
    """Whether a reading by the model may help: a figure is asked for by words that the reports do not have, and by no others.

    Nothing was found, no rule refuses the question, and no measure was read in it: a word beside a measure that was read
    ("deaths by ethnicity") makes it another one, and is not for a model to pass over.
    """
    settled = query.refusal or query.elsewhere or query.report or query.tables or query.paragraph
    asks = query.number_wanted or bool(query.operations)
    return status == "not_found" and asks and not settled and not query.concepts and bool(strange_words(query))


def strange_words(query: Query) -> tuple[str, ...]:
    """Stems of a question's words that stand nowhere in the reports and are no everyday English: what a model may explain."""
    return tuple(word for word in query.unknown if word not in query.common)


def measures_for(query: Query, library: Library, embed: Embed) -> list[Measure]:
    """The measures of the index nearest to a question, by words and by meaning, each once."""
    series = library.index.find_series([*query.concepts, *query.words], _SERIES)[:_MOST_MEASURES]
    figures = library.index.figures_of([one.id for one in series])
    for hit in retrieve(query, library.index, embed, library.lexicon, ("table", "row"))[:8]:
        locator = hit.passage.locator
        figures += library.index.figures_in(locator.report, locator.table or "")[:60] if locator.table else []
    found: dict[tuple[str, ...], Measure] = {}
    for figure in figures:
        terms = _terms(figure, library)
        if terms:
            found.setdefault(terms, Measure(measure_words(figure), terms))
    return list(found.values())[:_MOST_MEASURES]


def measure_lines(measures: Sequence[Measure]) -> list[str]:
    """The measures as the model sees them: "m1: registered drug-related deaths", digits left out."""
    return [f"m{number}: {re.sub(r'[0-9]', '', one.words)}" for number, one in enumerate(measures, start=1)]


def read_proposal(reply: str) -> Proposal | None:
    """The proposal in a reply, or None where it holds no such JSON."""
    match = re.search(r"\{[^{}]*\}", reply)
    try:
        return Proposal.model_validate(json.loads(match.group())) if match else None
    except (ValueError, ValidationError):
        return None


def apply_proposal(proposal: Proposal, query: Query, measures: Sequence[Measure], library: Library) -> Query | None:
    """The query that a proposal makes of the plain one; None where it does not hold.

    The measure must be one of the list and have all words of the question that are known; areas and periods must be known.
    What the plain reader read stands: the model replaces only words that it did not know.
    """
    chosen = chosen_measure(proposal, measures)
    if chosen is None:
        return None
    areas, periods = _areas(proposal.areas, library), _periods(proposal.periods)
    if areas is None or periods is None or not _in_question(proposal, query):
        return None
    strange = strange_words(query)
    if set(query.words) - set(strange) - set(content_stems(chosen.words)):
        return None
    told = bool(query.areas) or query.every_area
    return replace(
        query,
        concepts=chosen.terms,
        words=(),
        unknown=(),
        text=_without(strange, query.text),
        areas=query.areas if told else areas,
        periods=query.periods or periods,
        number_wanted=True,
        counted="",
    )


def chosen_measure(proposal: Proposal, measures: Sequence[Measure]) -> Measure | None:
    """The measure of the list that is proposed, or None."""
    return {f"m{number}": one for number, one in enumerate(measures, start=1)}.get(proposal.measure)


def reading_note(query: Query, measure: Measure) -> str:
    """What a reader must know of an answer that rests on the model's reading."""
    strange = strange_words(query)
    words = [word for word in re.findall(r"[\w'-]+", query.question) if stem(word.lower()) in strange]
    told = and_list([f"“{word}”" for word in dict.fromkeys(words)])
    return f"No report has the words {told}. A language model took them to mean: {measure.words}." if told else ""


def _without(stems: Sequence[str], text: str) -> str:
    """A text without the words of these stems, for which the model's measure stands now."""
    return re.sub(r"[\w'-]+", lambda match: "" if stem(match.group().lower()) in stems else match.group(), text)


def _terms(figure: Figure, library: Library) -> tuple[str, ...]:
    return tuple(term for term in figure.terms if term in library.lexicon.concepts)


def _areas(named: Sequence[str], library: Library) -> tuple[str, ...] | None:
    found = [library.lexicon.area_named(name) for name in named]
    return tuple(dict.fromkeys(area.name for area in found if area)) if all(found) else None


def _periods(named: Sequence[str]) -> tuple[Period, ...] | None:
    found = [parse_period(name) for name in named]
    return tuple(sorted({period for period in found if period})) if all(found) else None


def _in_question(proposal: Proposal, query: Query) -> bool:
    """Whether the areas and periods proposed are words of the question, not of the model."""
    asked = query.question.lower()
    return all(name.lower() in asked for name in (*proposal.areas, *proposal.periods))
