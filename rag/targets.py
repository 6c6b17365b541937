"""Which areas and periods of a measure a query is about, and which of those asked for the reports do not have."""

from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.periods import Period
from rag.cells import Grid, Value
from rag.query import Query


@dataclass(frozen=True, slots=True)
class Targets:
    """Areas and periods to answer for; what was asked for and is not there; notes for the reader."""

    areas: tuple[str, ...]
    periods: tuple[Period, ...]
    missing_areas: tuple[str, ...] = ()
    missing_periods: tuple[Period, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether all that was asked for is there."""
        return not self.missing_areas and not self.missing_periods and bool(self.areas and self.periods)


def find_targets(query: Query, grid: Grid, lexicon: Lexicon) -> Targets:
    """The targets of a query in a measure's grid."""
    asked = _asked_areas(query, grid, lexicon)
    available = _dated(grid.periods_of(asked))
    periods, missing_periods, notes = _periods(query, available)
    areas = asked or _default_areas(grid, periods, lexicon)
    if not asked and not query.periods and not query.relative and areas:
        here = _dated(grid.periods_of(areas))
        periods = (here[-1],) if here and not query.since else periods
    missing = tuple(a for a in areas if not any(grid.value(a, p.label) for p in periods))
    there = tuple(a for a in areas if a not in missing)
    return Targets(there, tuple(periods), missing if asked else (), missing_periods, notes)


def districts_asked(query: Query, lexicon: Lexicon) -> set[str]:
    """The local areas that a question names."""
    kinds = lexicon.areas
    return {area for area in query.areas if area in kinds and kinds[area].kind == "local"}


def local_areas(grid: Grid, lexicon: Lexicon, period: str = "") -> list[str]:
    """The local areas that have a value."""
    return [
        a
        for a in grid.areas(period)
        if a in lexicon.areas and lexicon.areas[a].kind == "local" or a and a not in lexicon.areas
    ]


def values_for(grid: Grid, targets: Targets) -> dict[tuple[str, str], Value]:
    """The values of all target areas and periods that are there."""
    pairs = [(a, p.label) for a in targets.areas for p in targets.periods]
    return {pair: value for pair in pairs if (value := grid.value(*pair))}


def _asked_areas(query: Query, grid: Grid, lexicon: Lexicon) -> tuple[str, ...]:
    if query.every_area:
        return tuple(local_areas(grid, lexicon)) + tuple(a for a in query.areas if a in lexicon.compare)
    parts = _parts_of_region(query, grid, lexicon)
    return parts or query.areas


def _parts_of_region(query: Query, grid: Grid, lexicon: Lexicon) -> tuple[str, ...]:
    """All local areas, where the total of the region is asked for and stands only in its parts; else ()."""
    if query.areas != (lexicon.region,) or "total" not in query.operations or lexicon.region in grid.areas():
        return ()
    local = tuple(local_areas(grid, lexicon))
    every = {area.name for area in lexicon.areas.values() if area.kind == "local"}
    return local if every <= set(local) else ()


def _default_areas(grid: Grid, periods: tuple[Period, ...], lexicon: Lexicon) -> tuple[str, ...]:
    labels = [p.label for p in periods]
    if any(grid.value(lexicon.region, label) for label in labels) or not labels and grid.value(lexicon.region, ""):
        return (lexicon.region,)
    return tuple(dict.fromkeys(a for label in labels for a in grid.areas(label)))


def _dated(periods: list[Period]) -> list[Period]:
    closed = [p for p in periods if p.kind != "since"]
    return closed or periods


def _periods(query: Query, available: list[Period]) -> tuple[tuple[Period, ...], tuple[Period, ...], tuple[str, ...]]:
    if query.since:
        return tuple(p for p in available if p.end >= query.since.start), (), ()
    if not query.periods:
        return _relative(query, available), (), ()
    whole = _as_span(query.periods, available)
    if whole:
        return (whole,), (), ()
    found: list[Period] = []
    missing: list[Period] = []
    notes: list[str] = []
    for period in query.periods:
        near = [period] if period in available else _same_days(period, available) or _overlapping(period, available)
        if near and near != [period] and (near[0].start, near[0].end) != (period.start, period.end):
            kinds = {"fiscal": "financial years (April to March)", "calendar": "calendar years"}
            notes.append(
                f"The reports count this by {kinds.get(near[0].kind, 'other periods')}, so {period.label} is answered by {' and '.join(p.label for p in near)}."
            )
        found += [p for p in near if p not in found]
        missing += [] if near else [period]
    return tuple(sorted(found)), tuple(missing), tuple(notes)


def _as_span(periods: tuple[Period, ...], available: list[Period]) -> Period | None:
    """The span that reaches from the first to the last period named, where the measure is given for such a span."""
    if len(periods) < 2:
        return None
    start, end = min(p.start for p in periods), max(p.end for p in periods)
    spans = [p for p in available if p.kind == "span"]
    exact = next((p for p in spans if (p.start, p.end) == (start, end)), None)
    if exact or any(period in available for period in periods):
        return exact
    return next((p for p in spans if (p.start.year, p.end.year) == (start.year, end.year)), None)


def _relative(query: Query, available: list[Period]) -> tuple[Period, ...]:
    if not available:
        return ()
    if query.relative == "both":
        return tuple(available)
    if query.relative == "earliest":
        return (available[0],)
    return tuple(available[-query.latest_n :])


def _overlapping(period: Period, available: list[Period]) -> list[Period]:
    """Periods of another kind that share at least a quarter of a year with the one asked for, or the span that holds it."""
    near = [
        p
        for p in available
        if p.kind != period.kind and p.kind in ("fiscal", "calendar") and period.kind in ("fiscal", "calendar")
    ]
    near = [p for p in near if p.start <= period.end and period.start <= p.end and _overlap_days(p, period) >= 80]
    if period.kind == "span":
        near = [p for p in available if period.start <= p.start and p.end <= period.end]
    inside = [p for p in available if p.kind in ("day", "month") and period.start <= p.start and p.end <= period.end]
    return near or inside


def _same_days(period: Period, available: list[Period]) -> list[Period]:
    """The same stretch of time under another name ("April to June 2024" for a first quarter)."""
    return [p for p in available if (p.start, p.end) == (period.start, period.end)]


def _overlap_days(a: Period, b: Period) -> int:
    return (min(a.end, b.end) - max(a.start, b.start)).days
