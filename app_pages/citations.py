"""The numbered citations of an answer; each opens the place that it names."""

from html import escape

import streamlit as st

from app_pages.cells import mark_table
from app_pages.markup import passage_to_html, table_to_html
from app_pages.quoted import passage_around
from app_pages.words import as_plain_markdown, date_words
from ingest.store import Index
from ingest.store_records import ReportInfo
from rag.records import Answer, Citation


def show_citations(answer: Answer, index: Index) -> None:
    """Each citation as a line that opens the source with the cell or the words marked."""
    for citation in answer.citations:
        with st.expander(as_plain_markdown(f"{citation.number}. {citation.title}: {citation.place}")):
            _show_source(citation, index)


def title_of(report: str, index: Index) -> str:
    """The title of a report, or its id where it has none."""
    info = _info_of(report, index)
    return info.title if info else report


def _show_source(citation: Citation, index: Index) -> None:
    marked = mark_table(index, [citation.locator]) if citation.locator.row or citation.locator.table else None
    if marked is not None:
        st.html(table_to_html(marked, is_cut=False))
    else:
        st.html(passage_to_html(passage_around(citation, index), citation.quote))
    info = _info_of(citation.report, index)
    if info is not None:
        st.html(_provenance(info, citation))


def _provenance(info: ReportInfo, citation: Citation) -> str:
    section = " › ".join(citation.locator.section)
    page = citation.locator.page_label or citation.locator.page
    lines = [
        f"{info.publisher}, {date_words(info.published)}",
        f"Section: {section}" if section else "",
        f"Page {page}" if page else "",
    ]
    shown = "<br>".join(escape(line) for line in lines if line)
    words = (
        "The words here are this project’s restatement of the report; the figures are as published."
        if info.text == "restated"
        else "The words are the publisher’s own."
    )
    link = (
        f' <a href="{escape(info.address, quote=True)}" rel="noreferrer">Publisher’s website</a>'
        if info.address.startswith(("https://", "http://"))
        else ""
    )
    return f'<p class="note">{shown}<br>{words}{link}</p>'


def _info_of(report: str, index: Index) -> ReportInfo | None:
    return next((info for info in index.reports() if info.id == report), None)
