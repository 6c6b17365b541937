"""The subject index: read, and tied to the passages and series of whichever edition is there."""

from pathlib import Path

import pytest
import yaml

from ingest.errors import WrongUse
from ingest.pipeline import run_ingest
from ingest.settings import Settings
from ingest.store import Index, open_index
from ingest.store_rows import measure_key
from ingest.subject_index import load_subject_index

RESTATED = """---
id: parks
title: Parks
---

# Upkeep

Volunteers mow the lawns of the eastern park in spring. The ponds were dredged in 2021 at a cost of £4,000.

| Area | Benches |
|---|---|
| Coventry | 12 |
| Dudley | 7 |

Table 1: Benches in parks by area, 2023
"""
PUBLISHED = RESTATED.replace(
    "Volunteers mow the lawns of the eastern park in spring.",
    "In springtime it is volunteers who cut the grass in East Park.",
)
ENTRIES = {
    "statements": {
        "parks": [
            {
                "says": "Volunteers mow the lawns of the eastern park in spring.",
                "asks": ["who does the cutting out east"],
            },
            {"says": "The ponds were dredged in 2021 at a cost of £4,000.", "asks": ["price of clearing the water"]},
            {"says": "The moon is made of green cheese and tastes of it.", "asks": ["what is up there made of"]},
        ],
        "another-report": [{"says": "Nothing.", "asks": ["what does it say"]}],
    },
    "measures": [{"measure": "benches in parks", "breakdown": [], "kind": "level", "asks": ["places to sit"]}],
}


def _ingest(folder: Path, text: str, entries: object = ENTRIES) -> Index:
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    (corpus / "parks.md").write_text(text, encoding="utf-8")
    (corpus / "subject-index.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    settings = Settings(corpus_dir=corpus, index_dir=folder / "index")
    run_ingest(settings)
    return open_index(settings.index_dir, settings)


def _passages(index: Index) -> dict[str, str]:
    asked = index.asked("passage")
    passages = index.passages([one.about for one in asked])
    return {one.question: passages[one.about].text for one in asked}


def test_questions_are_tied_to_the_passage_that_says_it(tmp_path: Path) -> None:
    with _ingest(tmp_path, RESTATED) as index:
        found = _passages(index)
    assert found == {
        "who does the cutting out east": "Volunteers mow the lawns of the eastern park in spring.",
        "price of clearing the water": "The ponds were dredged in 2021 at a cost of £4,000.",
    }


def test_in_another_edition_to_the_passage_most_like_it(tmp_path: Path) -> None:
    with _ingest(tmp_path, PUBLISHED) as index:
        found = _passages(index)
    assert found["who does the cutting out east"].startswith("In springtime it is volunteers")


def test_ways_of_asking_for_a_measure_are_tied_to_it_in_whichever_report(tmp_path: Path) -> None:
    with _ingest(tmp_path, RESTATED) as index:
        (asked,) = index.asked("measure")
        keys = {measure_key(figure.measure, figure.breakdown, figure.kind): figure for figure in index.all_figures()}
    assert asked.question == "places to sit"
    assert keys[asked.about].is_cell


def test_a_change_of_the_index_is_ingested(tmp_path: Path) -> None:
    _ingest(tmp_path, RESTATED).close()
    file = tmp_path / "corpus" / "subject-index.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("price of clearing", "bill for clearing"), encoding="utf-8"
    )
    settings = Settings(corpus_dir=tmp_path / "corpus", index_dir=tmp_path / "index")
    assert not run_ingest(settings).is_unchanged
    with open_index(settings.index_dir, settings) as index:
        assert "bill for clearing the water" in _passages(index)


@pytest.mark.parametrize("text", ["statements: [", "just words", "statements: {}\n"])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "subject-index.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUse, match="subject-index.yaml"):
        load_subject_index(file)


def test_no_file_is_an_empty_index(tmp_path: Path) -> None:
    index = load_subject_index(tmp_path / "subject-index.yaml")
    assert not index.statements
    assert not index.measures
