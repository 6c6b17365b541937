"""Reports to what an index holds of them: passages, figures and findings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.alignment import align_prose_with_tables
from ingest.audit import find_findings
from ingest.lexicon import Lexicon
from ingest.passages import report_to_passages
from ingest.progress import OnProgress, Progress
from ingest.prose_figures import prose_figures
from ingest.readings import Readings
from ingest.records import Figure, Report
from ingest.store_records import Contents
from ingest.table_figures import areas_named_in, table_figures


def extract_contents(readings: Readings, lexicon: Lexicon, on_progress: OnProgress) -> Contents:
    """The passages, figures and findings of all reports; no vectors yet."""
    reports = [report for _, report in readings]
    areas = list(dict.fromkeys(name for report in reports for name in areas_named_in(report, lexicon)))
    known = lexicon.with_areas(areas)
    figures: list[Figure] = []
    for done, report in enumerate(reports):
        on_progress(Progress("figures", done, len(reports), report.id))
        figures += _find_figures(report, known)
    figures = _make_ids_unique(align_prose_with_tables(figures, known))
    on_progress(Progress("audit", 0, 1))
    findings = find_findings(figures, reports, known)
    passages = [passage for report in reports for passage in report_to_passages(report)]
    return Contents(readings, passages, figures, findings, areas)


def _find_figures(report: Report, lexicon: Lexicon) -> list[Figure]:
    return table_figures(report, lexicon) + prose_figures(report, lexicon)


def _make_ids_unique(figures: Sequence[Figure]) -> list[Figure]:
    """The same figures; of those with one id, the second and later ones get a number behind it."""
    seen: Counter[str] = Counter()
    distinct = []
    for figure in figures:
        seen[figure.id] += 1
        number = seen[figure.id]
        distinct.append(figure if number == 1 else replace(figure, id=f"{figure.id}-{number}"))
    return distinct
