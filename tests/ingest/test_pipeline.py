import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ingest import readings
from ingest.embedding import load_embedder
from ingest.errors import BrokenIndex, IngestError, UnreadableReport, WrongUse
from ingest.pipeline import run_ingest
from ingest.progress import Progress
from ingest.settings import Settings
from ingest.store import open_index
from ingest.store_records import Summary
from ingest.vectors import VectorPlace, open_vectors
from ingest.versions import exclusive_run

PROJECT = Path(__file__).resolve().parents[2]
ALPHA = """---
title: Alpha report
publisher: A board
published: 2025-01
text: restated
---

# Alpha report

## Treatment

In 2023/24, 8,490 people were in treatment in Birmingham.

Table 1: People in treatment by area

| Area | 2022/23 | 2023/24 |
|---|---|---|
| Birmingham | 8,177 | 8,490 |
| Coventry | 1,824 | 2,025 |
"""
BETA = "# Beta report\n\nNaloxone was carried by 12 police officers in Dudley in 2024.\n"
STEPS = ("read", "figures", "audit", "load the model", "embed", "write vectors", "write store", "switch")
KILLED_AT = """
import os, signal, sys
from pathlib import Path
from ingest.pipeline import run_ingest
from ingest.settings import Settings

def kill_at(progress):
    if (progress.step, progress.done) == (sys.argv[3], int(sys.argv[4])):
        os.kill(os.getpid(), signal.SIGKILL)

run_ingest(Settings(corpus_dir=Path(sys.argv[1]), index_dir=Path(sys.argv[2])), kill_at)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A folder of two reports with its index, copied from one that is made once."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "alpha.md").write_text(ALPHA)
    (corpus / "beta.md").write_text(BETA)
    return Settings(corpus_dir=corpus, index_dir=tmp_path / "index")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("built")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "alpha.md").write_text(ALPHA)
    (folder / "corpus" / "beta.md").write_text(BETA)
    made = Settings(corpus_dir=folder / "corpus", index_dir=folder / "index")
    run_ingest(made)
    return made


@pytest.fixture
def ready(built: Settings, settings: Settings) -> Settings:
    shutil.copytree(built.index_dir, settings.index_dir)
    return settings


def ingest(settings: Settings) -> tuple[Summary, list[Progress]]:
    told: list[Progress] = []
    return run_ingest(settings, told.append), told


def reports_read(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that a run reads."""
    read, names = readings.read_report, []
    monkeypatch.setattr(readings, "read_report", lambda path: names.append(path.name) or read(path))
    run_ingest(settings)
    return names


def texts_encoded(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that a run encodes."""
    texts: list[str] = []

    class Watched:
        def __init__(self, settings: Settings) -> None:
            self.embedder = load_embedder(settings)

        def embed_documents(self, batch: list[str]) -> list[list[float]]:
            texts.extend(batch)
            return self.embedder.embed_documents(batch)

    monkeypatch.setattr("ingest.passage_vectors.load_embedder", Watched)
    run_ingest(settings)
    return texts


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def report_ids(settings: Settings) -> list[str]:
    with open_index(settings.index_dir, settings) as index:
        return [report.id for report in index.reports()]


def assert_answers(settings: Settings, expected_reports: list[str]) -> None:
    with open_index(settings.index_dir, settings) as index:
        assert [report.id for report in index.reports()] == expected_reports
        (best, _), *_ = index.search_text(["naloxone"], 3)
        assert "Naloxone" in index.passages([best])[best].text
        total = sum(report.counts.passages for report in index.reports())
        assert index.vectors.count() == total
        assert len(index.vectors.search([1.0] * 384, total)) == total


def test_index_holds_what_the_reports_say(built: Settings):
    with open_index(built.index_dir, built) as index:
        alpha, beta = index.reports()
        assert (alpha.title, alpha.publisher, alpha.counts.tables, alpha.counts.cells) == (
            "Alpha report",
            "A board",
            1,
            4,
        )
        assert beta.counts.prose_figures >= 1
        table = index.table("alpha", "Table 1")
        assert table is not None and table.rows[0] == ("Birmingham", "8,177", "8,490")
        cells = {(figure.area, figure.period): figure.printed for figure in index.figures_in("alpha", "Table 1")}
        assert cells["Coventry", "2023/24"] == "2,025"
        vector = load_embedder(built).embed_query("how many officers carry naloxone")
        (nearest, _), *_ = index.vectors.search(vector, 1)
        assert "Naloxone" in index.passages([nearest])[nearest].text


def test_steps_are_told_in_order(settings: Settings):
    _, told = ingest(settings)
    assert list(dict.fromkeys(progress.step for progress in told)) == list(STEPS)
    assert [p.report for p in told if p.step == "read"] == ["alpha", "beta"]
    fractions = [progress.fraction for progress in told]
    assert fractions == sorted(fractions) and 0 <= fractions[0] and fractions[-1] < 1.001


def test_unchanged_reports_write_and_encode_nothing(ready: Settings):
    before = snapshot(ready.index_dir)
    summary, told = ingest(ready)
    assert (summary.is_unchanged, told) == (True, [])
    assert [report.id for report in summary.reports] == ["alpha", "beta"]
    assert snapshot(ready.index_dir) == before


def test_unchanged_run_imports_no_model_and_no_chroma(ready: Settings):
    code = (
        "import sys; from pathlib import Path\n"
        "from ingest.pipeline import run_ingest; from ingest.settings import Settings\n"
        "s = run_ingest(Settings(corpus_dir=Path(sys.argv[1]), index_dir=Path(sys.argv[2])))\n"
        "heavy = ('torch', 'sentence_transformers', 'chromadb')\n"
        "print(s.is_unchanged, [name for name in heavy if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(ready.corpus_dir), str(ready.index_dir)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True []"


def test_only_a_changed_file_is_read_again(ready: Settings, monkeypatch: pytest.MonkeyPatch):
    (ready.corpus_dir / "beta.md").write_text(BETA.replace("12", "13"))
    assert reports_read(ready, monkeypatch) == ["beta.md"]
    assert_answers(ready, ["alpha", "beta"])


def test_only_changed_texts_are_encoded(ready: Settings, monkeypatch: pytest.MonkeyPatch):
    (ready.corpus_dir / "beta.md").write_text(BETA + "\nA new paragraph.\n")
    encoded = texts_encoded(ready, monkeypatch)
    assert sorted(text.splitlines()[-1] for text in encoded) == ["A new paragraph.", "new", "paragraph"]


def test_report_under_another_name_is_not_encoded_again(ready: Settings, monkeypatch: pytest.MonkeyPatch):
    (ready.corpus_dir / "alpha.md").rename(ready.corpus_dir / "gamma.md")
    assert texts_encoded(ready, monkeypatch) == []
    assert_answers(ready, ["beta", "gamma"])


def test_removed_report_is_gone(ready: Settings):
    (ready.corpus_dir / "alpha.md").unlink()
    ingest(ready)
    assert_answers(ready, ["beta"])


def test_original_takes_the_place_of_the_restated_report(ready: Settings, monkeypatch: pytest.MonkeyPatch):
    originals = ready.corpus_dir / "originals"
    originals.mkdir()
    (originals / "README.md").write_text("# Not a report\n\nPut files here.\n")
    (originals / "alpha.txt").write_text("Draft of J. Smith\n\nIn 2023/24 there were 9,999 people in treatment.\n")
    assert reports_read(ready, monkeypatch) == ["alpha.txt", "alpha.md"]
    with open_index(ready.index_dir, ready) as index:
        alpha, _ = index.reports()
        assert (alpha.file, alpha.title, alpha.publisher) == (
            "originals/alpha.txt",
            "Alpha report",
            "A board",
        )
        assert alpha.text == "verbatim"
        assert index.search_text(["9,999"], 3, report="alpha")
        assert not index.search_text(["8,490"], 3)


def test_unreadable_original_does_not_let_the_restated_text_stand_for_it(ready: Settings):
    (ready.corpus_dir / "originals").mkdir()
    (ready.corpus_dir / "originals" / "alpha.pdf").write_bytes(b"%PDF-1.7 cut off")
    summary, _ = ingest(ready)
    assert [problem.where for problem in summary.unreadable] == ["originals/alpha.pdf"]
    assert report_ids(ready) == ["beta"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gamma.pdf", b""),
        ("gamma.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("gamma.docx", b"PK\x03\x04 cut off"),
        ("gamma.md", b""),
        ("gamma.txt", b"\x00\x01\x02\x03" * 99),
        ("gamma.csv", b""),
        ("gamma.html", b"<html></html>"),
        ("gamma.doc", b"\xd0\xcf\x11\xe0"),
    ],
)
def test_bad_file_is_named_and_the_rest_ingested(ready: Settings, name: str, content: bytes):
    (ready.corpus_dir / name).write_bytes(content)
    (ready.corpus_dir / "beta.md").write_text(BETA)
    summary, _ = ingest(ready)
    (problem,) = summary.unreadable
    assert problem.where == name and repr(name) in problem.what and "\n" not in problem.what
    assert_answers(ready, ["alpha", "beta"])
    again, told = ingest(ready)
    assert (again.is_unchanged, again.unreadable, told) == (True, summary.unreadable, [])


def test_fault_of_a_library_over_one_file_is_named(ready: Settings, monkeypatch: pytest.MonkeyPatch):
    read = readings.read_report

    def fail(path: Path):
        if path.name == "gamma.md":
            raise RecursionError("too\ndeep")
        return read(path)

    monkeypatch.setattr(readings, "read_report", fail)
    (ready.corpus_dir / "gamma.md").write_text("# Gamma\n\nText.\n")
    summary, _ = ingest(ready)
    assert summary.unreadable[0].what.startswith("'gamma.md' cannot be read (RecursionError: too deep)")


def test_two_files_with_one_id_are_both_named_and_the_first_is_taken(ready: Settings):
    (ready.corpus_dir / "beta.txt").write_text("Another text.\n\nWith paragraphs.\n")
    summary, _ = ingest(ready)
    (problem,) = summary.unreadable
    assert "'beta.md' and 'beta.txt' have the same id 'beta': 'beta.md' was taken" in problem.what
    assert [report.file for report in summary.reports] == ["alpha.md", "beta.md"]


def test_no_readable_report_keeps_the_old_index(ready: Settings):
    for name in ("alpha.md", "beta.md"):
        (ready.corpus_dir / name).write_bytes(b"")
    with pytest.raises(UnreadableReport, match="no report could be read: 'alpha.md'.*'beta.md'"):
        run_ingest(ready)
    assert_answers(ready, ["alpha", "beta"])


def test_folder_without_reports_is_wrong_use(ready: Settings, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "README.md").write_text("# Nothing\n")
    for folder, words in (("empty", "holds no report"), ("missing", "there is no folder of reports")):
        with pytest.raises(WrongUse, match=words):
            run_ingest(Settings(corpus_dir=tmp_path / folder, index_dir=ready.index_dir))
    assert_answers(ready, ["alpha", "beta"])


@pytest.mark.parametrize("blocked", ["", "versions", "lock"])
def test_index_folder_that_cannot_be_written_is_wrong_use(settings: Settings, blocked: str):
    path = settings.index_dir / blocked
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir() if blocked == "lock" else path.write_text("a file in place of the folder")
    with pytest.raises(WrongUse, match="the index folder .* cannot be written"):
        run_ingest(settings)


@pytest.mark.parametrize("pointer", [b"", b"\xff", b"f" * 32])
def test_corrupt_pointer_is_mended_by_the_next_run(ready: Settings, pointer: bytes):
    (ready.index_dir / "current").write_bytes(pointer)
    summary, _ = ingest(ready)
    assert not summary.is_unchanged
    assert_answers(ready, ["alpha", "beta"])


@pytest.mark.parametrize("damage", ["store", "vectors", "schema"])
def test_damaged_version_is_mended_by_the_next_run(ready: Settings, damage: str):
    folder = ready.index_dir / "versions" / (ready.index_dir / "current").read_text().strip()
    if damage == "store":
        (folder / "store.sqlite3").write_bytes(b"x" * 5000)
    elif damage == "vectors":
        shutil.rmtree(folder / "chroma")
    else:
        with closing(sqlite3.connect(folder / "store.sqlite3")) as db:
            db.execute("PRAGMA user_version = 999")
    assert not ingest(ready)[0].is_unchanged
    assert_answers(ready, ["alpha", "beta"])


def test_changed_glossary_makes_the_index_anew(ready: Settings):
    (ready.corpus_dir / "areas.yaml").write_text((PROJECT / "corpus" / "areas.yaml").read_text() + "\n# changed\n")
    summary, told = ingest(ready)
    assert not summary.is_unchanged
    assert "embed" not in [progress.step for progress in told]


def test_one_version_before_is_kept_for_open_readers(ready: Settings):
    with open_index(ready.index_dir, ready) as reader:
        (ready.corpus_dir / "alpha.md").unlink()
        ingest(ready)
        assert len(list((ready.index_dir / "versions").iterdir())) == 2
        assert [report.id for report in reader.reports()] == ["alpha", "beta"]
        assert len(reader.vectors.search([1.0] * 384, 3)) == 3
    (ready.corpus_dir / "areas.yaml").write_text((PROJECT / "corpus" / "areas.yaml").read_text() + "\n# changed\n")
    ingest(ready)
    assert len(list((ready.index_dir / "versions").iterdir())) == 2


def test_two_runs_at_once_are_kept_apart(ready: Settings):
    (ready.corpus_dir / "alpha.md").unlink()
    with exclusive_run(ready.index_dir), pytest.raises(IngestError, match="another ingest is at work"):
        run_ingest(ready)
    ingest(ready)
    assert report_ids(ready) == ["beta"]


@pytest.mark.parametrize(
    ("step", "done"),
    [("read", 0), ("figures", 0), ("audit", 0), ("write vectors", 0), ("write store", 0), ("switch", 0)],
)
def test_killed_run_leaves_the_old_index(ready: Settings, step: str, done: int):
    (ready.corpus_dir / "alpha.md").unlink()
    assert kill_at(ready, step, done) == -signal.SIGKILL
    assert_answers(ready, ["alpha", "beta"])
    ingest(ready)
    assert_answers(ready, ["beta"])
    assert len(list((ready.index_dir / "versions").iterdir())) == 2


def test_run_killed_while_it_encodes_or_writes_leaves_the_old_index(ready: Settings):
    (ready.corpus_dir / "beta.md").write_text(BETA + "\nA new paragraph.\n")
    assert kill_at(ready, "embed", 0) == -signal.SIGKILL
    assert_answers(ready, ["alpha", "beta"])
    passages = sum(report.counts.passages for report in ingest(ready)[0].reports)
    (ready.corpus_dir / "areas.yaml").write_text((PROJECT / "corpus" / "areas.yaml").read_text() + "\n# changed\n")
    assert kill_at(ready, "write vectors", passages) == -signal.SIGKILL
    assert_answers(ready, ["alpha", "beta"])


def test_first_run_that_is_killed_leaves_no_index_and_the_next_makes_one(settings: Settings):
    assert kill_at(settings, "figures", 1) == -signal.SIGKILL
    assert not (settings.index_dir / "current").exists()
    ingest(settings)
    assert_answers(settings, ["alpha", "beta"])


def kill_at(settings: Settings, step: str, done: int) -> int:
    arguments = [str(settings.corpus_dir), str(settings.index_dir), step, str(done)]
    command = [sys.executable, "-c", KILLED_AT, *arguments]
    return subprocess.run(command, cwd=PROJECT, env=os.environ | {"PYTHONPATH": str(PROJECT)}).returncode


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("chroma")),
        "run",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    process = subprocess.Popen([*command, "--path", str(tmp_path / "server")], stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def test_chroma_server_holds_the_current_version_and_the_one_before(ready: Settings, server: str):
    settings = ready.model_copy(update={"chroma_url": server})
    versions = []
    for note in ("first", "second", "third"):
        areas = (PROJECT / "corpus" / "areas.yaml").read_text()
        (settings.corpus_dir / "areas.yaml").write_text(f"{areas}\n# {note}\n")
        versions.append(ingest(settings)[0].version)
        assert_answers(settings, ["alpha", "beta"])
    places = [VectorPlace(Path("unused"), version, server) for version in versions]
    with pytest.raises(BrokenIndex, match="no collection"):
        open_vectors(places[0])
    for place in places[1:]:
        open_vectors(place).close()
    assert ingest(settings)[0].is_unchanged
