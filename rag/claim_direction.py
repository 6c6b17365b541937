"""The direction of a change that a claim tells without a size ("went up between 2019/20 and 2022/23")."""

from collections.abc import Sequence
from dataclasses import replace

from rag.cells import Grid
from rag.claim_better import judged_direction
from rag.claim_changes import pairs_of
from rag.claim_cues import (
    COMPARATIVE,
    HALVED,
    TOGETHER,
    YEARS_COMPARED,
    cue,
    direction_in,
    directions_in,
    last_direction,
    verb_direction,
)
from rag.claim_given import directions_at, ratios_at, sum_at
from rag.claim_grids import Measure, measures_of, most_charitable
from rag.claim_records import Claim, Given, Judgement
from rag.claim_words import setting_of, subject_of
from rag.library import Library
from rag.op_change import verb
from rag.records import VerdictName
from rag.wording import and_list

_WORST_FIRST = ("contradicted", "conflicting", "not_found", "supported")
_SIGNS = {"up": 1, "down": -1, "same": 0}


def judge_direction(claim: Claim, library: Library) -> Judgement | None:
    """The verdict on a direction; None where the claim tells none, or its change can not be looked up."""
    halved = HALVED.search(claim.text)
    direction = "down" if halved else judged_direction(claim, library) or _direction_told(claim)
    areas = claim.query.areas or (library.lexicon.region,)
    if direction and len(areas) > 1 and _are_added(claim, areas, library):
        return _judge_area(claim, "", direction, library)
    if not direction or len(areas) > 1 and not _is_of_each(claim, areas, library):
        return None
    judged = [_judge_area(claim, area, direction, library) for area in areas]
    if any(one is None for one in judged):
        return None
    return _joined([one for one in judged if one])


def _joined(judged: Sequence[Judgement]) -> Judgement:
    """The worst of the judgements on several areas, told first, with what the others rest on."""
    ordered = sorted(judged, key=lambda one: _WORST_FIRST.index(one.verdict))
    figures = tuple(figure for one in ordered for figure in one.figures)
    return replace(ordered[0], reason=" ".join(one.reason for one in ordered[:3]), figures=figures)


def _is_of_each(claim: Claim, areas: Sequence[str], library: Library) -> bool:
    """Whether one direction is told of several local areas, none set against another ("unchanged in A and B")."""
    local = all(area in library.lexicon.areas and library.lexicon.areas[area].kind == "local" for area in areas)
    together = TOGETHER.search(claim.text) or claim.query.area_words
    compared = COMPARATIVE.search(claim.text) and not YEARS_COMPARED.search(claim.text)
    return local and not together and len(directions_in(claim.text)) < 2 and not compared


def _are_added(claim: Claim, areas: Sequence[str], library: Library) -> bool:
    """Whether one direction is told of several local areas added up ("together A and B had the same as in 2022")."""
    local = all(area in library.lexicon.areas and library.lexicon.areas[area].kind == "local" for area in areas)
    return local and bool(TOGETHER.search(claim.text))


def _judge_area(claim: Claim, area: str, direction: str, library: Library) -> Judgement | None:
    measures = measures_of(replace(claim.query, operations=(), direction=""), library)
    judged = most_charitable(measures, lambda measure: _judge_in(claim, area, direction, measure, library))
    denied = cue("denied_change").search(claim.text) or cue("denied_more").search(claim.text)
    return _turned(judged) if judged and denied else judged


def _turned(judged: Judgement) -> Judgement:
    """The judgement on what a claim denies ("did not fall") as that on the claim."""
    other: dict[VerdictName, VerdictName] = {"supported": "contradicted", "contradicted": "supported"}
    return replace(judged, verdict=other.get(judged.verdict, judged.verdict))


def _judge_in(claim: Claim, area: str, direction: str, measure: Measure, library: Library) -> Judgement | None:
    halved = HALVED.search(claim.text)
    for pair in pairs_of(claim, area, measure.grid):
        given = (directions_at(measure.grid, area, pair, library) if area else []) or _of_sums(
            claim, measure.grid, area, pair, library
        )
        if given:
            judged = (
                _judge_half(halved["hedge"] or "", measure.grid, area, pair, library)
                if halved
                else _judge(direction, given, pair, library)
            )
            return replace(judged, sureness=measure.found.score) if judged else None
    return None


def _direction_told(claim: Claim) -> str:
    """The direction by the verb before the number that is reached ("fell to 43"), else by all verbs of the claim."""
    reached = next((one for one in claim.stated if one.role == "to"), None)
    told = last_direction(claim.text[: reached.number.start]) if reached else ""
    by_years = YEARS_COMPARED.search(claim.text) or len(claim.query.periods) == 2 or _is_bare(claim)
    compared = direction_in(claim.text) if by_years else ""
    return told or verb_direction(claim.text) or compared


def _is_bare(claim: Claim) -> bool:
    """Whether a claim of one place and year, without a number, leaves out what it sets them against ("had fewer in 2024/25")."""
    single = len(claim.query.areas) == 1 == len(claim.query.periods)
    counted = any(one.role != "scope" for one in claim.stated)
    return single and not counted and bool(cue("bare_compared").search(claim.text))


def _judge_half(hedge: str, grid: Grid, area: str, pair: tuple[str, str], library: Library) -> Judgement | None:
    """Whether a value "halved": within a twentieth of half; "more than halved" below, "nearly halved" above it."""
    given = ratios_at(grid, area, pair, library)
    low, high = {
        "more than": (0, 500),
        "over": (0, 500),
        "nearly": (500, 570),
        "almost": (500, 570),
        "just under": (500, 570),
    }.get(hedge.strip().lower(), (450, 550))
    results = {low <= one.number * 1000 <= high for one in given}
    if not results:
        return None
    verdict: VerdictName = "supported" if results == {True} else "contradicted" if results == {False} else "conflicting"
    head = {
        "supported": "So the reports' figures say",
        "contradicted": "It did not halve",
        "conflicting": "The reports disagree",
    }[verdict]
    figures = tuple(f for one in given for f in one.figures)
    return Judgement(verdict, f"{head}: {given[0].working} ({setting_of(figures[-1])}).", figures=figures[:12])


def _of_sums(claim: Claim, grid: Grid, area: str, pair: tuple[str, str], library: Library) -> list[Given]:
    """The change of the sum of all areas, for the region, or of those that a claim names, where no ``area`` is meant."""
    if area and area != library.lexicon.region:
        return []
    areas = () if area else claim.query.areas
    base, last = (sum_at(grid, areas, label, library) for label in pair)
    return (
        [
            Given(
                last[0].number - base[0].number,
                f"{base[0].words} to {last[0].words}",
                (*base[0].figures, *last[0].figures),
            )
        ]
        if base and last
        else []
    )


def _judge(direction: str, given: list[Given], pair: tuple[str, str], library: Library) -> Judgement:
    results = {(one.number > 0) - (one.number < 0) == _SIGNS[direction] for one in given}
    verdict: VerdictName = "supported" if results == {True} else "contradicted" if results == {False} else "conflicting"
    figures = tuple(f for one in given for f in one.figures)
    words, setting = _by_place(given, library)
    actual = verb("up" if given[0].number > 0 else "down" if given[0].number < 0 else "same")
    head = {
        "supported": f"It {actual}",
        "contradicted": f"It did not: it {actual}",
        "conflicting": "The reports disagree on the direction",
    }[verdict]
    return Judgement(verdict, f"{head} between {pair[0]} and {pair[1]} ({words}): {setting}.", figures=figures[:12])


def _by_place(given: Sequence[Given], library: Library) -> tuple[str, str]:
    """What is given, and of what; where several places give it, each with its own ("+16.2% in Table 12; 12.2% in the text")."""
    across = len({figure.locator.report for one in given for figure in one.figures}) > 1
    told: dict[str, list[str]] = {}
    for one in list({one.words: one for one in reversed(given)}.values())[::-1][:3]:
        told.setdefault(library.place_of(one.figures[-1], across), []).append(one.words)
    last = given[-1].figures[-1]
    if len(told) == 1:
        return and_list(*told.values()), setting_of(last)
    return "; ".join(f"{and_list(words)} in {place}" for place, words in told.items()), subject_of(last)
