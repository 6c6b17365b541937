"""Locators in words, and the numbered citations of an answer."""

from collections.abc import Sequence

from ingest.records import Figure, Locator, Passage
from rag.draft import Draft
from rag.library import Library
from rag.records import Citation

_MOST = 12


def cite(draft: Draft, library: Library) -> tuple[Citation, ...]:
    """The citations of a draft, each place once, in the order of use."""
    titles = library.index.titles
    found: list[Citation] = []
    seen: set[tuple[str, str, str]] = set()
    for locator, quote, passage in _places(draft.figures, draft.passages):
        place = place_in_words(locator)
        key = (locator.report, place, quote)
        if key not in seen and len(found) < _MOST:
            seen.add(key)
            found.append(
                Citation(
                    len(found) + 1,
                    locator.report,
                    titles.get(locator.report, locator.report),
                    locator,
                    place,
                    quote,
                    passage,
                )
            )
    return tuple(found)


def place_in_words(locator: Locator) -> str:
    """A locator as a reader says it: "Table 12, row Coventry, column 2024, page 14"."""
    parts = []
    if locator.table:
        parts.append(locator.table)
        if locator.row:
            parts.append(f"row {locator.row}")
        if locator.column:
            parts.append(f"column {locator.column}")
    elif locator.section:
        parts.append(locator.section[-1])
    if locator.paragraph:
        parts.append(f"paragraph {locator.paragraph}")
    if locator.page:
        parts.append(f"page {locator.page_label or locator.page}")
    return ", ".join(parts) or "the report"


def _places(figures: Sequence[Figure], passages: Sequence[tuple[Passage, str]]) -> list[tuple[Locator, str, str]]:
    from_figures = [(figure.locator, figure.sentence, "") for figure in figures]
    return from_figures + [(passage.locator, quote, passage.id) for passage, quote in passages]
