"""Each kind of bad input is refused in one line that names the file and says what to do."""

import logging
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from ingest.errors import UnreadableReport
from ingest.readers import read_report

HTML = b"<!DOCTYPE html><html><body><p>Not a report of that kind.</p></body></html>"


def refuse(path: Path) -> str:
    with pytest.raises(UnreadableReport) as caught:
        read_report(path)
    message = str(caught.value)
    assert repr(path.name) in message and "\n" not in message and ": " in message
    return message


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.pdf", HTML, "an HTML page"),
        ("a.pdf", b"just words", "not a .pdf"),
        ("a.docx", b"just words", "not a .docx"),
        ("a.docx", HTML, "an HTML page"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"x" * 600, "password"),
        ("a.docx", b"PK\x03\x04 cut off", "cut off"),
        ("a.html", b"%PDF-1.4 something", "a PDF"),
        ("a.html", b"just words, no tags", "plain text"),
        ("a.txt", b"%PDF-1.4 something", "a PDF"),
        ("a.md", b"PK\x03\x04 words", "a zip archive"),
        ("a.csv", HTML, "an HTML page"),
        ("a.txt", "Words in UTF-16".encode("utf-16-le"), "NUL bytes"),
        ("a.txt", b"a byte that is in no encoding: \x81\x8d", "UTF-8"),
        ("a.xyz", b"words", "not a kept format"),
        ("a.csv", b"1,2,3\n4,5,6\n", "no header row"),
        ("a.csv", b"area,,\nDudley,5,6\n", "no header row"),
        ("a.csv", b'area,deaths\n"Dudley,5\n', "not a proper CSV"),
        ("a.md", b"---\ntitle: [unclosed\n---\n\n# A\n\nText.\n", "broken front matter"),
        ("a.md", b"---\ntitle: A report\n\n# A\n\nText.\n", "broken front matter"),
        ("a.md", b"---\nid: b\n---\n\n# A\n\nText.\n", "has the id 'b'"),
        ("a.md", b"---\nid: a\ntext: translated\n---\n\nText.\n", "restated or verbatim"),
        ("a.html", b"<html><body><nav>Menu</nav></body></html>", "no text"),
    ],
)
def test_file_that_is_not_what_it_should_be(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert expected in refuse(path)


@pytest.mark.parametrize("suffix", (".pdf", ".docx", ".html", ".md", ".txt", ".csv"))
@pytest.mark.parametrize("content", (b"", b"\xef\xbb\xbf \n\n"))
def test_empty_file(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"nothing{suffix}"
    path.write_bytes(content)
    assert "is empty" in refuse(path)


def test_missing_file(tmp_path: Path) -> None:
    assert "cannot be opened" in refuse(tmp_path / "gone.pdf")


def test_encrypted_pdf(make_pdf, sheet, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(make_pdf(sheet().write("Secret figures.", 60, 80))))
    writer.encrypt("a password", algorithm="AES-256")
    path = tmp_path / "locked.pdf"
    writer.write(path)
    assert "is encrypted" in refuse(path)


def test_scanned_pdf(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    Image.new("RGB", (600, 800), "white").save(path)
    assert "no text on any page" in refuse(path)


def test_cut_off_pdf(make_pdf, sheet, tmp_path: Path) -> None:
    whole = make_pdf(sheet().write("Figures.", 60, 80)).read_bytes()
    path = tmp_path / "half.pdf"
    path.write_bytes(whole[: len(whole) // 2])
    assert "cut off" in refuse(path)


def test_damaged_pdf_says_so_without_noise(tmp_path: Path, caplog, capfd) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(b"%PDF-1.4\n1 0 obj << /Broken >> endobj\nstartxref\n99999\n%%EOF\n")
    with caplog.at_level(logging.DEBUG):
        assert "damaged" in refuse(path)
    assert capfd.readouterr() == ("", "")
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_zip_that_is_no_word_document(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert "without a Word document" in refuse(path)


def test_word_document_with_broken_xml(tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<not closed")
        archive.writestr("[Content_Types].xml", "<also not closed")
    assert "damaged" in refuse(path)


def test_windows_encoding_is_read(tmp_path: Path, texts) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The cost was £1.4bn – a lot.".encode("cp1252"))
    assert texts(read_report(path)) == ["|The cost was £1.4bn – a lot."]
