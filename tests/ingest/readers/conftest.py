"""Makes the small files that the readers' tests read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ingest.records import Heading, Paragraph, Report, Table

FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold"}
PAGE_HEIGHT = 842


@dataclass
class Sheet:
    """One page of a PDF in the making; lengths in points from the upper left corner."""

    drawn: list[str] = field(default_factory=list)

    def write(self, text: str, x: float, top: float, size: float = 11, font: str = "plain") -> "Sheet":
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        name = "F1" if font == "plain" else "F2"
        self.drawn.append(f"BT /{name} {size} Tf {x} {PAGE_HEIGHT - top - size} Td ({escaped}) Tj ET")
        return self

    def paragraph(self, lines: list[str], top: float, x: float = 60, leading: float = 15) -> "Sheet":
        for index, line in enumerate(lines):
            self.write(line, x, top + index * leading)
        return self

    def rule(self, x0: float, top0: float, x1: float, top1: float) -> "Sheet":
        self.drawn.append(f"0.5 w {x0} {PAGE_HEIGHT - top0} m {x1} {PAGE_HEIGHT - top1} l S")
        return self

    def bar(self, x: float, top: float, width: float, height: float) -> "Sheet":
        self.drawn.append(f"0.5 g {x} {PAGE_HEIGHT - top - height} {width} {height} re f 0 g")
        return self

    def table(self, rows: list[list[str]], top: float, x: float = 60, width: float = 100) -> "Sheet":
        height = 20
        bottom, right = top + height * len(rows), x + width * len(rows[0])
        for index in range(len(rows) + 1):
            self.rule(x, top + index * height, right, top + index * height)
        for index in range(len(rows[0]) + 1):
            self.rule(x + index * width, top, x + index * width, bottom)
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                self.write(cell, x + j * width + 4, top + i * height + 4, 9)
        return self


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes sheets to a PDF file."""

    def make(*sheets: Sheet, name: str = "small-report.pdf", title: str = "A Small Report") -> Path:
        bodies = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
        bodies += [
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>" for font in FONTS.values()
        ]
        bodies.append(f"<< /Title ({title}) >>")
        kids = []
        for sheet in sheets:
            stream = "\n".join(sheet.drawn)
            bodies.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
            bodies.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {PAGE_HEIGHT}] /Contents {len(bodies)} 0 R"
                " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            )
            kids.append(f"{len(bodies)} 0 R")
        bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
        path = tmp_path / name
        path.write_bytes(_join_objects(bodies))
        return path

    return make


def _join_objects(bodies: list[str]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(bodies) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


@pytest.fixture
def sheet() -> type[Sheet]:
    """Return the class of an empty page."""
    return Sheet


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a text file by name."""

    def make(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


@pytest.fixture
def texts() -> Callable[[Report], list[str]]:
    """Return a function that lists a report's paragraphs as "marker|text"."""
    return lambda report: [f"{b.marker}|{b.text}" for b in report.blocks if isinstance(b, Paragraph)]


@pytest.fixture
def headings() -> Callable[[Report], list[tuple[int, str]]]:
    """Return a function that lists a report's headings with their levels."""
    return lambda report: [(b.level, b.text) for b in report.blocks if isinstance(b, Heading)]


@pytest.fixture
def tables() -> Callable[[Report], list[Table]]:
    """Return a function that lists a report's tables."""
    return lambda report: [b for b in report.blocks if isinstance(b, Table)]
