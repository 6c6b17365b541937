"""Whether the values of several areas are all above or below a number ("is the rate in each of the four below 12?")."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.numerals import Number
from rag.cells import Grid, Value
from rag.draft import Draft
from rag.library import Library
from rag.op_directions import counts_areas
from rag.op_lookup import short_value
from rag.query import Query
from rag.records import Derivation
from rag.targets import Targets, local_areas
from rag.wording import and_list, area_words, measure_words, period_words, plain_number, sentence_case

_OVER = re.compile(r"\b(?:more than|over|above|at least|exceed\w*|greater than|higher than|bigger than)\b", re.I)
_UNDER = re.compile(r"\b(?:less than|fewer than|under|below|lower than|at most|smaller than)\b", re.I)

_INCLUSIVE = re.compile(r"\b(?:at least|at most|or (?:more|over|fewer|less|under)|no (?:fewer|less|more) than)\b", re.I)
_AVERAGE = re.compile(r"\b(?:average|mean|norm|typical)\b", re.I)
_SHORT = 6  # words between a yardstick and its value


def levels_against_limit(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Yes or no, with those that keep to the limit and those that do not; None where no side of it is told."""
    side = "over" if _OVER.search(query.text) else "under" if _UNDER.search(query.text) else ""
    if not side or not targets.periods:
        return None
    limit = next(n for n in query.numbers if n.unit or not n.in_words)
    period = targets.periods[-1].label
    values = [(a, v) for a in targets.areas if a != library.lexicon.region and (v := grid.value(a, period))]
    values = [(a, v) for a, v in values if not _gives_the_limit(a, v, limit, query, library)]
    if len(values) < 2:
        return None
    with_it = _INCLUSIVE.search(query.text) is not None
    kept = [(a, v) for a, v in values if _keeps_to(v, side, limit.value, with_it)]
    told = ("at least" if side == "over" else "at most") if with_it else "above" if side == "over" else "below"
    return _draft(query, values, kept, f"{told} {limit.printed}", library)


def levels_against_area(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """The areas above or below another's value ("which areas are above the regional rate?"), in the last period it has."""
    named = [area for area in query.areas if grid.value(area, targets.periods[-1].label)] if targets.periods else []
    side = {"up": "over", "down": "under"}.get(query.direction, "")
    if len(named) != 1 or not side:
        return None
    label = targets.periods[-1].label
    limit = grid.value(named[0], label)
    if limit and named[0] == library.lexicon.region and not _is_of_each(limit):
        return _against_average(query, grid, label, side, library)
    others = [a for a in local_areas(grid, library.lexicon, label) if a != named[0]]
    values = [(a, v) for a in others if (v := grid.value(a, label))]
    if limit is None or len(values) < 2:
        return None
    kept = [(a, v) for a, v in values if _keeps_to(v, side, limit.number, with_it=False)]
    word = "above" if side == "over" else "below"
    draft = _draft(query, values, kept, f"{word} {area_words(named[0])} ({short_value(limit, library)})", library)
    return replace(draft, figures=(*limit.all_figures, *draft.figures))


def _is_of_each(value: Value) -> bool:
    """Whether a region's value may be held against its areas': a rate or share may, a total may not."""
    return value.figure.unit in ("%", "£") or value.figure.unit.startswith("per ")


def _against_average(query: Query, grid: Grid, label: str, side: str, library: Library) -> Draft | None:
    """The areas above or below the average of them all, which is what "the regional average" of a count means."""
    values = [(a, v) for a in local_areas(grid, library.lexicon, label) if (v := grid.value(a, label))]
    if not _AVERAGE.search(query.text) or len(values) < 2:
        return None
    mean = sum((v.number for _, v in values), Decimal(0)) / len(values)
    kept = [(a, v) for a, v in values if _keeps_to(v, side, mean, with_it=False)]
    word = "above" if side == "over" else "below"
    return _draft(
        query, values, kept, f"{word} the average of the {len(values)} areas ({plain_number(mean, 1)})", library
    )


def _keeps_to(value: Value, side: str, limit: Decimal, with_it: bool) -> bool:
    if with_it and value.number == limit:
        return True
    return value.number > limit if side == "over" else value.number < limit


def _gives_the_limit(area: str, value: Value, limit: Number, query: Query, library: Library) -> bool:
    """Whether an area is named as the yardstick ("below Birmingham's 14.2", "Birmingham is on 14.2; are all under that")."""
    if value.number != limit.value:
        return False
    before = query.text[: limit.start]
    areas = library.lexicon.find_areas(before)
    if not areas or areas[-1].name != area:
        return False
    between = before[areas[-1].end :]
    return len(between.split()) <= _SHORT and not (_OVER.search(between) or _UNDER.search(between))


def _draft(
    query: Query, values: list[tuple[str, Value]], kept: list[tuple[str, Value]], limit: str, library: Library
) -> Draft:
    missed = [row for row in values if row not in kept]
    some = query.every_area and library.cues.has("some", query.text)
    holds = not kept if library.cues.has("none", query.text) else bool(kept) if some else not missed
    first = values[0][1].figure
    parts = [
        f"{limit} in {_listed(kept, library) if kept else 'no area'}",
        f"not in {_listed(missed, library)}" if missed and not _asks_for_those_alone(query, library) else "",
    ]
    told = "; ".join(part for part in parts if part)
    answer = ("Yes: " if holds else "No: ") if query.yes_no else ""
    counted = f"{len(kept)} of {len(values)} areas. " if counts_areas(query.text) and not answer else ""
    head = f"{answer}{counted}{sentence_case(measure_words(first))} {period_words(first.period)}: {told}."
    figures = tuple(f for _, v in values for f in v.all_figures)
    working = f"{', '.join(v.figure.printed for _, v in values)}: each held against {limit}"
    return Draft("answered", head, (), figures, Derivation("limit", working, None, "", tuple(f.id for f in figures)))


def _asks_for_those_alone(query: Query, library: Library) -> bool:
    """Whether the areas on the one side are wanted and no others ("only those below 150, nobody else")."""
    told = any(library.cues.has(name, query.whole_text) for name in ("only_these", "not_the_rest"))
    return (query.form in ("list", "who") or query.every_area) and not query.yes_no and told


def _listed(rows: list[tuple[str, Value]], library: Library) -> str:
    return and_list([f"{area} ({short_value(value, library)})" for area, value in rows])
