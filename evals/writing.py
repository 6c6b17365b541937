"""Files that are written whole or not at all."""

from pathlib import Path

from evals.errors import InputError


def write_whole(path: Path, text: str) -> None:
    """Puts a file in place in one step.

    Raises:
        InputError: it cannot be written there.
    """
    new = path.with_name(path.name + ".new")
    try:
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from error
