"""Acronyms explained where they stand: what each is short for, shown on hover and read out, from the glossary."""

import re
from collections.abc import Mapping
from html import escape

import streamlit as st

from ingest.lexicon import Lexicon, load_lexicon
from ingest.settings import load_settings

_TAG = re.compile(r"(<[^>]+>)")
_FEWEST_LETTERS = 3


def acronyms_of(lexicon: Lexicon) -> dict[str, str]:
    """Each acronym with what it is short for; an entry of its own goes before one that only lists it."""
    own = {concept.term: concept.short_for for concept in lexicon.concepts.values()}
    listed = {name: concept.short_for for concept in lexicon.concepts.values() for name in concept.acronyms}
    both = {**listed, **own}
    return {name: means for name, means in both.items() if means and name.isupper() and len(name) >= _FEWEST_LETTERS}


def explain_acronyms(html: str, meanings: Mapping[str, str]) -> str:
    """The HTML with each acronym of its text, where it stands first, in an ``abbr`` with its meaning."""
    if not meanings:
        return html
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, meanings))})\b")
    left = set(meanings)

    def explain(match: re.Match[str]) -> str:
        name = match[0]
        if name not in left:
            return name
        left.discard(name)
        return f'<abbr title="{escape(meanings[name], quote=True)}">{name}</abbr>'

    parts = _TAG.split(html)
    return "".join(part if part.startswith("<") else named.sub(explain, part) for part in parts)


def show_html(html: str) -> None:
    """Put HTML on the page, its acronyms explained."""
    st.html(explain_acronyms(html, acronyms_of(load_lexicon(load_settings().corpus_dir))))
