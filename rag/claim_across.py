"""What a claim says of all areas ("fell in every area", "only Sandwell rose", "three of the seven fell"), judged area by area."""

import re
from dataclasses import replace

from rag.cells import Grid
from rag.claim_areas import Area, Holds, area_meeting, is_local, judge_areas
from rag.claim_changes import pairs_of
from rag.claim_compare import areas_comparing
from rag.claim_cues import (
    ALL_BUT,
    COMPARATIVE,
    COUNTED_AREAS,
    EVERY,
    NONE,
    ONLY,
    TOGETHER,
    YEARS_COMPARED,
    cue,
    direction_in,
    verb_direction,
)
from rag.claim_given import changes_at, directions_at, levels_at
from rag.claim_grids import Measure, measures_of, with_topic
from rag.claim_hedges import is_within
from rag.claim_judge import signed_holds
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_totals import counts_in, is_of_total, limits_in
from rag.library import Library

_FAR_BELOW = 2  # times
_ASIDE = re.compile(
    r"(?:,|(?= and (?-i:[A-Z]\w+) (?:had|has|with|saw|recorded)\b))\s(?:even )?(?:though|although|if|but|while|whilst|with|albeit|and)\s[^;]*$",
    re.I,
)
_SIGNS = {"up": 1, "down": -1, "same": 0}


def judge_across(claim: Claim, library: Library) -> Judgement | None:
    """The verdict on a statement about all areas; None where the claim makes none that can be looked up."""
    scope = _scope_of(claim, library)
    if not scope:
        return None
    compared = areas_comparing(claim, library)
    if compared:
        return judge_areas(scope, claim, compared, library)
    query = replace(claim.query, operations=(), direction="", areas=())
    for measure in measures_of(query, library) or measures_of(with_topic(query, library), library):
        areas = _areas_meeting(claim, measure, library)
        if areas:
            return replace(judge_areas(scope, claim, areas, library), sureness=measure.found.score)
    return None


def _scope_of(claim: Claim, library: Library) -> str:
    text = claim.text
    if TOGETHER.search(text) and not direction_in(text):
        return ""
    named = [a for a in claim.query.areas if is_local(a, library)]
    if named and _aside_of(claim, library):
        text, named = text[: _aside_of(claim, library)], []
    if ALL_BUT.search(text) and named:
        return "all but"
    if ONLY.search(text) and named:
        return "only"
    if NONE.search(text) and not named:
        return "none"
    if not (direction_in(text) or limits_in(claim) or COMPARATIVE.search(text)):
        return ""
    counted = COUNTED_AREAS.search(text)
    if (
        counted
        and not named
        and not EVERY.search(text[max(0, counted.start() - 24) : counted.end()])
        and not is_of_total(claim)
    ):
        return f"count {counted['n'].lower()}"
    summed = is_of_total(claim) and (TOGETHER.search(text) or not verb_direction(text))
    return "every" if EVERY.search(text) and not named and not summed else ""


def _aside_of(claim: Claim, library: Library) -> int:
    """Where a last clause of a claim begins that tells a number of one area beside what is said of all; 0 where none does."""
    match = _ASIDE.search(claim.text)
    if match is None or any(m.kind == "local" for m in library.lexicon.find_areas(claim.text[: match.start()])):
        return 0
    counted = any(one.number.start > match.start() and one.role != "scope" for one in claim.stated)
    return match.start() if counted else 0


def _areas_meeting(claim: Claim, measure: Measure, library: Library) -> list[Area]:
    """Every area with whether it meets the claim; empty where not every area has what is needed."""
    grid = measure.grid
    names = [name for name in _names(grid, library)]
    direction, sized = _direction_of(claim), _sized_change(claim)
    if direction and sized:
        given = {name: _change_givens(claim, sized, name, measure, library) for name in names}
        test = signed_holds(sized)
    elif direction:
        given = {name: _direction_givens(claim, name, measure, library) for name in names}
        test = _goes(direction)
    else:
        limits = [one for one in claim.stated if one.hedge and one.role != "scope"]
        labels = [p.label for p in claim.query.periods] or [p.label for p in grid.periods_of(names)[-1:]]
        if not limits or not labels:
            return []
        given = {name: levels_at(grid, name, labels[-1], library) for name in names}
        test = _is_beyond(limits[0])
        if _says_nothing_of_each(limits[0], given):
            return []
    if len(names) < 3 or not any(given.values()):
        return []
    areas = [area_meeting(name, given[name], test) for name in names]
    return _reaching(areas, claim, grid, library) if direction and not sized else areas


def _direction_of(claim: Claim) -> str:
    compared = YEARS_COMPARED.search(claim.text) or len(claim.query.periods) == 2
    bare = cue("bare_compared").search(claim.text)
    return verb_direction(claim.text) or (direction_in(claim.text) if compared or bare else "")


def _sized_change(claim: Claim) -> Stated | None:
    return next((one for one in claim.stated if one.figure.kind != "level" and one.hedge), None)


def _reaching(areas: list[Area], claim: Claim, grid: Grid, library: Library) -> list[Area]:
    """The areas whose change goes as the claim says, by whether they reach the bounds that it states ("to at least 600")."""
    named = [p.label for p in claim.query.periods if p.label in grid.periods]
    labels = (named or [p.label for p in grid.periods_of([area.name for area in areas])])[-1:]
    for limit in _reached_by_each(claim) if labels else ():
        ends = [area_meeting(a.name, levels_at(grid, a.name, labels[0], library), _is_beyond(limit)) for a in areas]
        areas = [end if area.meets == "yes" else area for area, end in zip(areas, ends, strict=True)]
    return areas


def _reached_by_each(claim: Claim) -> list[Stated]:
    summed = counts_in(claim) if is_of_total(claim) else []
    return [one for one in limits_in(claim) if one.figure.kind == "level" and one not in summed]


def judged_across(claim: Claim, library: Library) -> list[Stated]:
    """The numbers of a claim that a verdict on all areas by the tables has judged: bounds, but for those of a total, and words."""
    summed = counts_in(claim) if _direction_of(claim) and is_of_total(claim) else []
    limits, aside = limits_in(claim), _aside_of(claim, library) or len(claim.text)
    told = [one for one in claim.stated if one not in summed and one.number.start < aside]
    return [one for one in told if one in limits or one.number.in_words]


def _says_nothing_of_each(limit: Stated, given: dict[str, list[Given]]) -> bool:
    """Whether an upper bound is so far above what any area has that it must be meant for all of them together."""
    highest = max((one.number for values in given.values() for one in values), default=limit.figure.value)
    return limit.hedge in ("under", "at most") and highest * _FAR_BELOW < limit.figure.value


def _goes(direction: str) -> Holds:
    return lambda one: (one.number > 0) - (one.number < 0) == _SIGNS[direction]


def _is_beyond(limit: Stated) -> Holds:
    def holds(one: Given) -> bool | None:
        within = is_within(limit, one)
        far_above = within is None and limit.hedge in ("over", "at least")
        return one.number > limit.figure.value if far_above and not one.exactness else within

    return holds


def _names(grid: Grid, library: Library) -> list[str]:
    known = [*grid.areas(), *(area for area, _, _ in grid.changes)]
    local = [name for name in dict.fromkeys(known) if is_local(name, library)]
    return local if len(local) >= 3 else []


def _direction_givens(claim: Claim, name: str, measure: Measure, library: Library) -> list[Given]:
    for pair in pairs_of(claim, name, measure.grid):
        given = directions_at(measure.grid, name, pair, library)
        if given:
            return given
    return []


def _change_givens(claim: Claim, sized: Stated, name: str, measure: Measure, library: Library) -> list[Given]:
    pairs = pairs_of(claim, name, measure.grid, sized)
    return changes_at(measure.grid, name, pairs[0], sized.figure.kind, library) if pairs else []
