"""What a reader may ask next: questions made from the figures at hand, each answered before it is offered.

Next questions are the same measure's change, its ranking, another area and another period; other readings are the
next-best measures that fit the question. A question is offered only where its answer rests on the figure it is made from.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ingest.records import Figure
from rag.cells import Grid, build_grid
from rag.draft import Draft
from rag.from_figures import is_dependable
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.query import Query
from rag.records import Answer
from rag.suggest_words import ask_change, ask_level, ask_ranking

_MOST_NEXT = 3
_MOST_READINGS = 2
_RANKED = 3  # areas that a ranking needs
_FITS_WELL = 0.6  # a measure that fits less well is no reading of the question

Answering = Callable[[str], Draft]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question, the figure that its answer must rest on, and the operation that it asks for."""

    question: str
    figure: Figure
    operation: str = ""


def with_suggestions(answer: Answer, query: Query, library: Library, answering: Answering) -> Answer:
    """The answer with up to three next questions and two other readings; ``answering`` is how the chat would go on."""
    if query.refusal:
        return answer
    found = [one for one in find_measures(query, library.index, library.lexicon) if is_dependable(one, query, library)]
    known = {_plain(answer.question)}
    readings = _answered(_other_readings(answer, query, found, library), answering, known, _MOST_READINGS)
    following = _answered(_next_questions(answer, query, found, library), answering, known, _MOST_NEXT)
    return replace(answer, suggestions=following, other_readings=readings)


def _next_questions(answer: Answer, query: Query, found: list[Found], library: Library) -> Iterator[_Candidate]:
    shown = _shown(answer)
    chosen = _measure_of(shown, found)
    if chosen is None:
        return
    grid = build_grid(chosen, library.lexicon)
    start = shown if shown and (shown.area, shown.period) in grid.levels else _nearest(query, grid, library)
    if start is None:
        return
    if shown is None:
        yield _Candidate(ask_level(start), start)
    told = {*query.operations, *([answer.derivation.operation] if answer.derivation else [])}
    yield from (one for one in _from_figure(start, grid, library) if one.operation not in told)


def _from_figure(start: Figure, grid: Grid, library: Library) -> Iterator[_Candidate]:
    """The change since the first period, the ranking, the same in another area, the same in another period."""
    periods = [period.label for period in grid.periods_of([start.area]) if period.kind == _kind(start, grid)]
    if start.period in periods and periods[0] != start.period:
        yield _Candidate(ask_change(start, periods[0]), start, "trend")
    local = [area for area in grid.areas(start.period) if _is_local(area, library)]
    if len(local) >= _RANKED:
        yield _Candidate(ask_ranking(start), start, "rank")
    for area in _other_areas(start.area, local, grid, library):
        value = grid.value(area, start.period)
        if value:
            yield _Candidate(ask_level(value.figure), value.figure)
            break
    for label in reversed(periods):
        value = grid.value(start.area, label)
        if label != start.period and value:
            yield _Candidate(ask_level(value.figure), value.figure)
            break


def _other_readings(answer: Answer, query: Query, found: list[Found], library: Library) -> Iterator[_Candidate]:
    """The measures that fit the question but were not taken, at the area and period of the answer."""
    shown = _shown(answer)
    if shown is None or query.operations:
        return
    taken = {figure.measure for figure in answer.figures}
    for one in found:
        if one.score < _FITS_WELL or shown in one.figures:
            continue
        grid = build_grid(one, library.lexicon)
        value = grid.value(shown.area, shown.period)
        figure = value.figure if value else _nearest(query, grid, library)
        if figure and not (figure.measure in taken and not figure.breakdown):
            yield _Candidate(ask_level(figure), figure)


def _answered(candidates: Iterable[_Candidate], answering: Answering, known: set[str], most: int) -> tuple[str, ...]:
    """The questions of the first candidates whose answers rest on their figures; ``known`` is added to."""
    return tuple(islice(_checked(candidates, answering, known), most))


def _checked(candidates: Iterable[_Candidate], answering: Answering, known: set[str]) -> Iterator[str]:
    for one in candidates:
        if not one.question or _plain(one.question) in known:
            continue
        known.add(_plain(one.question))
        draft = answering(one.question)
        if draft.status == "answered" and any(figure.id == one.figure.id for figure in draft.figures):
            yield one.question


def _shown(answer: Answer) -> Figure | None:
    """The figure that the answer leads with; of a change, its later end."""
    levels = [figure for figure in answer.figures if figure.kind == "level"]
    same = [figure for figure in levels if figure.measure == levels[0].measure and figure.area == levels[0].area]
    return same[-1] if answer.derivation and len(same) == 2 else next(iter(levels), None)


def _measure_of(shown: Figure | None, found: list[Found]) -> Found | None:
    if shown is None:
        return next((one for one in found if one.score >= _FITS_WELL), None)
    return next((one for one in found if any(figure.id == shown.id for figure in one.figures)), None)


def _nearest(query: Query, grid: Grid, library: Library) -> Figure | None:
    """The latest value of the area asked for, else of the region."""
    for area in (*query.areas, library.lexicon.region):
        periods = [period.label for period in grid.periods_of([area])]
        wanted = [period.label for period in query.periods if period.label in periods]
        value = grid.value(area, (wanted or periods)[-1]) if periods else None
        if value:
            return value.figure
    return None


def _other_areas(area: str, local: list[str], grid: Grid, library: Library) -> list[str]:
    """The region for a local area; then the areas after it in the order of the reports."""
    at = local.index(area) + 1 if area in local else 0
    return [name for name in (library.lexicon.region, *local[at:], *local[:at]) if name != area]


def _is_local(area: str, library: Library) -> bool:
    return area in library.lexicon.areas and library.lexicon.areas[area].kind == "local"


def _kind(figure: Figure, grid: Grid) -> str:
    return grid.periods[figure.period].kind if figure.period in grid.periods else ""


def _plain(question: str) -> str:
    return " ".join(question.lower().replace("?", " ").split())
