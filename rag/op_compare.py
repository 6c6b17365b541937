"""Two areas, or an area and the country, set against each other in one period."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from rag.cells import Grid, Value
from rag.draft import Draft
from rag.library import Library
from rag.op_lookup import short_value
from rag.query import Query
from rag.records import Derivation
from rag.targets import Targets
from rag.wording import area_words, measure_words, period_words, plain_number, sentence_case

_MORE_OR_FEWER = re.compile(r"\b(?:fewer or more|more or fewer)\b", re.I)

_ABOVE = r"(?:above|over|higher|more|bigger|larger|greater|ahead|up)"
_BELOW = r"(?:below|under|lower|fewer|less|smaller|behind|down)"
_EITHER_SIDE = re.compile(rf"\b(?:{_ABOVE}(?: than)? or {_BELOW}|{_BELOW}(?: than)? or {_ABOVE})\b", re.I)


def compare_areas(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Two areas (or one and England) set against each other in one period, or in each of those that are named."""
    labels = [period.label for period in targets.periods] or [""]
    several = labels if len(query.periods) == len(labels) > 1 and not query.yes_no else labels[-1:]
    drafts = [draft for label in several if (draft := _compared_in(label, query, grid, targets, library))]
    if len(drafts) < 2:
        return drafts[0] if drafts and len(several) == 1 else None
    head = " ".join(draft.headline for draft in drafts)
    return replace(drafts[-1], headline=head, figures=tuple(f for draft in drafts for f in draft.figures))


def _compared_in(period: str, query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    values = [(a, v) for a in targets.areas if (v := grid.value(a, period))]
    if len(values) != 2:
        return None
    (a, x), (b, y) = values
    gap = x.number - y.number
    first, second = (a, b) if gap >= 0 else (b, a)
    x, y = (x, y) if gap >= 0 else (y, x)
    measure = measure_words(x.figure)
    relative = library.cues.has("relative", query.text) and x.figure.unit != "%" and y.number
    percent = f", or {plain_number(abs(gap) / y.number * 100, 1)}%" if relative else ""
    if gap == 0:
        head = f"{area_words(a).capitalize() if a.islower() else a} and {b} had the same {measure} {period_words(period)}: {short_value(x, library)}."
    else:
        word = "was higher"
        asked_less = library.cues.has("less", query.text) and not library.cues.has("more", query.text)
        if asked_less or _moves_on_to(second, query, library) or _asks_how_it_stands(second, query, library):
            first, second, x, y = second, first, y, x
            counts = x.figure.unit in ("", "people", "individuals") and _MORE_OR_FEWER.search(query.text)
            word = "had fewer" if counts else "was lower"
        head = (
            f"{sentence_case(area_words(first))} {word}: {short_value(x, library)} {measure} {period_words(period)}, against "
            f"{short_value(y, library)} in {area_words(second)}, a difference of {_gap(abs(gap), x.figure)}{percent}."
        )
    return Draft(
        "answered",
        f"{_comparison_answer(query, a, b, gap, library)}{head}",
        figures=(*x.all_figures, *y.all_figures),
        derivation=difference_of(x, y) if gap else None,
    )


def _moves_on_to(area: str, query: Query, library: Library) -> bool:
    """Whether a follow-up asks of this area how it stands against the one before ("and Sandwell, more or fewer?")."""
    named = [m for m in library.lexicon.find_areas(query.whole_text) if m.name == area]
    held_against = any(re.search(r"\bthan\b", query.whole_text[: mention.start], re.I) for mention in named)
    return "areas" in query.inherited and bool(named) and not held_against and library.cues.has("more", query.text)


def _asks_how_it_stands(area: str, query: Query, library: Library) -> bool:
    """Whether it is asked of this area on which side of the other it is ("is Dudley above or below Walsall?")."""
    sides = _EITHER_SIDE.search(query.text)
    if not query.yes_no or not sides:
        return False
    named = [mention for mention in library.lexicon.find_areas(query.text) if mention.name in query.areas]
    before = [mention.name for mention in named if mention.end <= sides.start()]
    return before[0] == area if before else area not in {mention.name for mention in named}


def difference_of(x: Value, y: Value) -> Derivation:
    """How far apart two values are, worked out from the larger."""
    high, low = sorted((x, y), key=lambda value: value.number, reverse=True)
    unit = "percentage points" if x.figure.unit == "%" else x.figure.unit
    gap = high.number - low.number
    working = f"{high.number:,f} − {low.number:,f} = {gap:,f}"
    inputs = tuple(figure.id for value in (high, low) for figure in value.all_figures)
    return Derivation("difference", working, gap, unit, inputs)


def _gap(gap: Decimal, figure: Figure) -> str:
    if figure.unit == "%":
        return f"{gap:,f} percentage points"
    return f"{gap:,f}" + (f" {figure.unit}" if figure.unit.startswith("per ") else "")


def _comparison_answer(query: Query, a: str, b: str, gap: Decimal, library: Library) -> str:
    if query.yes_no and library.cues.has("equal", query.text):
        return "No: " if gap else "Yes: "
    if not query.yes_no or not query.direction:
        return ""
    asked_up = query.direction == "up"
    first = a if query.areas and query.areas[0] == a else b
    higher = gap > 0 if first == a else gap < 0
    return "Yes: " if higher == asked_up and gap != 0 else "No: "
