"""Sets of questions and claims: JSON Lines, one record a line."""

import glob
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from evals.errors import InputError
from evals.records import Claim, Item, Question


def load_sets(names: Sequence[str]) -> tuple[Item, ...]:
    """The records of all sets, in the order given; ids are unique over all of them.

    Args:
        names: files or globs.

    Raises:
        InputError: a file cannot be read, or a line of it is not a record; names the file and the line.
    """
    items: list[Item] = []
    first_seen: dict[str, str] = {}
    for path in find_sets(names):
        for place, item in _read_set(path):
            if item.id in first_seen:
                raise InputError(f"{place}: id {item.id!r} stands in {first_seen[item.id]} too; give it its own")
            first_seen[item.id] = place
            items.append(item)
    if not items:
        raise InputError(f"{', '.join(names)}: no questions or claims in it")
    return tuple(items)


def find_sets(names: Sequence[str]) -> tuple[Path, ...]:
    """The files that names and globs stand for, each once, in the order given."""
    paths: dict[Path, None] = {}
    for name in names:
        found = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else [name]
        if not found:
            raise InputError(f"{name}: no file matches")
        paths.update(dict.fromkeys(map(Path, found)))
    return tuple(paths)


def item_to_line(item: Item) -> str:
    """The record as one line of JSON."""
    return item.model_dump_json(exclude_defaults=True)


def read_json_lines(path: Path) -> Iterable[tuple[str, dict[str, Any]]]:
    """Each line of a JSON Lines file that is not blank, with its place as ``file:line``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"{path}:{number}", _line_to_object(line, f"{path}:{number}")


def _line_to_object(line: str, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: broken JSON ({error.msg} at column {error.colno})") from error
    if not isinstance(record, dict):
        raise InputError(f"{place}: not a JSON object")
    return record


def _read_set(path: Path) -> Iterable[tuple[str, Item]]:
    for place, record in read_json_lines(path):
        kind = Claim if "claim" in record else Question
        try:
            yield place, kind.model_validate(record)
        except ValidationError as error:
            raise InputError(f"{place}: {_first_fault(error)}") from error


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    field = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "missing":
        return f"missing field {field!r}"
    if fault["type"] == "literal_error":
        return f"unknown {field} {fault['input']!r}; known are {fault['ctx']['expected']}"
    return f"field {field!r}: {fault['msg']}"
