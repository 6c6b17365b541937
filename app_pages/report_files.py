"""The files of added reports: put in, taken out, brought back."""

import re
from pathlib import Path

from ingest.errors import WrongUse
from ingest.sources import FORMATS

_OUT = ".removed"


def add_file(corpus: Path, name: str, content: bytes) -> str:
    """Put a report file among the published ones; the name that it has within the folder of reports.

    Raises:
        WrongUse: it is of a kind that is not read, or one of that name is there.
    """
    path = Path(name.replace("\\", "/"))
    kind = path.suffix.lower()
    if kind not in FORMATS:
        raise WrongUse(f"{name!r} is of a kind that is not read: choose {', '.join(sorted(FORMATS))}")
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "report"
    kept = corpus / "originals" / f"{stem}{kind}"
    if kept.exists():
        raise WrongUse(f"there is a report {kept.name!r} already: remove it first, or rename your file")
    _write(kept, content)
    return kept.relative_to(corpus).as_posix()


def take_out(corpus: Path, file: str) -> None:
    """Take an added report out; it can be brought back."""
    path = _added(corpus, file)
    out = path.parent / _OUT
    try:
        out.mkdir(exist_ok=True)
        path.replace(out / path.name)
    except OSError as error:
        raise WrongUse(f"{path.name!r} cannot be removed: {error.strerror}") from error


def bring_back(corpus: Path, file: str) -> None:
    """Put back a report that was taken out."""
    path = _added(corpus, file)
    try:
        (path.parent / _OUT / path.name).replace(path)
    except OSError as error:
        raise WrongUse(f"{path.name!r} cannot be brought back: {error.strerror}") from error


def is_added(file: str) -> bool:
    """Whether a report's file is one of the published files that were added, which can be removed."""
    return file.startswith("originals/")


def _added(corpus: Path, file: str) -> Path:
    path = corpus / file
    if path.parent != corpus / "originals":
        raise WrongUse(f"{file!r} is not an added report: only those can be removed here")
    return path


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise WrongUse(f"{path.name!r} cannot be written to {str(path.parent)!r}: {error.strerror}") from error
