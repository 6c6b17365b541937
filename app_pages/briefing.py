"""A briefing that a reader uploads or pastes: its verdicts, its marked text, and the files to take away."""

from pathlib import Path

import streamlit as st

from app_pages.acronyms import show_html
from app_pages.briefing_markup import Note, briefing_to_html, notes_of, notes_to_html
from app_pages.verdict import show_source_of
from ingest.store import Index
from rag.briefing_export import MARKS, briefing_to_csv, briefing_to_json, summary_words
from rag.briefing_records import BriefingResult
from rag.briefing_word import briefing_to_word

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_briefing(result: BriefingResult, index: Index, key: str) -> None:
    """Show a checked briefing; ``key`` tells its widgets from those of others."""
    notes = notes_of(result)
    st.html(f'<p class="headline long" role="status">{summary_words(result)}</p>')
    if not notes:
        st.write("There is no figure in it that can be checked. Dates, page numbers and phone numbers are left alone.")
        return
    _offer_downloads(result, key)
    st.html(f'<h3 class="part">The text with each figure marked</h3>{briefing_to_html(result, notes)}')
    wrong = [note for note in notes if note.figure.verdict != "supported"]
    st.html('<h3 class="part">Figures to look at</h3>' if wrong else '<h3 class="part">The figures</h3>')
    is_all = not wrong or st.toggle("Show the supported figures too", key=f"{key}-all")
    show_html(notes_to_html(notes if is_all else wrong))
    _show_one_source(notes if is_all else wrong, index, key)


def _show_one_source(notes: list[Note], index: Index, key: str) -> None:
    sourced = {note.number: note for note in notes if note.verdict.citations}
    if not sourced:
        return
    number = st.selectbox(
        "Show where the reports have a figure",
        list(sourced),
        index=None,
        format_func=lambda each: f"{each}. {sourced[each].figure.printed}: {MARKS[sourced[each].figure.verdict]}",
        placeholder="Choose a figure",
        key=f"{key}-source",
    )
    if number is not None:
        show_source_of(sourced[number].verdict, index, f"{key}-{number}")


def _offer_downloads(result: BriefingResult, key: str) -> None:
    name = f"{Path(result.name).stem}-checked"
    with st.container(horizontal=True):
        st.download_button(
            "Download Word", lambda: briefing_to_word(result), f"{name}.docx", _WORD, f"{key}-word", on_click="ignore"
        )
        st.download_button(
            "Download CSV", "\ufeff" + briefing_to_csv(result), f"{name}.csv", "text/csv", f"{key}-csv",
            on_click="ignore",
        )  # fmt: skip
        st.download_button(
            "Download JSON", briefing_to_json(result), f"{name}.json", "application/json", f"{key}-json",
            on_click="ignore",
        )  # fmt: skip
