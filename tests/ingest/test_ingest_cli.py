import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ingest.__main__ import app

PROJECT = Path(__file__).resolve().parents[2]
REPORT = "# Alpha report\n\nIn 2024, 20 deaths were registered in Dudley. The board met.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "alpha.md").write_text(REPORT)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "alpha.md").write_text(REPORT)
    assert run("--corpus", folder / "corpus", "--index", folder / "index").exit_code == 0
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def run_process(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ingest", *map(str, arguments)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)


def test_run_shows_steps_and_counts(corpus: Path, tmp_path: Path):
    result = run("--corpus", corpus, "--index", tmp_path / "index")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == [
        "report",
        "pages",
        "passages",
        "tables",
        "cells",
        "prose",
        "figures",
    ]
    assert result.stdout.splitlines()[1].startswith("alpha")
    assert "the index is up to date: 1 reports" in result.stdout
    assert "reading alpha" in result.stderr and "embedding passages" in result.stderr


def test_second_run_says_that_nothing_changed_within_two_seconds(built: Path):
    begun = time.monotonic()
    result = run("--corpus", built / "corpus", "--index", built / "index")
    assert time.monotonic() - begun < 2
    assert "nothing has changed: 1 reports" in result.stdout
    assert result.stderr == ""


def test_json_stands_alone(built: Path):
    result = run("--corpus", built / "corpus", "--index", built / "index", "--json")
    shown = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert shown["reports"][0]["id"] == "alpha"
    assert set(shown["reports"][0]["counts"]) == {"passages", "tables", "cells", "prose_figures"}
    assert (shown["is_unchanged"], shown["unreadable"]) == (True, [])


def test_unreadable_file_is_named_once_with_exit_code_2_and_the_rest_ingested(corpus: Path, tmp_path: Path):
    (corpus / "broken.pdf").write_bytes(b"%PDF-1.7 cut off")
    for flag in ("--json", "--json"):
        result = run("--corpus", corpus, "--index", tmp_path / "index", flag)
        assert result.exit_code == 2
        (line,) = result.stderr.splitlines()
        assert "'broken.pdf'" in line
        assert [report["id"] for report in json.loads(result.stdout)["reports"]] == ["alpha"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--corpus", "{tmp}/nowhere"], "there is no folder of reports at"),
        (["--corpus", "{tmp}/corpus", "--index", "{tmp}/corpus/alpha.md"], "cannot be written"),
        (["audit", "--index", "{tmp}/nowhere"], "there is no index in"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(corpus: Path, tmp_path: Path, arguments: list[str], expected: str):
    result = run(*(argument.format(tmp=tmp_path) for argument in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    lines = [line for line in result.stderr.splitlines() if not line.startswith("[")]
    assert len(lines) == 1 and expected in lines[0]


def test_unknown_option_is_wrong_use():
    assert run("--nonsense").exit_code == 2


def test_setting_that_cannot_be_used_is_wrong_use(monkeypatch: pytest.MonkeyPatch, corpus: Path):
    monkeypatch.setenv("EMBEDDING_MODEL", "no-such-model-anywhere")
    result = run("--corpus", corpus, "--index", corpus.parent / "index", "--json")
    assert result.exit_code == 2 and "'no-such-model-anywhere' is not on this machine" in result.stderr


def test_audit_shows_findings(built: Path):
    assert run("audit", "--index", built / "index").stdout == "0 findings\n"
    assert json.loads(run("audit", "--index", built / "index", "--json").stdout) == []
    assert json.loads(run("--index", built / "index", "--json", "audit").stdout) == []


def own_children() -> float:
    """Seconds that the processes begun here have taken of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_help_is_quick_and_imports_no_model():
    begun = own_children()
    done = run_process("--help")
    assert done.returncode == 0 and "--corpus" in done.stdout and "audit" in done.stdout
    assert own_children() - begun < 5  # of the processor: another test may run beside
    heavy = "('torch', 'chromadb', 'pdfplumber')"
    code = f"import sys, ingest.__main__; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_standard_error_is_clean(built: Path):
    (built / "corpus" / "extra.md").write_text("# Extra\n\nA new text.\n")
    done = run_process("--corpus", built / "corpus", "--index", built / "index", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert [report["id"] for report in json.loads(done.stdout)["reports"]] == ["alpha", "extra"]
