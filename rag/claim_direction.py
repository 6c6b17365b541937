"""The direction of a change that a claim tells without a size ("went up between 2019/20 and 2022/23")."""

from dataclasses import replace

from rag.claim_changes import pairs_of
from rag.claim_cues import YEARS_COMPARED, direction_in, verb_direction
from rag.claim_given import directions_at, sum_at
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
    direction = verb_direction(claim.text) or (direction_in(claim.text) if YEARS_COMPARED.search(claim.text) else "")
    areas = claim.query.areas or (library.lexicon.region,)
    if not direction or len(areas) != 1:
        return None
    for measure in measures_of(replace(claim.query, operations=(), direction=""), library):
        for pair in pairs_of(claim, areas[0], measure.grid):
            given = directions_at(measure.grid, areas[0], pair, library) or _of_sums(
                measure.grid, areas[0], pair, library
            )
            if given:
                return replace(_judge(direction, given, pair), sureness=measure.found.score)
    return None


def _of_sums(grid, area: str, pair: tuple[str, str], library: Library) -> list[Given]:  # type: ignore[no-untyped-def]
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
