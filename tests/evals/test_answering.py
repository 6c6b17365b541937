import json
from pathlib import Path

import pytest

from evals.answering import answer_all
from evals.errors import InputError
from evals.results import read_results
from tests.evals.conftest import FakeProduct, WriteLines, answer, claim, question, verdict

ITEMS = [question("q-1"), claim("c-1"), question("q-2")]
REPLIES = {"q-1": answer("8,490."), "c-1": verdict(), "q-2": answer("12.")}


def run(path: Path, replies: dict | None = None, items: list = ITEMS) -> tuple[FakeProduct, int]:
    product = FakeProduct(REPLIES if replies is None else replies)
    return product, answer_all(items, lambda: product, path, lambda done, total, what: None)


def test_each_record_has_a_line_with_its_id(tmp_path: Path) -> None:
    _, failed = run(tmp_path / "out.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert failed == 0
    assert [line["id"] for line in lines] == ["q-1", "c-1", "q-2"]
    assert (lines[0]["status"], lines[1]["verdict"]) == ("answered", "supported")


def test_line_is_flushed_before_the_next_question(tmp_path: Path) -> None:
    path, seen = tmp_path / "out.jsonl", []
    progress = lambda done, total, what: seen.append((done, total, what, path.read_text().count("\n")))  # noqa: E731
    answer_all(ITEMS, lambda: FakeProduct(REPLIES), path, progress)
    assert seen == [(1, 3, "q-1", 1), (2, 3, "c-1", 2), (3, 3, "q-2", 3)]


@pytest.mark.parametrize("cut", [0, 1, 25])
def test_killed_run_started_again_gives_the_same_file(cut: int, tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    run(whole)
    lines = whole.read_text().splitlines(keepends=True)
    broken.write_text(lines[0] + lines[1][: len(lines[1]) - cut])
    product, _ = run(broken)
    assert broken.read_text() == whole.read_text()
    assert product.asked == (["q-2"] if cut == 0 else ["c-1", "q-2"])


def test_killed_while_asking_keeps_what_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run(path, REPLIES | {"q-2": KeyboardInterrupt()})
    product, _ = run(path)
    assert product.asked == ["q-2"]
    assert list(read_results(path)) == ["q-1", "c-1", "q-2"]


def test_complete_file_asks_nothing_and_opens_nothing(tmp_path: Path) -> None:
    run(tmp_path / "out.jsonl")

    def open_product() -> FakeProduct:
        raise AssertionError("opened")

    assert answer_all(ITEMS, open_product, tmp_path / "out.jsonl", lambda *_: None) == 0


def test_failure_is_written_counted_and_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    _, failed = run(path, REPLIES | {"c-1": ValueError("broken")})
    assert failed == 1
    assert read_results(path)["c-1"]["error"] == "ValueError: broken"
    product, failed = run(path)
    assert (product.asked, failed) == (["c-1"], 0)
    assert "error" not in path.read_text()


@pytest.mark.parametrize(
    ("line", "expected_words"),
    [
        ("{broken", ":1: broken JSON"),
        ('{"status": "answered", "headline": "x"}', ":1: missing field 'id'"),
        ('{"id": "q-1", "status": "answered"}', ":1: missing field 'headline'"),
        ('{"id": "q-1", "headline": "x"}', ":1: missing field 'status' or 'verdict'"),
    ],
)
def test_file_that_is_no_results_file_is_left_alone(line: str, expected_words: str, write_lines: WriteLines) -> None:
    path = write_lines("out.jsonl", line)
    with pytest.raises(InputError) as raised:
        run(path)
    assert expected_words in str(raised.value)
    assert path.read_text() == line + "\n"


def test_id_that_stands_twice_is_named(write_lines: WriteLines) -> None:
    line = {"id": "q-1"} | answer()
    with pytest.raises(InputError, match=":2: id 'q-1' stands twice"):
        read_results(write_lines("out.jsonl", line, line))


def test_unwritable_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be"):
        run(tmp_path / "file" / "out.jsonl")
