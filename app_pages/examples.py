"""Questions and claims to start with; each names the report that it needs."""

from ingest.store import Index

_QUESTIONS = (
    ("How many people were in drug treatment in Birmingham in 2023/24?", "progress-report-2024"),
    ("Did drug-related deaths in Dudley fall in 2024?", "progress-report-2025"),
    ("Which area had the most drug trafficking offences in 2024/25?", "progress-report-2025"),
    ("What do the recommendations say about naloxone?", "drug-policy-recommendations"),
    ("What does OCU stand for?", "progress-report-2025"),
)
_CLAIMS = (
    ("8,490 people were in drug treatment in Birmingham in 2023/24.", "progress-report-2024"),
    ("Drug-related deaths in Coventry rose to 34 in 2024.", "progress-report-2025"),
    ("Walsall had the most drug-related deaths of the seven areas in 2024.", "progress-report-2025"),
)


def examples_for(index: Index) -> list[str]:
    """The questions that the reports of this index can answer."""
    return _held(_QUESTIONS, index)


def example_claims_for(index: Index) -> list[str]:
    """The claims, true and false ones, that the reports of this index can judge."""
    return _held(_CLAIMS, index)


def _held(examples: tuple[tuple[str, str], ...], index: Index) -> list[str]:
    held = {info.id for info in index.reports()}
    return [text for text, report in examples if report in held]
