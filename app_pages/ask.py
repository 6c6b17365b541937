"""The Ask page: a chat over the reports."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.answer import offer_questions, show_answer
from app_pages.chats import Chat, current_chat, show_chats
from app_pages.examples import examples_for
from app_pages.scroll import show_newest_answer_first
from app_pages.start import open_reports, wait_for_answerer
from app_pages.steps import show_as_checked, show_step
from app_pages.take_away import show_take_away
from ingest.store import Index

_LEAD = (
    "Ask about drugs, alcohol, crime, treatment and policy in the West Midlands. Every figure comes from a "
    "published report, and you see the table or sentence that it stands in."
)
_PROMPT = "Type a question"
_MOST_LINKED = 12


def show_ask() -> None:
    """The page."""
    index = open_reports()
    if index is None:
        return
    st.html("<h1>Ask the reports</h1>")
    chat = current_chat()
    typed = st.chat_input(_PROMPT, max_chars=1000)
    picked: str | None = st.session_state.pop("picked", None)
    questions = _questions(chat, typed or picked)
    if not chat.answers and not questions:
        _show_welcome(index)
    places = [_show_turn(chat, number, index) for number in range(len(chat.answers))]
    places += [_answer_next(question, chat, index, question is questions[-1]) for question in questions]
    show_chats()
    if places:
        _offer_more(chat, index, places[-1])


def _questions(chat: Chat, asked: str | None) -> list[str]:
    """What is to be answered now: what was typed or picked; in a new window, what its link asks (``?q=``)."""
    if asked and asked.strip():
        return [asked.strip()]
    if chat.answers or st.session_state.get("link_is_read"):
        return []
    st.session_state.link_is_read = True
    return [question.strip() for question in st.query_params.get_all("q") if question.strip()][:_MOST_LINKED]


def _show_welcome(index: Index) -> None:
    examples = examples_for(index)
    heading = '<h2 class="question">Questions to start with</h2>' if examples else ""
    st.html(f'<p class="lead">{_LEAD}</p>{heading}')
    for example in examples:
        st.button(example, key=f"example-{example}", on_click=_pick, args=(example,))


def _offer_more(chat: Chat, index: Index, readings: DeltaGenerator) -> None:
    """Other readings of the last question, in their place, and next questions under its answer."""
    if not chat.is_complete:
        work = st.empty()
        show_step(work, "suggest")
        chat.complete(wait_for_answerer(index).suggest(chat.answers[-1], chat.questions()[:-1]))
        work.empty()
    answer, key = chat.answers[-1], chat.key(len(chat.answers))
    with readings:
        offer_questions("Did you mean something else?", answer.other_readings, f"{key}-reading", _pick)
    offer_questions("You could also ask", answer.suggestions, f"{key}-suggestion", _pick)


def _pick(question: str) -> None:
    st.session_state.picked = question


def _answer_next(question: str, chat: Chat, index: Index, is_last: bool) -> DeltaGenerator:
    with st.chat_message("user"):
        st.html(_question(question))
    with st.chat_message("assistant"):
        work = st.empty()
        with work.container():
            answerer, steps = wait_for_answerer(index), st.empty()
            chat.add(
                answerer.answer(
                    question, chat.questions(), show_as_checked(steps), on_step=lambda step: show_step(steps, step)
                )
            )
        work.empty()
        if is_last:
            with work.container():
                show_newest_answer_first(len(chat.answers))
        return _show_result(chat, len(chat.answers) - 1, index)


def _show_turn(chat: Chat, number: int, index: Index) -> DeltaGenerator:
    with st.chat_message("user"):
        st.html(_question(chat.answers[number].question))
    with st.chat_message("assistant"):
        st.empty()  # where the steps were: what is open below stays open only if it keeps its place
        return _show_result(chat, number, index)


def _show_result(chat: Chat, number: int, index: Index) -> DeltaGenerator:
    answer, key = chat.answers[number], chat.key(number)
    readings = show_answer(answer, index, key)
    show_take_away(answer, chat.questions()[:number], index, key)
    return readings


def _question(text: str) -> str:
    return f'<h2 class="question"><span class="unseen">Question: </span>{escape(text)}</h2>'
