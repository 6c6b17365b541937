"""Rankings over the rows of one table that are no areas: the commonest outcome type, the type that rose most."""

from ingest.records import Figure
from rag.cells import build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_change import change_of, period_pair
from rag.op_change_words import size_words
from rag.query import Query
from rag.wording import and_list, area_words, period_words, value_words

_FEWEST = 3


def rank_categories(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The categories of one table ranked by value or by change, where the question names none of them and no area."""
    table = _table_of_parts(found, library)
    if table is None:
        return None
    rows = _rows(query, table, library)
    if len(rows) < _FEWEST:
        return None
    changing = query.changing or "percent_change" in query.operations
    return _by_change(query, rows) if changing else _by_value(query, rows)


def _table_of_parts(found: list[Found], library: Library) -> tuple[str, str] | None:
    """The (report, table) that holds most of the found measures, each as a row of its own; the best-fitting of equals."""
    counts: dict[tuple[str, str], set[str]] = {}
    for one in found:
        for figure in one.figures:
            if figure.is_cell and figure.breakdown and figure.area == library.lexicon.region:
                counts.setdefault((figure.locator.report, figure.locator.table or ""), set()).add(figure.breakdown[0])
    large = [key for key, names in counts.items() if len(names) >= _FEWEST]
    return large[0] if large else None


def _rows(query: Query, table: tuple[str, str], library: Library) -> list[tuple[str, Figure, Figure | None, str]]:
    """Name, value in the target period, value in the period before, and the size of the change in words."""
    figures = library.index.figures_in(*table)
    rows: list[tuple[str, Figure, Figure | None, str]] = []
    for name in dict.fromkeys(f.breakdown[0] for f in figures if f.breakdown):
        own = [f for f in figures if f.breakdown and f.breakdown[0] == name]
        levels, changes = tuple(f for f in own if f.kind == "level"), tuple(f for f in own if f.kind != "level")
        grid = build_grid(Found((frozenset(), "count"), 1.0, (), (), levels, changes), library.lexicon)
        pair = period_pair(query, grid, (library.lexicon.region,))
        change = change_of(grid, library.lexicon.region, pair) if pair else None
        if change and change.base and change.last and change.last.figure.unit != "%":
            rows.append((name, change.last.figure, change.base.figure, size_words(change)))
    return rows


def _by_value(query: Query, rows: list[tuple[str, Figure, Figure | None, str]]) -> Draft:
    ordered = sorted(rows, key=lambda row: row[1].value, reverse=not query.low)
    first = ordered[0][1]
    listed = and_list([f"{name} ({value_words(figure)})" for name, figure, _, _ in ordered[1:3]])
    kind = "lowest" if query.low else "highest"
    head = f"{ordered[0][0]} was {kind} of the {first.measure} in {area_words(first.area)} {period_words(first.period)}: {value_words(first)}, followed by {listed}."
    if query.top > 1:
        top = and_list([f"{name} ({value_words(figure)})" for name, figure, _, _ in ordered[: query.top]])
        head = f"The {query.top} {kind} of the {first.measure} in {area_words(first.area)} {period_words(first.period)}: {top}."
    return Draft("answered", head, figures=tuple(row[1] for row in ordered))


def _by_change(query: Query, rows: list[tuple[str, Figure, Figure | None, str]]) -> Draft | None:
    sized = [(row, (row[1].value - row[2].value) / row[2].value) for row in rows if row[2] is not None and row[2].value]
    if not sized:
        return None
    falling = query.direction == "down"
    ordered = [row for row, _ in sorted(sized, key=lambda item: item[1], reverse=not falling)]
    name, last, base, size = ordered[0]
    assert base is not None
    word = "fall" if falling else "rise"
    head = f"{name} had the largest {word} in per cent of the {last.measure} between {base.period} and {last.period}: {base.printed} to {last.printed}, {size}."
    figures = tuple(f for row in ordered for f in (row[1], row[2]) if f)
    return Draft("answered", head, figures=figures)
