"""Library: what every step of an answer may look things up in, handed in as one record."""

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.records import Figure
from ingest.store import Index
from rag.cues import Cues
from rag.wording import place_words


@dataclass(frozen=True, eq=False)
class Library:
    """The index, the lexicon with the places that the reports name, the cues, and short names of the reports by id."""

    index: Index
    lexicon: Lexicon
    cues: Cues
    short_names: Mapping[str, str]

    def place_of(self, figure: Figure, with_report: bool = False) -> str:
        """Where a figure stands in words: "Table 12", "the text", "Figure 8 of the October 2024 report"."""
        place = place_words(figure)
        return (
            f"{place} of {self.short_names.get(figure.locator.report, figure.locator.report)}" if with_report else place
        )
