"""A briefing's file -> its paragraphs and tables, by the readers of reports; nothing of it is kept."""

import tempfile
from pathlib import Path

from ingest.errors import UnreadableReport
from ingest.readers import read_report
from ingest.records import Report, Table
from rag.briefing_records import BriefingText

FORMATS = (".txt", ".md", ".docx", ".pdf")
LARGEST = 10 * 1024 * 1024  # bytes
_IN_MEMORY = Path("/dev/shm")


def read_briefing(name: str, content: bytes) -> BriefingText:
    """The paragraphs and tables of a briefing.

    The readers need a file: it lies in memory where the system has such a place, and is gone when they are done.

    Raises:
        UnreadableReport: the file is too large, of another format, or damaged; one line that names it.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS:
        raise UnreadableReport(f"{name!r} is not a briefing that can be checked: use one of {', '.join(FORMATS)}")
    if len(content) > LARGEST:
        raise UnreadableReport(f"{name!r} is larger than {LARGEST // 1024 // 1024} MB: check it in parts")
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder:
        path = Path(folder) / f"{_plain_stem(name)}{suffix}"
        path.write_bytes(content)
        report = read_report(path)
    return _in_order(report)


def _plain_stem(name: str) -> str:
    """The file's name as the messages show it, without anything that leads out of the folder."""
    return Path(name.replace("\\", "/")).stem.strip(". ") or "briefing"


def _in_order(report: Report) -> BriefingText:
    paragraphs: list[str] = _own_title(report)
    tables: list[tuple[int, Table]] = []
    for block in report.blocks:
        if isinstance(block, Table):
            tables.append((len(paragraphs), block))
        elif block.text.strip():
            paragraphs.append(" ".join(block.text.split()))
    return BriefingText(tuple(paragraphs), tuple(tables), report)


def _own_title(report: Report) -> list[str]:
    """The title that the readers took from the head of the text; none where they made it from the file's name."""
    is_made_up = report.title.lower() == report.id.replace("-", " ").replace("_", " ").lower()
    first = next((block.text for block in report.blocks if not isinstance(block, Table)), "")
    return [] if is_made_up or " ".join(first.split()) == report.title else [report.title]
