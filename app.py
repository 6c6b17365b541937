"""The Streamlit app: ask the published reports, and see where each answer stands.

streamlit run app.py
"""

import logging

import streamlit as st

from app_pages.ask import show_ask
from app_pages.check import show_check
from app_pages.disagreements import show_disagreements
from app_pages.figures import show_figures
from app_pages.help import show_help
from app_pages.page_links import show_page_links
from app_pages.reports import show_reports
from app_pages.sign_in import is_let_in
from app_pages.style import show_style
from app_pages.words import sentence_case
from ingest.errors import IngestError


def main() -> None:
    """Show the page that was asked for."""
    st.set_page_config(page_title="West Midlands drug policy chat", layout="wide")
    show_style()
    if not is_let_in():
        return
    pages = [
        st.Page(show_ask, title="Ask", default=True),
        st.Page(show_check, title="Check a statistic", url_path="check"),
        st.Page(show_disagreements, title="Where the reports disagree", url_path="disagreements"),
        st.Page(show_figures, title="Figures", url_path="figures"),
        st.Page(show_reports, title="Reports", url_path="reports"),
        st.Page(show_help, title="Help", url_path="help"),
    ]
    page = st.navigation(pages, position="top")
    show_page_links(pages)
    try:
        page.run()
    except IngestError as error:
        st.error(sentence_case(str(error)))
    except Exception:
        logging.getLogger(__name__).exception("the page could not be shown")
        st.error("Sorry, something went wrong. Try again; if it goes on, tell whoever runs this tool.")


main()
