"""HTML of a passage that is quoted from a report, with the words that an answer rests on marked."""

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby

Span = tuple[int, int]
Line = tuple[str, bool]

_BULLET = re.compile(r"^\s*[-•*]\s+")


def passage_to_html(passage: str, quotes: Sequence[str], printed: str = "") -> str:
    """A passage as a quotation, the quoted words marked, and in them a figure as printed; its list as a list."""
    spans = _spans(passage, quotes)
    lines = [line for line in _lines(passage, spans, printed) if line[0]]
    parts = []
    for is_item, group in groupby(lines, key=lambda line: line[1]):
        told = "".join(f"<li>{html}</li>" if is_item else f"<p>{html}</p>" for html, _ in group)
        parts.append(f"<ul>{told}</ul>" if is_item else told)
    return f'<blockquote class="quoted">{"".join(parts)}</blockquote>'


def find_words(text: str, quote: str) -> Span:
    """Where the words of a quote stand in a text, whatever the spaces between them; (0, 0) if nowhere."""
    words = [re.escape(word) for word in quote.split()]
    match = re.search(r"\s+".join(words), text) if words else None
    return match.span() if match else (0, 0)


def _spans(passage: str, quotes: Sequence[str]) -> list[Span]:
    """Where the quotes stand, in order and none over another; nowhere, where one is all of the passage."""
    found = sorted({span for quote in quotes if (span := find_words(passage, quote)) != (0, 0)})
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    is_all = any(not (passage[:start] + passage[end:]).strip() for start, end in merged)
    return [] if is_all else merged


def _lines(passage: str, spans: Sequence[Span], printed: str) -> list[Line]:
    """The lines as HTML, each with whether it is an item of a list."""
    lines, at = [], 0
    for text in passage.split("\n"):
        bullet = _BULLET.match(text)
        start, end = at + (bullet.end() if bullet else 0), at + len(text)
        lines.append((_line(passage, start, end, spans, printed).strip(), bullet is not None))
        at = end + 1
    return lines


def _line(passage: str, start: int, end: int, spans: Sequence[Span], printed: str) -> str:
    if not spans:
        return _with_figure(passage[start:end], printed)
    html, at = "", start
    for first, last in ((max(first, start), min(last, end)) for first, last in spans):
        if first < last and passage[first:last].strip():
            html += f"{escape(passage[at:first])}<mark>{_with_figure(passage[first:last], printed)}</mark>"
            at = last
    return html + escape(passage[at:end])


def _with_figure(text: str, printed: str) -> str:
    match = re.search(rf"(?<![\w.,]){re.escape(printed)}(?![\w])", text) if printed else None
    if match is None:
        return escape(text)
    figure = f'<strong class="figure">{escape(match[0])}</strong>'
    return f"{escape(text[: match.start()])}{figure}{escape(text[match.end() :])}"
