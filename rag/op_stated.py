"""Questions that state numbers: which year one is for, which of two is right, what product they make."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from ingest.numerals import Number
from ingest.records import Figure
from ingest.words import content_stems
from rag.draft import Draft
from rag.library import Library
from rag.lookup import find_measures
from rag.query import Query
from rag.records import Derivation
from rag.setting import setting_of
from rag.wording import and_list, area_words, measure_words, period_words, plain_number, sentence_case, value_words

_TRIED = 4
_SERIES = 120
_FEW = 12
_OR = re.compile(r"\bor\b", re.I)


def answer_stated(query: Query, library: Library) -> Draft | None:
    """The draft of the first kind of question about stated numbers that this is; None where it is of none."""
    return next((draft for step in _STEPS if (draft := step(query, library))), None)


def _setting_of(query: Query, library: Library) -> Draft | None:
    """ "503 deaths, which year is that for?": each period that a place of the reports gives that number for."""
    stated = _telling_numbers(query)
    if len(stated) != 1 or not library.cues.has("which_setting", query.text):
        return None
    free = replace(query, periods=(), since=None, relative="", wants="", form="")
    found = find_measures(free, library.index, library.lexicon)[:_TRIED]
    there = [f for one in found for f in one.figures if f.value == stated[0].value and f.period]
    there = [f for f in there if not query.areas or f.area in query.areas]
    return _told_settings(_one_a_place(there), library) if there else None


def _one_a_place(figures: list[Figure]) -> list[Figure]:
    """One figure for each period and place, those of tables first."""
    known: dict[tuple[str, str, str, str], Figure] = {}
    for figure in sorted(figures, key=lambda f: not f.is_cell):
        known.setdefault((figure.locator.report, _place(figure), figure.area, figure.period), figure)
    return list(known.values())


def _place(figure: Figure) -> str:
    """The table or section that a figure stands in."""
    return figure.locator.table or "; ".join(figure.locator.section)


def _told_settings(figures: list[Figure], library: Library) -> Draft:
    first = figures[0]
    across = len({f.locator.report for f in figures}) > 1
    periods = list(dict.fromkeys(f.period for f in figures))
    subject = f"{value_words(first)} {measure_words(first)} in {area_words(first.area)}"
    if len(periods) == 1:
        places = and_list(list(dict.fromkeys(library.place_of(f, across) for f in figures))[:3])
        head = f"{sentence_case(period_words(first.period))}: {places} gives {subject} for {first.period}."
        return Draft("answered", head, figures=tuple(figures))
    sides = [f"{library.place_of(f, across)} gives it for {f.period}" for f in figures]
    return Draft("answered", f"The reports disagree on {subject}: {and_list(sides)}.", figures=tuple(figures))


def _alternatives(query: Query, library: Library) -> Draft | None:
    """ "Which is it, 48 per cent or half?": where each of the two stands."""
    stated = _telling_numbers(query)
    asks = "discrepancy" in query.operations or "compare" in query.operations
    if len(stated) != 2 or not asks or not _OR.search(query.text[stated[0].end : stated[1].start]):
        return None
    told = [figure for number in stated if (figure := _best_with(number, query, library))]
    if len(told) < 2 or told[0].sentence == told[1].sentence:
        return None
    across = len({f.locator.report for f in told}) > 1
    sides = [f"{value_words(f)} stands in {library.place_of(f, across)}: {f.sentence}" for f in told if not f.is_cell]
    sides += [
        f"{value_words(f)} stands in {library.place_of(f, across)} ({measure_words(f)} {period_words(f.period)})."
        for f in told
        if f.is_cell
    ]
    return Draft(
        "answered", f"The reports have both. {' '.join(sentence_case(side) for side in sides)}", figures=tuple(told)
    )


def _best_with(number: Number, query: Query, library: Library) -> Figure | None:
    """The figure of this value whose sentence shares most words with the question."""
    asked = set(library.lexicon.terms_of(query.text)) | set(content_stems(query.text))
    series = library.index.find_series(asked, _SERIES, setting_of(query, library.index, library.lexicon))
    values = _readings(number)
    there = [f for f in library.index.figures_of([one.id for one in series]) if f.value in values]
    scored = [(len(asked & {*library.lexicon.terms_of(f.sentence), *content_stems(f.sentence)}), f) for f in there]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 2 else None


def _readings(number: Number) -> set[Decimal]:
    """The value of a stated number, and of a share in words as a percentage too."""
    return {number.value, number.value * 100} if number.unit == "share" else {number.value}


def product_of_stated(query: Query, library: Library) -> Draft | None:
    """ "Multiply the cost of each by the 22,500": the printed amount for one times the number stated."""
    stated = [n for n in _telling_numbers(query) if n.unit in ("", "£")]
    supposed = library.cues.has("suppose", query.text) and query.wants == "money" and len(stated) == 1
    if not stated or not (library.cues.has("multiply", query.text) or supposed and not stated[0].unit):
        return None
    times = next((n for n in reversed(stated) if not n.unit), None)
    if times is None:
        return None
    amount = _amount_stated(stated, library) or _amount_for_one(query, times, library)
    if amount is None:
        return None
    product = amount.value * times.value
    working = f"{amount.printed} × {plain_number(times.value)} = £{plain_number(product)}"
    head = f"£{plain_number(product)}: {amount.printed} × {plain_number(times.value)}. {amount.sentence}"
    derivation = Derivation("product", working, product, "£", (amount.id,))
    return Draft("answered", head, figures=(amount,), derivation=derivation)


def _amount_stated(stated: list[Number], library: Library) -> Figure | None:
    """The printed amount of money that the question itself states ("at £100 each"), where a report has it."""
    money = {n.value for n in stated if n.unit == "£"}
    if not money or all(n.unit == "£" for n in stated):
        return None
    return next((f for f in library.index.figures.worth(money, "", ()) if f.unit == "£"), None)


def _amount_for_one(query: Query, times: Number, library: Library) -> Figure | None:
    """The amount of money that a sentence gives for each one, best from the paragraph that has the number to multiply by."""
    asked = set(library.lexicon.terms_of(query.text)) | set(content_stems(query.text))
    near = _figures_about(asked, query, library)
    told = frozenset().union(*(library.lexicon.all_concepts(f.sentence) for f in near if f.value == times.value))
    figures = _figures_about(asked | told, query, library) if told else near
    beside = {_paragraph(f) for f in figures if f.value == times.value}
    money = [f for f in figures if f.unit == "£"]
    each = [f for f in money if re.search(r"\b(?:each|every|per|an?|one)\b", f.sentence, re.I) and f.value < 10**7]
    scored = [(_shared(asked, f, library) + 2 * (_paragraph(f) in beside), f) for f in each]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 2 else None


def _figures_about(terms: set[str], query: Query, library: Library) -> list[Figure]:
    """The figures of sentences that share one of these terms."""
    series = library.index.find_series(terms, _SERIES, setting_of(query, library.index, library.lexicon))
    return [figure for figure in library.index.figures_of([one.id for one in series]) if not figure.is_cell]


def _shared(asked: set[str], figure: Figure, library: Library) -> int:
    """How many of the asked terms a figure's sentence has, in this or in a longer form ("problem", "problematic")."""
    there = {*library.lexicon.terms_of(figure.sentence), *content_stems(figure.sentence)}
    longer = (word for word in asked - there if len(word) > 4 and any(stem.startswith(word) for stem in there))
    return len(asked & there) + sum(1 for _ in longer)


def _paragraph(figure: Figure) -> tuple[str, str | None]:
    return figure.locator.report, figure.locator.paragraph


def _telling_numbers(query: Query) -> list[Number]:
    """The numbers stated that count or measure something, not those that count reports or areas ("two totals")."""
    return [n for n in query.numbers if n.unit in ("%", "share", "£") or n.value > _FEW]


_STEPS: tuple[Callable[[Query, Library], Draft | None], ...] = (_setting_of, _alternatives, product_of_stated)
