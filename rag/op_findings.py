"""Findings of the audit as answers: where a disagreement is asked about, the one that the question speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.records import Figure, Finding
from ingest.store import Index
from rag.draft import Draft
from rag.fit import most_special, telling
from rag.library import Library
from rag.query import Query
from rag.setting import setting_of
from rag.wording import sentence_case

_MOST_AREAS = 2  # a finding with figures of more areas is about their sum
_FEW = 12  # a number in words or as small as this counts rows or reports
_SURE = 2  # more numbers of a finding than these tell that it is meant, whatever the words
_LEAST = 0.9
_LEAST_WITH_TERMS = 0.7
_ALL = 500  # so many findings are all looked at
_SERIES = 100
_EXTRA = 0.25  # for each term of a figure that was not asked for
_EXTRA_PLACED = 0.1  # the same where a table or a number tells which figure is meant
_SUMMED = "parts_vs_total"
_RANKED = "rank_or_direction"
_ACROSS = ("across_reports", "implied_base")
_ONLY_BY_NUMBER = ("implied_size", "undated")  # the values themselves are in no dispute of which a question would speak
_SAME = re.compile(
    r"\b(?:same|agree\w*|match\w*|tall(?:y|ies)|equal|identical|consistent|square|add(?:s|ed)? up|stack(?:s|ed)? up|sum|fit|bear)\b",
    re.I,
)
_WEIGHTS = {
    "number": 1.0,
    "disputed": 0.06,
    "table": 0.3,
    "across": 0.2,
    "period": 0.2,
    "other_number": -0.6,
    "other_table": -0.8,
}


@dataclass(frozen=True, slots=True)
class _Known:
    """A finding with the figures it rests on, the numbers that it tells, and those that it sets against each other."""

    finding: Finding
    figures: tuple[Figure, ...]
    numbers: frozenset[Decimal]
    values: frozenset[Decimal]


def finding_asked_about(query: Query, library: Library) -> Draft | None:
    """The finding that a question about a disagreement speaks of, by its numbers, tables, terms, area and period."""
    checks = library.cues.has("recheck", query.text)
    if not ("discrepancy" in query.operations or len(query.tables) > 1 or checks or len(_stated(query)) > _SURE):
        return None
    scored = [(_score(query, one, library), one) for one in _candidates(query, library)]
    if "discrepancy" not in query.operations:
        scored = [(score, one) for score, one in scored if _is_told(query, one, checks)]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < _LEAST:
        return None
    return _draft(query, best[1], library)


def _candidates(query: Query, library: Library) -> Sequence[_Known]:
    """The findings that may be meant: all, where there are few; else those about figures of the terms, numbers and tables named."""
    index, lexicon = library.index, library.lexicon
    if index.count_findings() <= _ALL:
        return _known(index)
    terms = [*telling(query.concepts, lexicon), *query.words]
    series = index.find_series(terms, _SERIES, setting_of(query, index, lexicon))
    figures = index.figures_of([one.id for one in series])
    figures += index.figures.worth({number.value for number in _stated(query)}, query.report, query.areas)
    figures += [f for label in query.tables for f in index.figures.labelled(label, query.report, query.areas)]
    return _to_known(index.findings_about([figure.id for figure in figures]), index)


@lru_cache(maxsize=4)
def _known(index: Index) -> tuple[_Known, ...]:
    return _to_known(index.findings(), index)


def _to_known(findings: Sequence[Finding], index: Index) -> tuple[_Known, ...]:
    named = list(dict.fromkeys(figure for one in findings for figure in one.figures))
    figures = {figure.id: figure for figure in index.figures_with(named)}
    return tuple(
        _Known(
            one,
            tuple(figures[figure] for figure in one.figures if figure in figures),
            _numbers_in(f"{one.value_a} {one.value_b} {one.explanation}"),
            _numbers_in(f"{one.value_a} {one.value_b}"),
        )
        for one in findings
    )


def _is_told(query: Query, known: _Known, checks: bool) -> bool:
    """Whether a question that speaks of no disagreement tells the finding: both its tables, or two of its numbers."""
    numbers = [n for n in _stated(query) if n.value in known.numbers]
    places = f"{known.finding.place_a} {known.finding.place_b}"
    tables = [table for table in query.tables if re.search(rf"\b{table}\b", places)]
    return (
        len(numbers) > (1 if checks else _SURE) or "total" in query.operations and len(tables) == len(query.tables) > 1
    )


def _stated(query: Query) -> list[Number]:
    """The numbers stated that measure something: no counts of rows in words, no ages."""
    digits = [n for n in query.numbers if not n.in_words and n.high is None]
    return [n for n in digits if n.unit == "%" or n.value > _FEW]


def _numbers_in(text: str) -> frozenset[Decimal]:
    digits = re.findall(r"\d[\d,]*\d(?:\.\d+)?|\d(?:\.\d+)?", text)
    return frozenset(Decimal(number.replace(",", "")) for number in digits)


def _score(query: Query, known: _Known, library: Library) -> float:
    """How well a finding fits: the share of the asked terms that it is about, and what numbers and places tell."""
    stated = _stated(query)
    told = [n for n in stated if n.value in known.numbers]
    if not known.figures or not _is_about_place(query, known, library) or not (told or _in_report(query, known)):
        return 0.0
    if known.finding.kind in _ONLY_BY_NUMBER and not told:
        return 0.0
    terms = _share_of_terms(query, known, library.lexicon)
    placed = bool(told) or _from_tables(query, known) >= 2 * _WEIGHTS["table"]
    if terms < (0.3 if placed else _LEAST_WITH_TERMS) and len(told) <= _SURE:
        return 0.0
    return terms + _from_numbers(stated, told, known) + _from_tables(query, known) + _from_setting(query, known)


def _is_about_place(query: Query, known: _Known, library: Library) -> bool:
    """Whether a finding is about the area asked for: the region, where none is; any, where a place in a ranking is."""
    areas = {figure.area for figure in known.figures}
    if known.finding.kind == _RANKED and "rank" in query.operations:
        return True
    if query.every_area:
        return False  # the areas are added up and held against their total where the answer is made
    local = {area for area in areas if area != library.lexicon.region}
    areas = {library.lexicon.region} if len(local) > _MOST_AREAS else areas
    return bool((set(query.areas) or {library.lexicon.region}) & areas)


def _in_report(query: Query, known: _Known) -> bool:
    return not query.report or query.report in {figure.locator.report for figure in known.figures}


def _share_of_terms(query: Query, known: _Known, lexicon: Lexicon) -> float:
    """The share of the asked terms that one of the disputed figures has, less a little for each other term it has."""
    named = telling(query.concepts, lexicon)
    asked = most_special(named, lexicon)
    if not asked:
        return 0.5
    parts = [frozenset(figure.terms) for figure in known.figures]
    extra = _EXTRA_PLACED if query.tables or _stated(query) else _EXTRA
    fits = [_fit(asked, terms, extra, lexicon) for terms in parts]
    whole_is_asked = len(asked) > 1 and not any(asked <= terms for terms in parts)
    summed = known.finding.kind == _SUMMED
    whole_is_asked = whole_is_asked or bool((named - asked) & parts[0])  # a part and its whole are both named
    joined = _fit(asked, frozenset().union(*parts), _EXTRA_PLACED, lexicon) if summed and whole_is_asked else 0.0
    return max(joined, *(fits[:1] if summed and not query.tables else fits))


def _fit(asked: frozenset[str], terms: frozenset[str], extra: float, lexicon: Lexicon) -> float:
    there = most_special(telling(terms, lexicon), lexicon)
    implied = lexicon.with_broader(there)
    narrower = {term for term in there if asked & lexicon.broader_of(term)}
    return len(asked & implied) / len(asked) - extra * len(there - asked - narrower) - extra / 2 * len(narrower)


def _from_numbers(stated: list[Number], told: list[Number], known: _Known) -> float:
    disputed = any(number.value in known.values for number in told)
    others = len(stated) - len(told) if not told else 0
    return _WEIGHTS["number"] * len(told) + _WEIGHTS["disputed"] * disputed + _WEIGHTS["other_number"] * others


def _from_tables(query: Query, known: _Known) -> float:
    places = f"{known.finding.place_a} {known.finding.place_b}"
    named = [table for table in query.tables if re.search(rf"\b{table}\b", places)]
    if query.tables and not named:
        return _WEIGHTS["other_table"]
    return _WEIGHTS["table"] * len(named)


def _from_setting(query: Query, known: _Known) -> float:
    periods = {period.label for period in query.periods}
    labels = {label for figure in known.figures for label in (figure.period, figure.base_period)}
    across = len(query.reports) > 1 and known.finding.kind in _ACROSS
    ranked = 0.3 * (known.finding.kind == _RANKED) * ("rank" in query.operations)
    in_period = _WEIGHTS["period"] * (1 if periods & labels else -2) if periods else 0.0
    return (
        _WEIGHTS["across"] * across
        + ranked
        + in_period
        + {"high": 0.1, "medium": 0.05}.get(known.finding.severity, 0.0)
    )


def _draft(query: Query, known: _Known, library: Library) -> Draft:
    text = sentence_case(known.finding.explanation)
    for report, name in library.short_names.items():
        text = text.replace(report, name)
    answer = "No: " if query.yes_no and _SAME.search(query.text) else ""
    return Draft("answered", f"{answer}{text}", figures=known.figures, findings=(known.finding,), sureness=1.0)
