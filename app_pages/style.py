"""The style sheet of the app, ``style.css``."""

from pathlib import Path

import streamlit as st

_STYLE_SHEET = Path(__file__).with_name("style.css")


def show_style() -> None:
    """Put the style sheet into the page."""
    st.html(_STYLE_SHEET)
