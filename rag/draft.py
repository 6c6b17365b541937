"""Draft: the parts of an answer before citations, checks and findings are added."""

from dataclasses import dataclass

from ingest.records import Figure, Passage
from rag.records import Derivation, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """What a step proposes to say: the headline, what it rests on, and how sure it is (1 is certain)."""

    status: Status
    headline: str
    detail: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    derivation: Derivation | None = None
    caveats: tuple[str, ...] = ()
    passages: tuple[tuple[Passage, str], ...] = ()
    reading: str = ""
    sureness: float = 1.0
