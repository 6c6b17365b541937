"""Answers and verdicts as plain dicts, as the command line prints them."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from ingest.records import Figure
from rag.cite import place_in_words
from rag.records import Answer, Citation, Verdict


def answer_to_dict(answer: Answer) -> dict[str, Any]:
    """An Answer as a dict that JSON can hold; numbers of figures as strings, so that no digit is lost."""
    return {
        "question": answer.question,
        "status": answer.status,
        "headline": answer.headline,
        "detail": list(answer.detail),
        "figures": [figure_to_dict(figure) for figure in answer.figures],
        "derivation": _plain(asdict(answer.derivation)) if answer.derivation else None,
        "citations": [_citation_to_dict(citation) for citation in answer.citations],
        "caveats": list(answer.caveats),
        "reading": answer.reading,
        "suggestions": list(answer.suggestions),
        "findings": [_plain(asdict(finding)) for finding in answer.findings],
        "timings": answer.timings,
        "other_readings": list(answer.other_readings),
        "model": _plain(asdict(answer.model)) if answer.model else None,
    }


def verdict_to_dict(verdict: Verdict) -> dict[str, Any]:
    """A Verdict as a dict that JSON can hold."""
    return {
        "claim": verdict.claim,
        "verdict": verdict.verdict,
        "headline": verdict.headline,
        "citations": [_citation_to_dict(citation) for citation in verdict.citations],
        "figures": [figure_to_dict(figure) for figure in verdict.figures],
        "derivation": _plain(asdict(verdict.derivation)) if verdict.derivation else None,
        "reading": verdict.reading,
        "timings": verdict.timings,
    }


def figure_to_dict(figure: Figure) -> dict[str, Any]:
    """A Figure as a dict that JSON can hold."""
    fields = _plain(asdict(figure))
    return {**fields, "place": place_in_words(figure.locator), "report": figure.locator.report}


def _citation_to_dict(citation: Citation) -> dict[str, Any]:
    return {"number": citation.number, "report": citation.report, "title": citation.title, "locator": citation.place,
            "quote": citation.quote, "page": citation.locator.page, "page_label": citation.locator.page_label,
            "passage": citation.passage}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
