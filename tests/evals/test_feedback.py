import json
import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app_pages.feedback import keep_feedback
from evals.errors import InputError
from evals.feedback import feedback_to_set
from evals.sets import load_sets
from ingest.records import Figure, Locator
from rag.records import Answer, Citation, Derivation

PLACE = Locator("report-a", table="Table 1", row="Dudley", column="2024")
FIGURE = Figure("f1", Decimal("8490"), "8,490", "people", "level", "in treatment", "Dudley", "2024", PLACE, "8,490")
CITED = (Citation(1, "report-a", "A report", PLACE, "Table 1, row Dudley", "8,490"),)
FOUND = Answer("How many?", "answered", "8,490 people in Dudley in 2024.", figures=(FIGURE,), citations=CITED)
NOT_FOUND = Answer("How many in London?", "not_found", "The reports do not say.")


def keep(file: Path, *feedback: tuple[Answer, bool, str], history: tuple[str, ...] = ()) -> None:
    for answer, is_helpful, comment in feedback:
        keep_feedback(file, answer, history, is_helpful, comment)


def records(file: Path) -> list[dict[str, Any]]:
    feedback_to_set(file, file.with_name("out.jsonl"))
    return [json.loads(line) for line in file.with_name("out.jsonl").read_text().splitlines()]


def test_helpful_answer_is_proposed_as_a_whole_record(tmp_path: Path) -> None:
    keep(tmp_path / "f.sqlite3", (FOUND, True, "just right"), history=("And before?",))
    assert feedback_to_set(tmp_path / "f.sqlite3", tmp_path / "out.jsonl") == (1, 0)
    (item,) = load_sets([str(tmp_path / "out.jsonl")])
    assert (item.id, item.kind, item.history) == ("feedback-1", "figure", ("And before?",))
    assert item.expect.contains == (("8,490",),)
    assert item.expect.sources == (("report-a",),)
    assert item.expect.locators == ("Table 1, row Dudley",)
    assert "check it; comment: just right; answered (answered): 8,490" in item.note


def test_what_did_not_help_is_refused_as_a_set_until_it_is_completed(tmp_path: Path) -> None:
    keep(tmp_path / "f.sqlite3", (FOUND, True, ""), (NOT_FOUND, False, "it is in Table 9"))
    assert feedback_to_set(tmp_path / "f.sqlite3", tmp_path / "out.jsonl") == (2, 1)
    with pytest.raises(InputError, match=r"out.jsonl:2: unknown kind '\?'"):
        load_sets([str(tmp_path / "out.jsonl")])
    assert "comment: it is in Table 9" in (tmp_path / "out.jsonl").read_text()


def test_refusal_that_helped_is_unanswerable(tmp_path: Path) -> None:
    keep(tmp_path / "f.sqlite3", (NOT_FOUND, True, ""))
    (record,) = records(tmp_path / "f.sqlite3")
    assert (record["kind"], record["expect"]) == ("unanswerable", {"status": "not_found"})


@pytest.mark.parametrize(("operation", "kind"), [("difference", "calculation"), ("changes", "comparison")])
def test_worked_out_answer_expects_its_result(operation: str, kind: str, tmp_path: Path) -> None:
    worked_out = Derivation(operation, "8,490 - 1", Decimal("8489"), "people", ("f1",))
    answer = Answer("How many more?", "answered", "8,489 more.", figures=(FIGURE,), derivation=worked_out)
    keep(tmp_path / "f.sqlite3", (answer, True, ""))
    (record,) = records(tmp_path / "f.sqlite3")
    assert (record["kind"], record["expect"]["contains"]) == (kind, [["8489"]])


def test_last_word_on_a_question_counts(tmp_path: Path) -> None:
    keep(tmp_path / "f.sqlite3", (FOUND, False, ""), (NOT_FOUND, True, ""), (FOUND, True, ""))
    assert [(record["id"], record["kind"]) for record in records(tmp_path / "f.sqlite3")] == [
        ("feedback-3", "figure"),
        ("feedback-2", "unanswerable"),
    ]


def test_file_that_is_no_feedback_is_named(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database, and long enough to be read as one" * 9)
    sqlite3.connect(tmp_path / "other.sqlite3").execute("CREATE TABLE t (a)").connection.close()
    for name, said in (("text", "no feedback"), ("other.sqlite3", "no such table"), ("none", "no such file")):
        with pytest.raises(InputError, match=f"{name}: .*{said}"):
            feedback_to_set(tmp_path / name, tmp_path / "out.jsonl")
    assert not (tmp_path / "out.jsonl").exists()


def test_empty_or_broken_feedback_writes_nothing(tmp_path: Path) -> None:
    keep(tmp_path / "f.sqlite3", (FOUND, True, ""))
    with sqlite3.connect(tmp_path / "f.sqlite3") as store:
        store.execute("UPDATE feedback SET answer = '[1]'")
    with pytest.raises(InputError, match="feedback 1: not an answer"):
        records(tmp_path / "f.sqlite3")
    with sqlite3.connect(tmp_path / "f.sqlite3") as store:
        store.execute("DELETE FROM feedback")
    with pytest.raises(InputError, match="no feedback in it"):
        records(tmp_path / "f.sqlite3")
    assert not (tmp_path / "out.jsonl").exists()
