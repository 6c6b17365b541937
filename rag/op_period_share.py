"""One period and the year that it is part of: its share of the year, and what is left of the year without it."""

from dataclasses import replace

from rag.cells import Value, build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.query import Query
from rag.records import Derivation
from rag.wording import area_words, measure_words, period_words, plain_number, value_words

_TRIED = 3
_FEW = 12  # a number as small as this counts months or quarters
_NOT_BOTH = "The reports do not give both a part of that year and the whole of it for what was asked."


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


def rest_of_year(query: Query, found: list[Found], library: Library) -> Draft | None:
    """A year's count less that of the quarter told ("83 in quarter one: how many in the remaining nine months?")."""
    if not library.cues.has("rest_of_year", query.text) or query.yes_no or len(query.areas) > 1 or query.every_area:
        return None
    area = query.areas[0] if query.areas else library.lexicon.region
    pairs = (_quarter_and_year(query, one, area, library) for one in found[:_TRIED])
    pair = next((pair for pair in pairs if pair), None)
    return _rest_told(*pair) if pair else Draft("not_found", _NOT_BOTH)


def _quarter_and_year(query: Query, found: Found, area: str, library: Library) -> tuple[Value, Value] | None:
    """The count of the one quarter that a measure gives, within the year asked for, and that of the year."""
    stated = {n.value for n in query.numbers if not n.unit and n.value > _FEW and not n.in_words}
    quarters = [p for p in build_grid(found, library.lexicon).periods_of((area,)) if p.kind == "quarter"]
    quarters = [q for q in quarters if all(p.start <= q.start and q.end <= p.end for p in query.periods)]
    pair = _part_and_whole(replace(query, periods=tuple(quarters)), found, area, library) if quarters else None
    return pair if pair and stated <= {value.number for value in pair} else None


def _rest_told(part: Value, whole: Value) -> Draft:
    a, b = part.figure, whole.figure
    rest = b.value - a.value
    working = f"{b.printed} − {a.printed} = {plain_number(rest)}"
    about = "About " if a.qualifier or b.qualifier else ""
    head = (
        f"{about}{plain_number(rest)}: {value_words(b)} {measure_words(b)} in {area_words(b.area)} {period_words(b.period)}, "
        f"less the {a.printed} {period_words(a.period)}."
    )
    figures = (*part.all_figures, *whole.all_figures)
    return Draft(
        "answered", head, figures=figures, derivation=Derivation("difference", working, rest, "", (b.id, a.id))
    )


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
