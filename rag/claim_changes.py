"""A change that a claim states ("fell by 12%", "doubled", "76 more") against the grids of the measures that fit."""

from collections.abc import Sequence
from dataclasses import replace

from rag.cells import Grid
from rag.claim_added import areas_added, change_of_sum
from rag.claim_given import changes_at, levels_at, ratios_at, sum_at
from rag.claim_grids import Measure, measures_for, most_charitable
from rag.claim_hedges import is_number_within
from rag.claim_judge import judge_number, signed_holds
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_words import missing_words, said, setting_of
from rag.library import Library
from rag.op_change import period_pair
from rag.wording import measure_words

Pair = tuple[str, str]
_WHOLE = 100  # per cent


def judge_change(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    """The verdict on a stated change; None where no measure that can be looked up fits it."""
    measures = [
        one
        for one in measures_for(claim, stated, library)
        if not one.unit_class.startswith("per ") or claim.query.wants == "rate"
    ]
    judged = most_charitable(measures, lambda measure: _judge_in(claim, stated, measure, library))
    return judged or (_missing(stated, measures[0]) if measures else None)


def judge_multiple(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    """The verdict on "doubled", "tripled", "four times the year before"; None where nothing fits."""
    for measure in measures_for(claim, stated, library):
        for pair in pairs_of(claim, stated.figure.area, measure.grid):
            given = ratios_at(measure.grid, stated.figure.area, pair, library)
            judged = judge_number(stated, given, library, lambda one: is_number_within(stated, one.number))
            if judged is not None:
                return replace(judged, sureness=measure.found.score)
    return None


def pairs_of(claim: Claim, area: str, grid: Grid, stated: Stated | None = None) -> list[Pair]:
    """The pairs of periods that a change may lie between: as the number is typed, then as the claim names them."""
    pairs: list[Pair] = []
    if stated and stated.figure.base_period and {stated.figure.base_period, stated.figure.period} <= set(grid.periods):
        pairs.append((stated.figure.base_period, stated.figure.period))
    areas = (area,) if area and (grid.periods_of((area,)) or any(a == area for a, _, _ in grid.changes)) else ()
    named = period_pair(claim.query, grid, areas)
    if named and not pairs and _is_asked(claim, named):
        pairs.append(named)
    return pairs


def change_givens(claim: Claim, stated: Stated, grid: Grid, pair: Pair, library: Library) -> list[Given]:
    """Every size of a change that the reports give; for several areas together worked out from their sums."""
    area, kind = stated.figure.area, stated.figure.kind
    added = areas_added(claim, library)
    if added:
        return change_of_sum(grid, added, pair, kind, library)
    together = area == library.lexicon.region and claim.query.every_area
    given = [] if together else changes_at(grid, area, pair, kind, library)
    if given or area != library.lexicon.region:
        return given
    summed = all(sum_at(grid, (), label, library) for label in pair)
    if together and not summed:
        return changes_at(grid, area, pair, kind, library)
    return change_of_sum(grid, (), pair, kind, library)


def _is_asked(claim: Claim, pair: Pair) -> bool:
    """Whether a pair of periods is one that the claim can mean: it names no period, or each that it names is in the pair."""
    named = [p.label for p in claim.query.periods]
    return not named or any(label in pair for label in named) and (len(named) < 2 or set(named) >= set(pair))


def _judge_in(claim: Claim, stated: Stated, measure: Measure, library: Library) -> Judgement | None:
    for pair in pairs_of(claim, stated.figure.area, measure.grid, stated):
        judged = _judge_pair(claim, stated, measure, pair, library)
        if judged is not None:
            return replace(judged, sureness=measure.found.score)
    return None


def _judge_pair(claim: Claim, stated: Stated, measure: Measure, pair: Pair, library: Library) -> Judgement | None:
    figure = stated.figure
    given = change_givens(claim, stated, measure.grid, pair, library)
    if figure.kind == "change_percent" and measure.unit_class == "percent":
        return _percent_of_percent(claim, stated, measure, pair, library)
    if figure.kind == "change_points" and measure.unit_class != "percent":
        return _percent_as_points(claim, stated, measure, pair, library)
    if figure.kind == "change_count" and not given:
        return _count_as_percent(stated, measure, pair, library)
    judged = judge_number(stated, given, library, signed_holds(stated))
    if judged is not None and judged.verdict == "contradicted":
        judged = replace(judged, reason=f"{judged.reason} {_what_is_wrong(stated, given)}".strip())
    return judged


def _percent_as_points(
    claim: Claim, stated: Stated, measure: Measure, pair: Pair, library: Library
) -> Judgement | None:
    """Contradicted, where a change in per cent of a number is told in percentage points."""
    given = changes_at(measure.grid, stated.figure.area, pair, "change_percent", library)
    one = next((one for one in given if abs(one.number) == abs(stated.figure.value)), None)
    if one is None:
        return None
    reason = f"The unit is wrong: the report gives {one.words}, not {said(stated)}: {setting_of(one.figures[-1])}."
    return Judgement("contradicted", reason, stated.number, one.figures)


def _count_as_percent(stated: Stated, measure: Measure, pair: Pair, library: Library) -> Judgement | None:
    """Contradicted, where a change in per cent is told as one in number, and the number reached shows that it is none."""
    area, size = stated.figure.area, abs(stated.figure.value)
    percent = next(
        (p for p in changes_at(measure.grid, area, pair, "change_percent", library) if abs(p.number) == size), None
    )
    reached = levels_at(measure.grid, area, pair[1], library)
    if percent is None or not reached or percent.number <= -_WHOLE:
        return None
    worked = abs(reached[0].number * percent.number / (_WHOLE + percent.number))
    if is_number_within(stated, worked):
        return None
    reason = (
        f"The unit is wrong: the report gives {percent.words}, not {said(stated)}: {setting_of(percent.figures[-1])}."
    )
    return Judgement("contradicted", reason, stated.number, (*percent.figures, *reached[0].figures))


def _percent_of_percent(
    claim: Claim, stated: Stated, measure: Measure, pair: Pair, library: Library
) -> Judgement | None:
    """A change in per cent of a share: wrong where it is the change in percentage points."""
    points = changes_at(measure.grid, stated.figure.area, pair, "change_points", library)
    percent = changes_at(measure.grid, stated.figure.area, pair, "change_percent", library)
    if any(abs(one.number) == abs(stated.figure.value) for one in points) and stated.number.unit != "share":
        one = points[0]
        more = f" In per cent it is {percent[0].words}." if percent else ""
        reason = (
            f"The unit is wrong: the report gives {one.words}, not {said(stated)}: {setting_of(one.figures[-1])}.{more}"
        )
        return Judgement("contradicted", reason, stated.number, one.figures)
    return judge_number(stated, percent, library, signed_holds(stated))


def _what_is_wrong(stated: Stated, given: Sequence[Given]) -> str:
    """Which part of a change is wrong: its direction, where the size is right."""
    if given and (given[0].number > 0) != (stated.figure.value > 0) and given[0].number:
        verb = "rose" if given[0].number > 0 else "fell"
        return f"The direction is wrong: it {verb}."
    return ""


def _missing(stated: Stated, measure: Measure) -> Judgement:
    figures = measure.found.figures or measure.found.changes
    period = (
        f"{stated.figure.base_period} to {stated.figure.period}" if stated.figure.base_period else stated.figure.period
    )
    reason = missing_words(f"this change in {measure_words(figures[0])}", stated.figure.area, period, "")
    return Judgement("not_found", reason, stated.number, sureness=measure.found.score)
