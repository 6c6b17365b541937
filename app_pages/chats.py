"""The chats of one window: the current one and those before it. They end with the window; none is kept."""

from dataclasses import dataclass, field

import streamlit as st

from app_pages.words import as_plain_markdown
from rag.records import Answer


@dataclass
class Chat:
    """One chat: its answers, each with its question; the last is complete once next questions were looked for."""

    number: int
    answers: list[Answer] = field(default_factory=list)
    is_complete: bool = True

    def add(self, answer: Answer) -> None:
        """Take up the next answer, without next questions."""
        self.answers.append(answer)
        self.is_complete = False

    def complete(self, answer: Answer) -> None:
        """Put the last answer with its next questions in the place of that without."""
        self.answers[-1] = answer
        self.is_complete = True

    def questions(self) -> list[str]:
        """What was asked, oldest first."""
        return [answer.question for answer in self.answers]

    def key(self, turn: int) -> str:
        """What tells the widgets of one turn from those of all others."""
        return f"chat-{self.number}-{turn}"


def current_chat() -> Chat:
    """The chat that is shown."""
    chats = _chats()
    return next(chat for chat in chats if chat.number == st.session_state.setdefault("shown_chat", 1))


def show_chats() -> None:
    """The side bar: a new chat, and the chats of this window."""
    with st.sidebar:
        st.html('<h2 class="side">Your chats</h2>')
        st.button("New chat", type="primary", on_click=_start_chat, disabled=not current_chat().answers)
        for chat in reversed(_chats()):
            if chat.answers:
                _show_chat(chat)
        st.caption("Chats are not kept: they end when you close or reload this page.")


def _show_chat(chat: Chat) -> None:
    label = as_plain_markdown(chat.answers[0].question)
    if chat.number == st.session_state.shown_chat:
        st.write(f"**Shown now:** {label}")
    else:
        st.button(label, key=f"open-chat-{chat.number}", on_click=_open_chat, args=(chat.number,), type="tertiary")


def _chats() -> list[Chat]:
    chats: list[Chat] = st.session_state.setdefault("chats", [Chat(1)])
    return chats


def _start_chat() -> None:
    chats = _chats()
    empty = next((chat for chat in chats if not chat.answers), None)
    if empty is None:
        empty = Chat(len(chats) + 1)
        chats.append(empty)
    _open_chat(empty.number)


def _open_chat(number: int) -> None:
    st.session_state.shown_chat = number
    st.query_params.clear()
