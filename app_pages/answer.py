"""One answer on the page: headline, where it stands, working, notes, how it was read, sources."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from app_pages.cells import caption_of, mark_table
from app_pages.citations import show_citations, title_of
from app_pages.markup import passage_to_html, table_to_html
from app_pages.quoted import passage_around
from ingest.records import Figure
from ingest.store import Index
from rag.records import Answer

_LONG_HEADLINE = 160


def show_answer(answer: Answer, index: Index) -> None:
    """Show an answer, the most important first."""
    _show_headline(answer)
    if answer.status == "answered":
        _show_where_it_stands(answer, index)
    if answer.derivation:
        _part("How it was worked out")
        st.html(f'<p class="working">{escape(answer.derivation.working)}</p>')
    _show_caveats(answer)
    if answer.reading:
        st.html(
            f'<p class="reading"><strong>Your question was read as:</strong> {escape(answer.reading)}</p>'
        )
    if answer.citations:
        _part("Sources")
        show_citations(answer, index)


def _show_headline(answer: Answer) -> None:
    size = " long" if len(answer.headline) > _LONG_HEADLINE else ""
    st.html(f'<p class="headline{size}">{escape(answer.headline)}</p>')
    if answer.detail:
        items = "".join(f"<li>{escape(line)}</li>" for line in answer.detail)
        st.html(f'<ul class="detail">{items}</ul>')


def _show_where_it_stands(answer: Answer, index: Index) -> None:
    """The table of the first figure, or the passage of the first citation."""
    if answer.figures and answer.figures[0].is_cell:
        _show_table(_figures_of_first_table(answer.figures), index)
    elif answer.citations:
        first = answer.citations[0]
        printed = answer.figures[0].printed if answer.figures else ""
        place = escape(f"{title_of(first.report, index)}: {first.place}")
        quoted = passage_to_html(passage_around(first, index), first.quote, printed)
        st.html(f'<p class="place">{place}</p>{quoted}')


def _show_table(figures: Sequence[Figure], index: Index) -> None:
    marked = mark_table(index, [figure.locator for figure in figures])
    if marked is not None:
        report = escape(title_of(figures[0].locator.report, index))
        caption = caption_of(marked.table, figures[0].measure)
        st.html(f'<p class="place">{report}</p>{table_to_html(marked, caption)}')


def _figures_of_first_table(figures: Sequence[Figure]) -> list[Figure]:
    first = figures[0].locator
    return [
        figure
        for figure in figures
        if figure.is_cell and (figure.locator.report, figure.locator.table) == (first.report, first.table)
    ]


def _show_caveats(answer: Answer) -> None:
    for caveat in answer.caveats:
        st.html(f'<div class="caveat"><strong>Note:</strong> {escape(caveat)}</div>')


def _part(title: str) -> None:
    st.html(f'<h3 class="part">{escape(title)}</h3>')
