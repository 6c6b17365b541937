"""An index, open for reading: reports, passages, series, figures, findings and their full text."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

from ingest.errors import BrokenIndex
from ingest.records import Block, Figure, Finding, Passage, Report, Table
from ingest.settings import Settings
from ingest.store_connection import Connection, open_connection
from ingest.store_figures import FigureSearch
from ingest.store_records import Asked, ReportInfo, Series, Setting, Source
from ingest.store_rows import (
    row_to_asked,
    row_to_block,
    row_to_figure,
    row_to_finding,
    row_to_passage,
    row_to_report,
    row_to_report_info,
)
from ingest.store_search import Search
from ingest.vectors import Vector, VectorPlace, Vectors, open_vectors
from ingest.versions import current_version, store_file, vector_folder

_MORE = (2, 8, 32)  # times as many nearest passages are asked for, one after the other, since some are of another kind


def open_index(index_dir: Path, settings: Settings) -> "Index":
    """Open the current version of an index for reading; it stays usable when a newer version takes its place.

    Raises:
        BrokenIndex: there is no index, or another version of the program or another model wrote it.
    """
    index = open_any_index(index_dir, settings)
    model = index.manifest("model")
    if model != settings.embedding_model:
        index.close()
        raise BrokenIndex(
            f"the index in {str(index_dir)!r} was made with the model {model!r}, EMBEDDING_MODEL is"
            f" {settings.embedding_model!r}: run 'python -m ingest' anew"
        )
    return index


def open_any_index(index_dir: Path, settings: Settings) -> "Index":
    """Open the current version of an index, whichever model made its vectors.

    Raises:
        BrokenIndex: there is no index, or another version of the program wrote it.
    """
    version = current_version(index_dir)
    if version is None:
        raise BrokenIndex(f"there is no index in {str(index_dir)!r}: run 'python -m ingest' first")
    store = open_connection(store_file(index_dir, version))
    return Index(version, store, VectorPlace(vector_folder(index_dir, version), version, settings.chroma_url))


class Index:
    """One version of an index; threads may share it."""

    def __init__(self, version: str, store: Connection, vector_place: VectorPlace) -> None:
        self.version = version
        self._store = store
        self._search = Search(store)
        self.figures = FigureSearch(store)
        self._vector_place = vector_place

    def reports(self) -> list[ReportInfo]:
        """All reports in brief, by id."""
        return list(self._reports)

    def report(self, report_id: str) -> ReportInfo:
        """One report in brief."""
        return self._report_by_id[report_id]

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each report by id."""
        return self._titles

    def blocks(self, report: str) -> tuple[Block, ...]:
        """The headings, paragraphs and tables of a report, in reading order."""
        rows = self._store.rows("SELECT * FROM blocks WHERE report = ? ORDER BY position", (report,))
        return tuple(row_to_block(row) for row in rows)

    def table(self, report: str, label: str) -> Table | None:
        """The first table of a report with this label, or with this caption, or None."""
        sql = (
            "SELECT * FROM blocks WHERE report = ? AND kind = 'table' AND ? IN (label, caption)"
            " ORDER BY position LIMIT 1"
        )
        block = next((row_to_block(row) for row in self._store.rows(sql, (report, label))), None)
        return block if isinstance(block, Table) else None

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages of these ids; an unknown id is left out."""
        rows = self._store.rows_in("SELECT * FROM passages WHERE id IN ({})", ids)
        found = {row["id"]: row_to_passage(row) for row in rows}
        return {passage_id: found[passage_id] for passage_id in ids if passage_id in found}

    def search_text(
        self,
        query_terms: Iterable[str],
        k: int,
        kinds: Sequence[str] | None = None,
        report: str | None = None,
    ) -> list[tuple[str, float]]:
        """Ids of the ``k`` passages that fit any of the words best, with their BM25 score, highest first."""
        return self._search.passages(query_terms, k, kinds, report)

    def find_series(self, terms: Iterable[str], limit: int, setting: Setting | None = None) -> list[Series]:
        """The series that share most with these terms, best first; where there are many, those that fit the setting."""
        return self._search.series(terms, limit, setting)

    def search_vectors(self, vector: Vector, k: int, kinds: Sequence[str]) -> list[tuple[str, float]]:
        """Ids of the ``k`` nearest passages of these kinds with their cosine distance, nearest first.

        Asking for more and leaving out what is of another kind costs the same in an index of any size; a filter does not.
        Where hardly any of the nearest are of these kinds, there may be fewer than ``k``.
        """
        kept: list[tuple[str, float]] = []
        for more in _MORE:
            hits = self.vectors.search(vector, more * k)
            rows = self._store.rows_in("SELECT id, kind FROM passages WHERE id IN ({})", [hit[0] for hit in hits])
            wanted = {row["id"] for row in rows if row["kind"] in kinds}
            kept = [hit for hit in hits if hit[0] in wanted][:k]
            if len(kept) == k or len(hits) < more * k:
                break
        return kept

    def figures_of(
        self, series_ids: Sequence[str], areas: Sequence[str] = (), periods: Sequence[str] = ()
    ) -> list[Figure]:
        """The figures of these series, in reading order; of these areas and periods, if any are given."""
        rows = self._store.rows_in("SELECT * FROM figures WHERE series IN ({})", series_ids)
        kept = [
            row for row in rows if (not areas or row["area"] in areas) and (not periods or row["period"] in periods)
        ]
        return [row_to_figure(row) for row in sorted(kept, key=lambda row: int(row["position"]))]

    def figures_with(self, ids: Sequence[str]) -> list[Figure]:
        """The figures with these ids, in the order of the ids."""
        rows = self._store.rows_in("SELECT * FROM figures WHERE id IN ({})", ids)
        figures = {figure.id: figure for figure in map(row_to_figure, rows)}
        return [figures[one] for one in ids if one in figures]

    def figures_in(self, report: str, table: str) -> list[Figure]:
        """The figures of a table, by row; of a report's prose and unlabelled tables, if the label is ""."""
        sql = "SELECT * FROM figures WHERE report = ? AND label = ? ORDER BY position"
        return [row_to_figure(row) for row in self._store.rows(sql, (report, table))]

    def all_figures(self, report: str | None = None) -> list[Figure]:
        """All figures of the index, or of one report, in reading order."""
        sql = "SELECT * FROM figures WHERE ? IS NULL OR report = ? ORDER BY position"
        return [row_to_figure(row) for row in self._store.rows(sql, (report, report))]

    def has_table(self, label: str, report: str = "") -> bool:
        """Whether any report, or this one, has a table with this label or with this caption."""
        sql = "SELECT 1 FROM blocks WHERE kind = 'table' AND {} = ? AND ? IN ('', report) LIMIT 1"
        return any(self._store.rows(sql.format(name), (label, report)) for name in ("label", "caption"))

    def row_measures(self) -> list[str]:
        """What the tables count whose rows are labelled, as they name it."""
        return [row["measure"] for row in self._store.rows("SELECT measure FROM row_measures ORDER BY measure")]

    def count_findings(self) -> int:
        """How many findings there are."""
        return self._finding_count

    def findings(self) -> list[Finding]:
        """The findings of the audit."""
        return [row_to_finding(row) for row in self._store.rows("SELECT * FROM findings ORDER BY position")]

    def findings_about(self, figure_ids: Sequence[str]) -> list[Finding]:
        """The findings that name any of these figures, in their order."""
        named = self._store.rows_in("SELECT finding FROM finding_figures WHERE figure IN ({})", figure_ids)
        found = sorted({str(row["finding"]) for row in named}, key=int)
        rows = self._store.rows_in("SELECT * FROM findings WHERE position IN ({})", found)
        return [row_to_finding(row) for row in sorted(rows, key=lambda row: int(row["position"]))]

    def areas(self) -> list[str]:
        """Places that the reports' tables name though no file lists them: for ``Lexicon.with_areas``."""
        return list(self._areas)

    def vocabulary(self) -> dict[str, int]:
        """Every word of the passages, lower-case, with the number of passages it stands in."""
        return dict(self._vocabulary)

    def term_frequency(self) -> Mapping[str, int]:
        """Every term of the series, with the number of series that have it."""
        return self._term_frequency

    def manifest(self, key: str) -> Any:
        """A value that the run which wrote this version kept, or None."""
        rows = self._store.rows("SELECT value FROM manifest WHERE key = ?", (key,))
        return json.loads(rows[0]["value"]) if rows else None

    def reading_of(self, source: Source) -> Report | None:
        """The report as read from this file, or None if its content is another now."""
        sql = "SELECT * FROM reports WHERE file = ? AND sha256 = ? AND description_sha256 = ?"
        rows = self._store.rows(sql, (source.name, source.sha256, source.description_sha256))
        return row_to_report(rows[0], self.blocks(rows[0]["id"])) if rows else None

    def asked(self, kind: str) -> list[Asked]:
        """The questions of the subject index that a passage, or a measure, answers."""
        rows = self._store.rows("SELECT * FROM asked WHERE kind = ? ORDER BY position", (kind,))
        return [row_to_asked(row) for row in rows]

    @property
    def model(self) -> str:
        """The name of the embedding model that made the vectors."""
        return self._model

    def vectors_of(self, digests: Sequence[str]) -> dict[str, bytes]:
        """The kept vectors of texts, by the text's digest."""
        rows = self._store.rows_in("SELECT digest, vector FROM vectors WHERE digest IN ({})", digests)
        return {row["digest"]: row["vector"] for row in rows}

    @property
    def vectors(self) -> Vectors:
        """The passages' vectors, opened at the first use.

        Raises:
            BrokenIndex: they are not there.
        """
        with self._store.lock:
            return self._open_vectors

    def close(self) -> None:
        """Let go of the files."""
        with self._store.lock:
            self._store.close()
            opened = self.__dict__.pop("_open_vectors", None)
            if opened is not None:
                opened.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def _open_vectors(self) -> Vectors:
        return open_vectors(self._vector_place)

    @cached_property
    def _reports(self) -> list[ReportInfo]:
        return [row_to_report_info(row) for row in self._store.rows("SELECT * FROM reports ORDER BY id")]

    @cached_property
    def _model(self) -> str:
        return str(self.manifest("model"))

    @cached_property
    def _finding_count(self) -> int:
        return int(self._store.rows("SELECT count(*) AS n FROM findings")[0]["n"])

    @cached_property
    def _areas(self) -> list[str]:
        return [row["name"] for row in self._store.rows("SELECT name FROM areas ORDER BY position")]

    @cached_property
    def _report_by_id(self) -> dict[str, ReportInfo]:
        return {report.id: report for report in self._reports}

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {report.id: report.title for report in self._reports}

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return {row["term"]: row["doc"] for row in self._store.rows("SELECT term, doc FROM vocabulary")}

    @cached_property
    def _term_frequency(self) -> dict[str, int]:
        return {row["term"]: row["series"] for row in self._store.rows("SELECT term, series FROM terms")}
