"""Sentences of which the figures that they state are known to fit a question, or not to."""

from collections.abc import Sequence

from ingest.periods import Period, period_from_label
from ingest.records import Passage
from ingest.store import Index
from ingest.words import tokenize
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.prose import sentences_of
from rag.query import Query
from rag.setting import setting_of

_MEASURES = 4
_PARTS = ("quarter", "month")  # kinds of period that are parts of a year
_MOVING = {"trend", "percent_change", "difference", "rank", "discrepancy"}


def evidence_of(query: Query, library: Library) -> dict[str, float]:
    """Sentences that state a figure of a fitting measure for the area and period asked for, with the measure's fit."""
    if not query.number_wanted:
        return {}
    found: dict[str, float] = {}
    labels = {period.label for period in query.periods}
    for measure in find_measures(query, library.index, library.lexicon)[:_MEASURES]:
        for figure in (*measure.figures, *measure.changes):
            fits = (not query.areas or figure.area in query.areas) and (not labels or figure.period in labels)
            if not figure.is_cell and fits:
                found[figure.sentence] = max(found.get(figure.sentence, 0.0), measure.score)
    return found | _counting(query, library)


def sentences_of_other_settings(query: Query, passages: Sequence[Passage], library: Library) -> set[str]:
    """Sentences, of these passages or of the measure asked for, whose figures belong to other periods than asked."""
    if not query.number_wanted:
        return set()
    found = find_measures(query, library.index, library.lexicon)[:_MEASURES]
    dated = _dated(passages, library.index) if query.periods else {}
    elsewhere = {sentence for sentence, given in dated.items() if not _any_of(given, query.periods)}
    return elsewhere | _of_other_periods(query, found)


def sentences_with_change_alone(query: Query, library: Library) -> set[str]:
    """Sentences that give only a change of the district of which a level is asked: where one is nearest, no level is there."""
    if not query.number_wanted:
        return set()
    return _with_change_alone(query, find_measures(query, library.index, library.lexicon)[:_MEASURES], library)


def _dated(passages: Sequence[Passage], index: Index) -> dict[str, list[Period]]:
    """The periods of the figures of each sentence of the passages all of whose figures have one."""
    labels: dict[str, list[str]] = {}
    for figure in index.figures.saying(sentence for passage in passages for sentence in sentences_of(passage)):
        labels.setdefault(figure.sentence, []).append(figure.period)
    periods = {sentence: [period_from_label(label) for label in own] for sentence, own in labels.items()}
    return {sentence: [p for p in own if p] for sentence, own in periods.items() if all(own)}


def _of_other_periods(query: Query, found: list[Found]) -> set[str]:
    periods: dict[str, list[Period]] = {}
    for figure in (figure for measure in found for figure in measure.figures):
        period = period_from_label(figure.period)
        if not figure.is_cell and period:
            periods.setdefault(figure.sentence, []).append(period)
    return {s for s, given in periods.items() if query.periods and not _any_of(given, query.periods)}


def _any_of(given: list[Period], asked: tuple[Period, ...]) -> bool:
    """Whether a period given is one asked for or overlaps it; a whole year says nothing of one of its quarters or months."""
    return any(
        one.start <= there.end and there.start <= one.end and (one.kind not in _PARTS or _days(there) <= _days(one))
        for one in asked
        for there in given
    )


def _days(period: Period) -> int:
    return (period.end - period.start).days


def _with_change_alone(query: Query, found: list[Found], library: Library) -> set[str]:
    """Sentences that give a change of the district asked about and the level of others."""
    kinds = library.lexicon.areas
    asked = {area for area in query.areas if area in kinds and kinds[area].kind == "local"}
    if not asked or query.changing or query.direction or _MOVING & set(query.operations):
        return set()
    changes = {f.sentence for one in found for f in one.changes if f.area in asked and not f.is_cell}
    levels = {f.sentence for one in found for f in one.figures if f.area in asked}
    return changes - levels


def _counting(query: Query, library: Library) -> dict[str, float]:
    """Sentences with a figure whose counted noun is the one asked for ("how many arrests")."""
    if not query.counted:
        return {}
    labels = {period.label for period in query.periods}
    series = [
        one
        for one in library.index.find_series(
            [*query.concepts, *query.words, query.counted], 200, setting_of(query, library.index, library.lexicon)
        )
        if query.counted in _stems(one.unit)
    ]
    figures = library.index.figures_of([one.id for one in series])
    return {
        f.sentence: 1.0
        for f in figures
        if not f.is_cell and (not labels or f.period in labels) and (not query.areas or f.area in query.areas)
    }


def _stems(unit: str) -> set[str]:
    return {token.stem for token in tokenize(unit)}
