"""A run of the ingest in the background, whose progress every open window can watch."""

from collections.abc import Callable
from threading import Thread

from ingest.errors import IngestError
from ingest.pipeline import run_ingest
from ingest.progress import Progress, Step
from ingest.settings import Settings
from ingest.store_records import Summary

Ingest = Callable[..., Summary]

_STEPS: dict[Step, str] = {
    "read": "Reading the reports",
    "figures": "Finding the figures",
    "audit": "Looking for places where the reports disagree",
    "load the model": "Starting the search by meaning",
    "embed": "Making every passage findable",
    "write vectors": "Writing the index",
    "write store": "Writing the index",
    "switch": "Opening the new index",
}


class IngestRun:
    """One run: ``progress`` while it is at work, then ``summary`` or ``error``."""

    def __init__(self, settings: Settings, ingest: Ingest = run_ingest) -> None:
        self.progress: Progress | None = None
        self.summary: Summary | None = None
        self.error: str = ""
        self._thread = Thread(target=self._run, args=(settings, ingest), name="ingest", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether it is still at work."""
        return self._thread.is_alive()

    @property
    def fraction(self) -> float:
        """Share of the run that is done, from 0 to 1."""
        return min(self.progress.fraction, 1.0) if self.progress else 0.0

    def in_words(self) -> str:
        """The step that it is at: "Reading the reports: progress report 2025"."""
        if self.progress is None:
            return "Looking at the folder of reports"
        step = _STEPS[self.progress.step]
        return f"{step}: {self.progress.report.replace('-', ' ')}" if self.progress.report else step

    def _run(self, settings: Settings, ingest: Ingest) -> None:
        try:
            self.summary = ingest(settings, self._set_progress)
        except IngestError as error:
            self.error = str(error)
        except Exception as error:
            self.error = f"the index could not be built: {type(error).__name__}: {error}"
            raise

    def _set_progress(self, progress: Progress) -> None:
        self.progress = progress
