"""Questions to start with; each names the report that it needs."""

from ingest.store import Index

_EXAMPLES = (
    ("How many people were in drug treatment in Birmingham in 2023/24?", "progress-report-2024"),
    ("Did drug-related deaths in Dudley fall in 2024?", "progress-report-2025"),
    ("Which area had the most drug trafficking offences in 2024/25?", "progress-report-2025"),
    ("What do the recommendations say about naloxone?", "drug-policy-recommendations"),
    ("What does CDAP mean?", "progress-report-2025"),
)


def examples_for(index: Index) -> list[str]:
    """The examples that the reports of this index can answer."""
    held = {info.id for info in index.reports()}
    return [question for question, report in _EXAMPLES if report in held]
