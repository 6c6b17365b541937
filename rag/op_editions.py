"""What each report gives where a question sets reports against each other ("nowhere near what the edition before claimed")."""

import re
from dataclasses import replace

from ingest.periods import period_from_label
from ingest.records import Figure
from rag.draft import Draft
from rag.fit import telling
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.query import Query
from rag.wording import area_words, measure_words, period_words, sentence_case, value_words

_SAME = re.compile(r"\b(?:same|agree\w*|match\w*|identical|consistent)\b", re.I)
_TRIED = 3
_MOST = 3


def values_by_report(query: Query, library: Library) -> Draft | None:
    """One value from each report, of the period asked for or else its latest; None where one report alone has any."""
    editions = len(query.reports) > 1 or library.cues.has("editions", query.text)
    if "discrepancy" not in query.operations or query.tables or not editions:
        return None
    free = replace(query, report="", operations=("discrepancy",))
    for found in find_measures(free, library.index, library.lexicon)[:_TRIED]:
        told = [
            f for f in _one_a_report(query, found, library) if not query.reports or f.locator.report in query.reports
        ]
        if len(told) > 1 and (len({f.value for f in told}) > 1 or _one_period(told)):
            return _side_by_side(query, told[:_MOST], library)
    return None


def _one_a_report(query: Query, found: Found, library: Library) -> list[Figure]:
    """The figure of each report that fits best, in the order of the reports' names."""
    areas = set(query.areas) or {library.lexicon.region}
    best: dict[str, tuple[tuple[bool, bool, str], Figure]] = {}
    for figure in found.figures:
        if figure.area not in areas or figure.unit in ("interval", "years", "percentage points"):
            continue
        rank = (_in_period(figure, query), not _is_general(figure), figure.period)
        known = best.get(figure.locator.report)
        if known is None or rank > known[0]:
            best[figure.locator.report] = (rank, figure)
    return [figure for _, (_, figure) in sorted(best.items(), key=lambda item: item[1][1].period)]


def _in_period(figure: Figure, query: Query) -> bool:
    period = period_from_label(figure.period)
    return period is not None and any(p.start <= period.end and period.start <= p.end for p in query.periods)


def _is_general(figure: Figure) -> bool:
    return not figure.period


def _one_period(figures: list[Figure]) -> bool:
    return len({figure.period for figure in figures}) == 1 and bool(figures[0].period)


def _side_by_side(query: Query, figures: list[Figure], library: Library) -> Draft:
    sides = [f"{library.short_names.get(f.locator.report, f.locator.report)} gives {_words(f)}" for f in figures]
    first = figures[0]
    asked = sorted(telling(query.concepts, library.lexicon))
    subject = library.lexicon.concepts[asked[0]].term if len(asked) == 1 else measure_words(first)
    same = len({f.value for f in figures}) == 1
    answer = ("Yes: " if same else "No: ") if query.yes_no and _SAME.search(query.text) else ""
    head = f"{answer}{sentence_case(subject)} in {area_words(first.area)}: {'; '.join(sides)}."
    return Draft("answered", head, figures=tuple(figures))


def _words(figure: Figure) -> str:
    qualifier = {"over": "more than ", "under": "less than ", "about": "about "}.get(figure.qualifier, "")
    value = f"{qualifier}{figure.printed}" if figure.unit == "share" else value_words(figure)
    return f"{value} {period_words(figure.period)}".strip()
