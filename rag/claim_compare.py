"""Comparisons in a claim: one area against another, one measure against another, and by how much or how many times."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from rag.claim_areas import Area, area_meeting, is_local
from rag.claim_better import side_of
from rag.claim_cues import COMPARATIVE, HEDGED, THAN_ALL_OTHERS, TIMES_AS, TOGETHER, YEARS_COMPARED, cue
from rag.claim_given import levels_at
from rag.claim_grids import Measure, measures_of
from rag.claim_hedges import is_number_within
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_words import said, setting_of
from rag.library import Library
from rag.op_measures import split_measures
from rag.query import Query
from rag.records import Derivation, VerdictName
from rag.wording import plain_number, signed

_AS_MANY = re.compile(r"\bas (?:many|likely|common|often|high)\b[^.;]*?\b(?P<than>as)\b", re.I)
_LINK = re.compile(
    r"\b(?P<than>than|outnumber\w*|exceed\w*|outstrip\w*|against|as many|that for|that of|those for)\b", re.I
)
# "compared with England, A is lower"; "A had 685, yet B's was five times that": what is set against the other comes last
_TURNED = re.compile(
    r"^(?:compared (?:with|to)|relative to|against|measured against|set against|set beside|next to|in comparison (?:with|to))\b[^,]*,"
    r"|\b(?:times|twice|double|triple|half) (?:that|this|it|as (?:many|much|high)|the (?:number|figure|rate|total))(?: \w+)?[.!]?$",
    re.I,
)
_EACH_OF_BOTH = re.compile(r"\b[A-Z]\w+ and [A-Z]\w+,? (?:both|each) |\bboth [A-Z]\w+ and [A-Z]\w+ ")
_TIMES = re.compile(r"\b(?P<than>times)\b", re.I)
_WORST_FIRST = ("contradicted", "conflicting", "not_found", "supported")
Pair = tuple[Given, Given]


def judge_comparison(claim: Claim, library: Library) -> Judgement | None:
    """The verdict on a comparison of two areas or two measures; None where the claim makes none."""
    share = any(
        one.figure.unit in ("%", "share") and one.figure.kind == "level" and one.number.unit == "share"
        for one in claim.stated
        if one.role != "times"
    )
    part = any(one.role == "times" and one.number.unit in ("share", "%") for one in claim.stated)
    if (
        share
        or THAN_ALL_OTHERS.search(claim.text)
        or not (part or COMPARATIVE.search(_plain(claim)) or TIMES_AS.search(claim.text))
    ):
        return None
    of_areas = two_areas(claim, library)
    if not of_areas and (each := _in_each_area(claim, library)):
        return each
    pairs, sureness = of_areas or _two_measures(claim, library) or ([], 0.0)
    if not pairs:
        return None
    judged = _judge(claim, pairs, library)
    return replace(judged, sureness=sureness) if judged else None


def _in_each_area(claim: Claim, library: Library) -> Judgement | None:
    """The worst of the verdicts on a comparison of two measures in each of several areas; None where it can not be made in each."""
    areas = [area for area in claim.query.areas if is_local(area, library)]
    if len(areas) < 2 or TOGETHER.search(claim.text):
        return None
    here = [replace(claim, query=replace(claim.query, areas=(area,))) for area in areas]
    pairs = [found[0] for one in here if (found := _two_measures(one, library))]
    judged = [verdict for one, each in zip(here, pairs, strict=False) if (verdict := _judge(one, each, library))]
    if len(judged) < len(areas):
        return None
    return sorted(judged, key=lambda one: _WORST_FIRST.index(one.verdict))[0]


def _plain(claim: Claim) -> str:
    """The claim without the words that only hedge a number ("more than half")."""
    return HEDGED.sub(" ", claim.text)


def excess_of(claim: Claim) -> Stated | None:
    """The number by which one thing is said to exceed another, or how many times it is as much."""
    return next(
        (
            one
            for one in claim.stated
            if one.role in ("more", "fewer", "times")
            or one.role != "scope"
            and one.figure.kind in ("change_count", "change_points")
        ),
        None,
    )


def areas_comparing(claim: Claim, library: Library) -> list[Area]:
    """How each local area meets a comparison of two measures ("more drop-outs than completions"); none where the claim makes none."""
    match = COMPARATIVE.search(_plain(claim))
    if match is None or match.lastgroup == "same" or YEARS_COMPARED.search(claim.text):
        return []
    wanted = 1 if side_of(match, claim, library) == "up" else -1
    areas = []
    for name in (a.name for a in library.lexicon.areas.values() if a.kind == "local"):
        here = replace(claim, query=replace(claim.query, areas=(name,), every_area=False))
        pairs, _ = _two_measures(here, library) or ([], 0.0)
        gaps = [replace(a, number=(a.number - b.number) * wanted, words=f"{a.words} and {b.words}") for a, b in pairs]
        areas.append(area_meeting(name, gaps, lambda gap: gap.number > 0))
    return areas if any(area.given for area in areas) else []


def two_areas(claim: Claim, library: Library) -> tuple[list[Pair], float] | None:
    """Every pair of values that the reports give for the two areas that a claim sets against each other, and how well they fit."""
    areas = _compared_areas(claim, library)
    if len(areas) != 2:
        return None
    wants = "" if claim.query.wants == "points" else claim.query.wants
    query = replace(claim.query, operations=(), direction="", wants=wants, areas=tuple(areas))
    for measure in _ordered(_measures_of_areas(query, library), claim):
        label = _period(claim, measure, areas)
        first, second = (levels_at(measure.grid, area, label, library) for area in areas)
        if first and second:
            return list(product(first, second)), measure.found.score
    return None


def _measures_of_areas(query: Query, library: Library) -> list[Measure]:
    """The measures of a comparison; a share that is called a rate ("above the national rate") where no rate is given."""
    found = measures_of(query, library)
    if found or query.wants != "rate":
        return found
    return [one for one in measures_of(replace(query, wants=""), library) if one.unit_class == "percent"]


def _compared_areas(claim: Claim, library: Library) -> list[str]:
    """The two areas set against each other, in the order named; the region counts only where it is one of two."""
    named = [
        library.lexicon.region if m.kind == "here" else m.name
        for m in library.lexicon.find_areas(claim.text)
        if m.kind in ("local", "region", "country", "here")
    ]
    areas = list(dict.fromkeys(named))
    if _EACH_OF_BOTH.search(claim.text):
        return []
    local = [a for a in areas if a != library.lexicon.region]
    pair = local if len(local) == 2 else areas
    return pair[::-1] if _TURNED.search(claim.text) else pair


def numbers_of_pair(claim: Claim, library: Library) -> list[Stated]:
    """The two levels that a claim states of what it sets against each other ("lower than in B: 15.9 against 22.6"), if so given."""
    levels = [one for one in claim.stated if one.figure.kind == "level" and one.role in ("", "to")]
    if len(levels) != 2 or any(one.hedge for one in levels):
        return []
    pairs, _ = two_areas(claim, library) or _two_measures(claim, library) or ([], 0.0)
    told = tuple(abs(one.figure.value) for one in levels)
    return levels if any(told == (a.number, b.number) for a, b in pairs) else []


def _two_measures(claim: Claim, library: Library) -> tuple[list[Pair], float] | None:
    parts = split_measures(replace(claim.query, operations=()), library)
    if len(parts) != 2:
        return None
    sides: list[list[Given]] = []
    sureness = 1.0
    ordered = _in_order(parts, claim, library)
    if not ordered:
        return None
    for part in ordered:
        found = _first_level(part, claim, library)
        if found is None:
            return None
        if sides and found[0][0].figures[0].unit != sides[0][0].figures[0].unit:
            return None
        sides.append(found[0])
        sureness = min(sureness, found[1])
    return list(product(sides[0], sides[1])), sureness


def _in_order(parts: Sequence[Query], claim: Claim, library: Library) -> list[Query]:
    """The two measures in the order in which the claim names them: the one before "than" or "outnumbered" first."""
    cut = _AS_MANY.search(claim.text) or _LINK.search(claim.text) or _TIMES.search(claim.text)
    before = library.lexicon.all_concepts(claim.text[: cut.start("than")]) if cut else frozenset()
    own = [
        {c for c in part.concepts if all(c not in other.concepts for other in parts if other is not part)}
        for part in parts
    ]
    if bool(own[1] & before) and not own[0] & before:
        return [parts[1], parts[0]]
    return list(parts) if own[0] & before and not own[1] & before else []


def measure_levels(part: Query, claim: Claim, library: Library) -> list[Given]:
    """What the reports give for one of the measures that a claim sets against each other, in its area and period."""
    found = _first_level(part, claim, library)
    return found[0] if found else []


def _first_level(part: Query, claim: Claim, library: Library) -> tuple[list[Given], float] | None:
    area = next(iter(claim.query.areas), library.lexicon.region)
    for measure in measures_of(replace(part, operations=(), direction=""), library):
        given = levels_at(measure.grid, area, _period(claim, measure, [area]), library)
        if given:
            return given, measure.found.score
    return None


def _ordered(measures: list[Measure], claim: Claim) -> list[Measure]:
    wanted = {"rate": "per ", "percent": "percent"}.get(claim.query.wants, "")
    return sorted(measures, key=lambda one: not (wanted and one.unit_class.startswith(wanted)))


def _period(claim: Claim, measure: Measure, areas: Sequence[str]) -> str:
    periods = claim.query.periods
    if len(periods) > 1:
        whole = [
            p
            for p in measure.grid.periods.values()
            if p.kind == "span" and p.start == min(q.start for q in periods) and p.end == max(q.end for q in periods)
        ]
        return whole[0].label if whole else "?"
    if periods:
        return periods[0].label
    available = [p for p in measure.grid.periods_of(areas) if all(measure.grid.value(a, p.label) for a in areas)]
    return available[-1].label if available else ""


def _judge(claim: Claim, pairs: list[Pair], library: Library) -> Judgement | None:
    excess = excess_of(claim)
    results = [_holds(claim, excess, pair, library) for pair in pairs]
    denied = cue("denied_more").search(claim.text)
    if any(result is None for result in results) or denied and excess:
        return None
    results = [not result for result in results] if denied else results
    verdict: VerdictName = "supported" if all(results) else "conflicting" if any(results) else "contradicted"
    a, b = pairs[0]
    figures = tuple(f for pair in pairs for one in pair for f in one.figures)
    working = _working(excess, a, b)
    told = f"{a.words} ({setting_of(a.figures[0])}) against {b.words} ({setting_of(b.figures[0])}): {working}"
    head = {
        "supported": "So the reports' figures say",
        "contradicted": f"Not {said(excess)}"
        if excess
        else "So it is"
        if denied
        else "It is the other way round, or the same",
        "conflicting": "The reports disagree on this",
    }[verdict]
    derivation = Derivation("compare", working, None, "", tuple(f.id for f in figures))
    return Judgement(
        verdict, f"{head}: {told}.", excess.number if excess else None, figures[:12], derivation=derivation
    )


def _holds(claim: Claim, excess: Stated | None, pair: Pair, library: Library) -> bool | None:
    first, second = pair
    if first.exactness or second.exactness:
        return None
    if excess and excess.role == "times":
        return is_number_within(excess, first.number / second.number) if second.number else None
    match = COMPARATIVE.search(_plain(claim))
    gap = first.number - second.number
    if match is None:
        return None
    if match.lastgroup == "same":
        return gap == 0
    wanted = 1 if side_of(match, claim, library) == "up" else -1
    if gap * wanted <= 0:
        return False
    return is_number_within(excess, _size(excess, first, second)) if excess else True


def _size(excess: Stated, first: Given, second: Given) -> Decimal:
    gap = abs(first.number - second.number)
    return gap / second.number * 100 if excess.figure.kind == "change_percent" and second.number else gap


def _working(excess: Stated | None, a: Given, b: Given) -> str:
    if excess and excess.role == "times" and b.number:
        return f"{a.words} ÷ {b.words} = {plain_number(a.number / b.number, 2)}"
    return f"{a.words} − {b.words} = {signed(a.number - b.number)}"
