"""Where the reports state the numbers that a question hands over."""

from collections.abc import Sequence
from decimal import Decimal

from ingest.numerals import Number
from ingest.records import Figure
from ingest.words import content_stems
from rag.library import Library
from rag.query import Query

_MOST = 30  # places of one number that are weighed against those of the other
_TOGETHER = 3  # what it counts that both stand in one paragraph or table
_OTHER = ("times", "interval", "share", "years")
_HUNDRED = Decimal(100)
_LONG = 1000
Pair = tuple[Figure, Figure]


def sources_of(first: Number, second: Number, query: Query, library: Library) -> Pair | None:
    """The figures that the two numbers are, from places that say what the question speaks of; None where there are none."""
    asked = set(library.lexicon.terms_of(query.text)) | set(content_stems(query.text)) | set(query.concepts)
    several = len(query.areas) > 1
    areas = {area for area in query.areas if several or area not in library.lexicon.compare}
    areas |= {library.lexicon.region} if areas else set()
    values = {value for number in (first, second) for value in (number.value, _HUNDRED - number.value)}
    worth = library.index.figures.worth(values, query.report, sorted(areas))
    figures = [f for f in worth if _may_be_meant(f, query, areas)]
    sides = [_places(number, figures, asked, library) for number in (first, second)]
    pairs = [(a, b) for a in sides[0] for b in sides[1] if a[1].id != b[1].id]
    pairs = [(a, b) for a, b in pairs if a[0] and b[0] or _togetherness(a[1], b[1]) == _TOGETHER]
    scored = [
        (a[0] + b[0] + _togetherness(a[1], b[1]) + _asked_of(a[1], b[1], query), a[1], b[1])
        for a, b in pairs
        if a[0] or b[0] or _telling(first) and _telling(second)
    ]
    best = max(scored, key=lambda one: one[0], default=None)
    least = _TOGETHER if not (_telling(first) and _telling(second)) else _TOGETHER - 1
    return (best[1], best[2]) if best and best[0] > least else None


def _telling(number: Number) -> bool:
    """Whether a number is so long that another that stands with it can hardly be meant."""
    return not number.unit and number.value >= _LONG


def _may_be_meant(figure: Figure, query: Query, areas: set[str]) -> bool:
    """Whether a figure stands where the question says, and speaks of no other area."""
    if query.paragraph and figure.locator.paragraph != query.paragraph:
        return False
    if query.tables and figure.locator.table not in query.tables:
        return False
    return not areas or not figure.area or figure.area in areas


def _places(number: Number, figures: Sequence[Figure], asked: set[str], library: Library) -> list[tuple[int, Figure]]:
    """The figures of a number with how many of the asked terms their sentences have, those that have most first."""
    there = [f for f in figures if _is(number, f)]
    scored = [(len(asked & _said(f, library)), f) for f in there]
    return sorted(scored, key=lambda one: -one[0])[:_MOST]


def _is(number: Number, figure: Figure) -> bool:
    """Whether a figure is the number; a percentage may be what a printed one leaves of the whole."""
    if (
        (number.unit == "%") != (figure.unit == "%")
        or figure.unit in _OTHER
        or figure.kind != "level"
        or figure.high is not None
    ):
        return False
    return figure.value == number.value or number.unit == "%" and figure.value == _HUNDRED - number.value


def _said(figure: Figure, library: Library) -> set[str]:
    return {*library.lexicon.terms_of(figure.sentence), *content_stems(figure.sentence), *figure.terms}


def _asked_of(a: Figure, b: Figure, query: Query) -> int:
    """What it counts that two figures are of the period asked for, and each of another area where two are."""
    labels = {period.label for period in query.periods}
    areas = len(query.areas) == 2 and {a.area, b.area} == set(query.areas)
    return 2 * ((a.period in labels) + (b.period in labels)) + 2 * areas


def _togetherness(a: Figure, b: Figure) -> int:
    """What it counts that two figures stand in one report, and in one table, sentence or numbered paragraph of it."""
    if a.locator.report != b.locator.report:
        return 0
    return _TOGETHER if share_a_place(a, b) else 1


def share_a_place(a: Figure, b: Figure) -> bool:
    """Whether two figures of one report stand in one table, sentence or numbered paragraph."""
    one, other = a.locator, b.locator
    if one.table or other.table:
        return one.table == other.table
    return a.sentence == b.sentence or bool(one.paragraph) and one.paragraph == other.paragraph
