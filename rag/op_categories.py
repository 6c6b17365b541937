"""Rankings over the rows of one table that are no areas: the commonest outcome type, the type that rose most."""

from collections import Counter
from dataclasses import dataclass, replace

from ingest.lexicon import Lexicon
from ingest.records import Figure
from rag.cells import build_grid
from rag.cues import Cues
from rag.draft import Draft
from rag.fit import most_special, telling
from rag.library import Library
from rag.lookup import Found
from rag.op_amounts import amount_of
from rag.op_change import Change, change_of, period_pair
from rag.op_change_words import pair_words
from rag.op_directions import by_direction
from rag.op_rank import Place, ranked
from rag.op_rank_changes import rank_given
from rag.query import Query
from rag.setting import setting_of
from rag.wording import area_words, period_words, sentence_case, value_words

_FEWEST = 3
_CANDIDATES = 400
Table = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a table for one area: the terms that all share, and those by which each differs from the others."""

    shared: frozenset[str]
    own: dict[str, frozenset[str]]


def rank_categories(query: Query, library: Library) -> Draft | None:
    """The categories of one table ranked by value or by change, where the question names none of them."""
    area = query.areas[0] if query.areas else library.lexicon.region
    table = _table_of_parts(query, area, library)
    rows = _rows(query, table, area, library) if table else []
    if len(rows) < _FEWEST:
        return None
    changing = query.changing or "percent_change" in query.operations
    return _by_change(query, rows, library.cues) if changing else _by_value(query, rows)


def list_categories(query: Query, library: Library) -> Draft | None:
    """The rows of the table about a thing, each with its number, where its kinds are asked for ("break it down by type")."""
    area = query.areas[0] if query.areas else library.lexicon.region
    table = _table_of_parts(query, area, library) if not query.every_area and len(query.areas) < 2 else None
    rows = _rows(query, table, area, library) if table else []
    labels = [period.label for period in query.periods]
    cells = [(row.area, cell.figure) for row in rows for cell in (row.base, row.last) if cell]
    wanted = (
        [(name, f) for name, f in cells if f.period in labels]
        if labels
        else [(row.area, row.last.figure) for row in rows if row.last]
    )
    if len(wanted) < _FEWEST or len({figure.period for _, figure in wanted}) > 1:
        return None
    first = wanted[0][1]
    listed = "; ".join(
        f"{name} {value_words(figure)}" for name, figure in sorted(wanted, key=lambda one: -one[1].value)
    )
    head = f"{sentence_case(_setting(first, period_words(first.period)))}: {listed}."
    return Draft("answered", head, figures=tuple(figure for _, figure in wanted))


def list_clients(query: Query, library: Library) -> Draft | None:
    """The number of each group of clients in one area and period, where a table counts what is asked about by them."""
    concepts = library.lexicon.concepts
    plain = replace(query, operations=(), words=(), changing=False, direction="")
    groups = [name for name, one in concepts.items() if one.facet == "client" and name not in query.concepts]
    amounts = [amount_of(replace(plain, concepts=(*query.concepts, name)), library) for name in groups]
    known = {one.figures[0].id: one for one in amounts if one and one.figures[0].is_cell and one.figures[0].breakdown}
    first = next(iter(known.values()), None)
    parts = [one for one in known.values() if first and (one.area, one.period) == (first.area, first.period)]
    if first is None or len(parts) < _FEWEST:
        return None
    listed = "; ".join(one.words for one in sorted(parts, key=lambda one: -one.number))
    head = f"{sentence_case(first.setting)}: {listed}."
    return Draft("answered", head, figures=tuple(figure for one in parts for figure in one.figures))


def _table_of_parts(query: Query, area: str, library: Library) -> Table | None:
    """The table whose rows are the kinds of what is asked about; of several, the one about the most general thing."""
    lexicon = library.lexicon
    asked = most_special(telling(query.concepts, lexicon), lexicon)
    narrower = [name for name in lexicon.concepts if lexicon.broader_of(name) & asked]
    setting = setting_of(query, library.index, lexicon)
    series = library.index.find_series([*asked, *narrower, *query.words], _CANDIDATES, setting)
    found = dict.fromkeys((one.report, one.table) for one in series if one.table and one.breakdown)
    cells = (cell for label in query.tables for cell in library.index.figures.labelled(label, query.report, (area,)))
    named = list(dict.fromkeys((cell.locator.report, cell.locator.table or "") for cell in cells))
    fitting: list[tuple[float, Table]] = []
    for table in named if query.tables else found:
        if query.report not in ("", table[0]):
            continue
        rows = _rows_of(table, area, library)
        if rows and (_is_about(asked, rows, lexicon) or query.tables and not asked):
            fitting.append((_narrowness(rows.shared - asked, lexicon), table))
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _rows_of(table: Table, area: str, library: Library) -> _Rows | None:
    """The rows that count something in an area and have a term of their own; None where too few do."""
    cells = [f for f in library.index.figures_in(*table) if f.breakdown and f.area == area and f.unit != "%"]
    terms = {f.breakdown[0]: telling(f.terms, library.lexicon) for f in cells if f.kind == "level"}
    if len(terms) < _FEWEST:
        return None
    shared = frozenset.intersection(*terms.values())
    own = {name: row - shared for name, row in terms.items() if row - shared}
    return _Rows(shared, own) if len(own) >= _FEWEST else None


def _is_about(asked: frozenset[str], rows: _Rows, lexicon: Lexicon) -> bool:
    """Whether every term asked for is that of the whole table, or a general name of what its rows are."""
    implied = lexicon.with_broader(rows.shared)
    kinds = [frozenset().union(*(lexicon.broader_of(term) for term in own)) for own in rows.own.values()]
    return bool(asked) and all(term in implied or all(term in kind for kind in kinds) for term in asked)


def _narrowness(terms: frozenset[str], lexicon: Lexicon) -> float:
    """How special a thing is that a table is about beside what is asked for."""
    return sum(1 + len(lexicon.broader_of(term)) for term in terms)


def _rows(query: Query, table: Table, area: str, library: Library) -> list[Change]:
    """The change of each row in one area, called by the row's name."""
    figures = [f for f in library.index.figures_in(*table) if f.breakdown and f.area == area]
    own = _rows_of(table, area, library)
    rows: list[Change] = []
    for name in own.own if own else ():
        mine = [f for f in figures if f.breakdown[0] == name]
        levels, changes = tuple(f for f in mine if f.kind == "level"), tuple(f for f in mine if f.kind != "level")
        grid = build_grid(Found((frozenset(), "count"), 1.0, (), (), levels, changes), library.lexicon)
        pair = period_pair(query, grid, (area,))
        change = change_of(grid, area, pair) if pair else None
        if change and change.base and change.last and change.last.figure.unit != "%":
            rows.append(replace(change, area=name))
    return rows


def _by_value(query: Query, rows: list[Change]) -> Draft | None:
    """The rows by their value in the period asked for, the latest where none is; None where they have none in it."""
    asked = [period.label for period in query.periods]
    values = [
        (row.area, cell.figure) for row in rows for cell in (row.base, row.last) if cell and cell.figure.period in asked
    ]
    if len({figure.period for _, figure in values}) != 1:
        values = [] if len(asked) == 1 else [(row.area, row.last.figure) for row in rows if row.last]
    places = [Place(name, f.value, f"{name} ({value_words(f)})", (f,)) for name, f in values]
    return ranked(query, places, _setting(values[0][1], period_words(values[0][1].period))) if values else None


def _by_change(query: Query, rows: list[Change], cues: Cues) -> Draft | None:
    last = next(row.last.figure for row in rows if row.last)
    pair = (rows[0].first_period, rows[0].last_period)
    if cues.has("odd_one", query.text):
        direction = Counter(row.direction for row in rows).most_common()[-1][0]
        query = replace(query, direction=direction, operations=("rank",))
    subject = _setting(last, pair_words(pair))
    return rank_given(query, rows, subject) if "rank" in query.operations else by_direction(query, rows, subject)


def _setting(figure: Figure, when: str) -> str:
    return f"{figure.measure} in {area_words(figure.area)} {when}"
