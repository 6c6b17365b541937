"""Questions that name two tables: what each gives for the measure, side by side."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from rag.draft import Draft
from rag.fit import fit
from rag.library import Library
from rag.lookup import Found
from rag.query import Query
from rag.wording import and_list, measure_words, period_words, plain_number, sentence_case, setting_words, value_words

_PLUS = re.compile(
    r"\b(?:table|figure) \d+[a-z]?[^.;?]{0,15}?(?:\bplus\b|\badded to\b|\+)[^.;?]{0,15}?(?:table|figure) \d+", re.I
)


def compare_tables(query: Query, library: Library) -> Draft | None:
    """The best-fitting cell of each table named, in the period and area asked for."""
    cells = [cell for label in query.tables if (cell := _cell(query, label, library))]
    if len(cells) < 2:
        return None
    told = [f"{value_words(cell)} in {library.place_of(cell)} ({measure_words(cell)})" for cell in cells]
    subject = setting_words(cells[0]) if len({setting_words(c) for c in cells}) == 1 else period_words(cells[0].period)
    verdict = (
        " They cannot both be right where one is part of the other."
        if len({c.value for c in cells}) > 1 and "discrepancy" in query.operations
        else ""
    )
    added = _added_up(query, cells)
    return Draft("answered", f"{sentence_case(and_list(told))} {subject}.{added}{verdict}", figures=tuple(cells))


def _added_up(query: Query, cells: list[Figure]) -> str:
    """What the tables that the question adds to each other ("Table 8 plus Table 10") come to."""
    labels = [re.findall(r"\d+", match.group()) for match in _PLUS.finditer(query.text)]
    joined = [c for c in cells if any((c.locator.table or "").split()[-1] in pair for pair in labels)]
    if len(joined) < 2:
        return ""
    amount = sum((c.value for c in joined), Decimal(0))
    return f" {' + '.join(c.printed for c in joined)} = {plain_number(amount)}."


def missing_rows(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The local areas that a table, or the tables of a measure, leave out, with what stands of them elsewhere."""
    if not library.cues.has("missing_row", query.text) or len(query.areas) > 1:
        return None
    cells = _cells_of_table(query, library) or [f for one in found[:1] for f in one.figures if f.is_cell]
    local = [a.name for a in library.lexicon.areas.values() if a.kind == "local"]
    there = {cell.area for cell in cells}
    missing = [area for area in local if area not in there]
    if not missing or len(there & set(local)) < len(local) / 2:
        return None
    first = cells[0]
    table = library.place_of(first, not query.report)
    series = [one for one in found if first.id in {f.id for f in one.figures}] or found[:1]
    told = [f for one in series for f in one.figures if f.area in missing and f.kind == "level"]
    elsewhere = ""
    if told:
        sides = and_list([f"{value_words(f)} {period_words(f.period)}" for f in told[:3]])
        elsewhere = f" {library.place_of(told[0]).capitalize()} gives {sides} for {told[0].area}."
    head = f"{and_list(missing)}: {table} ({first.measure}) has no row for {'it' if len(missing) == 1 else 'them'}.{elsewhere}"
    return Draft("answered", head, figures=(first, *told[:3]))


def _cells_of_table(query: Query, library: Library) -> list[Figure]:
    """The cells of the one table that is named, of the report that has areas in it."""
    if len(query.tables) != 1:
        return []
    reports = [query.report] if query.report else [info.id for info in library.index.reports()]
    tables = [library.index.figures_in(report, query.tables[0]) for report in reports]
    local = {a.name for a in library.lexicon.areas.values() if a.kind == "local"}
    return next((cells for cells in tables if local & {cell.area for cell in cells}), [])


def _cell(query: Query, label: str, library: Library) -> Figure | None:
    reports = [query.report] if query.report else [info.id for info in library.index.reports()]
    cells = [cell for report in reports for cell in library.index.figures_in(report, label)]
    cells = [c for c in cells if c.kind == "level" and (not query.areas or c.area in query.areas)]
    labels = {period.label for period in query.periods}
    cells = [c for c in cells if not labels or c.period in labels]
    plain = replace(query, words=())
    ranked = sorted(cells, key=lambda c: fit(plain, c.terms, c.unit, library.lexicon).score, reverse=True)
    best = ranked[0] if ranked else None
    return best if best and not _missing_part(query, best, library) else None


def _missing_part(query: Query, cell: Figure, library: Library) -> bool:
    missing = fit(replace(query, words=()), cell.terms, cell.unit, library.lexicon).missing
    return any(library.lexicon.concepts[term].facet == "result" for term in missing)
