"""The benchmark as a table for the README: a column for each size of corpus."""

from collections.abc import Callable, Sequence

from evals.bench.records import AnswerTimes, ProcessCost, SizeResult, TimesInTurn
from evals.pages.page import Grid

_ROWS: tuple[tuple[str, Callable[[SizeResult], str]], ...] = (
    ("reports, passages", lambda size: f"{size.reports:,}, {size.passages:,}"),
    ("vectors, contents", lambda size: f"{size.vectors}, {size.contents}"),
    ("index built, time of the processor, memory", lambda size: _cost(size.build)),
    ("ingested again, nothing changed", lambda size: f"{size.reingest_seconds:.2f} s"),
    ("index size", lambda size: f"{size.index_mb:,.0f} MB"),
    ("first answer from a cold start, time of the processor, memory", lambda size: _cost(size.cold_start)),
    ("warm answer p50, p95", lambda size: _times(size.product)),
    ("time of the processor for a warm answer, p50", lambda size: f"{size.product.processor_p50_ms:.0f} ms"),
    ("warm answer p50 beside the smallest corpus, asked in turn", lambda size: _in_turn(size.in_turn)),
    ("the same in time of the processor", lambda size: _processor_in_turn(size.in_turn)),
    ("embedding a question (the floor of a search), p50", lambda size: f"{size.product.floor_ms:.1f} ms"),
    ("answers a second, 1 / 4 / 16 callers", lambda size: _throughput(size.product)),
    ("memory while answering", lambda size: f"{size.product.peak_mb:,.0f} MB"),
    ("naive chain p50, p95", lambda size: _times(size.naive)),
    ("naive chain, answers a second, 1 / 4 / 16 callers", lambda size: _throughput(size.naive)),
)


def sizes_to_grid(results: Sequence[SizeResult]) -> Grid:
    """A row for each measurement, a column for each size."""
    return Grid(
        "Time, memory and size by corpus; drawn vectors are drawn around those of real passages, not encoded",
        ("measured", *(f"{result.times:,} x" for result in results)),
        tuple((name, *(measure(result) for result in results)) for name, measure in _ROWS),
    )


def _times(times: AnswerTimes | None) -> str:
    return f"{times.p50_ms:.0f} ms, {times.p95_ms:.0f} ms" if times else "not measured"


def _cost(cost: ProcessCost) -> str:
    return f"{cost.seconds:.0f} s, {cost.processor_seconds:.0f} s, {cost.peak_mb:,.0f} MB"


def _in_turn(times: TimesInTurn | None) -> str:
    return _ratio(times.p50_ms, times.smallest_p50_ms) if times else "1"


def _processor_in_turn(times: TimesInTurn | None) -> str:
    return _ratio(times.processor_p50_ms, times.smallest_processor_p50_ms) if times else "1"


def _ratio(time: float, smallest: float) -> str:
    return f"{time:.0f} ms / {smallest:.0f} ms = {time / smallest:.2f}"


def _throughput(times: AnswerTimes | None) -> str:
    return " / ".join(f"{times.per_second[callers]:.0f}" for callers in times.per_second) if times else "not measured"
