"""Scores of a run: pure functions of the records and their results; nothing is asked again."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.outcomes import OUTCOMES, Outcome, OutcomeName, is_unanswerable, judge
from evals.rates import Rate, percentile, rate_of
from evals.records import VERDICTS, Claim, Item, Question, Result

LATENCY_SHARES = (0.5, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Judged:
    """A record, its result, and how the one compares with the other."""

    item: Item
    result: Result
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """How many of a group ended how; ``axis`` is what the groups are made by."""

    axis: str
    group: str
    counts: Mapping[OutcomeName, int]

    @property
    def n(self) -> int:
        """How many there are in the group."""
        return sum(self.counts.values())

    def rate(self, name: OutcomeName = "right") -> Rate:
        """The rate of one outcome in the group."""
        return Rate(self.counts[name], self.n)


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """``confusion[expected][got]`` counts verdicts."""

    confusion: Mapping[str, Mapping[str, int]]
    value_shown: Rate
    source_cited: Rate


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds that the product took for one result; NaN where none is timed."""

    n: int
    p50: float
    p95: float
    p99: float


def judge_all(items: Sequence[Item], results: Mapping[str, Result]) -> tuple[Judged, ...]:
    """The records that have a result, judged, in the order of the sets."""
    return tuple(Judged(item, results[item.id], judge(item, results[item.id])) for item in items if item.id in results)


def score_outcomes(judged: Sequence[Judged]) -> tuple[OutcomeRow, ...]:
    """Outcomes of all, then by answerable or not, kind, persona and report."""
    axes: tuple[tuple[str, Callable[[Item], Iterable[str]]], ...] = (
        ("all", lambda item: ("all",)),
        ("part", lambda item: (part_of(item),)),
        ("kind", lambda item: (kind_of(item),)),
        ("persona", lambda item: (item.persona or "not told",)),
        ("report", reports_of),
    )
    return tuple(row for axis, groups in axes for row in _count_by(judged, axis, groups))


def score_claims(judged: Sequence[Judged]) -> ClaimScores:
    """The claims as a confusion matrix over the four verdicts, and how often value and source are shown."""
    claims = [one for one in judged if isinstance(one.item, Claim) and one.outcome.name != "failed"]
    pairs = Counter((one.item.expect.verdict, one.result["verdict"]) for one in claims)  # type: ignore[union-attr]
    return ClaimScores(
        confusion={wanted: {got: pairs[wanted, got] for got in VERDICTS} for wanted in VERDICTS},
        value_shown=rate_of(one.outcome.is_value_shown for one in claims),
        source_cited=rate_of(one.outcome.is_source_cited for one in claims),
    )


def score_latency(judged: Iterable[Judged]) -> Latency:
    """Over all results that tell how long they took."""
    timings = [one.result.get("timings", {}).get("total_ms") for one in judged]
    timed = [float(timing) for timing in timings if timing is not None]
    return Latency(len(timed), *(percentile(timed, share) for share in LATENCY_SHARES))


def part_of(item: Item) -> str:
    """Answerable and unanswerable questions, and claims, are counted apart."""
    if isinstance(item, Claim):
        return "claims"
    return "unanswerable questions" if is_unanswerable(item) else "answerable questions"


def kind_of(item: Item) -> str:
    """A question's kind; claims are one kind."""
    return item.kind if isinstance(item, Question) else "claim"


def reports_of(item: Item) -> tuple[str, ...]:
    """The reports that hold the answer; one record can count under several."""
    return tuple(sorted({report for group in item.expect.sources for report in group})) or ("not told",)


def _count_by(judged: Sequence[Judged], axis: str, groups: Callable[[Item], Iterable[str]]) -> tuple[OutcomeRow, ...]:
    counts: dict[str, Counter[OutcomeName]] = {}
    for one in judged:
        for group in groups(one.item):
            counts.setdefault(group, Counter())[one.outcome.name] += 1
    return tuple(OutcomeRow(axis, group, _all_outcomes(counted)) for group, counted in sorted(counts.items()))


def _all_outcomes(counted: Counter[OutcomeName]) -> dict[OutcomeName, int]:
    return {name: counted[name] for name in OUTCOMES}
