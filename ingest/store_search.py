"""Finds passages by their words and series by their terms, in a time that hardly grows with the index.

Two things keep it so. A word that stands in thousands of passages selects nothing: where a query has a rarer one, only
passages with a rarer one are looked at; where it has not, only those with all its words (the "common terms query" of
search engines). And in an index of many series only those are looked at that give a figure for a place in question, the
latest of each place and term first.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any

from ingest.store_connection import Connection, match_all, match_any, to_marks
from ingest.store_records import Series, Setting
from ingest.store_rows import row_to_series

_COMMON = 5_000  # passages; a word in more of them selects nothing
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
        """Ids of the ``k`` passages that fit the words best, with their BM25 score, highest first."""
        sql = (
            "SELECT passages.id AS id, -bm25(passages_text) AS score FROM passages_text"
            " JOIN passages ON passages.position = passages_text.rowid WHERE passages_text MATCH ?"
        )
        values: list[Any] = [self._match(list(words))]
        if not values[0]:
            return []
        if kinds is not None:
            sql += f" AND passages.kind IN ({to_marks(kinds)})"
            values += kinds
        if report is not None:
            sql += " AND passages.report = ?"
            values.append(report)
        rows = self._store.rows(sql + " ORDER BY score DESC, passages.position LIMIT ?", (*values, k))
        return [(row["id"], row["score"]) for row in rows]

    def series(self, terms: Iterable[str], limit: int, setting: Setting | None) -> list[Series]:
        """The series that share most with the terms, best first; of a large index, those that fit the setting."""
        terms = list(terms)
        if setting and self._how_many_series > _FEW:
            near = self._series_near(terms, limit, setting)
            if near:
                return near
        query = match_any(terms)
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

    def _match(self, words: list[str]) -> str:
        rare = [word for word in words if not self._is_common(word)]
        return match_any(rare) or match_all(words)

    def _count_reaches_common(self, word: str) -> bool:
        """Whether more than ``_COMMON`` passages have the word, counted no further than that."""
        query = match_any([word])
        sql = "SELECT count(*) AS n FROM (SELECT 1 FROM passages_text WHERE passages_text MATCH ? LIMIT ?)"
        return bool(query) and self._store.rows(sql, (query, _COMMON + 1))[0]["n"] > _COMMON
