"""Two runs of the same questions: what got better and worse, and whether that could be chance."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from evals.model_use import ModelScores, score_model
from evals.outcomes import OutcomeName
from evals.rates import Rate
from evals.scores import Judged, OutcomeRow, score_outcomes

GATED_AXES = ("part", "kind")


@dataclass(frozen=True, slots=True)
class RateChange:
    """The rate of one outcome in one group, before and after."""

    axis: str
    group: str
    outcome: OutcomeName
    before: Rate
    after: Rate


@dataclass(frozen=True, slots=True)
class Comparison:
    """``better`` and ``worse`` are pairs of before and after of records that are right in one run only.

    ``p_value`` is of McNemar's exact test, two-sided; NaN where no record changed.
    """

    n: int
    better: tuple[tuple[Judged, Judged], ...]
    worse: tuple[tuple[Judged, Judged], ...]
    p_value: float
    changes: tuple[RateChange, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    model_before: ModelScores
    model_after: ModelScores


def compare_runs(before: Sequence[Judged], after: Sequence[Judged]) -> Comparison:
    """Compares the records that both runs answered; the others are named."""
    later = {one.item.id: one for one in after}
    pairs = [(one, later[one.item.id]) for one in before if one.item.id in later]
    better = tuple(pair for pair in pairs if pair[1].outcome.is_right and not pair[0].outcome.is_right)
    worse = tuple(pair for pair in pairs if pair[0].outcome.is_right and not pair[1].outcome.is_right)
    both = {old.item.id for old, _ in pairs}
    return Comparison(
        n=len(pairs),
        better=better,
        worse=worse,
        p_value=mcnemar_p(len(better), len(worse)),
        changes=_rate_changes([old for old, _ in pairs], [new for _, new in pairs]),
        only_before=tuple(one.item.id for one in before if one.item.id not in both),
        only_after=tuple(one.item.id for one in after if one.item.id not in both),
        model_before=score_model([old for old, _ in pairs]),
        model_after=score_model([new for _, new in pairs]),
    )


def find_falls(comparison: Comparison) -> tuple[RateChange, ...]:
    """What a gate stops at: fewer right in a part or kind, or more wrong figures shown."""
    return tuple(
        change
        for change in comparison.changes
        if (change.after.share < change.before.share) == (change.outcome == "right")
        and change.after.share != change.before.share
    )


def mcnemar_p(better: int, worse: int) -> float:
    """Exact McNemar test on the pairs that differ (binomial with one half); NaN where none does."""
    if not better + worse:
        return math.nan
    from scipy.stats import binomtest

    return float(binomtest(better, better + worse, 0.5).pvalue)


def _rate_changes(before: Sequence[Judged], after: Sequence[Judged]) -> tuple[RateChange, ...]:
    rows = {(row.axis, row.group): row for row in score_outcomes(after)}
    return tuple(
        change
        for row in score_outcomes(before)
        if row.axis in GATED_AXES
        for change in _row_changes(row, rows[row.axis, row.group])
    )


def _row_changes(before: OutcomeRow, after: OutcomeRow) -> list[RateChange]:
    outcomes: tuple[OutcomeName, ...] = ("right", "wrong_figure_shown")
    return [RateChange(before.axis, before.group, name, before.rate(name), after.rate(name)) for name in outcomes]
