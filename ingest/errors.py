"""Errors of the ingest.

IngestError
├── UnreadableReport    a file that cannot be read; the rest of the corpus is still ingested
├── WrongUse            a folder, option or setting that cannot be used (exit code 2)
└── BrokenIndex         no index, or one that another version wrote
"""


class IngestError(Exception):
    """Base of all errors of the ingest; its text is one line that says what to do."""


class UnreadableReport(IngestError):
    """A report file that cannot be read: names the file, why, and what to do."""


class WrongUse(IngestError):
    """A folder, option or setting that cannot be used."""


class BrokenIndex(IngestError):
    """There is no index at this place, or another version wrote it."""
