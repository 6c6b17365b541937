"""The changes of two measures set against each other ("which grew faster, trafficking or possession")."""

from dataclasses import dataclass, replace
from decimal import Decimal

from rag.cells import build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import find_measures
from rag.op_change import Change, change_of, period_pair, verb
from rag.op_change_words import pair_words, printed_otherwise, size_words
from rag.query import Query
from rag.records import Derivation
from rag.wording import area_words, measure_words, sentence_case, value_words

_TRIED = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One measure's change, with its name and its size in per cent (points for shares)."""

    name: str
    change: Change
    percent: Decimal


def compare_changes(query: Query, parts: tuple[Query, ...], library: Library) -> Draft | None:
    """Which of two measures rose or fell more in one area, in per cent or in number as asked, with both changes."""
    told = [one for part in parts if (one := change_told(part, library))]
    if len(told) != 2:
        return None
    if len({(t.change.first_period, t.change.last_period) for t in told}) > 1:
        return _in_own_years(told) if not query.periods and not query.since else None
    query = _as_they_moved(query, told, library)
    by_number = query.wants == "count" and "percent_change" not in query.operations
    by_points = not by_number and all(_is_share(t.change) for t in told)
    first, second = sorted(told, key=lambda t: _rank(t, query, by_number or by_points), reverse=True)
    area = area_words(first.change.area)
    how = "in number" if by_number else "in percentage points" if by_points else "in per cent"
    word = {"up": "rose more", "down": "fell more"}.get(query.direction, "changed more")
    fits = not query.direction or first.change.direction == query.direction
    lead = (
        f"{sentence_case(first.name)} {word} {how}"
        if fits
        else f"Neither {'rose' if query.direction == 'up' else 'fell'}"
    )
    pair = pair_words((first.change.first_period, first.change.last_period))
    head = f"{_larger_as_said(query, parts, told, first, library)}{lead} in {area} {pair}: {told_in_words(first)}; {told_in_words(second)}."
    figures = (*first.change.figures, *second.change.figures)
    working = "; ".join(change_working(t) for t in (first, second))
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("changes", working, None, "%", tuple(f.id for f in figures)),
    )


def _larger_as_said(query: Query, parts: tuple[Query, ...], told: list[Told], first: Told, library: Library) -> str:
    """Yes or no to "was the rise in A bigger than the fall in B?", by the sizes; "" where that is not asked."""
    more, less = library.cues.has("more", query.text), library.cues.has("less", query.text)
    if not query.yes_no or more == less or not library.cues.has("than", query.text) or query.direction:
        return ""
    said = [library.lexicon.first_said(part.concepts[0], query.text) for part in parts]
    subject = told[said.index(min(said))]
    return "Yes: " if (subject is first) == more else "No: "


def _in_own_years(told: list[Told]) -> Draft:
    """Two changes side by side, each between the years that the reports give it for, with no word on which is the larger."""
    sides = [f"{told_in_words(one)} {pair_words((one.change.first_period, one.change.last_period))}" for one in told]
    head = f"The reports give the two for different years, in {area_words(told[0].change.area)}: {'; '.join(sides)}."
    figures = tuple(figure for one in told for figure in one.change.figures)
    working = "; ".join(change_working(one) for one in told)
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("changes", working, None, "%", tuple(f.id for f in figures)),
    )


def change_told(query: Query, library: Library) -> Told | None:
    """The change of the measure that a query names, in its area and between its periods."""
    wants = "percent" if query.wants == "points" else "count"
    areas = query.areas or (library.lexicon.region,)
    if len(areas) != 1:
        return None
    for found in find_measures(replace(query, wants=wants), library.index, library.lexicon)[:_TRIED]:
        grid = build_grid(found, library.lexicon)
        pair = period_pair(query, grid, areas)
        change = change_of(grid, areas[0], pair) if pair else None
        if change and change.percent is not None and change.figures:
            figure = (change.last.figure if change.last else None) or change.figures[0]
            return Told(measure_words(figure), change, change.percent)
    return None


def _as_they_moved(query: Query, told: list[Told], library: Library) -> Query:
    """The query for the way that both measures went, where it asks only which of them got better or worse by more."""
    ways = {one.change.direction for one in told}
    judges = library.cues.has("good", query.text) != library.cues.has("bad", query.text)
    return replace(query, direction=ways.pop()) if judges and len(ways) == 1 and ways <= {"up", "down"} else query


def _is_share(change: Change) -> bool:
    return change.amount is not None and change.last is not None and change.last.figure.unit == "%"


def _rank(told: Told, query: Query, by_amount: bool) -> Decimal:
    size = told.change.amount if by_amount and told.change.amount is not None else told.percent
    return -size if query.direction == "down" else size if query.direction == "up" else abs(size)


def told_in_words(told: Told) -> str:
    """How a measure moved: its name, from, to and by how much."""
    change = told.change
    if change.base and change.last and change.amount is not None:
        levels = f"{change.base.figure.printed} to {change.last.figure.printed}"
        printed = "".join(f"; printed: {value_words(figure)}" for figure in printed_otherwise(change)[:1])
        return f"{told.name} {verb(change.direction)} from {levels} ({size_words(change)}{printed})"
    return f"{told.name} {verb(change.direction)} by {value_words(change.printed[0].figure).lstrip('+-−–')}"


def change_working(told: Told) -> str:
    """The sum by which a change in per cent is worked out, or the printed one."""
    change = told.change
    if change.base and change.last and change.amount is not None:
        a, b = change.base.figure.printed, change.last.figure.printed
        return f"({b} − {a}) ÷ {a} = {told.percent:.1f}%"
    return f"{told.name}: {told.percent}%"
