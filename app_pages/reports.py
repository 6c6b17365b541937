"""The Reports page: what is held; and, where it is allowed, adding and removing reports."""

from html import escape

import streamlit as st

from app_pages.changes import show_changes
from app_pages.citations import link_to_publisher
from app_pages.settings import may_change_reports
from app_pages.start import open_reports
from app_pages.words import count_words, date_words
from ingest.store import Index
from ingest.store_records import ReportInfo

_TEXT = {
    "restated": "restated by this project: figures as published, sentences this project’s own",
    "verbatim": "the published words",
}


def show_reports() -> None:
    """The page."""
    index = open_reports()
    if index is None:
        return
    st.html("<h1>Reports</h1>")
    infos = index.reports()
    st.write(f"Answers come from {count_words(len(infos), 'report')} and from nothing else.")
    for info in infos:
        st.html(_describe(info))
    _show_unreadable(index)
    if may_change_reports(st.get_option("server.address")):
        show_changes(infos)


def _describe(info: ReportInfo) -> str:
    counts = info.counts
    pages = f"{count_words(info.pages, 'page')}, " if info.pages else ""
    held = (
        f"{pages}{count_words(counts.tables, 'table')}, {count_words(counts.cells, 'figure')} in tables, "
        f"{count_words(counts.prose_figures, 'figure')} in the text"
    )
    rows = {
        "Publisher": info.publisher,
        "Published": date_words(info.published),
        "Holds": held,
        "Text": _TEXT[info.text],
        "File": info.file,
    }
    items = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in rows.items() if value)
    problems = "".join(f"<li>{escape(f'{part.where}: {part.what}')}</li>" for part in info.problems)
    unread = f"<p><strong>Could not be read</strong></p><ul>{problems}</ul>" if problems else ""
    link = link_to_publisher(info).removeprefix("<br>")
    return f'<section class="report"><h2>{escape(info.title)}</h2><dl>{items}</dl>{link}{unread}</section>'


def _show_unreadable(index: Index) -> None:
    for problem in index.manifest("unreadable") or ():
        st.error(f"Not in the index: {problem['what']}")
