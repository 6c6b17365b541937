"""One answer on the page: headline, where it stands, chart, working, notes, how it was read, sources."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.acronyms import show_html
from app_pages.chart import show_chart
from app_pages.citations import show_citations
from app_pages.markup import figures_to_html
from app_pages.share import figure_rows
from app_pages.source import show_where_it_stands
from app_pages.words import figure_words
from ingest.records import Figure
from ingest.store import Index
from rag.model.note import model_note
from rag.records import Answer, Derivation

_LONG_HEADLINE = 160

Pick = Callable[[str], None]


def show_answer(answer: Answer, index: Index, key: str) -> DeltaGenerator:
    """Show an answer, the most important first; ``key`` tells its widgets from those of other answers.

    Returns:
        The place for other readings of the question, which are found once the answer can be read.
    """
    told = " ".join([answer.headline, *answer.detail])
    _show_headline(answer)
    if answer.status == "answered":
        show_where_it_stands(answer.figures, answer.citations, index, told)
        show_chart(answer.figures, answer.derivation.operation if answer.derivation else "")
        _show_all_figures(answer.figures, index)
    show_working(answer.derivation)
    _show_notes(answer)
    show_reading("Your question was read as", answer.reading)
    readings = st.container()
    if answer.citations:
        show_part("Sources")
        show_citations(answer.citations, index, key, told)
    return readings


def show_part(title: str) -> None:
    """The heading of a part of an answer."""
    st.html(f'<h3 class="part">{escape(title)}</h3>')


def show_working(derivation: Derivation | None) -> None:
    """How a figure was worked out."""
    if derivation:
        show_part("How it was worked out")
        show_html(f'<p class="working">{escape(derivation.working)}</p>')


def show_reading(lead: str, reading: str) -> None:
    """How a question or a claim was understood."""
    if reading:
        show_html(f'<p class="reading"><strong>{lead}:</strong> {escape(reading)}</p>')


def offer_questions(title: str, questions: Sequence[str], key: str, pick: Pick) -> None:
    """Questions as buttons that ask them."""
    if questions:
        st.html(f'<h3 class="part on-screen">{escape(title)}</h3>')
    for number, question in enumerate(questions):
        st.button(question, key=f"{key}-{number}", on_click=pick, args=(question,))


def _show_headline(answer: Answer) -> None:
    size = " long" if len(answer.headline) > _LONG_HEADLINE else ""
    items = "".join(f"<li>{escape(line)}</li>" for line in answer.detail)
    detail = f'<ul class="detail">{items}</ul>' if items else ""
    show_html(f'<p class="headline{size}">{escape(answer.headline)}</p>{detail}')


def _show_all_figures(figures: Sequence[Figure], index: Index) -> None:
    """Figures of several places in one small table; those of one place are marked in it already."""
    if len({(figure.locator.report, figure.locator.table) for figure in figures}) > 1:
        words = [figure_words(figure.printed, figure.unit) for figure in figures]
        show_html(figures_to_html(figure_rows(figures, index.reports()), words))


def _show_notes(answer: Answer) -> None:
    notes = [("Note", caveat) for caveat in answer.caveats]
    notes += [("Language model", note)] if (note := model_note(answer)) else []
    disagreements = [finding.explanation for finding in answer.findings]
    notes += [("The reports disagree", text) for text in disagreements if text not in answer.caveats]
    for name, text in notes:
        show_html(f'<p class="caveat"><strong>{name}:</strong> {escape(text)}</p>')
