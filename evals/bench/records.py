"""What passes between the steps of a benchmark: plain frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ProcessCost:
    """What a process cost: wall time, time of the processor, and the most memory that it held."""

    seconds: float
    peak_mb: float
    processor_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """Warm answers of one system in a process of its own.

    ``p50_ms`` and ``p95_ms`` are over ``n`` distinct questions asked one after the other; ``per_second`` is
    the throughput by number of callers at once; ``floor_ms`` is the median time of embedding one question.
    ``processor_p50_ms`` is the median time of the processor for an answer, over all its cores: what else runs on the machine
    does not lengthen it.
    """

    n: int
    load_seconds: float
    p50_ms: float
    p95_ms: float
    per_second: Mapping[str, float]
    peak_mb: float
    floor_ms: float
    processor_p50_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class TimesInTurn:
    """Median times of an index and of the smallest one, asked the same ``n`` questions in turn in one process."""

    n: int
    p50_ms: float
    smallest_p50_ms: float
    processor_p50_ms: float = 0.0
    smallest_processor_p50_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class SizeResult:
    """All measurements on a corpus of so many times the five reports.

    ``vectors`` tells whether the passages were encoded, or their vectors drawn around those of the real
    passages; ``contents`` whether all reports were read from their files, or what the index holds of the made ones was made
    from the real ones. The smallest corpus of a run has nothing to be set ``in_turn`` with.
    """

    times: int
    reports: int
    passages: int
    vectors: Literal["encoded", "drawn"]
    contents: Literal["read", "made"]
    build: ProcessCost
    reingest_seconds: float
    cold_start: ProcessCost
    index_mb: float
    product: AnswerTimes
    naive: AnswerTimes | None = None
    in_turn: TimesInTurn | None = None
