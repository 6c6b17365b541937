"""The sum of a table's own rows, where the question names the table and asks for its rows together."""

from decimal import Decimal

from ingest.numerals import find_numbers
from ingest.records import Figure
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_amounts import Amount
from rag.query import Query
from rag.records import Derivation
from rag.wording import and_list, period_words, plain_number

_MOST = 12


def sum_of_rows(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The rows of the one table that is named added up, in the period asked for or the latest, its total row left out."""
    if len(query.tables) != 1 or "total" not in query.operations or query.areas or query.every_area:
        return None
    if not library.cues.has("rows", query.text) or {"discrepancy", "difference"} & set(query.operations):
        return None
    counted = [int(n.value) for n in query.numbers if not n.unit and n.value <= _MOST]
    if query.concepts and not counted:
        return None
    rows = _rows_named(query, counted, library)
    return _told(rows, library) if rows else None


def _rows_named(query: Query, counted: list[int], library: Library) -> list[Figure]:
    """The rows of the table that is named, as many as are spoken of, from the first report that has such a table."""
    cells = library.index.figures.labelled(query.tables[0], query.report, ())
    for report in dict.fromkeys(cell.locator.report for cell in cells):
        rows = _rows(query, [cell for cell in cells if cell.locator.report == report])
        if len(rows) > 1 and (not counted or len(rows) in counted):
            return rows
    return []


def rows_added(phrase: Query, library: Library) -> Amount | None:
    """The sum of a table's rows, for a phrase that names them together ("the sum of the five types in Table 6")."""
    if len(phrase.tables) != 1 or not library.cues.has("rows", phrase.text):
        return None
    counted = [int(n.value) for n in find_numbers(phrase.text) if not n.unit and n.value <= _MOST]
    rows = _rows_named(phrase, counted, library)
    if not rows:
        return None
    amount = sum((f.value for f in rows), Decimal(0))
    printed = f"({' + '.join(f.printed for f in rows)} = {plain_number(amount)})"
    place = library.place_of(rows[0], True)
    return Amount(amount, printed, f"{plain_number(amount)}, the {len(rows)} rows of {place} added up", tuple(rows))


def _rows(query: Query, cells: list[Figure]) -> list[Figure]:
    """One count of each row in one period; without a row that is the sum of the others."""
    labels = {period.label for period in query.periods}
    levels = [f for f in cells if f.kind == "level" and f.unit not in ("%", "share") and not f.unit.startswith("per ")]
    levels = [f for f in levels if not labels or f.period in labels]
    latest = max((f.period for f in levels), default="")
    rows = {f.locator.row: f for f in levels if f.period == latest}
    values = list(rows.values())
    total = sum((f.value for f in values), Decimal(0))
    if len({f.locator.column for f in values}) > 1:
        return []
    return [f for f in values if f.value * 2 != total or len(values) == 2]


def _told(rows: list[Figure], library: Library) -> Draft:
    amount = sum((f.value for f in rows), Decimal(0))
    working = " + ".join(f.printed for f in rows) + f" = {plain_number(amount)}"
    named = and_list([f"{f.locator.row} {f.printed}" for f in rows])
    head = f"{plain_number(amount)} {period_words(rows[0].period)}, the {len(rows)} rows of {library.place_of(rows[0], True)} added up: {named}."
    derivation = Derivation("total", working, amount, rows[0].unit, tuple(f.id for f in rows))
    return Draft("answered", head, figures=tuple(rows), derivation=derivation)
