"""The page "Where the reports disagree": the findings of the audit, the weightiest first."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from app_pages.acronyms import show_html
from app_pages.start import open_reports
from app_pages.words import count_words, sentence_case
from ingest.records import Finding
from ingest.store import Index
from rag.report_names import short_names

_WEIGHTS = {
    "high": "Matters most",
    "medium": "Worth knowing",
    "low": "Small: rounding and wording",
}


def show_disagreements() -> None:
    """The page."""
    index = open_reports()
    if index is None:
        return
    st.html("<h1>Where the reports disagree</h1>")
    st.write(
        "Two places that give different figures for the same thing, or sums that do not add up. "
        "Nothing is corrected here: both figures are shown as they are printed."
    )
    findings = _choose(index)
    st.html(f'<p role="status"><strong>{count_words(len(findings), "finding").capitalize()}</strong></p>')
    for weight, words in _WEIGHTS.items():
        _show_group(words, [finding for finding in findings if finding.severity == weight], index)


def _choose(index: Index) -> list[Finding]:
    titles = {info.id: info.title for info in index.reports()}
    report = st.selectbox(
        "Report", list(titles), index=None, format_func=lambda name: titles[name], placeholder="All reports"
    )
    return [finding for finding in index.findings() if report in (None, finding.report)]


def _show_group(words: str, findings: Sequence[Finding], index: Index) -> None:
    if findings:
        titles = {info.id: info.title for info in index.reports()}
        names = short_names(index.reports())
        items = "".join(
            describe_finding(finding, titles.get(finding.report, finding.report), names) for finding in findings
        )
        show_html(f"<h2>{words}</h2>{items}")


def describe_finding(finding: Finding, title: str, names: Mapping[str, str]) -> str:
    """A finding as HTML: what is wrong, and both places with what they give."""
    sides = ((_first_place(finding, names), finding.value_a), (finding.place_b, finding.value_b))
    rows = "".join(
        f'<tr><th scope="row">{escape(sentence_case(_named(place, names)))}</th><td><strong>{escape(value)}</strong></td></tr>'
        for place, value in sides
    )
    return (
        f'<section class="finding"><p>{escape(sentence_case(_named(finding.explanation, names)))}</p>'
        '<table class="printed"><thead><tr><th scope="col">Where</th><th scope="col">What it gives</th></tr>'
        f'</thead><tbody>{rows}</tbody></table><p class="note">{escape(title)}</p></section>'
    )


def _first_place(finding: Finding, names: Mapping[str, str]) -> str:
    """The first place, with its report where the second stands in another one and says so."""
    is_across = any(report in finding.place_b for report in names)
    return f"{finding.report}: {finding.place_a}" if is_across else finding.place_a


def _named(text: str, names: Mapping[str, str]) -> str:
    """The text with the reports called by name, not by id."""
    for report, name in names.items():
        text = text.replace(report, name)
    return text
