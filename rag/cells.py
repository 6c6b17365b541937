"""The figures of one measure by area and period: the one to show, and those that disagree with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ingest.lexicon import Lexicon
from ingest.periods import Period, period_from_label
from ingest.records import Figure
from rag.fit import telling
from rag.lookup import Found

_PARTS = ("result", "client", "part", "level", "age", "sex", "group")


@dataclass(frozen=True, slots=True)
class Value:
    """What the reports give for one area and period: the figure shown, others that say the same, others that do not."""

    figure: Figure
    same: tuple[Figure, ...] = ()
    rivals: tuple[Figure, ...] = ()

    @property
    def number(self) -> Decimal:
        """The number shown."""
        return self.figure.value

    @property
    def every_figure(self) -> tuple[Figure, ...]:
        """The figure shown, those that agree with it and those that do not."""
        return (self.figure, *self.same, *self.rivals)

    def led_by(self, figure: Figure) -> "Value":
        """The same value with another of its figures shown; what another report gives is then told as its rival no more."""
        if figure is self.figure:
            return Value(figure, self.same, tuple(r for r in self.rivals if r.locator.report == figure.locator.report))
        others = tuple(f for f in self.every_figure if f is not figure)
        rivals = tuple(f for f in others if not agrees(figure, f) and f.locator.report == figure.locator.report)
        return Value(figure, tuple(f for f in others if agrees(figure, f)), rivals)

    @property
    def all_figures(self) -> tuple[Figure, ...]:
        """The figure shown and its rivals."""
        return (self.figure, *self.rivals)


@dataclass(frozen=True, eq=False)
class Grid:
    """All values of one measure."""

    levels: dict[tuple[str, str], Value]
    changes: dict[tuple[str, str, str], Value]
    periods: dict[str, Period]

    def areas(self, period: str = "") -> list[str]:
        """The areas that have a value (for a period), in the order of the reports."""
        return list(dict.fromkeys(area for area, p in self.levels if not period or p == period))

    def periods_of(self, areas: Iterable[str] = ()) -> list[Period]:
        """The periods that have a value (for one of the areas), oldest first."""
        wanted = set(areas)
        labels = {p for area, p in self.levels if not wanted or area in wanted}
        return sorted(self.periods[label] for label in labels if label in self.periods)

    def value(self, area: str, period: str) -> Value | None:
        """The value of an area in a period."""
        return self.levels.get((area, period))

    def change(self, area: str, base: str, period: str) -> list[Value]:
        """The printed changes of an area between two periods, percent first."""
        kinds = ("change_percent", "change_points", "change_count")
        return [found for kind in kinds if (found := self.changes.get((area, f"{base}>{period}", kind)))]


def build_grid(found: Found, lexicon: Lexicon) -> Grid:
    """The grid of a measure."""
    levels: dict[tuple[str, str], list[Figure]] = {}
    changes: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in filter(_is_comparable, found.figures):
        levels.setdefault((figure.area, figure.period), []).append(figure)
    for figure in filter(_is_comparable, found.changes):
        changes.setdefault((figure.area, f"{figure.base_period}>{figure.period}", figure.kind), []).append(figure)
    labels = {label for _, label in levels} | {part for _, pair, _ in changes for part in pair.split(">")}
    periods = {label: period for label in labels if (period := period_from_label(label))}
    parts = _parts_of(found, lexicon)
    values = {key: _value(figures, parts) for key, figures in levels.items()}
    clear = {key: value for key, value in values.items() if not _is_ambiguous(value)}
    return Grid(clear, {k: _value(v, parts) for k, v in changes.items()}, periods)


def _is_ambiguous(value: Value) -> bool:
    """Whether the sentences of one report give several numbers for one area and period: they count different things."""
    if value.figure.is_cell or value.figure.area == "":
        return value.figure.area == ""
    return any(rival.locator.report == value.figure.locator.report for rival in value.rivals)


Parts = Callable[[Figure], bool]


def _parts_of(found: Found, lexicon: Lexicon) -> Parts:
    """Tells of a sentence's figure whether its sentence speaks of a part ("charges") that the measure itself does not name."""
    facets = {lexicon.concepts[term].facet for term in found.signature[0]}

    def speaks_of_part(figure: Figure) -> bool:
        named = _telling_in(figure.sentence, lexicon) - found.signature[0]
        return any(
            lexicon.concepts[term].facet in _PARTS and lexicon.concepts[term].facet not in facets for term in named
        )

    return speaks_of_part


@lru_cache(maxsize=10_000)
def _telling_in(sentence: str, lexicon: Lexicon) -> frozenset[str]:
    """The telling terms of a sentence; the same sentences are met again and again."""
    return telling(lexicon.terms_of(sentence), lexicon)


def _is_comparable(figure: Figure) -> bool:
    """Whether a figure can stand in a grid: a cell, or a number in digits; small counts in words ("two areas") tell no measure."""
    return figure.is_cell or any(c.isdigit() for c in figure.printed)


def _value(figures: list[Figure], speaks_of_part: Parts) -> Value:
    ordered = sorted(figures, key=lambda f: (not f.is_cell, bool(f.qualifier), f.high is not None))
    ordered = ordered[:1] + [f for f in ordered[1:] if f.is_cell or agrees(ordered[0], f) or not speaks_of_part(f)]
    first = ordered[0]
    rivals: list[Figure] = []
    for other in ordered[1:]:
        if not agrees(first, other) and all(other.value != r.value for r in rivals):
            rivals.append(other)
    same = tuple(f for f in ordered[1:] if agrees(first, f))
    return Value(first, same, tuple(rivals))


def agrees(exact: Figure, other: Figure) -> bool:
    """Whether two figures say the same, rounding and wording ("about", "over") taken into account."""
    a, b = exact.value, other.value
    if exact.kind != "level" or other.kind != "level":
        a, b = (abs(a), abs(b)) if not (_signed(exact) and _signed(other)) else (a, b)
    if a == b or other.high is not None and other.value <= a <= other.high:
        return True
    if other.qualifier == "over":
        return b <= a <= b * Decimal("1.25")
    if other.qualifier == "about":
        return abs(a - b) <= max(abs(b) * Decimal("0.06"), Decimal("0.5"))
    if exact.high is not None or other.high is not None:
        return True
    places = min(_places(exact.printed), _places(other.printed))
    return places < max(_places(exact.printed), _places(other.printed)) and abs(a - b) <= Decimal(5) * Decimal(10) ** (
        -places - 1
    )


def _signed(figure: Figure) -> bool:
    return figure.printed.strip()[:1] in "+-−–" or figure.value < 0


def _places(printed: str) -> int:
    digits = "".join(c for c in printed if c.isdigit() or c == ".").strip(".")
    return len(digits.partition(".")[2])
