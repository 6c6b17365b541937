"""HTML of a checked briefing: its text and tables with a verdict behind each figure, and the list of the figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from rag.briefing_export import MARKS
from rag.briefing_records import BriefingFigure, BriefingResult, BriefingSentence, BriefingTable
from rag.records import Verdict


@dataclass(frozen=True, slots=True)
class Note:
    """A figure of the briefing, numbered from 1 in reading order, and the verdict that tells its source."""

    number: int
    figure: BriefingFigure
    verdict: Verdict


def notes_of(result: BriefingResult) -> list[Note]:
    """The figures of the text and the tables in reading order."""
    pairs: list[tuple[BriefingFigure, Verdict]] = []
    for place in range(len(result.paragraphs) + 1):
        for table in _tables_at(result, place):
            pairs += [(cell.figure, cell.verdict) for cell in table.cells]
        for sentence in _sentences_at(result, place):
            pairs += [(figure, sentence.verdict) for figure in sentence.figures]
    return [Note(number, figure, verdict) for number, (figure, verdict) in enumerate(pairs, start=1)]


def briefing_to_html(result: BriefingResult, notes: Sequence[Note]) -> str:
    """The text and tables of the briefing with each figure marked by its verdict and the number of its note."""
    numbers = iter(notes)
    parts = []
    for place in range(len(result.paragraphs) + 1):
        parts += [_table(table, numbers) for table in _tables_at(result, place)]
        if place < len(result.paragraphs):
            parts.append(_paragraph(result.paragraphs[place], _sentences_at(result, place), numbers))
    return f'<div class="briefing">{"".join(parts)}</div>'


def notes_to_html(notes: Sequence[Note]) -> str:
    """The figures as a numbered list: verdict, why, and where the reports have it."""
    return f'<ol class="notes">{"".join(_note(note) for note in notes)}</ol>'


def _note(note: Note) -> str:
    first = next(iter(note.verdict.citations), None)
    where = f'<p class="note">{escape(f"{first.title}: {first.place}")}</p>' if first else ""
    return (
        f'<li value="{note.number}"><p><strong>{escape(note.figure.printed)}</strong> {_words(note.figure)}</p>'
        f"<p>{escape(note.figure.reason)}</p>{where}</li>"
    )


def _paragraph(text: str, sentences: Sequence[BriefingSentence], notes: Iterator[Note]) -> str:
    told, at = "", 0
    for sentence in sentences:
        for figure in sentence.figures:
            start, end, number = sentence.start + figure.start, sentence.start + figure.end, next(notes).number
            told += escape(text[at : max(at, start)]) + _marked(text[max(at, start) : max(at, end)], figure, number)
            at = max(at, end)
    return f"<p>{told}{escape(text[at:])}</p>"


def _table(table: BriefingTable, notes: Iterator[Note]) -> str:
    numbers = {(cell.row, cell.column): (cell.figure, next(notes).number) for cell in table.cells}
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.header)
    rows = ""
    for row, cells in enumerate(table.rows):
        drawn = [_cell(text, numbers.get((row, column)), column == 0) for column, text in enumerate(cells)]
        rows += f"<tr>{''.join(drawn)}</tr>"
    name = escape(table.caption or "Table of the briefing")
    return (
        f'<p class="caption">{name}</p><div class="scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table class="printed"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _cell(text: str, checked: tuple[BriefingFigure, int] | None, is_first: bool) -> str:
    shown = _marked(text, *checked) if checked else escape(text)
    return f'<th scope="row">{shown}</th>' if is_first else f"<td>{shown}</td>"


def _marked(text: str, figure: BriefingFigure, number: int) -> str:
    return f'<mark class="{figure.verdict}">{escape(text)}</mark> <span class="tag">[{_words(figure)}, {number}]</span>'


def _words(figure: BriefingFigure) -> str:
    return f'<span class="verdict-words {figure.verdict}">{MARKS[figure.verdict]}</span>'


def _tables_at(result: BriefingResult, place: int) -> list[BriefingTable]:
    return [table for table in result.tables if table.paragraphs_before == place]


def _sentences_at(result: BriefingResult, place: int) -> list[BriefingSentence]:
    return [sentence for sentence in result.sentences if sentence.paragraph == place]
