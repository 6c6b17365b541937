"""What a reader sees first once an answer has come: its headline, not the end of the page."""

import streamlit as st

_EVERY = 150  # milliseconds
_FOR = 10_000  # milliseconds; on a slow machine the chart and the buttons are drawn late, and the page grows until then
_SCRIPT = """<script>/* answer %(number)d */ (() => {
  const show = () => [...document.querySelectorAll('h2.question')].at(-1)?.scrollIntoView({block: 'start'});
  const keepFocus = () => {
    const {top, bottom} = document.activeElement.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight) document.activeElement.scrollIntoView({block: 'center'});
  };
  let step = show;
  const timer = setInterval(() => step(), %(every)d), heard = new AbortController();
  const leave = () => { clearInterval(timer); heard.abort(); };
  setTimeout(leave, %(length)d);
  show();
  document.addEventListener('keydown', ({key}) => key === 'Tab' || key === 'Shift' ? step = keepFocus : leave(),
    {capture: true, signal: heard.signal});
  for (const act of ['pointerdown', 'wheel', 'touchstart'])
    document.addEventListener(act, leave, {capture: true, signal: heard.signal});
})();</script>"""


def show_newest_answer_first(number: int) -> None:
    """Bring the newest question and the answer below it into view; Streamlit's chat goes to the end of the page.

    As soon as the reader does something, the page is theirs; who goes through it by the tab key still sees what has the focus
    while the page grows.

    Args:
        number: how many answers there are; the script runs once for each.
    """
    st.html(_SCRIPT % {"number": number, "every": _EVERY, "length": _FOR}, unsafe_allow_javascript=True)
