"""Readers' feedback from the app turned into question records, for a person to complete.

What a reader found helpful becomes a whole record, proposed from the answer: its figures are to be checked against the
reports before it counts as a gold. What was not helpful has "?" for its kind and its expected status, which no set may
have: whoever uses the file is told of each line that is still to be completed. The note holds the reader's comment and
what was answered.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from evals.errors import InputError
from evals.writing import write_whole

OPEN = "?"
"""Stands where a person has to decide."""

_ROWS = "SELECT id, at, helpful, comment, history, answer FROM feedback ORDER BY id"
_KIND_OF_OPERATION = {"ranking of shares": "ranking", "changes": "comparison", "compare": "comparison"}


def feedback_to_set(file: Path, out: Path) -> tuple[int, int]:
    """Writes the records; gives how many there are, and how many of them are still to be completed.

    Of several readings of one question with the same turns before it, the last one counts.

    Raises:
        InputError: the file is no feedback of the app, or has none in it; nothing is written then.
    """
    records: dict[str, dict[str, Any]] = {}
    for row in _read_rows(file):
        record = _row_to_record(row, file)
        records[json.dumps([record["question"], record["history"]])] = record
    if not records:
        raise InputError(f"{file}: no feedback in it")
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records.values()]
    write_whole(out, "".join(lines))
    return len(lines), sum(record["kind"] == OPEN for record in records.values())


def _read_rows(file: Path) -> list[sqlite3.Row]:
    if not file.is_file():
        raise InputError(f"{file}: there is no such file")
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as store:
            store.row_factory = sqlite3.Row
            return store.execute(_ROWS).fetchall()
    except sqlite3.Error as error:
        raise InputError(f"{file}: is no feedback of the app ({error})") from error


def _row_to_record(row: sqlite3.Row, file: Path) -> dict[str, Any]:
    try:
        answer, history = json.loads(row["answer"]), json.loads(row["history"])
        is_helpful = bool(row["helpful"])
        return {
            "id": f"feedback-{row['id']}",
            "kind": _kind(answer) if is_helpful else OPEN,
            "question": answer["question"],
            "history": history,
            "expect": _expectation(answer) if is_helpful else {"status": OPEN},
            "note": _note(row, answer, is_helpful),
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{file}: feedback {row['id']}: not an answer of the app ({error!r})") from error


def _kind(answer: Mapping[str, Any]) -> str:
    """The kind that the answer looks like."""
    if answer["status"] != "answered":
        return "unanswerable"
    if answer.get("derivation"):
        return _KIND_OF_OPERATION.get(answer["derivation"]["operation"], "calculation")
    return "figure" if answer["figures"] else "passage"


def _expectation(answer: Mapping[str, Any]) -> dict[str, Any]:
    """What the answer says, as what is expected: the numbers that its headline shows, and the reports cited for them."""
    if answer["status"] != "answered":
        return {"status": answer["status"]}
    shown = [figure["printed"] for figure in answer["figures"] if figure["printed"] in answer["headline"]]
    worked_out = (answer.get("derivation") or {}).get("result")
    values = list(dict.fromkeys([*shown, *([worked_out] if worked_out else [])]))
    return {
        "status": "answered",
        "contains": [[value] for value in values],
        "sources": [list(dict.fromkeys(citation["report"] for citation in answer["citations"]))],
        "locators": list(dict.fromkeys(citation["locator"] for citation in answer["citations"])),
    }


def _note(row: sqlite3.Row, answer: Mapping[str, Any], is_helpful: bool) -> str:
    found = "proposed from an answer that a reader found helpful: check it" if is_helpful else "a reader found no help"
    parts: Iterable[str] = (
        f"{row['at'][:10]}, {found}",
        f"comment: {row['comment']}" if row["comment"] else "",
        f"answered ({answer['status']}): {answer['headline']}",
    )
    return "; ".join(part for part in parts if part)
