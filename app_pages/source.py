"""Where an answer or a verdict stands: its table with the cell marked, or its passage with the words marked."""

from collections.abc import Sequence
from html import escape

from app_pages.acronyms import show_html
from app_pages.cells import caption_of, mark_table
from app_pages.citations import group_by_place, title_of
from app_pages.markup import table_to_html
from app_pages.passage_markup import passage_to_html
from app_pages.quoted import passage_around, words_to_mark
from ingest.records import Figure
from ingest.store import Index
from rag.records import Citation


def show_where_it_stands(
    figures: Sequence[Figure], citations: Sequence[Citation], index: Index, told: str = ""
) -> None:
    """The table of the first figure, or the passage of the first citation with the words that are told of it."""
    if figures and figures[0].is_cell:
        _show_table(_figures_of_first_table(figures), index)
    elif citations:
        first = citations[0]
        printed = figures[0].printed if figures else ""
        place = escape(f"{title_of(first.report, index)}: {first.place}")
        group = next(iter(group_by_place(citations, index)))
        quoted = passage_to_html(passage_around(first, index), words_to_mark(group, told), printed)
        show_html(f'<p class="place">{place}</p>{quoted}')


def _show_table(figures: Sequence[Figure], index: Index) -> None:
    marked = mark_table(index, [figure.locator for figure in figures])
    if marked is not None:
        report = escape(title_of(figures[0].locator.report, index))
        caption = caption_of(marked.table, figures[0].measure)
        show_html(f'<p class="place">{report}</p>{table_to_html(marked, caption)}')


def _figures_of_first_table(figures: Sequence[Figure]) -> list[Figure]:
    first = figures[0].locator
    return [
        figure
        for figure in figures
        if figure.is_cell and (figure.locator.report, figure.locator.table) == (first.report, first.table)
    ]
