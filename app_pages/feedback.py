"""Readers' feedback on answers, kept in a local SQLite file; nothing else that a reader types is kept.

Table ``feedback``: ``at`` (ISO time, UTC), ``helpful`` (1 or 0), ``comment``, ``history`` (JSON list of the
questions before it) and ``answer`` (the answer's JSON, with the question).
"""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from app_pages.share import answer_to_json
from rag.records import Answer

_TABLE = (
    "CREATE TABLE IF NOT EXISTS feedback (id INTEGER PRIMARY KEY, at TEXT NOT NULL, helpful INTEGER NOT NULL,"
    " comment TEXT NOT NULL, history TEXT NOT NULL, answer TEXT NOT NULL)"
)
_ADD = "INSERT INTO feedback (at, helpful, comment, history, answer) VALUES (?, ?, ?, ?, ?)"


def keep_feedback(file: Path, answer: Answer, history: Sequence[str], is_helpful: bool, comment: str) -> None:
    """Add one reader's word on an answer to the file.

    Raises:
        sqlite3.Error: the file cannot be written.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    earlier = json.dumps(list(history), ensure_ascii=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as store, store:
        store.execute(_TABLE)
        store.execute(_ADD, (at, int(is_helpful), comment.strip(), earlier, answer_to_json(answer)))
