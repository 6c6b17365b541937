"""The Ask page: a chat over the reports."""

from html import escape

import streamlit as st

from app_pages.answer import show_answer
from app_pages.examples import examples_for
from app_pages.start import open_reports, wait_for_answerer
from ingest.store import Index
from rag.records import Answer

_LEAD = (
    "Ask about drugs, alcohol, crime, treatment and policy in the West Midlands. Every figure comes from a "
    "published report, and you see the table or sentence that it stands in."
)


def show_ask() -> None:
    """The page."""
    index = open_reports()
    if index is None:
        return
    st.html("<h1>Ask the reports</h1>")
    turns: list[Answer] = st.session_state.setdefault("turns", [])
    question = _asked(index, is_first=not turns)
    for turn in turns:
        _show_turn(turn, index)
    if question:
        _answer_next(question, turns, index)


def _asked(index: Index, is_first: bool) -> str | None:
    """The question that was typed or picked, if any; an empty chat offers examples."""
    typed = st.chat_input("Type a question, for example: How many people died in Coventry in 2024?")
    picked: str | None = st.session_state.pop("picked", None)
    question = (typed or picked or "").strip() or None
    if is_first and not question:
        _show_welcome(index)
    return question


def _show_welcome(index: Index) -> None:
    st.html(f'<p class="lead">{_LEAD}</p>')
    examples = examples_for(index)
    if examples:
        st.html('<h2 class="question">Questions to start with</h2>')
    for example in examples:
        st.button(example, key=f"example-{example}", on_click=_pick, args=(example,))


def _pick(question: str) -> None:
    st.session_state.picked = question


def _answer_next(question: str, turns: list[Answer], index: Index) -> None:
    with st.chat_message("user"):
        st.html(_question(question))
    with st.chat_message("assistant"):
        answerer = wait_for_answerer(index)
        with st.spinner("Looking in the reports"):
            answer = answerer.answer(question, [turn.question for turn in turns])
        turns.append(answer)
        show_answer(answer, index)


def _show_turn(turn: Answer, index: Index) -> None:
    with st.chat_message("user"):
        st.html(_question(turn.question))
    with st.chat_message("assistant"):
        show_answer(turn, index)


def _question(text: str) -> str:
    return f'<h2 class="question">{escape(text)}</h2>'
