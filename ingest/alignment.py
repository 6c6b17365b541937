"""Prose figures brought in line with the table beside them: a sentence often leaves out what its table's labels say."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.records import Figure
from ingest.signature import telling, unit_class

_LEFT_OUT = ("age", "sex", "group", "client", "part")


def align_prose_with_tables(figures: Sequence[Figure], lexicon: Lexicon) -> list[Figure]:
    """The figures, each prose one with the terms that the only fitting table of its section has besides its own.

    A sentence under the heading of a table that counts admissions of 15 to 24 year olds speaks of these, though it
    says "admissions"; it is left as it is where tables of the section differ, or the table counts another thing.
    """
    figures = _matched_by_value(figures, lexicon)
    cells: dict[tuple[str, tuple[str, ...], str], set[frozenset[str]]] = {}
    for figure in figures:
        if figure.is_cell:
            cells.setdefault(_setting(figure), set()).add(telling(figure.terms, lexicon))
    return [
        figure if figure.is_cell else _aligned(figure, cells.get(_setting(figure), set()), lexicon)
        for figure in figures
    ]


def _setting(figure: Figure) -> tuple[str, tuple[str, ...], str]:
    return figure.locator.report, figure.locator.section, unit_class(figure.unit, figure.kind)


def _aligned(figure: Figure, beside: set[frozenset[str]], lexicon: Lexicon) -> Figure:
    own = telling(figure.terms, lexicon)
    wider = [terms for terms in beside if own and own < terms]
    if own in beside or len(wider) != 1:
        return figure
    added = wider[0] - own
    facets = {lexicon.concepts[term].facet for term in own}
    if any(
        lexicon.concepts[term].facet not in _LEFT_OUT and lexicon.concepts[term].facet not in facets for term in added
    ):
        return figure
    return replace(figure, terms=(*figure.terms, *sorted(added)))


def _matched_by_value(figures: Sequence[Figure], lexicon: Lexicon) -> list[Figure]:
    """Prose figures that repeat one cell of their section, number, area and period: they count what that cell counts."""
    cells: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.is_cell:
            cells.setdefault(_number(figure), []).append(figure)
    return [
        figure if figure.is_cell else _as_cell(figure, cells.get(_number(figure), []), lexicon) for figure in figures
    ]


def _number(figure: Figure) -> tuple[object, ...]:
    return (
        figure.locator.report,
        figure.locator.section,
        figure.area,
        figure.base_period,
        figure.period,
        figure.kind,
        abs(figure.value),
    )


def _as_cell(figure: Figure, same: list[Figure], lexicon: Lexicon) -> Figure:
    own = telling(figure.terms, lexicon)
    meanings = {telling(cell.terms, lexicon) for cell in same}
    if len(meanings) != 1 or own in meanings or not own:
        return figure
    meaning = next(iter(meanings))
    if not own & meaning:
        return figure
    kept = [term for term in figure.terms if term not in own]
    return replace(figure, terms=(*sorted(meaning), *kept), measure=same[0].measure, breakdown=same[0].breakdown)
