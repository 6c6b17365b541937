"""Where the answer before stands ("where does it say so", "which page is that on?"): its report and table, paragraph or section."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.records import Locator
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.read_question import Reader, read_question
from rag.wording import and_list

_MOST = 3  # places that are named
_LONG = 240  # letters of a quote
_TELLING = ("topic", "offence", "result", "client", "substance", "part", "law")


def turn_whose_place_is_asked(query: Query, reader: Reader, library: Library) -> Query | None:
    """The turn whose answer a question asks the place of; None where it asks something else. A question with a place or measure of its own asks about that."""
    turn = query.earlier
    while turn is not None and _asks_where(turn, library):
        turn = turn.earlier
    if turn is None or turn.refusal or not _asks_where(query, library):
        return None
    alone = read_question(query.whole_text, reader)
    named = {name for name in alone.concepts if library.lexicon.concepts[name].facet in _TELLING}
    known = library.lexicon.with_broader(turn.concepts)
    own = named - known or set(alone.areas) - set(turn.areas) or set(alone.periods) - set(turn.periods)
    asks_more = {*alone.operations} & {"rank", "compare", "difference"} or alone.direction
    return None if own or asks_more else turn


def place_told(draft: Draft, library: Library) -> Draft | None:
    """The draft with the place that it stands in as its headline, and the answer itself behind that."""
    locators = [figure.locator for figure in draft.figures] + [passage.locator for passage, _ in draft.passages]
    if draft.status != "answered" or not locators:
        return None
    places = list(dict.fromkeys(_place(locator) for locator in locators))[:_MOST]
    told = and_list(
        [_of_report(report, places, locators, library) for report in dict.fromkeys(p.report for p in places)]
    )
    quote = _quote(draft)
    head = f"It stands in {told}." + (f" It says: “{quote}”" if quote else "")
    return replace(draft, headline=head, detail=(draft.headline, *draft.detail))


def _asks_where(query: Query, library: Library) -> bool:
    return any(library.cues.has("asks_where_told", text) for text in (query.question, query.whole_text))


def _place(locator: Locator) -> Locator:
    """A locator without the cell of its table."""
    return replace(locator, row=None, column=None, section=() if locator.table else locator.section[-1:])


def _of_report(report: str, places: Sequence[Locator], locators: Sequence[Locator], library: Library) -> str:
    """The places in one report, with its short name and title: "Table 12 (row Dudley) of the March 2026 report, “...”"."""
    where = and_list([_in_words(place, locators) for place in places if place.report == report])
    title = library.index.titles.get(report, "")
    return f"{where} of {library.short_names.get(report, report)}" + (f", “{title}”" if title else "")


def _in_words(place: Locator, locators: Sequence[Locator]) -> str:
    rows = list(dict.fromkeys(one.row for one in locators if one.row and _place(one) == place))
    section = f"the section “{place.section[-1]}”" if place.section else "the text"
    where = place.table or (f"paragraph {place.paragraph}" if place.paragraph else section)
    if place.table and len(rows) == 1:
        where += f" (row {rows[0]})"
    elif place.paragraph and place.section:
        where += f" (under “{place.section[-1]}”)"
    return f"{where}, page {place.page_label or place.page}" if place.page else where


def _quote(draft: Draft) -> str:
    """The sentence that the answer rests on, where it is no table's."""
    if any(figure.is_cell for figure in draft.figures):
        return ""
    quotes = [quote for _, quote in draft.passages] or [figure.sentence for figure in draft.figures]
    quote = " ".join(quotes[0].split()) if quotes else ""
    return quote if len(quote) <= _LONG else ""
