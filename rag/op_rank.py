"""Rankings by value: highest, lowest, top three, order of all, threshold lists."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.numerals import find_numbers
from ingest.records import Figure
from rag.cells import Grid, Value
from rag.cues import load_cues
from rag.draft import Draft
from rag.library import Library
from rag.op_lookup import short_value
from rag.query import Query
from rag.targets import Targets, local_areas
from rag.wording import and_list, measure_words, period_words, sentence_case

_ALL = re.compile(
    r"\b(?:rank|order|league table|list|all seven|from (?:high|low|most|least|big|small)|(?:(?:high|low|large|small|bigg|great)est|most|fewest|worst) first\b|"
    r"(?:start|begin)\w* (?:with|from|at) the (?:high|low|most|few|big|small|larg|worst|top|bottom)|top to bottom)",
    re.I,
)
_COMPARATOR = re.compile(
    r"\b(?P<over>more than|over|above|at least|exceed\w*|greater than|higher than)|\b(?P<under>less than|fewer than|under|below|lower than)",
    re.I,
)


_SEVERAL = 3  # periods named that are each told


@dataclass(frozen=True, slots=True)
class Place:
    """One area's place in a ranking: the number it is ranked by, and how it is told."""

    area: str
    number: Decimal
    words: str
    figures: tuple[Figure, ...]


def rank_levels(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Areas ranked by their value in the target period, or in each of two or three that are named."""
    if not targets.periods:
        return None
    several = targets.periods if 1 < len(query.periods) <= _SEVERAL and not query.changing else targets.periods[-1:]
    drafts = [draft for period in several if (draft := _rank_in(query, grid, period.label, library))]
    if not drafts:
        return None
    head = " ".join(draft.headline for draft in drafts)
    figures = tuple(f for draft in drafts for f in draft.figures)
    return replace(
        drafts[-1], headline=head, detail=tuple(d for draft in drafts for d in draft.detail), figures=figures
    )


def _rank_in(query: Query, grid: Grid, period: str, library: Library) -> Draft | None:
    names = competitors(query, grid, library, period)
    values = {name: grid.value(name, period) for name in names}
    places = [_level_place(name, value, library) for name, value in values.items() if value]
    if len(places) < 2:
        return None
    threshold = _threshold(query, places)
    if threshold is not None:
        return _threshold_draft(query, places, threshold, _subject(places[0].figures[0], period))
    return ranked(query, places, _subject(places[0].figures[0], period))


def competitors(query: Query, grid: Grid, library: Library, period: str) -> list[str]:
    """The areas that are ranked: those named, where several are, else all but those that the question leaves out."""
    local = local_areas(grid, library.lexicon, period) if period else with_changes(grid, library)
    if query.left_out:
        return [area for area in local if area not in query.left_out]
    named = [a for a in query.areas if a in local]
    only_these = (
        len(named) >= 2
        and not query.nth
        and not re.search(r"\b(?:after|behind|apart from|besides|other than|except)\b", query.text, re.I)
    )
    return named if only_these else local


def with_changes(grid: Grid, library: Library) -> list[str]:
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


def ranked(query: Query, places: list[Place], subject: str) -> Draft:
    """The places told in the way the question asks: all in order, the nth, the top ones, or the first."""
    ordered = sorted(places, key=lambda place: place.number, reverse=not query.low)
    figures = tuple(f for place in ordered for f in place.figures)
    words = "lowest" if query.low else "highest"
    if _ALL.search(query.text) and query.top == 1 and not query.nth:
        head = f"{sentence_case(subject)}, from the {words}: {', '.join(place.words for place in ordered)}."
    elif load_cues().has("both_ends", query.text) and query.top == 1:
        head = _both_ends(sorted(places, key=lambda place: -place.number), subject)
    elif first := places_before(query, [place.area for place in ordered]):
        before, told = and_list([one.area for one in ordered[:first]]), ordered[first : first + query.top]
        head = f"After {before}, the {query.top} {words} for {subject}: {and_list([one.words for one in told])}."
    elif query.nth and query.nth <= len(ordered):
        place = ordered[query.nth - 1]
        ordinal = {2: "second", 3: "third", 4: "fourth"}[query.nth]
        head = f"{place.area} had the {ordinal} {words} {subject}: {_number_part(place)}."
    elif query.top > 1:
        head = f"The {query.top} {words} for {subject}: {and_list([place.words for place in ordered[: query.top]])}."
    else:
        head = _first_place(query, ordered, words, subject)
    head = claimed_place(query, [(place.area, place.number, _number_part(place)) for place in ordered], head)
    return Draft("answered", head, detail=(_full_order(ordered),), figures=figures)


def places_before(query: Query, ordered: list[str]) -> int:
    """How many places of a ranking stand before those asked for ("after Birmingham, which two ...?"); else 0."""
    if query.top == 1 or not query.nth or not load_cues().has("next_after", query.text):
        return 0
    return max((at for at, area in enumerate(ordered) if area in query.areas), default=-1) + 1


def claimed_place(query: Query, ordered: list[tuple[str, Decimal, str]], head: str) -> str:
    """The headline with yes or no before it, where a question claims a place for one area ("had the most, didn't it?").

    ``ordered`` holds area, number and the number in words, from the first place to the last.
    """
    named = [row for row in ordered if row[0] in query.areas]
    if not query.yes_no or len(named) != 1 or len(ordered) < 2:
        return head
    at = min(query.nth or 1, len(ordered)) - 1
    area, number, words = named[0]
    stated = [n for n in query.numbers if not n.in_words and n.value > len(ordered)]
    if number == ordered[at][1] and (not stated or any(f"{n.value:,f}" in words for n in stated)):
        return f"Yes: {head}"
    return f"No: {head}" + ("" if f"{area} (" in head or number == ordered[at][1] else f" {area}: {words}.")


def _first_place(query: Query, ordered: list[Place], words: str, subject: str) -> str:
    tied = [place for place in ordered if place.number == ordered[0].number]
    names = and_list([place.area for place in tied])
    rest = [place for place in ordered[len(tied) :] if place.number == ordered[len(tied)].number]
    listed = and_list([place.words for place in rest])
    link = ", ahead of" if not query.low else "; next is" if len(rest) == 1 else "; next are"
    next_words = f"{link} {listed}" if rest else ""
    return f"{names} had the {words} {subject}: {_number_part(tied[0])}{next_words}."


def _both_ends(ordered: list[Place], subject: str) -> str:
    """The highest and the lowest place, with the gap between them."""
    first, last = ordered[0], ordered[-1]
    high, low = ([p for p in ordered if p.number == end.number] for end in (first, last))
    told = [
        f"{side}est in {and_list([p.area for p in ends])} ({_number_part(ends[0])})"
        for side, ends in (("high", high), ("low", low))
    ]
    return f"{sentence_case(subject)}: {' and '.join(told)}, a difference of {first.number - last.number:,f}."


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
