"""Questions that name two measures: possession against trafficking, completions against drop-outs, a share of one in the other."""

import re
from dataclasses import replace

from ingest.records import Figure
from rag.cells import Grid, Value, build_grid
from rag.draft import Draft
from rag.fit import TELLING
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.op_sum import difference_of, ratio_of
from rag.op_totals import totals_set_against
from rag.query import Query
from rag.records import Derivation
from rag.targets import find_targets, local_areas
from rag.wording import (
    and_list,
    area_words,
    figure_sentence,
    measure_words,
    period_words,
    plain_number,
    sentence_case,
    value_words,
)

_LIKELY = 3
_THAT_COMPARED = re.compile(
    r"\b(?:is|are|was|were) (?:that|it|this|those|they|these) (?:any |a lot |much )?(?:more|less|fewer|higher|lower|bigger|smaller|larger|greater)\b",
    re.I,
)


def split_measures(query: Query, library: Library) -> tuple[Query, ...]:
    """The query taken apart where it names two terms of one facet that exclude each other; else ()."""
    lexicon = library.lexicon
    for facet in TELLING:
        rivals = [c for c in query.concepts if lexicon.concepts[c].facet == facet]
        if not {"share", "ratio"} & set(query.operations):
            rivals = [c for c in rivals if not any(c != o and c in lexicon.broader_of(o) for o in rivals)]
        if len(rivals) >= 2:
            rest = [c for c in query.concepts if c not in rivals]
            return tuple(replace(query, concepts=(one, *rest)) for one in rivals)
    return ()


_EITHER_OF_TWO = re.compile(
    r"\b(?:more|fewer|less|higher|lower|bigger|smaller)\b(?![^?;,]*\bthan\b)[^?;]*? or (?!(?:not|so|more|fewer|less|higher|lower|bigger|smaller)\b)",
    re.I,
)  # "are there more on opiates or on crack?" chooses


def two_measures(query: Query, parts: tuple[Query, ...], library: Library) -> Draft | None:
    """The answer to a question about two measures."""
    if query.wants == "points":
        parts = tuple(replace(part, wants="percent", operations=()) for part in parts)
    parts = tuple(sorted(parts, key=lambda part: library.lexicon.first_said(part.concepts[0], query.text)))
    found = [first for part in parts if (first := _first(part, query, library))]
    if len(found) < 2 or found[0].signature == found[1].signature:
        return None
    grids = [build_grid(one, library.lexicon) for one in found]
    if query.every_area or ({"rank"} & set(query.operations) and not query.areas):
        return _across_areas(query, found, grids, library)
    parts = _in_common_period(parts, grids, query)
    if len(query.areas) > 1:
        return _area_by_area(query, parts, grids, library)
    pairs = [_value(part, grid, library) for part, grid in zip(parts, grids, strict=False)]
    values = [v for v in pairs if v]
    if len(values) < 2:
        return None
    return _set_against(query, values, library)


def _area_by_area(query: Query, parts: tuple[Query, ...], grids: list[Grid], library: Library) -> Draft | None:
    """Each measure for each of the areas named; None where one is not given."""
    rows = []
    for part, grid in zip(parts, grids, strict=False):
        targets = find_targets(part, grid, library.lexicon)
        label = targets.periods[-1].label if targets.periods else ""
        rows.append([grid.value(area, label) for area in query.areas])
    values = [[v for v in row if v] for row in rows]
    if any(len(row) < len(query.areas) for row in values):
        return None
    told = [
        f"{measure_words(row[0].figure)} {period_words(row[0].figure.period)}: {and_list([f'{v.figure.area} {value_words(v.figure)}' for v in row])}"
        for row in values
    ]
    figures = tuple(f for row in values for v in row for f in v.all_figures)
    return Draft("answered", f"{sentence_case('; '.join(told))}.", figures=figures)


def _in_common_period(parts: tuple[Query, ...], grids: list[Grid], query: Query) -> tuple[Query, ...]:
    """The queries for the latest period that all measures have, where none is asked for."""
    if query.periods or query.since:
        return parts
    shared = set.intersection(*(set(grid.periods_of(query.areas)) for grid in grids))
    return tuple(replace(part, periods=(max(shared),)) for part in parts) if shared else parts


def _first(part: Query, query: Query, library: Library) -> Found | None:
    """The measure that fits a part best, of the likely ones the first that has the figure for the area and period asked for."""
    found = find_measures(part, library.index, library.lexicon)
    single = not query.every_area and len(query.areas) < 2
    there = (one for one in found[:_LIKELY] if single and _value(part, build_grid(one, library.lexicon), library))
    return next(there, found[0] if found else None)


def _value(query: Query, grid: Grid, library: Library) -> Value | None:
    targets = find_targets(query, grid, library.lexicon)
    if not targets.complete:
        return None
    return grid.value(targets.areas[0], targets.periods[-1].label)


def _set_against(query: Query, values: list[Value], library: Library) -> Draft | None:
    a, b = values[0].figure, values[1].figure
    operations = set(query.operations)
    if {"ratio", "share"} & operations:
        return ratio_of(*((a, b) if "ratio" in operations or a.value <= b.value else (b, a)), query, library)
    if "total" in operations:
        return _sum(values)
    if "difference" in operations:
        return difference_of(a, b)
    if not _stand_side_by_side(query, a, b):
        return None
    sentences = " ".join(figure_sentence(v.figure) for v in values)
    figures = tuple(f for v in values for f in v.all_figures)
    if {"compare", "rank"} & operations and len(values) == 2 and (a.unit == "%") == (b.unit == "%"):
        high, low = (a, b) if a.value >= b.value else (b, a)
        told = _turned(query, high, low) or (
            f"{'Higher' if a.unit == '%' else 'More'} {measure_words(high)} than {measure_words(low)}: "
            if high.value != low.value
            else "The same number: "
        )
        return Draft("answered", f"{_verdict(query, a, b, library)}{told}{sentences}", figures=figures)
    return Draft("answered", sentences, figures=figures)


def _turned(query: Query, high: Figure, low: Figure) -> str:
    """The comparison from the side of what was told before, where that is the smaller ("is that more or less than ...?")."""
    speaks_of_that = _THAT_COMPARED.search(query.text)
    before = set(query.earlier.concepts) if query.earlier and speaks_of_that else set()
    own, other = (before & set(figure.terms) for figure in (low, high))
    if not (own - other) or other - own or high.value == low.value:
        return ""
    return f"{'Lower' if low.unit == '%' else 'Fewer'} {measure_words(low)} than {measure_words(high)}: "


def _stand_side_by_side(query: Query, a: Figure, b: Figure) -> bool:
    """Whether two figures may be told together: no two areas that nobody asked for, no two years from two reports."""
    one_time = a.period == b.period or a.locator.report == b.locator.report or len(query.periods) > 1
    return (a.area == b.area or len(query.areas) > 1) and one_time


def _verdict(query: Query, a: Figure, b: Figure, library: Library) -> str:
    """ "Yes: " or "No: " to "more A than B?", "" where that is not asked or the question does not tell which comes first."""
    says_more, says_less, turned = _comparatives(query.sought, library)
    only_a, only_b = set(a.terms) - set(b.terms), set(b.terms) - set(a.terms)
    said = {name: library.lexicon.first_said(name, query.sought) for name in only_a ^ only_b}
    first = min((name for name in said if said[name] >= 0), key=lambda name: said[name], default="")
    chooses = _EITHER_OF_TWO.search(query.sought) is not None
    if not query.yes_no or not first or chooses or not turned and says_more == says_less:
        return ""
    subject, other = (a, b) if first in only_a else (b, a)
    holds = subject.value > other.value if says_more and not turned else subject.value < other.value
    return "Yes: " if holds else "No: "


def _sum(values: list[Value]) -> Draft:
    figures = [v.figure for v in values]
    amount = sum((f.value for f in figures), start=figures[0].value * 0)
    working = " + ".join(f.printed for f in figures) + f" = {plain_number(amount)}"
    names = and_list([f"{value_words(f)} {measure_words(f)}" for f in figures])
    where = f"in {area_words(figures[0].area)} {period_words(figures[0].period)}"
    head = f"{plain_number(amount)} {where}, added up: {names}."
    return Draft(
        "answered",
        head,
        figures=tuple(figures),
        derivation=Derivation("total", working, amount, "", tuple(f.id for f in figures)),
    )


def _asks_where_fewer(query: Query, library: Library) -> bool:
    """Whether the areas are asked for where the measure named first is the smaller ("fewer X than Y", "X outnumbered by Y")."""
    more, less, turned = _comparatives(query.text, library)
    return turned or less and not more


def _comparatives(text: str, library: Library) -> tuple[bool, bool, bool]:
    """Whether a text says more, less, and by a word for it that the second outdoes the first ("outnumbered by")."""
    outdone = library.cues.patterns["outdone_by"]
    plain = outdone.sub(" ", text)
    return library.cues.has("more", plain), library.cues.has("less", plain), plain != text


def _across_areas(query: Query, found: list[Found], grids: list[Grid], library: Library) -> Draft | None:
    targets = find_targets(replace(query, every_area=True), grids[0], library.lexicon)
    if not targets.periods:
        return None
    label = targets.periods[-1].label
    rows = [
        (a, x, y)
        for a in local_areas(grids[0], library.lexicon, label)
        if (x := grids[0].value(a, label)) and (y := grids[1].value(a, label))
    ]
    if not rows:
        return None
    gap = totals_set_against(query, rows)
    if gap:
        return gap
    fewer = _asks_where_fewer(query, library)
    more = [(a, x, y) for a, x, y in rows if (x.number < y.number if fewer else x.number > y.number)]
    first, second = measure_words(rows[0][1].figure), measure_words(rows[0][2].figure)
    listed = [f"{a} ({x.figure.printed} to {y.figure.printed})" for a, x, y in more]
    names = f"{and_list(listed) if more else 'No area'} had {'fewer' if fewer else 'more'} {first} than {second}"
    answer = ""
    if query.yes_no:
        holds = not more if library.cues.has("none", query.text) else len(more) == len(rows)
        answer = ("Yes: " if holds else "No: ") if library.cues.has("every", query.text) or not more else ""
    head = f"{answer}{names} {period_words(label)}."
    rest = [f"{a} ({x.figure.printed} to {y.figure.printed})" for a, x, y in rows if (a, x, y) not in more]
    detail = (f"Not so in {and_list(rest)}.",) if rest and more else ()
    if answer == "No: " and detail:
        head, detail = f"{head} {detail[0]}", ()
    return Draft("answered", head, detail, tuple(f for _, x, y in rows for f in (*x.all_figures, *y.all_figures)))
