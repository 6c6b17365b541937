from pathlib import Path

import pytest

from evals.answering import answer_one
from evals.baselines import Baseline, Chunk, cut_reports, index_bm25, index_naive
from evals.product import read_settings
from tests.evals.conftest import claim, question

REPORT = """---
id: report-a
title: Treatment
---

# Treatment

## Numbers

There were 8,490 people in treatment in Birmingham.

| Area | 2023/24 |
| --- | --- |
| Dudley | 1,777 |

## Needles

{filler}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    filler = " ".join(f"Council {number} found discarded needles in its parks." for number in range(120))
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "report-a.md").write_text(REPORT.format(filler=filler))
    return tmp_path / "corpus"


def test_pieces_are_as_the_tutorials_cut_them(corpus: Path) -> None:
    chunks = cut_reports(corpus)
    text = "\n".join(chunk.text for chunk in chunks)
    assert len(chunks) > 4
    assert max(len(chunk.text) for chunk in chunks) <= 1000
    assert "Dudley | 1,777" in text
    assert "id: report-a" not in text


@pytest.mark.parametrize("name", ["bm25", "naive"])
def test_baseline_answers_with_the_first_of_four(name: str, corpus: Path, tmp_path: Path) -> None:
    chunks = cut_reports(corpus)
    settings = read_settings(corpus, tmp_path / "index", "none")
    search = index_bm25(chunks) if name == "bm25" else index_naive(chunks, settings)
    result = answer_one(question(question="How many people were in treatment in Birmingham?"), Baseline(search))
    assert result["status"] == "answered"
    assert "8,490" in result["headline"]
    assert len(result["retrieved"]) == 4
    assert result["citations"][0]["report"] == "report-a"
    assert result["timings"]["total_ms"] > 0


def test_question_without_words_finds_nothing() -> None:
    result = Baseline(index_bm25([Chunk("report-a", 0, "text")])).answer(question(question="?"))
    assert (result["status"], result["headline"]) == ("not_found", "")


def test_baseline_has_no_verdict() -> None:
    assert "no verdict" in answer_one(claim(), Baseline(index_bm25([])))["error"]
