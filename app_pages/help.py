"""The Help page: how to ask, how to read an answer, what is kept, and what the words mean."""

from html import escape
from pathlib import Path

import streamlit as st

from app_pages.acronyms import acronyms_of
from ingest.lexicon import load_lexicon
from ingest.settings import load_settings

_TEXT = Path(__file__).with_name("help.md")


def show_help() -> None:
    """The page."""
    st.html("<h1>Help</h1>")
    st.markdown(_TEXT.read_text(encoding="utf-8"))
    st.html(f"<h2>What the words and letters mean</h2><dl>{_glossary()}</dl>")


def _glossary() -> str:
    lexicon = load_lexicon(load_settings().corpus_dir)
    terms = acronyms_of(lexicon)
    for concept in lexicon.concepts.values():
        names = concept.acronyms if concept.short_for and concept.acronyms else (concept.term,)
        for name in names:
            means = ". ".join(part for part in (terms.get(name, concept.short_for), concept.means) if part)
            if means:
                terms[name] = means
    ordered = sorted(terms.items(), key=lambda item: item[0].lower())
    return "".join(f"<dt>{escape(name)}</dt><dd>{escape(means)}</dd>" for name, means in ordered)
