"""Results files: one line of JSON a question or claim, written as it is answered."""

import json
from pathlib import Path
from typing import IO

from evals.errors import InputError
from evals.records import Result
from evals.sets import read_json_lines


def read_results(path: Path) -> dict[str, Result]:
    """Results by the id of their question or claim.

    Raises:
        InputError: a line is not a result, or an id stands twice; names the line.
    """
    results: dict[str, Result] = {}
    for place, result in read_json_lines(path):
        fault = _fault(result)
        if fault:
            raise InputError(f"{place}: {fault}")
        if result["id"] in results:
            raise InputError(f"{place}: id {result['id']!r} stands twice")
        results[result["id"]] = result
    return results


def resume_results(path: Path) -> dict[str, Result]:
    """The results to keep of a run that broke off; a cut last line and failed ones are taken out."""
    if not path.exists():
        return {}
    _cut_unfinished_line(path)
    results = read_results(path)
    kept = {item_id: result for item_id, result in results.items() if "error" not in result}
    if len(kept) < len(results):
        _replace_text(path, "".join(result_to_line(result) for result in kept.values()))
    return kept


def append_result(file: IO[str], result: Result) -> None:
    """Writes one line and hands it to the operating system at once."""
    file.write(result_to_line(result))
    file.flush()


def result_to_line(result: Result) -> str:
    """The result as one line of JSON, its end included."""
    return json.dumps(result, ensure_ascii=False) + "\n"


def _fault(result: Result) -> str:
    if not isinstance(result.get("id"), str):
        return "missing field 'id'"
    if "error" in result or ("headline" in result and ("status" in result or "verdict" in result)):
        return ""
    return "missing field 'headline'" if "headline" not in result else "missing field 'status' or 'verdict'"


def _cut_unfinished_line(path: Path) -> None:
    """A line is finished when its line end is written."""
    written = path.read_bytes()
    whole = written[: written.rfind(b"\n") + 1]
    if len(whole) < len(written):
        with path.open("r+b") as file:
            file.truncate(len(whole))


def _replace_text(path: Path, text: str) -> None:
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
