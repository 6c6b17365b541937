"""A level that a claim states ("43 deaths in Coventry in 2024") against the grids of the measures that fit."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.periods import Period, period_from_label
from rag.cells import Grid
from rag.claim_ages import has_ages
from rag.claim_cues import TOGETHER
from rag.claim_given import levels_at, sum_at
from rag.claim_grids import Measure, measures_for, most_charitable, of_class, periods_named
from rag.claim_hedges import exactness_of, is_far_off, is_within
from rag.claim_judge import judge_number
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_units import same_measure
from rag.claim_words import missing_words, said, setting_of
from rag.library import Library
from rag.lookup import unit_class
from rag.op_change import period_pair
from rag.wording import and_list, measure_words, plain_number, value_words

_RATE = re.compile(r"\brates?\b", re.I)
_ONE_IN = re.compile(r"\b(?:in|out of)\b", re.I)
_FAR = 12  # times
_TIME = ("years", "months", "weeks", "days", "hours", "minutes", "year", "month", "week", "day", "hour", "minute")


def judge_level(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    """The verdict on a stated level; None where no measure that can be looked up fits it."""
    if is_duration(stated):
        return None
    measures = [one for one in measures_for(claim, stated, library) if has_ages(one, claim, library)]
    fitting = _rates_meant(claim, stated, measures) or of_class(measures, unit_class(stated.figure.unit, "level"))
    judged = most_charitable(fitting, lambda measure: _judge_in(claim, stated, measure, library))
    if judged is not None:
        return judged
    mistaken = _other_unit(claim, stated, [one for one in measures if one not in fitting], library)
    if mistaken is not None:
        return mistaken
    return _missing(claim, stated, fitting[0]) if fitting else None


def _rates_meant(claim: Claim, stated: Stated, measures: Sequence[Measure]) -> list[Measure]:
    """The measures that are rates or shares, where the claim leaves the base of a fraction out ("a rate of 12.06")."""
    bare = (
        not stated.number.unit and "." in stated.number.printed and unit_class(stated.figure.unit, "level") == "count"
    )
    rates = [one for one in measures if one.unit_class.startswith("per ")]
    shares = [one for one in measures if one.unit_class == "percent"]
    return (rates if _RATE.search(claim.text) else [*rates, *shares]) if bare else []


def level_periods(claim: Claim, stated: Stated, grid: Grid) -> list[str]:
    """The labels of the periods that a level may be of; all that the area has, newest first, where the claim names none."""
    named = periods_named(stated, claim)
    end = _span_in(claim, grid) or _end_of_change(claim, stated, grid)
    if end:
        return [end]
    labels = [label for period in named for label in _labels_of(period, grid)]
    if named:
        return list(dict.fromkeys(labels))[:1] if stated.figure.period else list(dict.fromkeys(labels))
    return [*(period.label for period in reversed(grid.periods_of(_areas_of(stated)))), ""]


def _span_in(claim: Claim, grid: Grid) -> str:
    """The span that the claim's two periods bound ("between 2020/21 and 2022/23"), where the measure has it, or ""."""
    if len(claim.query.periods) != 2:
        return ""
    start, end = min(p.start for p in claim.query.periods), max(p.end for p in claim.query.periods)
    spans = [p for p in grid.periods.values() if p.kind == "span" and (p.start, p.end) == (start, end)]
    return spans[0].label if spans else ""


def _end_of_change(claim: Claim, stated: Stated, grid: Grid) -> str:
    """The period of a number that is one end of a change ("from 9 to 188 in 2024/25"), or ""."""
    pair = period_pair(claim.query, grid, _areas_of(stated)) if stated.role in ("from", "to") else None
    if pair is None or stated.figure.period not in ("", *pair, f"{pair[0]} to {pair[1]}"):
        return ""
    if stated.role == "from":
        return pair[0]
    return pair[1] if stated.figure.period != pair[0] or len(claim.query.periods) > 1 else ""


def is_duration(stated: Stated) -> bool:
    """Whether a number is a stretch of time ("every three days", "within 21 days"), which no table gives."""
    return stated.number.unit == "interval" or stated.figure.unit in _TIME


def _areas_of(stated: Stated) -> tuple[str, ...]:
    return (stated.figure.area,) if stated.figure.area else ()


def _labels_of(period: Period, grid: Grid) -> list[str]:
    """The period itself where the measure has it, else the last part of a span that it has."""
    if period.label in grid.periods:
        return [period.label]
    last = period_from_label(period.label.split(" to ")[-1]) if period.kind == "span" else None
    return [last.label] if last and last.label in grid.periods else []


def _judge_in(claim: Claim, stated: Stated, measure: Measure, library: Library) -> Judgement | None:
    labels = level_periods(claim, stated, measure.grid)
    told = {label: given for label in labels if (given := givens_of(claim, stated, measure.grid, label, library))}
    if not told:
        return None
    matching = next((given for given in told.values() if any(is_within(stated, one) for one in given)), None)
    shown = matching or next(iter(told.values()))
    if all(is_far_off(stated, one) for one in shown):
        return None
    if not same_measure(stated, shown[0].figures[0]):
        return _in_other_measure(stated, shown[0])
    judged = judge_number(stated, shown, library) or _of_another_year(stated, shown, measure)
    if judged and judged.verdict == "contradicted":
        judged = replace(judged, reason=f"{judged.reason} {_where_it_stands(stated, measure, library)}".strip())
    return replace(judged, sureness=measure.found.score) if judged else None


def _in_other_measure(stated: Stated, given: Given) -> Judgement:
    """Contradicted: the report has it in kilograms, the claim in tonnes."""
    words = f"{given.words} {given.figures[0].unit}"
    reason = f"The unit is wrong: the report gives {words}, not {said(stated)} {stated.figure.unit}: {setting_of(given.figures[0])}."
    return Judgement("contradicted", reason, stated.number, given.figures)


def _of_another_year(stated: Stated, shown: Sequence[Given], measure: Measure) -> Judgement | None:
    """Contradicted, where the reports give only a rough number for the year, and the very one stated for another."""
    values = [v for v in measure.grid.levels.values() if any(f.area == stated.figure.area for f in v.all_figures)]
    exact = [f for v in values for f in v.all_figures if f.value == abs(stated.figure.value) and not exactness_of(f)]
    if not exact or stated.hedge or not all(one.exactness for one in shown):
        return None
    reason = f"The year is wrong: {said(stated)} is the figure for {exact[0].period}; the report gives {shown[0].exactness} {shown[0].words}: {setting_of(shown[0].figures[0])}."
    return Judgement("contradicted", reason, stated.number, (*shown[0].figures, exact[0]))


def givens_of(claim: Claim, stated: Stated, grid: Grid, label: str, library: Library) -> list[Given]:
    """What the reports give for a stated level in a period, added up where the claim speaks of several areas together."""
    query = claim.query
    if query.area_words and stated.figure.area not in query.areas:
        return sum_at(grid, query.areas, label, library)
    local = [a for a in query.areas if a in library.lexicon.areas and library.lexicon.areas[a].kind == "local"]
    if len(local) > 1 and TOGETHER.search(claim.text) and (added := sum_at(grid, local, label, library)):
        return added
    together = stated.figure.area == library.lexicon.region and (
        query.every_area or any(one.role == "scope" for one in claim.stated)
    )
    if together and (added := sum_at(grid, (), label, library)):
        return added
    return levels_at(grid, stated.figure.area, label, library)


def _where_it_stands(stated: Stated, measure: Measure, library: Library) -> str:
    """Of which area or period the stated number would be right, where the same measure has it."""
    if stated.hedge or stated.number.in_words:
        return ""
    for value in measure.grid.levels.values():
        if any(figure.value == abs(stated.figure.value) for figure in value.all_figures):
            figure = value.figure
            part = "area" if figure.area != stated.figure.area else "year"
            return f"{said(stated)} is the figure for {', '.join(p for p in (figure.area, figure.period) if p)}: wrong {part}."
    return ""


def _other_unit(claim: Claim, stated: Stated, measures: Sequence[Measure], library: Library) -> Judgement | None:
    """A number that the reports give for the same thing in another unit: per 1,000 where the claim says per cent."""
    as_share = _rate_as_share(claim, stated, measures, library)
    if as_share is not None:
        return as_share
    for measure in measures:
        for label in level_periods(claim, stated, measure.grid):
            for one in levels_at(measure.grid, stated.figure.area, label, library):
                if one.number == abs(stated.figure.value) and not one.exactness:
                    reason = f"The unit is wrong: the report gives {value_words(one.figures[0])}, not {said(stated)}: {setting_of(one.figures[0])}."
                    return Judgement("contradicted", reason, stated.number, one.figures, sureness=measure.found.score)
    return None


def _rate_as_share(claim: Claim, stated: Stated, measures: Sequence[Measure], library: Library) -> Judgement | None:
    """A share in words ("one in 55") against a rate that the reports give: 18.1 per 1,000 is 1.81%."""
    rates = [one for one in measures if one.unit_class.startswith("per ")]
    for measure in rates if _ONE_IN.search(stated.number.printed) or stated.number.unit == "%" else ():
        for label in level_periods(claim, stated, measure.grid):
            given = [_as_share(one) for one in levels_at(measure.grid, stated.figure.area, label, library)]
            judged = judge_number(stated, [one for one in given if _is_near(stated, one)], library)
            if judged is not None:
                return replace(judged, sureness=measure.found.score)
    return None


def _is_near(stated: Stated, given: Given) -> bool:
    """Whether a share is near enough to a rate that it can be meant as that rate."""
    mine = abs(stated.figure.value)
    return given.number / _FAR < mine < given.number * _FAR


def _as_share(rate: Given) -> Given:
    figure = rate.figures[0]
    base = Decimal("".join(c for c in unit_class(figure.unit, "level") if c.isdigit()) or 100)
    share = f"{plain_number(rate.number / base * 100, 2)}%"
    return replace(rate, number=rate.number / base * 100, words=share, working=f"{rate.words} = {share}")


def _missing(claim: Claim, stated: Stated, measure: Measure) -> Judgement:
    figures = measure.found.figures or measure.found.changes
    areas = _areas_of(stated)
    here = [p.label for p in measure.grid.periods_of(areas)]
    period = stated.figure.period or and_list([p.label for p in claim.query.periods])
    have = and_list(here) if here else and_list([a for a in measure.grid.areas() if a][:8])
    reason = missing_words(measure_words(figures[0]), stated.figure.area, period, have)
    return Judgement("not_found", reason, stated.number, sureness=measure.found.score)
