"""The read-only connection to an index's SQLite file that all threads share."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import RLock
from typing import Any

from ingest.errors import BrokenIndex
from ingest.store_schema import SCHEMA_VERSION

_AT_ONCE = 500
_MAPPED = 2**40  # bytes of the file that are read as memory; SQLite takes no more than it was built for


def open_connection(path: Path) -> "Connection":
    """Open the SQLite file of an index; it is never written again, so no locks are taken on it.

    Raises:
        BrokenIndex: the file is damaged, or another version of the program wrote it.
    """
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        db = sqlite3.connect(uri, uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise BrokenIndex(f"{str(path)!r} cannot be opened ({error}): run 'python -m ingest' anew") from error
    try:
        found = db.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        db.close()
        raise BrokenIndex(f"{str(path)!r} is damaged ({error}): remove it and run 'python -m ingest'") from error
    if found != SCHEMA_VERSION:
        db.close()
        raise BrokenIndex(f"another version of the program wrote {str(path)!r}: run 'python -m ingest' anew")
    return Connection(db)


class Connection:
    """A connection that answers one question at a time, whichever thread asks it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        db.row_factory = sqlite3.Row
        db.execute(f"PRAGMA mmap_size = {_MAPPED}")
        self._db = db
        self.lock = RLock()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self.lock:
            return self._db.execute(sql, values).fetchall()

    def rows_in(self, sql: str, values: Sequence[str]) -> list[sqlite3.Row]:
        """All rows of a query with "IN ({})", asked in parts: SQLite takes only so many values at once."""
        parts = [values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE)]
        return [row for part in parts for row in self.rows(sql.format(to_marks(part)), part)]

    def close(self) -> None:
        """Let go of the file."""
        with self.lock:
            self._db.close()


def to_marks(values: Sequence[Any]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))


def match_any(terms: Iterable[str]) -> str:
    """An FTS5 query for any of these terms, each quoted so that nothing in it is read as an operator."""
    return " OR ".join(_quoted(terms))


def match_all(terms: Iterable[str]) -> str:
    """An FTS5 query for all of these terms, quoted alike."""
    return " AND ".join(_quoted(terms))


def _quoted(terms: Iterable[str]) -> dict[str, None]:
    quoted = ('"' + term.replace('"', '""').replace("\0", " ") + '"' for term in terms if term.strip())
    return dict.fromkeys(quoted)
