"""A rank that a claim states, judged over the values or changes of all areas."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rag.cells import Grid
from rag.claim_changes import pairs_of
from rag.claim_cues import CHANGE_RANK, IN_NUMBER, IN_PERCENT, NO_AREA_MORE
from rag.claim_given import changes_at, levels_at
from rag.claim_grids import Measure, measures_of
from rag.claim_rank_read import Rank, rank_in
from rag.claim_records import Claim, Given, Judgement
from rag.claim_words import setting_of
from rag.library import Library
from rag.query import Query
from rag.records import VerdictName

_RATE_RANKED = re.compile(
    r"\brates?\b[^,.;]{0,60}\b(?:highest|lowest|biggest|largest|smallest|worst|best|most|least|rank)|\b(?:highest|lowest|biggest|largest|smallest|worst|best)\b[^,.;]{0,30}\b(?:rates?|per 1)|\bper (?:1,000|100,000|head)\b",
    re.I,
)
_NUMBER_RANKED = re.compile(
    r"\bnumbers?\b[^,.;]{0,80}\b(?:highest|lowest|biggest|largest|smallest|rank)|\b(?:highest|lowest|biggest|largest|smallest|most|fewest)\b(?:\s\w+){0,2}?\s(?:numbers?|people|cases)\b",
    re.I,
)
_LOWER = re.compile(r"\b(?:lower|lowest|fewer|fewest|smaller|smallest|least|decline\w*|reduc\w+|fell|fall)\b", re.I)
_FOLLOW = re.compile(r"\bfollow", re.I)
_COUNTED = re.compile(
    r"\b(?:most|fewest|numbers?|how many|people|cases|users|residents|clients|offences|deaths|total|largest|smallest|biggest|volume|count)\b",
    re.I,
)


def judge_rank(claim: Claim, library: Library) -> Judgement | None:
    """The verdict on a rank; None where the claim states none that can be looked up."""
    rank = rank_in(claim, library)
    if rank is None:
        return None
    query = replace(claim.query, operations=(), direction="", areas=())
    measures = _candidates(query, claim, library)
    for at, measure in enumerate(measures):
        judged = _judge_by(rank, claim, measure, library)
        if judged is not None:
            either = _by_rate(rank, claim, measures[at + 1 :], library) if judged.verdict == "contradicted" else None
            return replace(either or judged, sureness=measure.found.score)
    return None


def _judge_by(rank: Rank, claim: Claim, measure: Measure, library: Library) -> Judgement | None:
    judge = _judge_changes if rank.of_change else _judge_levels
    return judge(rank, claim, measure, library)


def _by_rate(rank: Rank, claim: Claim, measures: Sequence[Measure], library: Library) -> Judgement | None:
    """Supported by rates or shares, where a claim does not tell whether numbers or rates are ranked ("comes top for ...")."""
    if rank.of_change or _COUNTED.search(claim.text):
        return None
    judged = (_judge_by(rank, claim, one, library) for one in measures if one.unit_class.startswith("per "))
    return next((one for one in judged if one and one.verdict == "supported"), None)


def _candidates(query: Query, claim: Claim, library: Library) -> list[Measure]:
    measures = measures_of(query, library)
    wanted = {"rate": "per ", "percent": "percent", "points": "percent"}.get(claim.query.wants, "")
    if wanted == "per " and (not _RATE_RANKED.search(claim.text) or _NUMBER_RANKED.search(claim.text)):
        wanted = ""
    if claim.query.wants == "percent" and CHANGE_RANK.search(claim.text):
        return measures
    fitting = [one for one in measures if wanted and one.unit_class.startswith(wanted)]
    return [*fitting, *(one for one in measures if one not in fitting and (wanted != "per " or not fitting))]


def _judge_levels(rank: Rank, claim: Claim, measure: Measure, library: Library) -> Judgement | None:
    grid = measure.grid
    names = _locals(grid, library)
    label = _period(claim, grid, names)
    given = {name: levels_at(grid, name, label, library) for name in names}
    given = {name: values for name, values in given.items() if values}
    if len(given) < 3 or not set(rank.areas) <= set(given):
        return None
    return _judge(rank, given, claim, len(given) == len(_all_local(library)), library)


def _period(claim: Claim, grid: Grid, names: Sequence[str]) -> str:
    named = [p.label for p in claim.query.periods if p.label in grid.periods]
    spans = [
        p
        for p in grid.periods.values()
        if claim.query.periods
        and p.kind == "span"
        and p.start == min(q.start for q in claim.query.periods)
        and p.end == max(q.end for q in claim.query.periods)
    ]
    if spans:
        return spans[0].label
    if claim.query.periods:
        return named[-1] if named else "?"
    periods = grid.periods_of(names)
    return periods[-1].label if periods else ""


def _judge_changes(rank: Rank, claim: Claim, measure: Measure, library: Library) -> Judgement | None:
    kinds = _kinds(claim, measure)
    judged = [found for kind in kinds if (found := _judge_change_kind(rank, claim, measure, kind, library))]
    verdicts = {one.verdict for one in judged}
    if len(verdicts) > 1:
        return replace(
            judged[0], reason=f"Taken as a change in number. {' In per cent: '.join(one.reason for one in judged)}"
        )
    return judged[0] if judged else None


def _kinds(claim: Claim, measure: Measure) -> list[str]:
    if measure.unit_class == "percent":
        return ["change_points"]
    beyond = NO_AREA_MORE.search(claim.text)
    if beyond and IN_PERCENT.search(beyond.group()):
        return ["change_percent"]
    told = {one.figure.kind for one in claim.stated} & {"change_count", "change_percent"}
    if len(told) == 1:
        return list(told)
    ranked = CHANGE_RANK.search(claim.text)
    if ranked and IN_NUMBER.search(ranked.group()):
        return ["change_count"]
    if IN_PERCENT.search(claim.text):
        return ["change_percent"]
    return ["change_count"] if IN_NUMBER.search(claim.text) else ["change_count", "change_percent"]


def _judge_change_kind(rank: Rank, claim: Claim, measure: Measure, kind: str, library: Library) -> Judgement | None:
    names = _locals(measure.grid, library)
    pairs = pairs_of(claim, "", measure.grid)
    sign = -1 if rank.of_change == "down" else 1
    given = (
        {
            name: [
                replace(one, number=one.number * sign)
                for one in changes_at(measure.grid, name, pairs[0], kind, library)
            ]
            for name in names
        }
        if pairs
        else {}
    )
    given = {name: values for name, values in given.items() if values}
    if len(given) < 3 or not set(rank.areas) <= set(given):
        return None
    return _judge(rank, given, claim, len(given) == len(_all_local(library)), library)


def _judge(
    rank: Rank, given: dict[str, list[Given]], claim: Claim, complete: bool, library: Library
) -> Judgement | None:
    """The rank under the values shown first, and with each value that disagrees in its place."""
    first = {name: values[0].number for name, values in given.items()}
    variants = [first] + [{**first, name: one.number} for name, values in given.items() for one in values[1:]]
    results = {_holds(rank, values) for values in variants}
    verdict: VerdictName = "supported" if results == {True} else "contradicted" if results == {False} else "conflicting"
    if verdict == "supported" and not complete:
        return None
    if verdict == "contradicted" and _is_said_in_text(rank, given, library):
        verdict = "conflicting"
    if verdict == "supported" and _is_denied_in_text(rank, given, library):
        verdict = "conflicting"
    ordered = sorted(first, key=lambda name: first[name], reverse=not rank.low)
    listed = ", ".join(f"{name} ({given[name][0].words})" for name in ordered)
    head = {
        "supported": "So the reports' figures say",
        "contradicted": "Not so by the reports' figures",
        "conflicting": "The reports disagree on this",
    }[verdict]
    figures = tuple(f for name in ordered for one in given[name] for f in one.figures)
    return Judgement(verdict, f"{head}, in order: {listed} ({setting_of(figures[0])}).", figures=figures[:24])


def _holds(rank: Rank, values: dict[str, Decimal]) -> bool:
    ordered = sorted(values.values(), reverse=not rank.low)
    wanted = {ordered[place - 1] for place in rank.places if place <= len(ordered)}
    tied = len(rank.places) == 1 and sum(v in wanted for v in values.values()) > 1
    first = ordered[: min(rank.places) - 1]
    places = {area: place for place, area in enumerate(rank.behind, max(rank.places))}
    if any(area not in values or ordered[place] != values[area] for area, place in places.items()):
        return False
    follows = all(area in values and values[area] in first for area in rank.ahead)
    return not tied and follows and all(values[area] in wanted for area in rank.areas)


def _is_said_in_text(rank: Rank, given: dict[str, list[Given]], library: Library) -> bool:
    """Whether the audit found that a report's text says of these areas what its table does not bear out."""
    ids = {f.id for values in given.values() for one in values for f in one.figures}
    return any(
        finding.kind == "rank_or_direction"
        and ids & set(finding.figures)
        and all(area in finding.value_a for area in rank.areas)
        and bool(_LOWER.search(finding.value_a)) == rank.low
        and not (_FOLLOW.search(finding.value_a) and max(rank.places) == 1)
        for finding in library.index.findings_about(list(ids))
    )


def _is_denied_in_text(rank: Rank, given: dict[str, list[Given]], library: Library) -> bool:
    """Whether the audit found that a report's text has another area follow in this place than its table."""
    ids = {f.id for values in given.values() for one in values for f in one.figures}
    place = max(rank.places)
    for finding in library.index.findings_about(list(ids)):
        if finding.kind != "rank_or_direction" or not ids & set(finding.figures) or not _FOLLOW.search(finding.value_a):
            continue
        follows = sorted((name for name in given if name in finding.value_a), key=finding.value_a.index)
        told = 1 < place <= len(follows) + 1 and bool(_LOWER.search(finding.value_a)) == rank.low
        if told and len(rank.areas) == 1 and follows[place - 2] not in rank.areas:
            return True
    return False


def _locals(grid: Grid, library: Library) -> list[str]:
    known = [*grid.areas(), *(area for area, _, _ in grid.changes)]
    return [
        name
        for name in dict.fromkeys(known)
        if name in library.lexicon.areas and library.lexicon.areas[name].kind == "local"
    ]


def _all_local(library: Library) -> list[str]:
    return [area.name for area in library.lexicon.areas.values() if area.kind == "local"]
