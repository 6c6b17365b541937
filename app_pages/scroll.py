"""What a reader sees first once an answer has come: its headline, not the end of the page."""

import streamlit as st

_LATER = (0, 200, 700)  # milliseconds; the page goes on growing while the chart and the buttons are drawn


def show_newest_answer_first(number: int) -> None:
    """Bring the newest question and the answer below it into view; Streamlit's chat goes to the end of the page.

    Args:
        number: how many answers there are; the script runs once for each.
    """
    calls = " ".join(f"setTimeout(show, {wait});" for wait in _LATER)
    script = (
        "const show = () => [...document.querySelectorAll('h2.question')].at(-1)?.scrollIntoView({block: 'start'});"
    )
    st.html(f"<script>/* answer {number} */ (() => {{ {script} {calls} }})();</script>", unsafe_allow_javascript=True)
