"""Draft: the parts of an answer before citations, checks and findings are added."""

from dataclasses import dataclass

from ingest.records import Figure, Finding, Passage
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
    findings: tuple[Finding, ...] = ()
    sureness: float = 1.0
