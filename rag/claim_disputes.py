"""What the audit found against a figure: the value that stands against it, or that its very setting is in doubt."""

import re
from dataclasses import replace

from ingest.numerals import find_numbers
from ingest.records import Figure, Finding
from rag.claim_records import Judgement
from rag.library import Library

_OVER_TABLES = re.compile(r"\bsum over .+ and ")


def rival_of(figure: Figure, finding: Finding, library: Library) -> Figure | None:
    """The value that a finding sets against a figure, as a figure of the same thing; None where it sets none.

    The value may be another place's, a sum over two other tables, or the sum of all areas in another report.
    """
    if finding.severity == "low" or figure.id not in finding.figures:
        return None
    if finding.kind == "text_vs_table":
        return _other_side(figure, finding, library)
    if finding.kind == "parts_vs_total" and finding.figures[0] == figure.id and _OVER_TABLES.search(finding.place_b):
        return _as_figure(figure, finding.value_b, finding.explanation)
    if (
        finding.kind == "across_reports"
        and "sum of the areas" in finding.place_a
        and figure.area == library.lexicon.region
    ):
        return _as_figure(figure, finding.value_a, finding.explanation)
    return None


def with_doubt(judged: Judgement, library: Library) -> Judgement:
    """A supported judgement as a conflicting one, where the audit doubts the setting of the figure that it rests on."""
    ids = {figure.id for figure in judged.figures}
    if judged.verdict != "supported" or len(judged.figures) != 1:
        return judged
    doubts = [
        f
        for f in library.index.findings_about(list(ids))
        if f.kind == "text_vs_table" and f.severity != "low" and f.figures[:1] and f.figures[0] in ids
    ]
    if not doubts:
        return judged
    return replace(judged, verdict="conflicting", reason=f"The reports disagree: {doubts[0].explanation}")


def _other_side(figure: Figure, finding: Finding, library: Library) -> Figure | None:
    sides = library.index.figures_with(finding.figures[:2])
    known = {one.id: one for one in sides if one.locator.report == finding.report}
    others = [one for identity in finding.figures[:2] if identity != figure.id and (one := known.get(identity))]
    if figure.id not in finding.figures[:2] or not others:
        return None
    other = others[0]
    same = (other.kind, other.area, other.period) == (figure.kind, figure.area, figure.period)
    return other if same and other.value != figure.value else None


def _as_figure(figure: Figure, printed: str, explanation: str) -> Figure | None:
    numbers = find_numbers(printed)
    return (
        replace(figure, value=numbers[0].value, printed=printed, qualifier="", sentence=explanation)
        if len(numbers) == 1
        else None
    )
