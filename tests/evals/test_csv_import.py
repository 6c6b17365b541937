from pathlib import Path

import pytest

from evals.csv_import import import_csv
from evals.errors import InputError
from evals.sets import load_sets

GOOD = """id,kind,question,history,contains,sources,locators,claim,verdict,value
q-1,figure,"How many, in Dudley?",first ; second,"8,490 | 8490 ; Dudley",report-a | report-b,Table 1,,,
q-2,unanswerable,Who died?,,,,,,,
c-1,,,,,report-a,,There were 8,supported,"8 ; 1,000"
"""


def import_text(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    (tmp_path / "in.csv").write_bytes(text.encode(encoding))
    import_csv(tmp_path / "in.csv", tmp_path / "out.jsonl")
    return tmp_path / "out.jsonl"


def test_rows_become_records(tmp_path: Path) -> None:
    question, unanswerable, claim = load_sets([str(import_text(tmp_path, GOOD))])
    assert question.question == "How many, in Dudley?"
    assert question.history == ("first", "second")
    assert question.expect.contains == (("8,490", "8490"), ("Dudley",))
    assert question.expect.sources == (("report-a", "report-b"),)
    assert unanswerable.expect.status == "not_found"
    assert (claim.expect.verdict, claim.expect.value) == ("supported", ("8", "1,000"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_what_excel_saves_is_read(encoding: str, tmp_path: Path) -> None:
    text = "id;kind;question\nq-1;figure;What cost £5?\n"
    assert load_sets([str(import_text(tmp_path, text, encoding))])[0].question == "What cost £5?"


@pytest.mark.parametrize(
    ("text", "expected_words"),
    [
        ("id,kind,question\nq-1,figure,a?\nq-2,riddle,b?\n", "row 3, column 'kind': unknown 'riddle'"),
        ("id,kind,question\nq-1,figure,\n", "row 2, column 'question': empty"),
        ("id,kind,question\n,figure,a?\n", "row 2, column 'id': empty"),
        (
            "id,kind,question\nq-1,figure,a?\nq-1,figure,b?\n",
            "row 3, column 'id': 'q-1' stands in",
        ),
        ("id,kind,question,status\nq-1,figure,a?,maybe\n", "row 2, column 'status': unknown 'maybe'"),
        (
            "id,claim,verdict\nc-1,There were 8,supported\nc-2,There were 9,perhaps\n",
            "row 3, column 'verdict'",
        ),
        ("id,claim\nc-1,There were 8\n", "row 2, column 'verdict': empty"),
        ("id,kind,question\nq-1,figure,a?,more\n", "row 2: 4 cells under 3 column names"),
        ('id,kind,question\nq-1,figure,"line one\nline two"\nq-2,riddle,b?\n', "row 3, column 'kind'"),
        ("id,kind,query\nq-1,figure,a?\n", "row 1: unknown column 'query'"),
        ("kind,question\nfigure,a?\n", "row 1: column 'id' is missing"),
        ("id,id\nq-1,q-1\n", "row 1: column 'id' stands twice"),
        ("id,kind,question\n", "no rows below the header"),
        ('id,kind,question\nq-1,figure,"a?\n', "not CSV"),
    ],
)
def test_bad_cell_is_named_and_nothing_written(text: str, expected_words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        import_text(tmp_path, text)
    assert expected_words in str(raised.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv"]


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="missing.csv: cannot be read"):
        import_csv(tmp_path / "missing.csv", tmp_path / "out.jsonl")
