"""Sentences of which the figures that they state are known to fit a question, or not to."""

from ingest.periods import Period, period_from_label
from ingest.words import tokenize
from rag.library import Library
from rag.lookup import find_measures
from rag.query import Query
from rag.setting import setting_of

_MEASURES = 4


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


def sentences_of_other_periods(query: Query, library: Library) -> set[str]:
    """Sentences whose figures of the measure asked for belong, by what stands around them, to other periods than asked."""
    if not query.periods or not query.number_wanted:
        return set()
    periods: dict[str, list[Period]] = {}
    for measure in find_measures(query, library.index, library.lexicon)[:_MEASURES]:
        for figure in measure.figures:
            period = period_from_label(figure.period)
            if not figure.is_cell and period:
                periods.setdefault(figure.sentence, []).append(period)
    asked = query.periods
    return {
        s
        for s, found in periods.items()
        if not any(p.start <= f.end and f.start <= p.end for p in asked for f in found)
    }


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
