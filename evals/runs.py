"""The folder of a run: what was asked, what was answered, by what, and the scores.

``run.json`` (settings, versions, commit, digests), ``questions.jsonl`` (the records asked),
``results.jsonl`` (the product's results), ``naive.jsonl`` and ``bm25.jsonl`` (the baselines'),
``scores.json``, ``report.html`` and more.
"""

import hashlib
import json
import platform
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from evals.errors import InputError
from evals.records import Item, Result
from evals.results import read_results
from evals.sets import find_sets, item_to_line, load_sets

PRODUCT = "product"
_VERSIONS_OF = (
    "chromadb",
    "langchain-chroma",
    "sentence-transformers",
    "torch",
    "west-midlands-drug-policy-chat",
)
_SECRET = re.compile(r"key|token|secret|password", re.I)


@dataclass(frozen=True, slots=True)
class RunFiles:
    """Where the results of a run go: into a dated folder, or beside a results file that was named."""

    results: Path
    folder: Path | None = None

    def results_of(self, system: str) -> Path:
        """The results file of the product or of a baseline."""
        if system == PRODUCT:
            return self.results
        return self.results.with_name(f"{system}.jsonl" if self.folder else f"{self.results.stem}.{system}.jsonl")

    def beside(self, name: str) -> Path:
        """A file that goes with the results: in the folder, or named like the results file."""
        return self.folder / name if self.folder else self.results.with_name(f"{self.results.stem}.{name}")


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it was written down; ``results`` by system ("product", "naive", "bm25") and id."""

    name: str
    files: RunFiles
    items: tuple[Item, ...]
    results: Mapping[str, Mapping[str, Result]]
    manifest: Mapping[str, Any]


def open_run(path: Path, sets: Sequence[str] = ()) -> Run:
    """A run from its folder, or from a results file and its sets.

    Raises:
        InputError: it is not there, is not a run, or is a file whose sets are not named.
    """
    if not path.exists():
        raise InputError(f"{path}: there is no such run")
    if not path.is_dir() and not sets:
        raise InputError(f"{path}: is a results file; name the sets that it answers after it")
    files = files_in(path) if path.is_dir() else RunFiles(path)
    items = load_sets(sets or [str(path / "questions.jsonl")])
    systems = {PRODUCT: files.results} | _baseline_files(files)
    results = {system: read_results(file) for system, file in systems.items()}
    return Run(path.stem if path.is_file() else path.resolve().name, files, items, results, _read_manifest(files))


def files_in(folder: Path) -> RunFiles:
    """The files of a dated folder."""
    return RunFiles(folder / "results.jsonl", folder)


def start_folder(runs_dir: Path, sets: Sequence[str], items: Sequence[Item], now: datetime) -> RunFiles:
    """A new folder, named by the time and the first set, with the records that are asked."""
    folder = runs_dir / f"{now:%Y-%m-%d-%H%M%S}-{find_sets(sets)[0].stem}"
    try:
        folder.mkdir(parents=True)
        (folder / "questions.jsonl").write_text("".join(item_to_line(item) + "\n" for item in items), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror})") from error
    return files_in(folder)


def write_manifest(files: RunFiles, manifest: Mapping[str, Any]) -> None:
    """Settings and versions of the run; a results file that was named by itself has none."""
    if files.folder:
        text = json.dumps(manifest, indent=2, ensure_ascii=False, default=str)
        files.beside("run.json").write_text(text + "\n", encoding="utf-8")


def describe_run(sets: Sequence[str], settings: Any, model: str, now: datetime) -> dict[str, Any]:
    """All that could explain why another run gives other results."""
    return {
        "started": now.isoformat(timespec="seconds"),
        "model": model,
        "settings": _without_secrets(settings.model_dump(mode="json")),
        "sets": digest_files(find_sets(sets)),
        "corpus": digest_files(_report_files(settings.corpus_dir)),
        "commit": read_commit(Path(__file__).parent),
        "versions": {"python": platform.python_version(), **dict(_installed(_VERSIONS_OF))},
        "machine": {"system": platform.platform(), "processors": _processors()},
    }


def digest_files(paths: Iterable[Path]) -> dict[str, str]:
    """SHA-256 of each file."""
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def read_commit(folder: Path) -> str:
    """The commit of the checkout, with "+" where files differ from it; "" where there is none."""
    try:
        commit = _git(folder, "rev-parse", "HEAD")
        return commit + ("+" if _git(folder, "status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.SubprocessError):
        return ""


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "--no-optional-locks", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    return done.stdout.strip()


def _without_secrets(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in settings.items() if not _SECRET.search(name)}


def _baseline_files(files: RunFiles) -> dict[str, Path]:
    from evals.baselines import BASELINES

    return {name: files.results_of(name) for name in BASELINES if files.results_of(name).exists()}


def _read_manifest(files: RunFiles) -> Mapping[str, Any]:
    path = files.beside("run.json")
    if not files.folder or not path.exists():
        return {}
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:
        raise InputError(f"{path}: broken JSON ({error})") from error


def _report_files(corpus: Path) -> list[Path]:
    return [path for path in sorted(corpus.rglob("*")) if path.is_file() and not re.match(r"[.~]", path.name)]


def _installed(names: Iterable[str]) -> Iterable[tuple[str, str]]:
    for name in names:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue


def _processors() -> int:
    import os

    return os.cpu_count() or 0
