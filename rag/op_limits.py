"""Whether the values of several areas are all above or below a number ("is the rate in each of the four below 12?")."""

import re

from ingest.numerals import Number
from rag.cells import Grid, Value
from rag.draft import Draft
from rag.library import Library
from rag.op_lookup import short_value
from rag.query import Query
from rag.records import Derivation
from rag.targets import Targets
from rag.wording import and_list, measure_words, period_words, sentence_case

_OVER = re.compile(r"\b(?:more than|over|above|at least|exceed\w*|greater than|higher than|bigger than)\b", re.I)
_UNDER = re.compile(r"\b(?:less than|fewer than|under|below|lower than|at most|smaller than)\b", re.I)


def levels_against_limit(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Yes or no, with those that keep to the limit and those that do not; None where no side of it is told."""
    side = "over" if _OVER.search(query.text) else "under" if _UNDER.search(query.text) else ""
    if not side or not targets.periods:
        return None
    limit = next(n for n in query.numbers if n.unit or not n.in_words)
    period = targets.periods[-1].label
    values = [(a, v) for a in targets.areas if a != library.lexicon.region and (v := grid.value(a, period))]
    values = [(a, v) for a, v in values if not _gives_the_limit(a, v, limit, query)]
    if len(values) < 2:
        return None
    kept = [(a, v) for a, v in values if (v.number > limit.value if side == "over" else v.number < limit.value)]
    return _draft(query, values, kept, f"{'above' if side == 'over' else 'below'} {limit.printed}", library)


def _gives_the_limit(area: str, value: Value, limit: Number, query: Query) -> bool:
    """Whether an area is named as the yardstick ("below Birmingham's 14.2")."""
    before = query.text[: limit.start].rstrip().lower()
    return value.number == limit.value and before.endswith((f"{area.lower()}'s", f"{area.lower()}’s", area.lower()))


def _draft(
    query: Query, values: list[tuple[str, Value]], kept: list[tuple[str, Value]], limit: str, library: Library
) -> Draft:
    missed = [row for row in values if row not in kept]
    some = query.every_area and library.cues.has("some", query.text)
    holds = not kept if library.cues.has("none", query.text) else bool(kept) if some else not missed
    first = values[0][1].figure
    parts = [
        f"{limit} in {_listed(kept, library)}" if kept else "",
        f"not in {_listed(missed, library)}" if missed else "",
    ]
    told = "; ".join(part for part in parts if part)
    head = f"{'Yes' if holds else 'No'}: {sentence_case(measure_words(first))} {period_words(first.period)}: {told}."
    figures = tuple(f for _, v in values for f in v.all_figures)
    working = f"{', '.join(v.figure.printed for _, v in values)}: each held against {limit}"
    return Draft("answered", head, (), figures, Derivation("limit", working, None, "", tuple(f.id for f in figures)))


def _listed(rows: list[tuple[str, Value]], library: Library) -> str:
    return and_list([f"{area} ({short_value(value, library)})" for area, value in rows])
