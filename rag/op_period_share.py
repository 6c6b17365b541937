"""The share of one period in the year that it is part of: the first quarter's lines among those of the whole year."""

from rag.cells import Value, build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.query import Query
from rag.records import Derivation
from rag.wording import area_words, measure_words, plain_number, value_words

_TRIED = 3


def share_of_year(query: Query, found: list[Found], library: Library) -> Draft | None:
    """One period's count as a share of the count of the longer period that holds it; None where either is not given."""
    whole_year = library.cues.has("whole_year", query.text) or len(query.periods) == 2
    part_alone = [period.kind for period in query.periods] == ["quarter"]
    if "share" not in query.operations or not (whole_year or part_alone) or not query.periods or len(query.areas) > 1:
        return None
    area = query.areas[0] if query.areas else library.lexicon.region
    for one in found[:_TRIED]:
        pair = _part_and_whole(query, one, area, library)
        if pair:
            return _told(*pair)
    return None


def _part_and_whole(query: Query, found: Found, area: str, library: Library) -> tuple[Value, Value] | None:
    grid = build_grid(found, library.lexicon)
    if found.signature[1] != "count":
        return None
    short = min(query.periods, key=lambda p: p.end - p.start)
    parts = [
        v
        for v in (
            grid.value(area, label) for label, p in grid.periods.items() if (p.start, p.end) == (short.start, short.end)
        )
        if v
    ]
    longer = [
        p
        for p in grid.periods_of((area,))
        if p.start <= short.start and short.end <= p.end and p.end - p.start > short.end - short.start
    ]
    longer = [p for p in longer if p.kind in ("fiscal", "calendar")]
    whole = grid.value(area, longer[0].label) if longer else None
    part = parts[0] if parts else None
    return (part, whole) if part and whole and part.number <= whole.number else None


def _told(part: Value, whole: Value) -> Draft:
    a, b = part.figure, whole.figure
    share = a.value / b.value * 100
    working = f"{a.printed} ÷ {b.printed} = {plain_number(share, 1)}%"
    about = "About " if a.qualifier or b.qualifier else ""
    head = f"{about}{plain_number(share, 1)}%: {value_words(a)} of {value_words(b)} {measure_words(b)} in {area_words(b.area)}, {a.period} of {b.period}."
    figures = (*part.all_figures, *whole.all_figures)
    return Draft("answered", head, figures=figures, derivation=Derivation("share", working, share, "%", (a.id, b.id)))
