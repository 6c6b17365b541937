"""Findings of the audit that touch the figures of an answer: told in the headline where a disagreement is asked about."""

from dataclasses import replace

from ingest.records import Finding
from rag.draft import Draft
from rag.library import Library
from rag.misnamed import not_of_its_name
from rag.query import Query

_TOLD_ALWAYS = ("text_vs_table", "rank_or_direction", "across_reports")
_ROOM = 640
_SIDES = 2  # figures of a finding that are shown beside those of the answer


def findings_of(draft: Draft, library: Library) -> tuple[Finding, ...]:
    """The findings that name one of the draft's figures, gravest first."""
    order = {"high": 0, "medium": 1, "low": 2}
    ids = {figure.id for figure in draft.figures}
    found = library.index.findings_about(list(ids))
    return tuple(sorted(found, key=lambda f: (order[f.severity], -len(ids & set(f.figures)))))


def with_findings(query: Query, draft: Draft, library: Library) -> Draft:
    """The draft with what the audit found about its figures: in the headline where it decides, else as a caveat."""
    findings = tuple(dict.fromkeys((*draft.findings, *findings_of(draft, library))))
    if not findings or draft.status != "answered":
        return draft
    if other := not_of_its_name(query, draft, findings, library):
        return other
    asked = "discrepancy" in query.operations
    told_already = bool(draft.findings)
    ranks = "rank" in query.operations and any(f.kind == "rank_or_direction" for f in findings)
    findings = tuple(replace(f, explanation=_in_reader_words(f.explanation, library)) for f in findings)
    for finding in findings[:2]:
        known = finding.value_a in draft.headline and finding.value_b.split(" ")[0] in draft.headline
        decides = not told_already and (
            asked
            and not _only_a_part(finding, draft)
            or ranks
            and finding.kind == "rank_or_direction"
            and _ranks_one_told(finding, draft)
            or finding.kind in _TOLD_ALWAYS
            and _disputes(finding, draft)
        )
        if decides and not known and len(draft.headline) + len(finding.explanation) < _ROOM:
            draft = _telling_of(finding, draft, library)
    told = tuple(f.explanation for f in findings[:3] if f.explanation not in draft.headline)
    return replace(draft, caveats=(*draft.caveats, *told), findings=findings)


def _telling_of(finding: Finding, draft: Draft, library: Library) -> Draft:
    """The draft with a finding in its headline and the figures on both of its sides, so that both places are cited."""
    shown = {figure.id for figure in draft.figures}
    others = tuple(f for f in library.index.figures_with(list(finding.figures)) if f.id not in shown)
    figures = (*draft.figures, *others) if len(others) <= _SIDES else draft.figures
    return replace(draft, headline=f"{draft.headline} {finding.explanation}", figures=figures)


def _only_a_part(finding: Finding, draft: Draft) -> bool:
    """Whether a sum is in dispute to which the figures shown only add."""
    return finding.kind == "parts_vs_total" and finding.figures[0] not in {figure.id for figure in draft.figures}


def _ranks_one_told(finding: Finding, draft: Draft) -> bool:
    """Whether a claim of rank that is false is about one of the areas that the headline names."""
    areas = {figure.area for figure in draft.figures if figure.id in finding.figures}
    return any(area in draft.headline for area in areas)


def _disputes(finding: Finding, draft: Draft) -> bool:
    """Whether the finding is about the very number that the answer shows, alone."""
    shown = {figure.printed for figure in draft.figures}
    return len(shown) == 1 and bool(shown & {finding.value_a, finding.value_b})


def _in_reader_words(text: str, library: Library) -> str:
    """A finding's sentence with the reports called by name, not by id."""
    for report, name in library.short_names.items():
        text = text.replace(report, name)
    return text
