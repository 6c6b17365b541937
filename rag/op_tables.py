"""Questions that name two tables: what each gives for the measure, side by side."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from rag.draft import Draft
from rag.fit import fit
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.query import Query
from rag.question_clauses import asking_spans
from rag.wording import (
    and_list,
    measure_words,
    period_words,
    plain_number,
    sentence_case,
    setting_words,
    signed,
    value_words,
)

_CHANGES = ("change_percent",)
_PLUS = re.compile(
    r"\b(?:table|figure) \d+[a-z]?[^.;?]{0,15}?(?:\bplus\b|\badded to\b|\+)[^.;?]{0,15}?(?:table|figure) \d+", re.I
)


def compare_tables(query: Query, library: Library) -> Draft | None:
    """The best-fitting cell of each table named, in the period and area asked for, with what they come to or differ by.

    Where the change is asked for, the change that each table prints.
    """
    if {"percent_change", "trend"} & set(query.operations):
        moved = _cells(query, library, _CHANGES)
        if len(moved) == len(query.tables):
            changes = and_list([f"{signed(cell.value)}% in {_named(cell, library)}" for cell in moved])
            between = f"between {moved[0].base_period} and {moved[0].period}" if moved[0].base_period else ""
            return Draft("answered", f"{changes} {between}".strip() + ".", figures=tuple(moved))
    cells = _cells(query, library, ("level",))
    if len(cells) < 2:
        return None
    told = [f"{value_words(cell)} in {_named(cell, library)}" for cell in cells]
    subject = setting_words(cells[0]) if len({setting_words(c) for c in cells}) == 1 else period_words(cells[0].period)
    verdict = (
        " They cannot both be right where one is part of the other."
        if len({c.value for c in cells}) > 1 and "discrepancy" in query.operations
        else ""
    )
    worked_out = _added_up(query, cells) or _gap(query, cells)
    return Draft("answered", f"{sentence_case(and_list(told))} {subject}.{worked_out}{verdict}", figures=tuple(cells))


def _cells(query: Query, library: Library, kinds: tuple[str, ...]) -> list[Figure]:
    return [cell for label in query.tables if (cell := _cell(query, label, library, kinds))]


def _named(cell: Figure, library: Library) -> str:
    return f"{library.place_of(cell)} ({measure_words(cell)})"


def _added_up(query: Query, cells: list[Figure]) -> str:
    """What the tables that the question adds to each other ("Table 8 plus Table 10") come to; of two, where it asks a total."""
    labels = [re.findall(r"\d+", match.group()) for match in _PLUS.finditer(query.text)]
    joined = [c for c in cells if any((c.locator.table or "").split()[-1] in pair for pair in labels)]
    if not labels and "total" in query.operations and "discrepancy" not in query.operations:
        joined = cells
    if len(joined) < 2:
        return ""
    amount = sum((c.value for c in joined), Decimal(0))
    return f" {' + '.join(c.printed for c in joined)} = {plain_number(amount)}."


def _gap(query: Query, cells: list[Figure]) -> str:
    """What one of two tables gives more than the other, where that is asked."""
    if "difference" not in query.operations or len(cells) != 2 or cells[0].unit != cells[1].unit:
        return ""
    high, low = sorted(cells, key=lambda c: -c.value)
    unit = " percentage points" if high.unit == "%" else ""
    return f" {high.printed} − {low.printed} = {plain_number(high.value - low.value)}{unit}."


def missing_rows(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The local areas that a table, or the tables of a measure, leave out, with what stands of them elsewhere."""
    listed = _asks_whether_listed(query, library)
    if not (listed or _asks_for_missing(query, library)) or len(query.areas) > 1:
        return None
    cells = _cells_of_table(query, library) or [f for one in found[:1] for f in one.figures if f.is_cell]
    local = [a.name for a in library.lexicon.areas.values() if a.kind == "local"]
    there = {cell.area for cell in cells}
    if listed and query.areas[0] in there:
        own = [cell for cell in cells if cell.area == query.areas[0]][:2]
        given = and_list([f"{value_words(f)} {period_words(f.period)}" for f in own])
        head = f"Yes: {library.place_of(own[0], not query.report)} ({own[0].measure}) has a row for {own[0].area}: {given}."
        return Draft("answered", head, figures=tuple(own))
    missing = [area for area in local if area not in there]
    if not missing or len(there & set(local)) < len(local) / 2:
        return None
    first = cells[0]
    table = library.place_of(first, not query.report)
    found = find_measures(replace(query, tables=()), library.index, library.lexicon)
    series = [one for one in found if first.id in {f.id for f in one.figures}] or found[:1]
    told = [f for one in series for f in one.figures if f.area in missing and f.kind == "level"]
    elsewhere = ""
    if told:
        sides = and_list([f"{value_words(f)} {period_words(f.period)}" for f in told[:3]])
        elsewhere = f" {library.place_of(told[0]).capitalize()} gives {sides} for {told[0].area}."
    lead = "No. " if listed else ""
    head = f"{lead}{and_list(missing)}: {table} ({first.measure}) has no row for {'it' if len(missing) == 1 else 'them'}.{elsewhere}"
    return Draft("answered", head, figures=(first, *told[:3]))


def _asks_for_missing(query: Query, library: Library) -> bool:
    """Whether a question speaks of rows that are missing, and not only a remark beside one that asks something else."""
    asking = [query.text[start:end] for start, end in asking_spans(query.text)]
    said = " ".join(asking) if asking and "rank" in query.operations else query.text
    return library.cues.has("missing_row", said)


def _asks_whether_listed(query: Query, library: Library) -> bool:
    """Whether it is asked if one table has a row for one local area ("is Wolverhampton listed in table 15?")."""
    kinds = library.lexicon.areas
    local = len(query.areas) == 1 and query.areas[0] in kinds and kinds[query.areas[0]].kind == "local"
    plain = query.yes_no and not query.operations and not query.changing and not query.numbers
    return local and plain and len(query.tables) == 1 and library.cues.has("listed_in", query.text)


def _cells_of_table(query: Query, library: Library) -> list[Figure]:
    """The cells of the one table that is named, of the report that has areas in it."""
    if len(query.tables) != 1:
        return []
    cells = library.index.figures.labelled(query.tables[0], query.report, ())
    local = {a.name for a in library.lexicon.areas.values() if a.kind == "local"}
    report = next((cell.locator.report for cell in cells if cell.area in local), "")
    return [cell for cell in cells if cell.locator.report == report]


def _cell(query: Query, label: str, library: Library, kinds: tuple[str, ...]) -> Figure | None:
    cells = [c for c in library.index.figures.labelled(label, query.report, query.areas) if c.kind in kinds]
    labels = {period.label for period in query.periods}
    cells = [c for c in cells if not labels or c.period in labels]
    plain = replace(query, words=())
    ranked = sorted(cells, key=lambda c: fit(plain, c.terms, c.unit, library.lexicon).score, reverse=True)
    best = ranked[0] if ranked else None
    return best if best is not None and not _missing_part(query, best, library) else None


def _missing_part(query: Query, cell: Figure, library: Library) -> bool:
    missing = fit(replace(query, words=()), cell.terms, cell.unit, library.lexicon).missing
    return any(library.lexicon.concepts[term].facet == "result" for term in missing)
