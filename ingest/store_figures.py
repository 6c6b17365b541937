"""Finds figures by what is printed: the number, the sentence, the paragraph or the table that they stand in.

Each is a lookup in an index of the store. One number, or one table's label, stands in many of thousands of reports, so of
these no more than ``_MOST`` are read: five reports hold fewer figures in all.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ingest.records import Figure
from ingest.store_connection import Connection, to_marks
from ingest.store_rows import row_to_figure

_MOST = 1_000


class FigureSearch:
    """The figures of one index."""

    def __init__(self, store: Connection) -> None:
        self._store = store

    def worth(self, values: Iterable[Decimal], report: str, areas: Sequence[str]) -> list[Figure]:
        """The figures of any of these values, in reading order; of a report, or of these areas and of none, if any are given."""
        wanted = set(values)
        sql = f"SELECT * FROM figures WHERE amount IN ({to_marks(list(wanted))})"
        named = list(dict.fromkeys([*areas, ""])) if areas else []
        sql += f" AND area IN ({to_marks(named)})" if named else ""
        sql += " AND report = ?" if report else ""
        given = [*map(float, wanted), *named, *([report] if report else [])]
        rows = self._store.rows(f"{sql} ORDER BY position LIMIT {_MOST}", given) if wanted else []
        return [figure for figure in map(row_to_figure, rows) if figure.value in wanted]

    def saying(self, sentences: Iterable[str], paragraphs: Iterable[tuple[str, str]] = ()) -> list[Figure]:
        """The figures that these sentences state, or these paragraphs (report and printed number), in reading order."""
        rows = self._store.rows_in(
            "SELECT * FROM figures WHERE label = '' AND sentence IN ({})", list(dict.fromkeys(sentences))
        )
        for report, paragraph in paragraphs:
            sql = "SELECT * FROM figures WHERE paragraph <> '' AND paragraph = ? AND report = ?"
            rows += self._store.rows(sql, (paragraph, report))
        by_position = {int(row["position"]): row for row in rows}
        return [row_to_figure(by_position[position]) for position in sorted(by_position)]

    def labelled(self, label: str, report: str, areas: Sequence[str]) -> list[Figure]:
        """The figures of the tables of this label, in reading order; of a report and of these areas, if any are given."""
        sql = "SELECT * FROM figures WHERE label <> '' AND label = ?"
        sql += f" AND area IN ({to_marks(areas)})" if areas else ""
        sql += " AND report = ?" if report else ""
        given = [label, *areas, *([report] if report else [])]
        return [row_to_figure(row) for row in self._store.rows(f"{sql} ORDER BY position LIMIT {_MOST}", given)]
