"""Places that disagree: two values, printed changes, or parts that miss their total."""

import re
from decimal import Decimal

from rag.cells import Grid
from rag.draft import Draft
from rag.library import Library
from rag.op_change import change_of, period_pair
from rag.op_change_words import change_draft
from rag.op_lookup import conflict_sentence
from rag.query import Query
from rag.records import Derivation
from rag.targets import Targets, local_areas
from rag.wording import area_words, measure_words, period_words, plain_number, value_words

_SAME = re.compile(r"\b(?:same|agree|match|tally|equal|identical|consistent)\b", re.I)
_ADDS = re.compile(r"\b(?:add(?:s|ed)? up|sum|sums|come(?:s)? to|tally|tallies|total|make up|equal)\b", re.I)


def discrepancy(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Places that disagree about what was asked, or the parts of a total held against it."""
    sums = query.every_area and _ADDS.search(query.text) is not None
    return (
        (parts_against_total(query, grid, targets, library) if sums else None)
        or disputed_values(query, grid, targets, library)
        or parts_against_total(query, grid, targets, library)
        or _disputed_change(query, grid, targets, library)
    )


def disputed_values(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Each value that the reports give where they give several, with its place."""
    areas = targets.areas or query.areas or tuple(grid.areas())
    labels = [p.label for p in targets.periods or grid.periods_of()]
    levels = [v for a in areas for label in labels if (v := grid.value(a, label)) and v.rivals]
    changes = [v for (a, _, _), v in grid.changes.items() if v.rivals and (not query.areas or a in query.areas)]
    disputed = levels or changes
    if not disputed:
        return None
    sentences = " ".join(conflict_sentence(v, library) for v in disputed[:3])
    answer = "No: t" if query.yes_no and _SAME.search(query.text) else "T"
    return Draft("answered", f"{answer}{sentences[1:]}", figures=tuple(f for v in disputed[:3] for f in v.all_figures))


def parts_against_total(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Whether the areas add up to the printed total of the region; None where there is none, or they do and nobody asked."""
    for period in reversed(targets.periods):
        whole = grid.value(library.lexicon.region, period.label)
        parts = [(a, v) for a in local_areas(grid, library.lexicon, period.label) if (v := grid.value(a, period.label))]
        if {a.name for a in library.lexicon.areas.values() if a.kind == "local"} - {a for a, _ in parts}:
            continue
        amount = sum((v.number for _, v in parts), Decimal(0))
        if (
            whole is None
            or len(parts) < 2
            or whole.figure.unit in ("%", "interval")
            or whole.figure.unit.startswith("per ")
        ):
            continue
        adds_up = amount == whole.number
        if adds_up and not _ADDS.search(query.text):
            continue
        first = parts[0][1].figure
        working = " + ".join(v.figure.printed for _, v in parts) + f" = {plain_number(amount)}"
        across = first.locator.report != whole.figure.locator.report
        verdict = "Yes, they agree" if adds_up else "No, they do not agree" if query.yes_no else "They do not agree"
        link = "and" if adds_up else "while"
        gap = "" if adds_up else f", a difference of {plain_number(abs(amount - whole.number))}"
        head = (
            f"{verdict}: the {len(parts)} areas in {library.place_of(first, across)} add up to {plain_number(amount)} {measure_words(first)} "
            f"{period_words(period.label)}, {link} {library.place_of(whole.figure, across)} gives {value_words(whole.figure)} for {area_words(whole.figure.area)}{gap}."
        )
        figures = (*whole.all_figures, *(v.figure for _, v in parts))
        return Draft(
            "answered",
            head,
            figures=figures,
            derivation=Derivation("total", working, amount, "", tuple(f.id for f in figures)),
        )
    return None


def _disputed_change(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    areas = targets.areas or query.areas
    if len(areas) != 1:
        return None
    pair = period_pair(query, grid, areas)
    change = change_of(grid, areas[0], pair) if pair else None
    return change_draft(query, change, library) if change and change.printed else None
