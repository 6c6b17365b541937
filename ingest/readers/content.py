"""Whether a file is what its name says: empty and mislabelled files are refused by name."""

import re
import zipfile
from pathlib import Path

from ingest.errors import UnreadableReport

HTML_START = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
HTML_TAG = re.compile(rb"<(!doctype|html|head|body|main|article|section|div|p|h[1-6]|table|ul|ol)\b", re.I)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (Word, Excel or the like)"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "a rich text file"),
)
TEXT_SUFFIXES = (".txt", ".md", ".csv")


def check_content(path: Path) -> None:
    """Refuse a file that is missing, empty, or not of the format that its name says.

    Raises:
        UnreadableReport: names the file, what it is instead, and what to do.
    """
    data = _read_start(path)
    suffix = path.suffix.lower()
    found = _sniff(data)
    if suffix == ".pdf":
        _check_pdf(path, data, found)
    elif suffix == ".docx":
        _check_word(path, found)
    elif suffix in TEXT_SUFFIXES and found:
        _refuse_mislabelled(path, found)
    elif suffix in (".html", ".htm") and found != "an HTML page" and (found or not HTML_TAG.search(data)):
        _refuse_mislabelled(path, found or "plain text")


def _read_start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(65536)
    except OSError as error:
        raise UnreadableReport(f"{path.name!r} cannot be opened ({error.strerror}): check its place") from error
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise UnreadableReport(f"{path.name!r} is empty: put the report there again")
    return data


def _sniff(data: bytes) -> str:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, name in SIGNATURES:
        if start.startswith(signature):
            return name
    return "an HTML page" if HTML_START.match(start) else ""


def _check_pdf(path: Path, data: bytes, found: str) -> None:
    if b"%PDF-" not in data[:1024]:
        _refuse_mislabelled(path, found or "some other format")
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 2048))
        if b"%%EOF" not in file.read():
            raise UnreadableReport(f"{path.name!r} is cut off before its end: get the whole file again")


def _check_word(path: Path, found: str) -> None:
    if found.startswith("an old"):
        raise UnreadableReport(f"{path.name!r} is encrypted or an old Word file: save it as .docx without a password")
    if not found.startswith("a zip"):
        _refuse_mislabelled(path, found or "some other format")
    if not zipfile.is_zipfile(path):
        raise UnreadableReport(f"{path.name!r} is a damaged or cut off .docx: get the whole file again")
    with zipfile.ZipFile(path) as archive:
        if "word/document.xml" not in archive.namelist():
            _refuse_mislabelled(path, "a zip archive without a Word document")


def _refuse_mislabelled(path: Path, found: str) -> None:
    raise UnreadableReport(
        f"{path.name!r} is not a {path.suffix.lower()} file but {found}: give it the right name or replace it"
    )
