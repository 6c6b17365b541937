"""Finds passages by their words and series by their terms, in a time that hardly grows with the index.

Two things keep it so. A word that stands in thousands of passages selects nothing: where a query has a rarer one, only
passages with a rarer one are looked at; where it has not, only those with all its words (the "common terms query" of
search engines), and none where those are thousands too: what the words mean must then select. And in an index of many
series only those are looked at that give a figure for a place in question, the latest of each place and term first.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from ingest.store_connection import Connection, match_all, match_any, to_marks
from ingest.store_records import Series, Setting
from ingest.store_rows import row_to_series

_COMMON = 2_000  # passages, or series; a word in more of them selects nothing
_MORE = (4, 32)  # times as many passages are looked for, one after the other, since some are of another kind
_FEW = 1_000  # series; so many are searched whole
_NEAR = 100  # of those near a setting, so many are weighed
_LATEST = (60, 20)  # figures looked at for each term and place in the first span of a setting, and in each further one
_REMEMBERED = 20_000  # results of each kind of small question that are kept


class Search:
    """The searches of one index; remembers the small things that it asks the store again and again."""

    def __init__(self, store: Connection) -> None:
        self._store = store
        self._is_common = lru_cache(_REMEMBERED)(self._count_reaches_common)
        self._has_series = lru_cache(_REMEMBERED)(self._find_one_series)
        self._latest = lru_cache(_REMEMBERED)(self._find_latest)

    def passages(
        self, words: Iterable[str], k: int, kinds: Sequence[str] | None, report: str | None
    ) -> list[tuple[str, float]]:
        """Ids of the ``k`` passages that fit the words best, with their BM25 score, highest first.

        Where hardly any of the best are of these kinds, there may be fewer than ``k``.
        """
        query = self._match(list(words))
        found: list[sqlite3.Row] = []
        for more in _MORE if query else ():
            best = self._best_passages(query, more * k)
            found = [row for row in best if (kinds is None or row["kind"] in kinds) and report in (None, row["report"])]
            if len(found) >= k or len(best) < more * k:
                break
        return [(row["id"], row["score"]) for row in found[:k]]

    def _best_passages(self, query: str, most: int) -> list[sqlite3.Row]:
        """The best passages of all kinds: to look up the kind of each that matches would take longer than to find them."""
        sql = (
            "SELECT passages.id, passages.kind, passages.report, best.score FROM (SELECT rowid AS position,"
            " -bm25(passages_text) AS score FROM passages_text WHERE passages_text MATCH ?"
            " ORDER BY score DESC, rowid LIMIT ?) AS best JOIN passages USING (position)"
            " ORDER BY best.score DESC, passages.position"
        )
        return self._store.rows(sql, (query, most))

    def series(self, terms: Iterable[str], limit: int, setting: Setting | None) -> list[Series]:
        """The series that share most with the terms, best first; of a large index, those that fit the setting."""
        terms = list(terms)
        if setting and self._how_many_series > _FEW:
            near = self._series_near(terms, limit, setting)
            if near:
                return near
        query = self._match(terms, "series_terms")
        sql = (
            "SELECT series.* FROM series_terms JOIN series ON series.position = series_terms.rowid"
            " WHERE series_terms MATCH ? ORDER BY bm25(series_terms), series.position LIMIT ?"
        )
        return [row_to_series(row) for row in self._store.rows(sql, (query, limit))] if query else []

    def _series_near(self, terms: Sequence[str], limit: int, setting: Setting) -> list[Series]:
        """Those with most of the terms first; then those of the places named first, in the time asked for, the latest."""
        known = [term for term in terms if self._has_series(term)]
        shared: dict[int, set[str]] = {}
        for area in setting.areas:
            for at, (first, last) in enumerate(setting.spans):
                for term in known:
                    for series in self._latest(term, area, first, last, _LATEST[min(at, 1)]):
                        shared.setdefault(series, set()).add(term)
        best = sorted(shared, key=lambda series: -len(shared[series]))[: min(limit, _NEAR)]
        rows = self._store.rows(f"SELECT * FROM series WHERE position IN ({to_marks(best)})", best)
        by_position = {row["position"]: row for row in rows}
        return [row_to_series(by_position[series]) for series in best]

    def _find_latest(self, term: str, area: str, first: str, last: str, most: int) -> tuple[int, ...]:
        sql = (
            "SELECT series FROM series_places WHERE term = ? AND area = ? AND ends BETWEEN ? AND ?"
            " ORDER BY ends DESC LIMIT ?"
        )
        rows = self._store.rows(sql, (term, area, first, last, most))
        return tuple(dict.fromkeys(row["series"] for row in rows))

    def _find_one_series(self, term: str) -> bool:
        return bool(self._store.rows("SELECT 1 FROM series_places WHERE term = ? LIMIT 1", (term,)))

    @cached_property
    def _how_many_series(self) -> int:
        return int(self._store.rows("SELECT count(*) AS n FROM series")[0]["n"])

    def _match(self, words: list[str], table: str = "passages_text") -> str:
        """A query for any of the words that are rare enough, else for all; "" where too much has all of them."""
        rare = [word for word in words if not self._is_common(match_any([word]), table)]
        if rare:
            return match_any(rare)
        return "" if self._is_common(match_all(words), table) else match_all(words)

    def _count_reaches_common(self, query: str, table: str) -> bool:
        """Whether more than ``_COMMON`` rows match, counted no further than that."""
        sql = f"SELECT count(*) AS n FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)"
        return bool(query) and self._store.rows(sql, (query, _COMMON + 1))[0]["n"] > _COMMON
