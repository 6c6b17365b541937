"""The versions of an index on disk.

``versions/<version>/`` holds one complete index; the file ``current`` names the one that readers open. A new
version is written beside the old one and then named by one atomic replacement of that file, so a run that is
killed at any moment leaves the old index as it was.
"""

import os
import re
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import IngestError, WrongUse

_VERSION = re.compile(r"[0-9a-f]{32}")


def current_version(index_dir: Path) -> str | None:
    """The version that readers open, or None where there is no index or its files are incomplete."""
    try:
        version = (index_dir / "current").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    is_complete = bool(_VERSION.fullmatch(version)) and store_file(index_dir, version).is_file()
    return version if is_complete else None


def store_file(index_dir: Path, version: str) -> Path:
    """The SQLite file of a version."""
    return index_dir / "versions" / version / "store.sqlite3"


def vector_folder(index_dir: Path, version: str) -> Path:
    """The folder of a version's vectors, where no Chroma server holds them."""
    return index_dir / "versions" / version / "chroma"


def start_version(index_dir: Path) -> str:
    """Make the folder of a new version, to be written into."""
    version = uuid.uuid4().hex
    store_file(index_dir, version).parent.mkdir(parents=True)
    return version


def switch_to(index_dir: Path, version: str) -> None:
    """Make a complete version the current one, in one step."""
    part = index_dir / "current.part"
    with part.open("w", encoding="ascii") as file:
        file.write(f"{version}\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, index_dir / "current")


def remove_others(index_dir: Path, kept: str | None) -> list[str]:
    """Remove every version but one: those before it, and what killed runs left. Says which."""
    folders = [folder for folder in (index_dir / "versions").glob("*") if folder.name != kept]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    return [folder.name for folder in folders]


@contextmanager
def exclusive_run(index_dir: Path) -> Iterator[None]:
    """Keep other runs out of an index folder.

    The lock is the operating system's, on the file ``lock``, taken by SQLite: it ends with the process that
    holds it, so a killed run never stands in the way of the next.

    Raises:
        WrongUse: the folder cannot be written to.
        IngestError: another run is at work.
    """
    lock = _open_lock(index_dir)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if "locked" in str(error):
            raise IngestError(f"another ingest is at work in {str(index_dir)!r}: wait until it has ended") from error
        raise _not_writable(index_dir, error) from error
    try:
        yield
    finally:
        lock.close()


def _open_lock(index_dir: Path) -> sqlite3.Connection:
    try:
        (index_dir / "versions").mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(index_dir / "lock", timeout=0, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise _not_writable(index_dir, error) from error


def _not_writable(index_dir: Path, error: Exception) -> WrongUse:
    return WrongUse(f"the index folder {str(index_dir)!r} cannot be written ({error}): choose another")
