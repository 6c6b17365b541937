"""The pages by name above each page, for screens on which Streamlit hides its own row of them in the side bar."""

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage


def show_page_links(pages: Sequence[StreamlitPage]) -> None:
    """A link to each page; the style sheet shows them on narrow screens alone."""
    with st.container(horizontal=True, key="pages"):
        for page in pages:
            st.page_link(page)
