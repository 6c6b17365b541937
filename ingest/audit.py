"""The audit: where reports disagree with themselves or with each other, and where their arithmetic fails."""

from collections.abc import Sequence

from ingest.audit_areas import areas_against_region, missing_rows
from ingest.audit_bases import implied_bases, impossible_changes
from ingest.audit_changes import changes_against_levels
from ingest.audit_ledger import build_ledger
from ingest.audit_parts import parts_against_totals
from ingest.audit_periods import misplaced_figures
from ingest.audit_ranges import changes_beyond_areas
from ingest.audit_rank import claims_against_values
from ingest.audit_reports import reports_against_each_other
from ingest.audit_shares import shares_against_counts
from ingest.audit_sizes import sizes_of_groups
from ingest.audit_spans import lengths_of_periods
from ingest.audit_text import text_against_tables
from ingest.audit_undated import undated_figures
from ingest.audit_wholes import parts_over_wholes
from ingest.lexicon import Lexicon
from ingest.records import Figure, Finding, Report


def find_findings(figures: Sequence[Figure], reports: Sequence[Report], lexicon: Lexicon) -> list[Finding]:
    """All findings, report by report; what follows from one contradiction alone is not reported again."""
    ledger = build_ledger(figures, reports, lexicon)
    text = text_against_tables(ledger) + misplaced_figures(ledger)
    disputed = {finding.figures[0] for finding in text}
    changes = changes_against_levels(ledger, disputed)
    parts = parts_against_totals(ledger, disputed)
    wrong = disputed | {figure for finding in changes for figure in finding.figures}
    found = [
        *text,
        *changes,
        *changes_beyond_areas(ledger, wrong),
        *impossible_changes(ledger),
        *shares_against_counts(ledger),
        *sizes_of_groups(ledger),
        *parts,
        *parts_over_wholes(ledger, parts),
        *areas_against_region(ledger, disputed),
        *missing_rows(ledger),
        *claims_against_values(ledger),
        *lengths_of_periods(figures),
        *reports_against_each_other(ledger),
        *undated_figures(ledger),
        *implied_bases(ledger),
    ]
    order = {report.id: at for at, report in enumerate(reports)}
    return sorted(found, key=lambda finding: order[finding.report])
