"""What a reader sees first once an answer has come: its headline, not the end of the page."""

import streamlit as st

_LATER = (0, 200, 700)  # milliseconds; the page goes on growing while the chart and the buttons are drawn
_SCRIPT = """<script>/* answer %(number)d */ (() => {
  const show = () => [...document.querySelectorAll('h2.question')].at(-1)?.scrollIntoView({block: 'start'});
  const timers = %(later)s.map((wait) => setTimeout(show, wait));
  const leave = () => timers.forEach(clearTimeout);
  for (const act of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    document.addEventListener(act, leave, {once: true, capture: true});
})();</script>"""


def show_newest_answer_first(number: int) -> None:
    """Bring the newest question and the answer below it into view; Streamlit's chat goes to the end of the page.

    As soon as the reader does something, the page is theirs.

    Args:
        number: how many answers there are; the script runs once for each.
    """
    st.html(_SCRIPT % {"number": number, "later": list(_LATER)}, unsafe_allow_javascript=True)
