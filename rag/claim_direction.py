"""The direction of a change that a claim tells without a size ("went up between 2019/20 and 2022/23")."""

from dataclasses import replace

from rag.cells import Grid
from rag.claim_changes import pairs_of
from rag.claim_cues import HALVED, YEARS_COMPARED, direction_in, last_direction, verb_direction
from rag.claim_given import directions_at, ratios_at, sum_at
from rag.claim_grids import measures_of
from rag.claim_records import Claim, Given, Judgement
from rag.claim_words import setting_of
from rag.library import Library
from rag.op_change import verb
from rag.records import VerdictName
from rag.wording import and_list

_SIGNS = {"up": 1, "down": -1, "same": 0}


def judge_direction(claim: Claim, library: Library) -> Judgement | None:
    """The verdict on a direction; None where the claim tells none, or its change can not be looked up."""
    halved = HALVED.search(claim.text)
    direction = "down" if halved else _direction_told(claim)
    areas = claim.query.areas or (library.lexicon.region,)
    if not direction or len(areas) != 1:
        return None
    for measure in measures_of(replace(claim.query, operations=(), direction=""), library):
        for pair in pairs_of(claim, areas[0], measure.grid):
            given = directions_at(measure.grid, areas[0], pair, library) or _of_sums(
                measure.grid, areas[0], pair, library
            )
            if given:
                judged = (
                    _judge_half(halved["hedge"] or "", measure.grid, areas[0], pair, library)
                    if halved
                    else _judge(direction, given, pair)
                )
                return replace(judged, sureness=measure.found.score) if judged else None
    return None


def _direction_told(claim: Claim) -> str:
    """The direction by the verb before the number that is reached ("fell to 43"), else by all verbs of the claim."""
    reached = next((one for one in claim.stated if one.role == "to"), None)
    told = last_direction(claim.text[: reached.number.start]) if reached else ""
    compared = direction_in(claim.text) if YEARS_COMPARED.search(claim.text) else ""
    return told or verb_direction(claim.text) or compared


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


def _of_sums(grid: Grid, area: str, pair: tuple[str, str], library: Library) -> list[Given]:
    if area != library.lexicon.region:
        return []
    base, last = (sum_at(grid, (), label, library) for label in pair)
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


def _judge(direction: str, given: list[Given], pair: tuple[str, str]) -> Judgement:
    results = {(one.number > 0) - (one.number < 0) == _SIGNS[direction] for one in given}
    verdict: VerdictName = "supported" if results == {True} else "contradicted" if results == {False} else "conflicting"
    figures = tuple(f for one in given for f in one.figures)
    words = and_list(list(dict.fromkeys(one.words for one in given))[:3])
    actual = verb("up" if given[0].number > 0 else "down" if given[0].number < 0 else "same")
    head = {
        "supported": f"It {actual}",
        "contradicted": f"It did not: it {actual}",
        "conflicting": "The reports disagree on the direction",
    }[verdict]
    return Judgement(
        verdict, f"{head} between {pair[0]} and {pair[1]} ({words}): {setting_of(figures[-1])}.", figures=figures[:12]
    )
