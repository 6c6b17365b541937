"""The number that a level and its printed change imply for the period before ("9,345, up 8.4%": what was it a year earlier?)."""

from dataclasses import replace
from decimal import Decimal

from ingest.numerals import Number
from ingest.records import Figure
from ingest.words import content_stems
from rag.cells import Grid, build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import find_measures
from rag.query import Query
from rag.records import Derivation
from rag.wording import measure_words, period_words, plain_number, setting_words, value_words

_TRIED = 4
_KINDS = ("change_percent", "change_points")


def implied_base(query: Query, library: Library) -> Draft | None:
    """The base that a printed level and a printed change in per cent imply, beside the printed one where there is any."""
    if not library.cues.has("implied_base", query.text) or query.every_area or len(query.areas) > 1:
        return None
    said = set(content_stems(" ".join(m[0] for m in library.cues.patterns["level_words"].finditer(query.text))))
    words = tuple(word for word in query.words if word not in said)
    free = replace(query, words=words, periods=(), relative="", wants="", operations=(), changing=False, report="")
    for found in find_measures(free, library.index, library.lexicon)[:_TRIED]:
        grid = build_grid(found, library.lexicon)
        for change in _changes(query, grid, library):
            level = _level_of(change, query, grid)
            if level:
                return _told(level, change, grid, library)
    return None


def _changes(query: Query, grid: Grid, library: Library) -> list[Figure]:
    """The printed changes of the area asked for, in per cent or points: of the size and period that the question names."""
    area = query.areas[0] if query.areas else library.lexicon.region
    stated = {abs(n.value) for n in query.numbers if n.unit in ("%", "percentage points") or _in_points(n, query)}
    labels = {p.label for p in query.periods}
    there = [f for v in grid.changes.values() for f in v.every_figure if f.area == area and f.kind in _KINDS]
    levels = {v.number for v in grid.levels.values() if v.number in stated}
    there = [f for f in there if not stated or abs(f.value) in stated or f.kind == "change_points" and levels]
    return [f for f in there if not labels or {f.period, f.base_period} & labels]


def _in_points(number: Number, query: Query) -> bool:
    return query.text[number.end :].lstrip(" -").startswith("point")


def _level_of(change: Figure, query: Query, grid: Grid) -> Figure | None:
    """The level that the change led to, from the change's own report: of the number that the question states, if any."""
    value = grid.value(change.area, change.period)
    stated = {n.value for n in query.numbers if not n.unit and n.value > 100}
    levels = [f for f in value.every_figure if not f.qualifier] if value else []
    levels = [f for f in levels if f.value in stated] if stated else levels
    levels = [f for f in levels if f.unit == "%"] if change.kind == "change_points" else levels
    own = [f for f in levels if f.locator.report == change.locator.report]
    return next(iter(own or (levels if stated else [])), None)


def _told(level: Figure, change: Figure, grid: Grid, library: Library) -> Draft:
    if change.kind == "change_points":
        return _told_points(level, change)
    factor = 1 + change.value / 100
    base = level.value / factor
    quotient = f"{level.printed} ÷ {factor.normalize()} = {plain_number(base, 1)}"
    working = f"{quotient}, about {plain_number(base, 0)}"
    head = (
        f"About {plain_number(base, 0)} {period_words(change.base_period)}: {value_words(level)} {measure_words(level)} "
        f"{setting_words(level)}, a change of {change.printed}, so {quotient}."
    )
    printed = grid.value(change.area, change.base_period)
    figures: tuple[Figure, ...] = (level, change)
    if printed and abs(printed.number - base) >= Decimal("0.5"):
        place = library.place_of(printed.figure, printed.figure.locator.report != level.locator.report)
        head += f" {place[0].upper()}{place[1:]} prints {value_words(printed.figure)}."
        figures = (*figures, printed.figure)
    derivation = Derivation("implied base", working, base, level.unit, (level.id, change.id))
    return Draft("answered", head, figures=figures, derivation=derivation)


def _told_points(level: Figure, change: Figure) -> Draft:
    """The share that a share and its printed change in points imply for the period before."""
    base = level.value - change.value
    sign, size = ("−", change.value) if change.value >= 0 else ("+", -change.value)
    working = f"{plain_number(level.value)} {sign} {plain_number(size)} = {plain_number(base)}%"
    before = period_words(change.base_period) if change.base_period else "in the period before"
    head = (
        f"{plain_number(base)}% {before}: {value_words(level)} {measure_words(level)} {setting_words(level)}, "
        f"a change of {plain_number(change.value)} percentage points, so {working}."
    )
    derivation = Derivation("implied base", working, base, "%", (level.id, change.id))
    return Draft("answered", head, figures=(level, change), derivation=derivation)
