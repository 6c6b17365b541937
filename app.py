"""The Streamlit app: ask the published reports, and see where each answer stands.

streamlit run app.py
"""

import streamlit as st

from app_pages.ask import show_ask
from app_pages.style import show_style
from app_pages.words import sentence_case
from ingest.errors import IngestError


def main() -> None:
    """Show the page that was asked for."""
    st.set_page_config(page_title="West Midlands drug policy chat", layout="wide")
    show_style()
    page = st.navigation([st.Page(show_ask, title="Ask", url_path="ask", default=True)], position="top")
    try:
        page.run()
    except IngestError as error:
        st.error(sentence_case(str(error)))


main()
