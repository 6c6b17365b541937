"""One verdict on the page: the word for it with its symbol, why, where the figure stands, the working, the sources."""

from html import escape

from app_pages.acronyms import show_html
from app_pages.answer import show_part, show_reading, show_working
from app_pages.citations import show_citations
from app_pages.source import show_where_it_stands
from ingest.store import Index
from rag.briefing_export import MARKS
from rag.records import Verdict, VerdictName

_MEANS: dict[VerdictName, str] = {
    "supported": "the reports say the same",
    "contradicted": "the reports say otherwise",
    "conflicting": "the reports give more than one figure",
    "not_found": "the reports do not say; this does not make it wrong",
}


def show_verdict(verdict: Verdict, index: Index, key: str) -> None:
    """Show a verdict, the most important first; ``key`` tells its widgets from those of other verdicts."""
    show_html(f'<blockquote class="quoted claim"><p>{escape(verdict.claim)}</p></blockquote>{verdict_to_html(verdict)}')
    show_source_of(verdict, index, key)
    show_reading("The sentence was read as", verdict.reading)


def verdict_to_html(verdict: Verdict) -> str:
    """The verdict in a box, as symbol and words, with the sentence that says why."""
    return (
        f'<div class="verdict {verdict.verdict}"><p class="headline">{mark_words(verdict.verdict)}</p>'
        f'<p class="note">{_MEANS[verdict.verdict]}</p><p class="why">{escape(verdict.headline)}</p></div>'
    )


def mark_words(name: VerdictName) -> str:
    """A verdict as it is shown: "✗ Contradicted"."""
    symbol, words = MARKS[name].split(" ", 1)
    return f'<span class="symbol" aria-hidden="true">{symbol}</span> {words[:1].upper()}{words[1:]}'


def show_source_of(verdict: Verdict, index: Index, key: str) -> None:
    """Where the figure of the reports stands, the working and the sources."""
    show_where_it_stands(verdict.figures, verdict.citations, index)
    show_working(verdict.derivation)
    if verdict.citations:
        show_part("Sources")
        show_citations(verdict.citations, index, key)
