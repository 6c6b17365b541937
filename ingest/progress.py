"""How far a run of the ingest has got."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Step = Literal["read", "figures", "audit", "load the model", "embed", "write vectors", "write store", "switch"]

_SHARES: dict[Step, tuple[float, float]] = {
    "read": (0.0, 0.25),
    "figures": (0.25, 0.35),
    "audit": (0.35, 0.4),
    "load the model": (0.4, 0.55),
    "embed": (0.55, 0.93),
    "write vectors": (0.93, 0.98),
    "write store": (0.98, 0.99),
    "switch": (0.99, 1.0),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """One step, how much of it is done, and the report it is at."""

    step: Step
    done: int
    total: int
    report: str = ""

    @property
    def fraction(self) -> float:
        """Share of the whole run that is done, from 0 to 1, as measured on the five reports."""
        begin, end = _SHARES[self.step]
        return begin + (end - begin) * (self.done / self.total if self.total else 1.0)


OnProgress = Callable[[Progress], None]


def say_nothing(progress: Progress) -> None:
    """For callers that show no progress."""
