"""Rankings: highest, lowest, top three, order of all, biggest rise in number or in per cent, threshold lists."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.numerals import find_numbers
from ingest.records import Figure
from rag.cells import Grid, Value
from rag.draft import Draft
from rag.library import Library
from rag.op_change import Change, change_of, pair_words, period_pair, size_words
from rag.op_lookup import short_value
from rag.query import Query
from rag.targets import Targets, local_areas
from rag.wording import and_list, area_words, measure_words, period_words, sentence_case, signed, value_words

_ALL = re.compile(r"\b(?:rank|order|league table|list|all seven|from (?:high|low|most|least|big|small))", re.I)
_COMPARATOR = re.compile(
    r"\b(?P<over>more than|over|above|at least|exceed\w*|greater than|higher than)|\b(?P<under>less than|fewer than|under|below|lower than)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Place:
    """One area's place in a ranking: the number it is ranked by, and how it is told."""

    area: str
    number: Decimal
    words: str
    figures: tuple[Figure, ...]


def rank_levels(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Areas ranked by their value in the target period."""
    if not targets.periods:
        return None
    period = targets.periods[-1].label
    names = _competitors(query, grid, library, period)
    values = {name: grid.value(name, period) for name in names}
    places = [_level_place(name, value, library) for name, value in values.items() if value]
    if len(places) < 2:
        return None
    threshold = _threshold(query, places)
    if threshold is not None:
        return _threshold_draft(query, places, threshold, _subject(places[0].figures[0], period))
    return _ranking(query, places, _subject(places[0].figures[0], period))


def rank_changes(query: Query, grid: Grid, library: Library) -> Draft | None:
    """Areas ranked by their change between two periods, in per cent or in number, as asked; both where that is open."""
    names = _competitors(query, grid, library, "")
    pair = period_pair(query, grid, tuple(names))
    if pair is None:
        return None
    changes = [change for name in names if (change := change_of(grid, name, pair))]
    if len(changes) < 2:
        return None
    by_percent = query.wants in ("percent", "points") or query.wants != "count" and "percent_change" in query.operations
    by_number = (
        query.wants == "count"
        or re.search(r"\b(?:numerical|absolute|in number|number)\b", query.text, re.I) is not None
    )
    key = "number" if by_number and not by_percent else "percent"
    return _change_ranking(query, changes, key, by_percent or by_number, pair)


def changes_by_direction(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Which areas rose, fell and stayed: for "did all areas see a rise", "which boroughs fell"."""
    names = [a for a in targets.areas if a != library.lexicon.region] or _with_changes(grid, library)
    if query.every_area or re.search(r"\bonly\b", query.text, re.I):
        names = _with_changes(grid, library)
    pair = period_pair(query, grid, tuple(names))
    changes = [c for name in names if pair and (c := change_of(grid, name, pair))]
    if pair is None or len(changes) < 2:
        return None
    told = []
    for direction, word in (("up", "rose"), ("down", "fell"), ("same", "stayed the same")):
        members = [f"{c.area} ({_brief(c)})" for c in changes if c.direction == direction]
        told.append((direction, word, members))
    if query.direction:
        told.sort(key=lambda item: item[0] != query.direction)
    parts = [f"{word} in {and_list(members)}" for _, word, members in told if members]
    measure = measure_words(changes[0].figures[0])
    headline = f"{_all_answer(query, changes)}{sentence_case(measure)} {pair_words(pair)}: {'; '.join(parts)}."
    return Draft("answered", headline, figures=tuple(f for c in changes for f in c.figures)[:40])


def _all_answer(query: Query, changes: list[Change]) -> str:
    if not query.yes_no or not query.direction:
        return ""
    if query.areas and re.search(r"\bonly\b", query.text, re.I):
        return "Yes: " if {c.area for c in changes if c.direction == query.direction} == set(query.areas) else "No: "
    count = sum(c.direction == query.direction for c in changes)
    every = re.search(r"\b(?:all|every|each|everywhere)\b", query.text, re.I)
    holds = count == len(changes) if every else count > 0
    return "Yes: " if holds else "No: "


def _brief(change: Change) -> str:
    if change.amount is not None and change.base and change.last:
        levels = f"{change.base.figure.printed} to {change.last.figure.printed}"
        return levels if change.direction != "same" else value_words(change.last.figure)
    return (
        value_words(change.printed[0].figure)
        if change.printed
        else f"{value_words(change.base.figure)} to {value_words(change.last.figure)}"
        if change.base and change.last
        else ""
    )


def _competitors(query: Query, grid: Grid, library: Library, period: str) -> list[str]:
    local = local_areas(grid, library.lexicon, period) if period else _with_changes(grid, library)
    named = [a for a in query.areas if a in local]
    only_these = (
        len(named) >= 2
        and not query.nth
        and not re.search(r"\b(?:after|behind|apart from|besides|other than|except)\b", query.text, re.I)
    )
    return named if only_these else local


def _with_changes(grid: Grid, library: Library) -> list[str]:
    names = local_areas(grid, library.lexicon)
    more = [
        a
        for a, _, _ in grid.changes
        if a and (a not in library.lexicon.areas or library.lexicon.areas[a].kind == "local")
    ]
    return list(dict.fromkeys([*names, *more]))


def _level_place(area: str, value: Value, library: Library) -> Place:
    return Place(area, value.number, f"{area} ({short_value(value, library)})", value.all_figures)


def _subject(figure: Figure, period: str) -> str:
    return f"{measure_words(figure)} {period_words(period)}"


def _ranking(query: Query, places: list[Place], subject: str) -> Draft:
    ordered = sorted(places, key=lambda place: place.number, reverse=not query.low)
    figures = tuple(f for place in ordered for f in place.figures)
    words = "lowest" if query.low else "highest"
    if _ALL.search(query.text) and query.top == 1:
        head = f"{sentence_case(subject)}, from the {words}: {', '.join(place.words for place in ordered)}."
    elif query.nth and query.nth <= len(ordered):
        place = ordered[query.nth - 1]
        ordinal = {2: "second", 3: "third", 4: "fourth"}[query.nth]
        head = f"{place.area} had the {ordinal} {words} {subject}: {_number_part(place)}."
    elif query.top > 1:
        head = f"The {query.top} {words} for {subject}: {and_list([place.words for place in ordered[: query.top]])}."
    else:
        head = _first_place(query, ordered, words, subject)
    return Draft("answered", head, detail=(_full_order(ordered),), figures=figures)


def _first_place(query: Query, ordered: list[Place], words: str, subject: str) -> str:
    tied = [place for place in ordered if place.number == ordered[0].number]
    names = and_list([place.area for place in tied])
    rest = ordered[len(tied) :]
    next_words = (
        f", ahead of {rest[0].words}" if rest and not query.low else f"; next is {rest[0].words}" if rest else ""
    )
    return f"{names} had the {words} {subject}: {_number_part(tied[0])}{next_words}."


def _number_part(place: Place) -> str:
    return place.words[len(place.area) + 2 : -1]


def _full_order(ordered: list[Place]) -> str:
    return f"In order: {', '.join(place.words for place in ordered)}."


def _threshold(query: Query, places: list[Place]) -> tuple[str, Decimal] | None:
    match = _COMPARATOR.search(query.text)
    if not match or not query.every_area:
        return None
    number = next((n for n in find_numbers(query.text) if 0 <= n.start - match.end() <= 3), None)
    return (match.lastgroup or "over", number.value) if number else None


def _threshold_draft(query: Query, places: list[Place], threshold: tuple[str, Decimal], subject: str) -> Draft:
    side, limit = threshold
    met = [p for p in places if (p.number > limit if side == "over" else p.number < limit)]
    word = "above" if side == "over" else "below"
    ordered = sorted(met, key=lambda p: -p.number)
    listed = and_list([p.words for p in ordered]) if met else "no area"
    head = f"{sentence_case(subject)} was {word} {limit:,f} in {listed}."
    return Draft("answered", head, figures=tuple(f for p in (ordered or places) for f in p.figures))


def _change_ranking(query: Query, changes: list[Change], key: str, told: bool, pair: tuple[str, str]) -> Draft | None:
    ordered = _ordered_changes(query, changes, key)
    if not ordered:
        return None
    measure = measure_words(ordered[0].figures[0])
    kind = _kind_words(query)
    by = "in per cent" if key == "percent" else "in number"
    if ordered[0].last and ordered[0].last.figure.unit == "%":
        by = "in percentage points"
    tied = [c for c in ordered if _size(c, key) == _size(ordered[0], key)]
    names = and_list([c.area for c in tied])
    if query.nth and query.nth <= len(ordered):
        tied, kind = [ordered[query.nth - 1]], f"{ {2: 'second', 3: 'third', 4: 'fourth'}[query.nth] } {kind}"
        names = tied[0].area
    told_sizes = "; ".join(dict.fromkeys(_change_words(c) for c in tied))
    head = f"{names} had the {kind} {measure} {pair_words(pair)} ({by}): {told_sizes}."
    if query.top > 1:
        listed = and_list([f"{c.area} ({_change_words(c)})" for c in ordered[: query.top]])
        head = f"The {query.top} {kind} {measure} {pair_words(pair)} ({by}): {listed}."
    elif not told:
        other = _ordered_changes(query, changes, "number" if key == "percent" else "percent")
        if other and other[0].area != ordered[0].area:
            head += f" In number it was {other[0].area}: {_change_words(other[0])}."
    detail = f"In order: {', '.join(f'{c.area} ({_change_words(c)})' for c in ordered)}."
    return Draft("answered", head, (detail,), tuple(f for c in ordered for f in c.figures)[:40])


def _size(change: Change, key: str) -> Decimal | None:
    return change.percent if key == "percent" else change.amount


def _ordered_changes(query: Query, changes: list[Change], key: str) -> list[Change]:
    sized = [(c, c.percent if key == "percent" else c.amount) for c in changes]
    known = [(c, size) for c, size in sized if size is not None]
    small = query.low and query.direction != "down"
    falling = query.direction == "down"
    if falling:
        ordered = sorted(known, key=lambda item: item[1], reverse=query.low)
    elif query.direction == "up" or not _by_size(query):
        ordered = sorted(known, key=lambda item: item[1], reverse=not small)
    else:
        ordered = sorted(known, key=lambda item: abs(item[1]), reverse=not small)
    return [c for c, _ in ordered]


def _by_size(query: Query) -> bool:
    return re.search(r"\bchange", query.text, re.I) is not None


def _kind_words(query: Query) -> str:
    size = "smallest" if query.low else "largest"
    return f"{size} {'fall in' if query.direction == 'down' else 'rise in' if query.direction == 'up' else 'change in'}"


def _change_words(change: Change) -> str:
    if change.amount is not None and change.base and change.last and (change.is_exact or not change.printed):
        return f"{change.base.figure.printed} to {change.last.figure.printed}, {size_words(change)}"
    figure = change.printed[0].figure
    return (
        f"{signed(figure.value)}{'%' if figure.kind == 'change_percent' else ''}"
        if figure.kind != "change_points"
        else f"{signed(figure.value)} percentage points"
    )


def compare_areas(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Two areas (or one and England) set against each other in one period."""
    period = targets.periods[-1].label if targets.periods else ""
    values = [(a, v) for a in targets.areas if (v := grid.value(a, period))]
    if len(values) != 2:
        return None
    (a, x), (b, y) = values
    gap = x.number - y.number
    first, second = (a, b) if gap >= 0 else (b, a)
    x, y = (x, y) if gap >= 0 else (y, x)
    measure = measure_words(x.figure)
    if gap == 0:
        head = f"{area_words(a).capitalize() if a.islower() else a} and {b} had the same {measure} {period_words(period)}: {short_value(x, library)}."
    else:
        head = (
            f"{sentence_case(area_words(first))} was higher: {short_value(x, library)} {measure} {period_words(period)}, against "
            f"{short_value(y, library)} in {area_words(second)}, a difference of {_gap(abs(gap), x.figure)}."
        )
    return Draft("answered", f"{_comparison_answer(query, a, b, gap)}{head}", figures=(*x.all_figures, *y.all_figures))


def _gap(gap: Decimal, figure: Figure) -> str:
    if figure.unit == "%":
        return f"{gap:,f} percentage points"
    return f"{gap:,f}" + (f" {figure.unit}" if figure.unit.startswith("per ") else "")


def _comparison_answer(query: Query, a: str, b: str, gap: Decimal) -> str:
    if not query.yes_no or not query.direction:
        return ""
    asked_up = query.direction == "up"
    first = a if query.areas and query.areas[0] == a else b
    higher = gap > 0 if first == a else gap < 0
    return "Yes: " if higher == asked_up and gap != 0 else "No: "
