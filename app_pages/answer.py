"""One answer on the page: headline, where it stands, chart, working, notes, how it was read, sources."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from app_pages.cells import caption_of, mark_table
from app_pages.chart import show_chart
from app_pages.citations import show_citations, title_of
from app_pages.markup import figures_to_html, passage_to_html, table_to_html
from app_pages.quoted import passage_around
from app_pages.share import figure_rows
from app_pages.words import figure_words
from ingest.records import Figure
from ingest.store import Index
from rag.records import Answer

_LONG_HEADLINE = 160


def show_answer(answer: Answer, index: Index, key: str) -> None:
    """Show an answer, the most important first; ``key`` tells its widgets from those of other answers."""
    _show_headline(answer)
    if answer.status == "answered":
        _show_where_it_stands(answer, index)
        _show_all_figures(answer.figures, index)
        show_chart(answer.figures)
    if answer.derivation:
        _part("How it was worked out")
        st.html(f'<p class="working">{escape(answer.derivation.working)}</p>')
    _show_notes(answer)
    if answer.reading:
        reading = escape(answer.reading)
        st.html(f'<p class="reading"><strong>Your question was read as:</strong> {reading}</p>')
    if answer.citations:
        _part("Sources")
        show_citations(answer, index, key)


def _show_headline(answer: Answer) -> None:
    size = " long" if len(answer.headline) > _LONG_HEADLINE else ""
    items = "".join(f"<li>{escape(line)}</li>" for line in answer.detail)
    detail = f'<ul class="detail">{items}</ul>' if items else ""
    st.html(f'<p class="headline{size}">{escape(answer.headline)}</p>{detail}')


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


def _show_all_figures(figures: Sequence[Figure], index: Index) -> None:
    """Figures of several places in one small table; those of one place are marked in it already."""
    if len({(figure.locator.report, figure.locator.table) for figure in figures}) > 1:
        words = [figure_words(figure.printed, figure.unit) for figure in figures]
        st.html(figures_to_html(figure_rows(figures, index.reports()), words))


def _figures_of_first_table(figures: Sequence[Figure]) -> list[Figure]:
    first = figures[0].locator
    return [
        figure
        for figure in figures
        if figure.is_cell and (figure.locator.report, figure.locator.table) == (first.report, first.table)
    ]


def _show_notes(answer: Answer) -> None:
    notes = [("Note", caveat) for caveat in answer.caveats]
    disagreements = [finding.explanation for finding in answer.findings]
    notes += [("The reports disagree", text) for text in disagreements if text not in answer.caveats]
    for name, text in notes:
        st.html(f'<p class="caveat"><strong>{name}:</strong> {escape(text)}</p>')


def _part(title: str) -> None:
    st.html(f'<h3 class="part">{escape(title)}</h3>')
