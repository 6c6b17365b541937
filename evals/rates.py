"""Rates with the number they rest on and their interval; a rate over nothing is NaN, never 0 or 1."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` of ``n``, and the Wilson interval of the share at 95 per cent."""

    hits: int
    n: int

    @property
    def share(self) -> float:
        """Between 0 and 1; NaN where n is 0."""
        return self.hits / self.n if self.n else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson score interval (Wilson 1927); NaN where n is 0."""
        if not self.n:
            return math.nan, math.nan
        from scipy.stats import binomtest

        found = binomtest(self.hits, self.n).proportion_ci(confidence_level=CONFIDENCE, method="wilson")
        return float(found.low), float(found.high)


def rate_of(outcomes: Iterable[bool | None]) -> Rate:
    """The rate of those that are true; None is undefined and not counted in n."""
    defined = [bool(outcome) for outcome in outcomes if outcome is not None]
    return Rate(sum(defined), len(defined))


def percentile(values: Iterable[float], share: float) -> float:
    """The value that ``share`` of the values do not exceed, interpolated linearly; NaN if there are none."""
    ordered = sorted(values)
    if not ordered:
        return math.nan
    position = share * (len(ordered) - 1)
    low, high = ordered[math.floor(position)], ordered[math.ceil(position)]
    return low + (high - low) * (position - math.floor(position))
