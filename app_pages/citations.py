"""The numbered citations of an answer; each opens the place that it names."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import streamlit as st

from app_pages.acronyms import show_html
from app_pages.cells import MarkedTable, caption_of, mark_table
from app_pages.markup import table_to_html
from app_pages.passage_markup import passage_to_html
from app_pages.pdf_page import PagePicture, Sought, picture_of_page
from app_pages.quoted import passage_around, words_to_mark
from app_pages.words import as_plain_markdown, date_words
from ingest.settings import load_settings
from ingest.store import Index
from ingest.store_records import ReportInfo
from rag.records import Citation

_PAIR = 2


def show_citations(citations: Sequence[Citation], index: Index, key: str, told: str = "") -> None:
    """Each place that is cited as a line that opens the source with the cells or the words marked.

    Args:
        citations: what to show.
        index: where the sources are.
        key: tells their widgets from those of other answers.
        told: the words of the answer; of a long quote, those that it tells are marked.
    """
    for group in group_by_place(citations, index):
        with st.expander(as_plain_markdown(_label(group))):
            _show_source(group, index, f"{key}-page-{group[0].number}", told)


def group_by_place(citations: Sequence[Citation], index: Index) -> list[list[Citation]]:
    """Citations that follow one another and stand in one table or one paragraph together."""

    def place(one: Citation) -> tuple[str, str]:
        return one.report, one.locator.table or passage_around(one, index)

    return [list(group) for _, group in groupby(citations, key=place)]


def title_of(report: str, index: Index) -> str:
    """The title of a report, or its id where it has none."""
    info = _info_of(report, index)
    return info.title if info else report


def _label(group: Sequence[Citation]) -> str:
    first, last = group[0], group[-1]
    if first is last:
        return f"{first.number}. {first.title}: {first.place}"
    numbers = f"{first.number} {'and' if len(group) == _PAIR else 'to'} {last.number}"
    where = f"{first.locator.table}, {len(group)} places" if first.locator.table else first.place
    return f"{numbers}. {first.title}: {where}"


def _show_source(group: Sequence[Citation], index: Index, key: str, told: str) -> None:
    citation, locator = group[0], group[0].locator
    marked = mark_table(index, [one.locator for one in group]) if locator.row or locator.table else None
    words = words_to_mark(group, told)
    if marked is not None:
        show_html(table_to_html(marked, caption_of(marked.table, ""), is_cut=False))
    else:
        show_html(passage_to_html(passage_around(citation, index), words))
    info = _info_of(citation.report, index)
    if info is not None:
        show_html(_provenance(info, citation))
        if info.file.lower().endswith(".pdf") and locator.page:
            _offer_page(info, locator.page, _sought(marked, words), key)


def _offer_page(info: ReportInfo, page: int, sought: tuple[Sought, ...], key: str) -> None:
    if not st.toggle(f"Show page {page} of the published PDF", key=key):
        return
    path = load_settings().corpus_dir / info.file
    try:
        picture = _picture(path, page, sought)
    except (OSError, RuntimeError):
        st.error(f"Page {page} of {path.name!r} cannot be shown: the file is not there or cannot be read.")
        return
    named = f"Page {picture.number} of {info.title}"
    if picture.detail is None:
        st.image(picture.image, caption=f"{named}; the quoted words could not be boxed on it")
        return
    with st.container(key=f"{key}-boxed"):  # on a narrow screen alone, where a page is too small to read
        st.image(picture.detail, caption="What is quoted, in a box")
    st.image(picture.image, caption=f"{named}; what is quoted is in a box")


@st.cache_data(show_spinner="Opening the page", max_entries=16)
def _picture(path: Path, page: int, sought: tuple[Sought, ...]) -> PagePicture:
    return picture_of_page(path, page, sought)


def _sought(marked: MarkedTable | None, words: Sequence[str]) -> tuple[Sought, ...]:
    """Each marked cell with its row around it, each marked row, or the quoted words."""
    if marked is None or not marked.marked_rows:
        return tuple(Sought(quote) for quote in words)
    rows = marked.table.rows
    whole = [Sought(" ".join(rows[row])) for row in marked.rows]
    cells = [
        Sought(rows[row][column], " ".join(rows[row][:column]), " ".join(rows[row][column + 1 :]))
        for row, column in marked.cells
    ]
    return (*whole, *cells)


def _provenance(info: ReportInfo, citation: Citation) -> str:
    section = " › ".join(citation.locator.section)
    page = citation.locator.page_label or citation.locator.page
    lines = [
        f"{info.publisher}, {date_words(info.published)}",
        f"Section: {section}" if section else "",
        f"Page {page}" if page else "",
        "The words here are this project’s restatement of the report; the figures are as published."
        if info.text == "restated"
        else "The words are the publisher’s own.",
    ]
    shown = "<br>".join(escape(line) for line in lines if line)
    return f'<p class="note">{shown}{link_to_publisher(info)}</p>'


def link_to_publisher(info: ReportInfo) -> str:
    """A link to the publisher's page, where the report gives its address."""
    if not info.address.startswith(("https://", "http://")):
        return ""
    address = escape(info.address, quote=True)
    words = "Publisher’s website (opens in a new tab)"
    return f'<br><a href="{address}" target="_blank" rel="noreferrer">{words}</a>'


def _info_of(report: str, index: Index) -> ReportInfo | None:
    return next((info for info in index.reports() if info.id == report), None)
