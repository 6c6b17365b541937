"""What a reader may do with an answer: copy, link, download, and say whether it helped."""

import sqlite3
from collections.abc import Sequence

import streamlit as st

from app_pages.feedback import keep_feedback
from app_pages.settings import feedback_file
from app_pages.share import (
    answer_to_json,
    answer_to_text,
    answer_to_word,
    figure_rows,
    link_to,
    rows_to_csv,
)
from ingest.store import Index
from rag.records import Answer

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HEIGHT = 180  # pixels


def show_take_away(answer: Answer, history: Sequence[str], index: Index, key: str) -> None:
    """Two buttons under an answer."""
    with st.container(horizontal=True):
        with st.popover("Copy, link or download"):
            _show_copies(answer, history, index, key)
        with st.popover("Did this help?"):
            _show_feedback(answer, history, key)


def _show_copies(answer: Answer, history: Sequence[str], index: Index, key: str) -> None:
    st.write("**The answer with its sources**")
    st.code(answer_to_text(answer), language=None, wrap_lines=True, height=_HEIGHT)
    st.write("**A link that asks this again**")
    st.code(link_to(st.context.url or "", [*history, answer.question]), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        st.download_button(
            "Download Word",
            lambda: answer_to_word(answer),
            "answer.docx",
            _WORD,
            f"{key}-word",
            on_click="ignore",
        )
        if answer.figures:
            rows = figure_rows(answer.figures, index.reports())
            st.download_button(
                "Download CSV", rows_to_csv(rows), "figures.csv", "text/csv", f"{key}-csv", on_click="ignore"
            )
        st.download_button(
            "Download JSON", answer_to_json(answer), "answer.json", "application/json", f"{key}-json",
            on_click="ignore",
        )  # fmt: skip


def _show_feedback(answer: Answer, history: Sequence[str], key: str) -> None:
    if st.session_state.get(f"{key}-thanked"):
        st.write("Thank you. Your feedback is kept on this machine.")
        return
    with st.form(f"{key}-feedback", border=False):
        helpful = st.radio("Was this answer helpful?", ("Yes", "No"), index=None, key=f"{key}-helpful")
        comment = st.text_area("What was wrong, or missing? (optional)", max_chars=2000, key=f"{key}-comment")
        st.caption("Your feedback is kept with the question and the answer. Do not give personal details.")
        is_sent = st.form_submit_button("Send feedback")
    if is_sent and helpful is None:
        st.error("Choose Yes or No")
    elif is_sent:
        _keep(answer, history, helpful == "Yes", comment, key)


def _keep(answer: Answer, history: Sequence[str], is_helpful: bool, comment: str, key: str) -> None:
    file = feedback_file()
    try:
        keep_feedback(file, answer, history, is_helpful, comment)
    except (OSError, sqlite3.Error) as error:
        st.error(f"Your feedback could not be kept in {str(file)!r}: {error}")
        return
    st.session_state[f"{key}-thanked"] = True
    st.rerun()
