"""The report files of a folder, and what an index was built from."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ingest.errors import WrongUse
from ingest.lexicon import data_file
from ingest.model_files import digest_model
from ingest.records import Problem
from ingest.settings import Settings
from ingest.store_records import Source
from ingest.store_schema import SCHEMA_VERSION

FORMATS = frozenset({".md", ".txt", ".pdf", ".docx", ".html", ".htm", ".csv"})
_OTHER_DOCUMENTS = frozenset(
    {".doc", ".dot", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".epub", ".xml"}
)
_NO_REPORTS = frozenset({"readme", "areas", "glossary"})
_DATA_FILES = ("areas.yaml", "glossary.yaml", "subject-index.yaml")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to read, by report id, and those that cannot be used."""

    files: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()


def find_sources(corpus: Path) -> Sources:
    """The report files of a folder; a file in its ``originals/`` takes the place of one with the same id.

    Raises:
        WrongUse: the folder is not there, or holds no report.
    """
    if not corpus.is_dir():
        raise WrongUse(f"there is no folder of reports at {str(corpus)!r}: name one with --corpus")
    problems: list[Problem] = []
    restated = _find_in(corpus, corpus, problems)
    originals = _find_in(corpus / "originals", corpus, problems)
    found = restated | {report: _describe(source, restated.get(report)) for report, source in originals.items()}
    if not found and not problems:
        raise WrongUse(f"{str(corpus)!r} holds no report: put files there ({', '.join(sorted(FORMATS))})")
    return Sources(tuple(found[report] for report in sorted(found)), tuple(problems))


def take_fingerprint(settings: Settings, sources: Sources) -> dict[str, Any]:
    """All that decides what an index holds: two equal fingerprints give the same index."""
    return {
        "files": [[source.name, source.sha256, source.description_sha256] for source in sources.files],
        "problems": [[problem.where, problem.what] for problem in sources.problems],
        "lexicon": [_digest_file(data_file(settings.corpus_dir, name)) for name in _DATA_FILES],
        "code": [SCHEMA_VERSION, _digest_code()],
        "model": digest_model(settings),
        "chroma_url": settings.chroma_url,
    }


def _find_in(folder: Path, corpus: Path, problems: list[Problem]) -> dict[str, Source]:
    paths: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not path.is_file() or path.name.startswith((".", "~$")) or path.stem.lower() in _NO_REPORTS:
            continue
        if path.suffix.lower() in FORMATS:
            paths[path.stem].append(path)
        elif path.suffix.lower() in _OTHER_DOCUMENTS:
            problems.append(
                Problem(_name_in(path, corpus), f"{path.name!r} is of a kind that is not read: save it as PDF")
            )
    problems += [_twice(report, same, corpus) for report, same in paths.items() if len(same) > 1]
    return {report: _build_source(same[0], corpus) for report, same in paths.items()}


def _twice(report: str, same: list[Path], corpus: Path) -> Problem:
    names = " and ".join(repr(path.name) for path in same)
    what = f"{names} have the same id {report!r}: {same[0].name!r} was taken, rename or remove the other"
    return Problem(_name_in(same[1], corpus), what)


def _build_source(path: Path, corpus: Path) -> Source:
    status = path.stat()
    return Source(_name_in(path, corpus), path.stem, _digest_file(path), status.st_size, status.st_mtime_ns)


def _describe(original: Source, restated: Source | None) -> Source:
    if restated is None:
        return original
    return replace(original, described_by=restated.name, description_sha256=restated.sha256)


def _name_in(path: Path, corpus: Path) -> str:
    return path.relative_to(corpus).as_posix()


def _digest_file(path: Path) -> str:
    """The SHA-256 of a file, or why it cannot be read: so it is tried again as soon as that changes."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"


def _digest_code() -> str:
    package = Path(__file__).resolve().parent
    digests = [(path.relative_to(package).as_posix(), _digest_file(path)) for path in sorted(package.rglob("*.py"))]
    return hashlib.sha256(repr(digests).encode()).hexdigest()
