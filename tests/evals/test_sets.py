from pathlib import Path

import pytest

from evals.errors import InputError
from evals.sets import item_to_line, load_sets
from tests.evals.conftest import WriteLines, claim, question


def test_several_sets_and_globs_are_one(tmp_path: Path, write_lines: WriteLines) -> None:
    write_lines("a.jsonl", question("q-1"), "", claim("c-1"))
    write_lines("b.jsonl", question("q-2"))
    items = load_sets([str(tmp_path / "*.jsonl"), str(tmp_path / "a.jsonl")])
    assert [item.id for item in items] == ["q-1", "c-1", "q-2"]


def test_record_survives_writing(write_lines: WriteLines) -> None:
    item = question(history=["before"], evidence=[{"report": "report-a", "text": "8,490"}], formula="1+1")
    assert load_sets([str(write_lines("a.jsonl", item_to_line(item)))]) == (item,)


@pytest.mark.parametrize(
    ("line", "expected_words"),
    [
        ("{broken", "broken JSON"),
        ("[1]", "not a JSON object"),
        (
            '{"id": "q-1", "kind": "riddle", "question": "?", "expect": {"status": "answered"}}',
            "unknown kind 'riddle'",
        ),
        ('{"id": "q-1", "kind": "figure", "expect": {"status": "answered"}}', "missing field 'question'"),
        ('{"id": "q-1", "kind": "figure", "question": "?"}', "missing field 'expect'"),
        ('{"id": "q-1", "kind": "figure", "question": "?", "expect": {}}', "missing field 'expect.status'"),
        ('{"id": "q-1", "claim": "x", "expect": {"verdict": "maybe"}}', "unknown expect.verdict 'maybe'"),
        ('{"id": 7, "claim": "x", "expect": {"verdict": "supported"}}', "field 'id'"),
    ],
)
def test_bad_line_is_named(line: str, expected_words: str, write_lines: WriteLines) -> None:
    path = write_lines("bad.jsonl", question("q-0"), line)
    with pytest.raises(InputError) as raised:
        load_sets([str(path)])
    assert str(raised.value).startswith(f"{path}:2: ")
    assert expected_words in str(raised.value)


def test_duplicate_id_names_both_lines(write_lines: WriteLines) -> None:
    first, second = (
        write_lines("a.jsonl", question("q-1")),
        write_lines("b.jsonl", claim("c-1"), question("q-1")),
    )
    with pytest.raises(InputError, match=f"{second.name}:2: id 'q-1' stands in {first}:1 too"):
        load_sets([str(first), str(second)])


@pytest.mark.parametrize("name", ["missing.jsonl", "no*.jsonl"])
def test_missing_set_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=name.replace("*", r"\*")):
        load_sets([str(tmp_path / name)])


def test_empty_set_is_an_error(write_lines: WriteLines) -> None:
    with pytest.raises(InputError, match="no questions"):
        load_sets([str(write_lines("a.jsonl"))])
