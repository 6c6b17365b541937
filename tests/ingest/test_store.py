import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.errors import BrokenIndex
from ingest.passages import report_to_passages
from ingest.records import Figure, Finding, Heading, Locator, Paragraph, Problem, Report, Table
from ingest.settings import Settings
from ingest.store import Index, open_index
from ingest.store_records import Contents, Counts, Source
from ingest.store_rows import digest_text, vector_to_bytes
from ingest.store_write import write_store
from ingest.versions import current_version, start_version, store_file, switch_to

SECTION = Locator("r", page=2, page_label="ii", section=("Deaths", "By area"))
TABLE = Table("Table 1", "Table 1: Deaths", ("Area", "2023"), (("Dudley", "20"),), replace(SECTION, table="Table 1"))
REPORT = Report(
    "r",
    "Deaths report",
    "A board",
    "2025-01",
    "https://x.org",
    "restated",
    (
        Heading("Deaths", 1, SECTION),
        Paragraph("The partnership's café lost 1,234 members.", SECTION, "-"),
        TABLE,
    ),
    3,
    (Problem("page 3", "a chart"),),
)
OTHER = Report("s", "Other", "", "", "", "verbatim", (Paragraph("Naloxone saves partnerships.", Locator("s")),))
CELL = Figure(
    "f1",
    Decimal("20"),
    "20",
    "deaths",
    "level",
    "registered deaths",
    "Dudley",
    "2023",
    replace(SECTION, table="Table 1", row="Dudley", column="2023"),
    "Area: Dudley | 2023: 20",
    breakdown=("Men", "Opiates"),
    terms=("drug_deaths", "men"),
)
RANGE = Figure(
    "f2",
    Decimal("0.050"),
    "5-6%",
    "%",
    "change_percent",
    "offences",
    "",
    "2024",
    Locator("s"),
    "It rose 5-6%.",
    high=Decimal("6"),
    base_period="2023",
    qualifier="about",
    terms=("drug", "offences"),
)
FINDING = Finding("sum", "high", "r", "Table 1", "20", "Table 2", "21", "they differ", ("f1", "f2"))


@pytest.fixture
def index(tmp_path: Path) -> Index:
    sources = [Source(f"{name}.md", name, f"sha-{name}", 9, 9) for name in "rs"]
    passages = report_to_passages(REPORT) + report_to_passages(OTHER)
    later = replace(CELL, id="f3", period="2024", value=Decimal("25"), printed="25")
    contents = Contents(
        list(zip(sources, (REPORT, OTHER), strict=True)),
        passages,
        [CELL, RANGE, later],
        [FINDING],
        ["Cannock"],
        {digest_text("x"): vector_to_bytes([0.5, -0.25])},
    )
    version = start_version(tmp_path)
    write_store(store_file(tmp_path, version), contents, {"model": "all-MiniLM-L6-v2", "n": [1]})
    switch_to(tmp_path, version)
    with open_index(tmp_path, Settings(index_dir=tmp_path)) as opened:
        yield opened


def test_reports_come_back_whole(index: Index):
    info, other = index.reports()
    assert (info.id, info.title, info.pages, info.file) == ("r", "Deaths report", 3, "r.md")
    assert info.problems == REPORT.problems
    assert (info.counts, other.counts) == (Counts(4, 1, 2, 0), Counts(1, 0, 0, 1))
    assert index.blocks("r") == REPORT.blocks
    assert index.blocks("unknown") == ()
    assert index.reading_of(Source("r.md", "r", "sha-r", 1, 1)) == REPORT
    assert index.reading_of(Source("r.md", "r", "another", 9, 9)) is None


def test_table_is_found_by_label_or_caption(index: Index):
    assert index.table("r", "Table 1") == index.table("r", "Table 1: Deaths") == TABLE
    assert index.table("s", "Table 1") is None


def test_passages_come_back_in_the_order_asked_for(index: Index):
    expected = report_to_passages(REPORT)[::-1]
    actual = index.passages([*(passage.id for passage in expected), "unknown"])
    assert list(actual.values()) == expected


@pytest.mark.parametrize("term", ["partnership", "PARTNERSHIPS", "cafe", "1,234"])
def test_text_is_found_whatever_its_ending_case_or_accent(index: Index, term: str):
    (best, score), *_ = index.search_text([term], 5, report="r")
    assert "café" in index.passages([best])[best].text
    assert score > 0


def test_search_keeps_to_kinds_and_report(index: Index):
    kinds = [index.passages([i])[i].kind for i, _ in index.search_text(["deaths"], 9, kinds=("row", "table"))]
    assert sorted(kinds) == ["row", "table"]
    assert index.search_text(["naloxone"], 9, report="r") == []


@pytest.mark.parametrize("terms", [[], [""], [" "], ["£"], ['"'], ["NEAR(", "*", "AND"], ["a\0b"], ["';--"], ["-"]])
def test_any_words_can_be_searched_for(index: Index, terms: list[str]):
    assert index.search_text(terms, 5) == []
    assert index.find_series(terms, 5) == []


def test_series_join_figures_that_differ_by_area_and_period(index: Index):
    (series,) = index.find_series(["drug_deaths"], 5)
    assert (series.report, series.table, series.breakdown) == ("r", "Table 1", ("Men", "Opiates"))
    assert series.terms == ("drug_deaths", "men")
    assert [f.id for f in index.figures_of([series.id])] == ["f1", "f3"]
    assert [f.id for f in index.figures_of([series.id], periods=["2024"])] == ["f3"]
    assert index.figures_of([series.id], areas=["Walsall"]) == []


def test_terms_with_underscores_stay_whole(index: Index):
    assert index.find_series(["deaths"], 5) == []
    assert [series.report for series in index.find_series(["drug"], 5)] == ["s"]
    assert index.term_frequency() == {"drug_deaths": 1, "men": 1, "drug": 1, "offences": 1}


def test_figures_come_back_exactly(index: Index):
    assert index.figures_in("r", "Table 1")[0] == CELL
    assert index.all_figures("s") == [RANGE]
    assert str(index.all_figures("s")[0].value) == "0.050"
    assert len(index.all_figures()) == 3


def test_findings_areas_and_manifest_come_back(index: Index):
    assert index.findings() == [FINDING]
    assert index.findings_about(["f9", "f2", "f1"]) == [FINDING]
    assert index.findings_about(["f3"]) == []
    assert index.areas() == ["Cannock"]
    assert (index.manifest("n"), index.manifest("unknown")) == ([1], None)
    assert index.vectors_of([digest_text("x"), "y"]) == {digest_text("x"): vector_to_bytes([0.5, -0.25])}


def test_vocabulary_holds_words_not_stems(index: Index):
    words = index.vocabulary()
    assert words["partnerships"] == words["partnership"] == 1
    assert words["deaths"] == 4


def test_many_ids_can_be_asked_for_at_once(index: Index):
    assert index.passages([f"unknown-{i}" for i in range(3000)]) == {}


def test_threads_share_an_index(index: Index):
    failures: list[Exception] = []

    def ask() -> None:
        try:
            for _ in range(50):
                assert index.search_text(["deaths"], 5) and len(index.all_figures()) == 3
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_missing_index_is_named(tmp_path: Path):
    with pytest.raises(BrokenIndex, match="there is no index in .*nowhere.*run 'python -m ingest'"):
        open_index(tmp_path / "nowhere", Settings())


@pytest.mark.parametrize("pointer", [b"", b"\xff\xfe", b"../../etc", b"0" * 32, b"x" * 9999])
def test_corrupt_pointer_is_no_index(index: Index, tmp_path: Path, pointer: bytes):
    (tmp_path / "current").write_bytes(pointer)
    with pytest.raises(BrokenIndex, match="no index"):
        open_index(tmp_path, Settings())


def test_damaged_file_is_named(index: Index, tmp_path: Path):
    store_file(tmp_path, index.version).write_bytes(b"not a database" * 999)
    with pytest.raises(BrokenIndex, match="damaged"):
        open_index(tmp_path, Settings())


def test_index_of_another_version_is_not_read(index: Index, tmp_path: Path):
    with closing(sqlite3.connect(store_file(tmp_path, index.version))) as db:
        db.execute("PRAGMA user_version = 999")
    with pytest.raises(BrokenIndex, match="another version"):
        open_index(tmp_path, Settings())


def test_index_of_another_model_is_not_read(index: Index, tmp_path: Path):
    with pytest.raises(BrokenIndex, match="'all-MiniLM-L6-v2'.*'other'"):
        open_index(tmp_path, Settings(embedding_model="other"))


def test_missing_vectors_are_named(index: Index):
    with pytest.raises(BrokenIndex, match="no vectors"):
        _ = index.vectors


def test_index_stays_usable_when_a_newer_version_takes_its_place(index: Index, tmp_path: Path):
    version = start_version(tmp_path)
    write_store(store_file(tmp_path, version), Contents([], [], []), {"model": "all-MiniLM-L6-v2"})
    switch_to(tmp_path, version)
    assert current_version(tmp_path) == version
    assert len(index.reports()) == 2
    with open_index(tmp_path, Settings()) as newer:
        assert newer.reports() == []
