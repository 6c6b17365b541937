import json
import subprocess
import sys
from pathlib import Path

import pytest

import evals.__main__ as command_line
from tests.evals.conftest import ITEMS, REPLIES, WriteLines, answer, question


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, output and errors of the command."""
    try:
        command_line.main(lambda: command_line.app([str(argument) for argument in arguments]))
    except SystemExit as exit_:
        code = exit_.code if isinstance(exit_.code, int) else 0
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_run_with_out_writes_exactly_that_file(fake_product, write_lines, tmp_path, capsys) -> None:
    sets = write_lines("set.jsonl", *ITEMS)
    code, _, _ = call(capsys, "run", sets, "--out", tmp_path / "out.jsonl")
    assert code == 0
    assert [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()] == [
        "q-1",
        "c-1",
        "q-2",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "out.jsonl", "set.jsonl"]


def test_run_without_out_makes_a_dated_folder(fake_product, write_lines, tmp_path, capsys) -> None:
    sets = write_lines("set.jsonl", *ITEMS)
    code, out, _ = call(capsys, "run", sets, "--runs-dir", tmp_path / "runs", "--baseline", "bm25")
    (folder,) = (tmp_path / "runs").iterdir()
    manifest = json.loads((folder / "run.json").read_text())
    assert code == 0
    assert folder.name.endswith("-set")
    assert manifest["commit"] == "c0ffee"
    assert manifest["settings"] == {"batch": 32}
    assert list(manifest["corpus"]) == [str(tmp_path / "corpus" / "report-a.md")]
    assert len(manifest["sets"][str(sets)]) == 64
    assert [json.loads(line)["id"] for line in (folder / "bm25.jsonl").read_text().splitlines()] == [
        "q-1",
        "q-2",
    ]
    assert str(folder.name) in out.replace("\n", "")


def test_run_in_a_folder_is_resumed(fake_product, write_lines, tmp_path, capsys) -> None:
    sets = write_lines("set.jsonl", *ITEMS)
    fake_product.replies["q-2"] = ValueError("broken")
    code, _, err = call(capsys, "run", sets, "--runs-dir", tmp_path / "runs")
    (folder,) = (tmp_path / "runs").iterdir()
    assert code == 1
    assert "1 failed" in err
    fake_product.replies["q-2"] = REPLIES["q-2"]
    fake_product.asked.clear()
    code, _, _ = call(capsys, "run", sets, "--resume", folder)
    assert (code, fake_product.asked) == (0, ["q-2"])


@pytest.mark.parametrize(
    ("line", "expected_words"),
    [
        ("{broken", ":2: broken JSON"),
        ('{"id": "q-7", "kind": "riddle", "question": "?", "expect": {}}', ":2: "),
    ],
)
def test_bad_set_ends_with_2(line: str, expected_words: str, fake_product, write_lines, capsys) -> None:
    sets = write_lines("set.jsonl", question("q-1"), line)
    code, _, err = call(capsys, "run", sets, "--out", sets.with_name("out.jsonl"))
    assert code == 2
    assert expected_words in err
    assert err.count("\n") == 1
    assert fake_product.asked == []
    assert not sets.with_name("out.jsonl").exists()


def test_unknown_baseline_ends_with_2(fake_product, write_lines, capsys) -> None:
    code, _, err = call(capsys, "run", write_lines("set.jsonl", *ITEMS), "--baseline", "oracle")
    assert code == 2
    assert "known are naive, bm25" in err


def test_unknown_option_ends_with_2(capsys) -> None:
    assert call(capsys, "score", "--nonsense")[0] == 2


@pytest.fixture
def results(write_lines: WriteLines) -> tuple[Path, Path]:
    sets = write_lines("set.jsonl", *ITEMS)
    return write_lines("results.jsonl", *({"id": item_id} | reply for item_id, reply in REPLIES.items())), sets


def test_score_prints_rates_and_failures(results, capsys) -> None:
    code, out, _ = call(capsys, "score", *results, "--failures")
    assert code == 0
    assert "answerable questions" in out
    assert "1 of 2" in out
    assert "expected: answered; 8,490; from report-a" in out
    assert "got     : not_found: Not told." in out


def test_score_as_json_has_n_and_interval(results, capsys) -> None:
    code, out, _ = call(capsys, "score", *results, "--json")
    scores = json.loads(out)["product"]
    row = next(row for row in scores["outcomes"] if row["group"] == "answerable questions")
    assert code == 0
    assert (row["n"], row["right"], row["refused"]) == (2, 1, 1)
    assert row["right_rate"] == {"rate": 0.5, "hits": 1, "n": 2, "low": 0.0945, "high": 0.9055}
    assert scores["retrieval"]["recall@5"] is None


def test_results_file_without_sets_ends_with_2(results, capsys) -> None:
    code, _, err = call(capsys, "score", results[0])
    assert (code, "name the sets" in err) == (2, True)


def test_gate_is_shut_where_a_rate_fell(results, write_lines, capsys) -> None:
    worse = write_lines(
        "worse.jsonl", {"id": "q-1"} | answer("8,940."), *({"id": i} | REPLIES[i] for i in ("c-1", "q-2"))
    )
    assert call(capsys, "compare", results[0], results[0], results[1], "--gate")[0] == 0
    assert call(capsys, "compare", worse, results[0], results[1], "--gate")[0] == 0
    assert call(capsys, "compare", results[0], worse, results[1])[0] == 0
    code, out, err = call(capsys, "compare", results[0], worse, results[1], "--gate")
    assert code == 1
    assert "worse q-1" in out
    assert "right of figure fell from 1 to 0 of 2" in err


def test_gate_is_shut_where_results_are_missing(results, write_lines, capsys) -> None:
    fewer = write_lines("fewer.jsonl", {"id": "q-1"} | answer())
    code, _, err = call(capsys, "compare", results[0], fewer, results[1], "--gate")
    assert (code, "no result for c-1, q-2" in err) == (1, True)


def test_export_has_the_fields_usual_names(results, tmp_path, capsys) -> None:
    code, _, _ = call(capsys, "export", *results, "--out", tmp_path / "samples.jsonl")
    samples = [json.loads(line) for line in (tmp_path / "samples.jsonl").read_text().splitlines()]
    assert code == 0
    assert samples[0] == {
        "id": "q-1",
        "user_input": "How many (q-1)?",
        "retrieved_contexts": ["Birmingham | 8,490"],
        "response": "8,490 people in Birmingham.",
        "reference": "8,490",
        "reference_contexts": [],
    }
    assert samples[1]["response"] == "supported: Table 1 gives 8,490."


def test_report_and_import_and_check_run_from_the_command_line(results, tmp_path, capsys) -> None:
    (tmp_path / "in.csv").write_text("id,kind,question\nq-1,unanswerable,Who?\n")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "report-a.md").write_text("8,490")
    assert call(capsys, "report", *results)[0] == 0
    assert (tmp_path / "results.committee.html").exists()
    assert call(capsys, "import-csv", tmp_path / "in.csv", tmp_path / "out.jsonl")[0] == 0
    assert call(capsys, "check-golds", tmp_path / "out.jsonl", "--corpus", tmp_path / "corpus")[0] == 0
    assert call(capsys, "check-golds", results[1], "--corpus", tmp_path / "corpus")[0] == 1


def test_help_and_score_start_without_the_product() -> None:
    heavy = {"rag", "ingest", "torch", "chromadb", "ranx"}
    code = f"import sys, evals.__main__, evals.pipeline; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
