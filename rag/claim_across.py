"""What a claim says of all areas ("fell in every area", "only Sandwell rose", "three of the seven fell"), judged area by area."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.records import Figure
from rag.cells import Grid
from rag.claim_changes import pairs_of
from rag.claim_cues import COUNTED_AREAS, EVERY, NONE, ONLY, TOGETHER, YEARS_COMPARED, direction_in, verb_direction
from rag.claim_given import directions_at, levels_at
from rag.claim_grids import Measure, measures_of
from rag.claim_hedges import is_within
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_words import setting_of
from rag.library import Library
from rag.records import VerdictName
from rag.wording import and_list, measure_words

_COUNTS = {"none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SIGNS = {"up": 1, "down": -1, "same": 0}
Holds = Callable[[Given], bool | None]


@dataclass(frozen=True, slots=True)
class Area:
    """How an area meets what the claim says: "yes", "no", or "open" where the reports disagree."""

    name: str
    meets: str
    words: str
    given: tuple[Given, ...]


def judge_across(claim: Claim, library: Library) -> Judgement | None:
    """The verdict on a statement about all areas; None where the claim makes none that can be looked up."""
    scope = _scope_of(claim, library)
    if not scope:
        return None
    for measure in measures_of(replace(claim.query, operations=(), direction="", areas=()), library):
        areas = _areas_meeting(claim, measure, library)
        if areas:
            return replace(_judge(scope, claim, areas, library), sureness=measure.found.score)
    return None


def _scope_of(claim: Claim, library: Library) -> str:
    text = claim.text
    if TOGETHER.search(text) and not direction_in(text):
        return ""
    named = [a for a in claim.query.areas if _is_local(a, library)]
    if ONLY.search(text) and named:
        return "only"
    if NONE.search(text) and not named:
        return "none"
    if not (direction_in(text) or _threshold(claim)):
        return ""
    counted = COUNTED_AREAS.search(text)
    if (
        counted
        and not named
        and not EVERY.search(text[max(0, counted.start() - 24) : counted.end()])
        and not TOGETHER.search(text)
    ):
        return f"count {counted['n'].lower()}"
    return "every" if EVERY.search(text) and not named and not TOGETHER.search(text) else ""


def _is_local(area: str, library: Library) -> bool:
    return area in library.lexicon.areas and library.lexicon.areas[area].kind == "local"


def _threshold(claim: Claim) -> bool:
    return any(one.hedge in ("over", "under", "at least", "at most") and one.role != "scope" for one in claim.stated)


def _areas_meeting(claim: Claim, measure: Measure, library: Library) -> list[Area]:
    """Every area with whether it meets the claim; empty where not every area has what is needed."""
    grid = measure.grid
    names = [name for name in _names(grid, library)]
    direction = verb_direction(claim.text) or (
        direction_in(claim.text) if YEARS_COMPARED.search(claim.text) or len(claim.query.periods) == 2 else ""
    )
    if direction:
        given = {name: _direction_givens(claim, name, measure, library) for name in names}
        test = _goes(direction)
    else:
        limits = [one for one in claim.stated if one.hedge and one.role != "scope"]
        labels = [p.label for p in claim.query.periods] or [p.label for p in grid.periods_of(names)[-1:]]
        if not limits or not labels:
            return []
        given = {name: levels_at(grid, name, labels[-1], library) for name in names}
        test = _is_beyond(limits[0])
    if len(names) < 3 or not any(given.values()):
        return []
    return [_area(name, given[name], test) for name in names]


def _goes(direction: str) -> Holds:
    return lambda one: (one.number > 0) - (one.number < 0) == _SIGNS[direction]


def _is_beyond(limit: Stated) -> Holds:
    return lambda one: is_within(limit, one)


def _names(grid: Grid, library: Library) -> list[str]:
    known = [*grid.areas(), *(area for area, _, _ in grid.changes)]
    local = [name for name in dict.fromkeys(known) if _is_local(name, library)]
    return local if len(local) >= 3 else []


def _direction_givens(claim: Claim, name: str, measure: Measure, library: Library) -> list[Given]:
    for pair in pairs_of(claim, name, measure.grid):
        given = directions_at(measure.grid, name, pair, library)
        if given:
            return given
    return []


def _area(name: str, given: list[Given], test: Holds) -> Area:
    results = {test(one) for one in given}
    meets = "missing" if not given else "yes" if results == {True} else "no" if results == {False} else "open"
    return Area(name, meets, given[0].words if given else "", tuple(given))


def _judge(scope: str, claim: Claim, areas: list[Area], library: Library) -> Judgement:
    named = {a for a in claim.query.areas if _is_local(a, library)}
    all_local = [a.name for a in library.lexicon.areas.values() if a.kind == "local"]
    complete = len([a for a in areas if a.meets != "missing"]) == len(all_local)
    if scope == "only":
        wrong = [a for a in areas if (a.meets == "no") == (a.name in named) and a.meets in ("yes", "no")]
    elif scope == "every":
        wrong = [a for a in areas if a.meets == "no"]
    elif scope == "none":
        wrong = [a for a in areas if a.meets == "yes"]
    else:
        return _judge_count(scope.split(" ", 1)[1], areas, complete)
    verdict: VerdictName = "supported" if complete and not wrong else "contradicted" if wrong else "not_found"
    if verdict != "contradicted" and any(a.meets == "open" for a in areas):
        verdict = "conflicting"
    return _told(verdict, wrong if verdict == "contradicted" else areas, areas)


def _judge_count(word: str, areas: list[Area], complete: bool) -> Judgement:
    met = [a for a in areas if a.meets == "yes"]
    open_ones = [a for a in areas if a.meets == "open"]
    if word in ("most", "a majority", "the majority", "half"):
        holds = len(met) * 2 > len(areas) if word != "half" else len(met) * 2 == len(areas)
        return _told(
            "supported" if complete and holds else "contradicted" if complete else "not_found", met or areas, areas
        )
    wanted = _COUNTS.get(word, int(word) if word.isdigit() else -1)
    if len(met) == wanted and not open_ones and complete:
        return _told("supported", met, areas, f"{len(met)} of the {len(areas)} areas")
    if len(met) > wanted or complete and len(met) + len(open_ones) < wanted:
        return _told("contradicted", met or areas, areas, f"it is {len(met)} of the {len(areas)} areas")
    return _told("conflicting" if complete else "not_found", met, areas)


def _told(verdict: VerdictName, shown: Sequence[Area], areas: Sequence[Area], count: str = "") -> Judgement:
    figures = tuple(f for a in areas for one in a.given[:2] for f in one.figures)
    subject = setting_of(next((f for f in figures if f.is_cell), figures[0])) if figures else ""
    listed = and_list([f"{a.name} ({a.words})" for a in shown if a.words])
    head = {
        "supported": f"So the reports' figures say{': ' + count if count else ''}",
        "contradicted": f"Not so{': ' + count if count else ''}",
        "conflicting": "The reports disagree on this",
        "not_found": "The reports do not give this for every area",
    }[verdict]
    return Judgement(
        verdict, f"{head}: {listed} ({_measure(figures)}{subject.partition(',')[0]}).", figures=figures[:24]
    )


def _measure(figures: Sequence[Figure]) -> str:
    figure = next((f for f in figures if f.is_cell), figures[0] if figures else None)
    return f"{measure_words(figure)}, " if figure else ""
