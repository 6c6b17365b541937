"""Searches of a large index look only at what selects: rare words, and the places and times in question."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ingest import store, store_search
from ingest.records import Figure, Locator, Passage, Report
from ingest.settings import Settings
from ingest.store import Index, open_index
from ingest.store_records import Contents, Setting, Source
from ingest.store_write import write_store
from ingest.vectors import VectorPlace, write_vectors
from ingest.versions import start_version, store_file, switch_to, vector_folder

TEXTS = ("Naloxone in Dudley.", "Needles in Dudley.", "Needles in Walsall.", "Needles in Walsall and Dudley.")
REPORT = Report("r", "", "", "2025", "", "restated", ())


VECTORS = [[1.0, 0.0], [0.9, 0.1], [0.5, 0.5], [0.0, 1.0]]


def figure(number: int, area: str, period: str, *terms: str) -> Figure:
    place = Locator("r", table=f"Table {number}", column=period)
    return Figure(f"f{number}", Decimal(number), str(number), "", "level", "m", area, period, place, "s", terms=terms)


FIGURES = [
    figure(1, "Dudley", "2014", "deaths"),
    figure(2, "Dudley", "2024", "deaths"),
    figure(3, "Walsall", "2024", "deaths"),
    figure(4, "Dudley", "2023", "deaths", "men"),
    figure(5, "Dudley", "", "arrests"),
    figure(6, "Anytown", "2024", "deaths", "men"),
]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    kinds = ("sentence", "row", "sentence", "row")
    passages = [
        Passage(f"p{number}", kind, text, text, Locator("r"))
        for number, (kind, text) in enumerate(zip(kinds, TEXTS, strict=True))
    ]
    version = start_version(tmp_path)
    contents = Contents([(Source("r.md", "r", "sha", 9, 9), REPORT)], passages, FIGURES)
    write_store(store_file(tmp_path, version), contents, {"model": "all-MiniLM-L6-v2"})
    write_vectors(VectorPlace(vector_folder(tmp_path, version), version), passages, VECTORS)
    switch_to(tmp_path, version)
    with open_index(tmp_path, Settings(index_dir=tmp_path)) as opened:
        yield opened


def texts_found(index: Index, *words: str) -> set[str]:
    found = index.passages([passage for passage, _ in index.search_text(words, 9)])
    return {passage.text for passage in found.values()}


def tables_found(index: Index, terms: list[str], setting: Setting | None) -> list[str]:
    return [series.table[-1] for series in index.find_series(terms, 9, setting)]


def test_word_that_is_nowhere_common_finds_every_passage_that_has_it(index: Index) -> None:
    assert texts_found(index, "naloxone", "dudley") == {TEXTS[0], TEXTS[1], TEXTS[3]}


def test_common_word_selects_nothing_beside_a_rare_one(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_search, "_COMMON", 2)
    assert texts_found(index, "naloxone", "dudley") == {TEXTS[0]}


def test_common_words_alone_must_stand_together(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_search, "_COMMON", 2)
    assert texts_found(index, "needles", "dudley") == {TEXTS[1], TEXTS[3]}


def test_where_too_many_have_all_words_these_select_nothing(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_search, "_COMMON", 1)
    assert texts_found(index, "needles", "dudley") == set()


@pytest.mark.parametrize("more", [(1, 9), (9,)])
def test_best_passages_are_of_the_kinds_asked_for(more, index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_search, "_MORE", more)
    assert [passage for passage, _ in index.search_text(["naloxone", "needles"], 1, ("row",))] == ["p1"]


def test_few_series_are_searched_whole(index: Index) -> None:
    assert sorted(tables_found(index, ["deaths"], Setting(("Dudley",)))) == ["1", "2", "3", "4", "6"]


@pytest.fixture
def many_series(index: Index, monkeypatch: pytest.MonkeyPatch) -> Index:
    """The same index, its series counted as too many to be searched whole."""
    monkeypatch.setattr(store_search, "_FEW", 0)
    return index


def test_of_many_series_those_of_the_places_come_the_latest_first(many_series: Index) -> None:
    assert tables_found(many_series, ["deaths"], Setting(("Dudley",))) == ["2", "4", "1"]
    assert tables_found(many_series, ["deaths"], Setting(("Walsall", "Dudley"))) == ["3", "2", "4", "1"]


def test_time_asked_for_goes_before_the_latest(many_series: Index) -> None:
    spans = (("2013-12-31", "2015-01-01"), ("", "9999"))
    assert tables_found(many_series, ["deaths"], Setting(("Dudley",), spans)) == ["1", "2", "4"]


def test_series_with_more_of_the_terms_go_first(many_series: Index) -> None:
    assert tables_found(many_series, ["deaths", "men"], Setting(("Dudley",)))[0] == "4"


def test_no_more_than_the_latest_are_looked_at(many_series: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_search, "_LATEST", (1, 1))
    assert tables_found(many_series, ["deaths"], Setting(("Dudley",))) == ["2"]


def test_without_a_setting_or_in_a_place_without_figures_all_are_searched(many_series: Index) -> None:
    assert len(tables_found(many_series, ["deaths"], None)) == 5
    assert len(tables_found(many_series, ["deaths"], Setting(("Elsewhere",)))) == 5


def test_figure_without_period_is_found(many_series: Index) -> None:
    assert tables_found(many_series, ["arrests"], Setting(("Dudley",))) == ["5"]


@pytest.mark.parametrize("more", [(1, 9), (2, 9), (9,)])
def test_nearest_passages_are_of_the_kinds_asked_for(
    more: tuple[int, ...], index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_MORE", more)
    assert [passage for passage, _ in index.search_vectors([1.0, 0.0], 2, ("row",))] == ["p1", "p3"]
    assert [passage for passage, _ in index.search_vectors([1.0, 0.0], 3, ("row", "sentence"))] == ["p0", "p1", "p2"]
