"""Bytes of a text file to text: UTF-8 with or without mark, else Windows-1252."""

from pathlib import Path

from ingest.errors import UnreadableReport

ENCODINGS = ("utf-8-sig", "cp1252")


def decode_file(path: Path) -> str:
    """Return the text of a file, line ends as ``\\n``.

    Raises:
        UnreadableReport: NUL bytes, or neither encoding fits.
    """
    data = path.read_bytes()
    if b"\x00" in data:
        raise UnreadableReport(f"{path.name!r} has NUL bytes (UTF-16 or not text): save it as UTF-8 text")
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableReport(f"{path.name!r} is neither UTF-8 nor Windows-1252 text: save it as UTF-8")
