"""How long each step of an answer takes, told as it begins."""

from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")
OnStep = Callable[[str], None]


class Clock:
    """Milliseconds of each step; tells each as it begins."""

    def __init__(self, on_step: OnStep = lambda step: None) -> None:
        self._on_step = on_step
        self._start = perf_counter()
        self._steps: dict[str, float] = {}

    def time(self, step: str, work: "Callable[[], T]") -> "T":
        self._on_step(step)
        begin = perf_counter()
        result = work()
        self._steps[f"{step}_ms"] = (perf_counter() - begin) * 1000
        return result

    def timings(self) -> dict[str, float]:
        total = (perf_counter() - self._start) * 1000
        return {name: round(ms, 2) for name, ms in {**self._steps, "total_ms": total}.items()}
