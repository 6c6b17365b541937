"""Every stated cell and prose figure of the five reports, from every form in which they are at hand.

Count them by hand with: python tests/ingest/readers/test_read_stated_figures.py
"""

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from ingest.readers import read_report
from ingest.records import Heading, Paragraph, Report, Table

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "tools" / "stated_figures.json"
FORMS = sorted(
    path
    for folder in (
        *(SHARED / "reports" / name for name in ("originals", "word", "extracts")),
        ROOT / "corpus",
    )
    for path in (folder.glob("*.*") if folder.is_dir() else ())
    if path.suffix in (".pdf", ".docx", ".html", ".txt", ".md")
)
NUMBER = r"(?<![\d.,£]){}(?![\d%]|[.,]\d)"
PRINTED_SIGNS = "£$"

needs_reports = pytest.mark.skipif(not GOLD.exists(), reason=f"{GOLD} is absent")


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def plain(cell: str) -> str:
    return " ".join(cell.split())


def fill_down(rows: list[list[str]]) -> list[list[str]]:
    """The gold leaves the merged first cell of Figure 7 empty in its lower rows."""
    filled: list[list[str]] = []
    for row in rows:
        filled.append([row[0] or (filled[-1][0] if filled else ""), *row[1:]])
    return filled


def compare_tables(report: Report, gold: list[dict]) -> tuple[int, int, list[str]]:
    """Return the cells that agree, all cells stated, and what differs."""
    actual = {block.label: block for block in report.blocks if isinstance(block, Table)}
    right, total, differences = 0, 0, []
    for table in gold:
        expected = [list(map(plain, row)) for row in [table["header"], *fill_down(table["rows"])]]
        found = actual.get(table["label"])
        rows = [list(map(plain, row)) for row in (found.header, *found.rows)] if found else []
        total += sum(len(row) for row in expected)
        if found and plain(found.caption) != plain(table["caption"]):
            differences.append(f"{table['label']} caption: {found.caption!r} != {table['caption']!r}")
        if len(rows) != len(expected) or [len(row) for row in rows] != [len(row) for row in expected]:
            differences.append(f"{table['label']}: shape differs, {len(rows)} rows for {len(expected)}")
            continue
        for expected_row, row in zip(expected, rows, strict=True):
            right += sum(a == b for a, b in zip(expected_row, row, strict=True))
            differences += [
                f"{table['label']}: {b!r} for {a!r}" for a, b in zip(expected_row, row, strict=True) if a != b
            ]
    return right, total, differences


def compare_prose(report: Report, printed: list[str]) -> list[str]:
    """Return the stated prose figures that do not stand in any paragraph as often as they are stated."""
    texts = [block.text for block in report.blocks if isinstance(block, Paragraph)]
    missing = []
    for figure, count in Counter(printed).items():
        pattern = NUMBER.format(re.escape(figure)) if figure[0] in "£0123456789" else rf"\b{re.escape(figure)}\b"
        found = sum(len(re.findall(pattern, text, re.I)) for text in texts)
        if found < count:
            missing += [figure] * (count - found)
    return missing


def has_gold(path: Path) -> bool:
    return GOLD.exists() and path.stem in json.loads(GOLD.read_text(encoding="utf-8"))


@needs_reports
@pytest.mark.parametrize("path", [path for path in FORMS if has_gold(path)], ids=name_of)
def test_all_stated_cells_and_prose_figures_are_read(path: Path) -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))[path.stem]
    report = read_report(path)
    right, total, differences = compare_tables(report, gold.get("tables", []))
    assert not differences
    assert right == total
    if report.text == "verbatim":
        assert compare_prose(report, [figure["printed"] for figure in gold["prose"]]) == []
    else:
        assert compare_prose(report, sorted({figure["printed"] for figure in gold["prose"]} - WORDED)) == []


WORDED = {"Most", "most", "Half", "Thousands", "tripled", "majority", "half", "double", "twice", "thousands"}


@needs_reports
@pytest.mark.parametrize("path", [path for path in FORMS if path.suffix in (".pdf", ".docx")], ids=name_of)
def test_originals_have_no_problems(path: Path) -> None:
    assert read_report(path).problems == ()


@needs_reports
def test_progress_reports_are_read_in_time() -> None:
    start = time.process_time()
    for year in (2024, 2025):
        read_report(SHARED / "reports" / "originals" / f"progress-report-{year}.pdf")
    assert time.process_time() - start < 12


@needs_reports
def test_numbered_paragraphs_of_2017_are_found() -> None:
    for path in (path for path in FORMS if path.stem == "substance-misuse-2017"):
        blocks = read_report(path).blocks
        numbers = [b.locator.paragraph for b in blocks if isinstance(b, Paragraph) and not b.marker]
        own = [number for number in numbers if number]
        assert own == [str(number) for number in range(1, 76)], name_of(path)


@needs_reports
@pytest.mark.parametrize("path", [p for p in FORMS if p.stem == "substance-misuse-2017"], ids=name_of)
def test_lettered_items_of_2017_name_their_paragraph(path: Path) -> None:
    lettered = [b.locator.paragraph for b in read_report(path).blocks if isinstance(b, Paragraph) and b.marker == "(d)"]
    assert lettered == ["62(d)", "63(d)"]


@needs_reports
@pytest.mark.parametrize("path", [p for p in FORMS if p.stem == "substance-misuse-2017"], ids=name_of)
def test_no_footnote_mark_is_left_in_2017(path: Path) -> None:
    text = "\n".join(b.text for b in read_report(path).blocks if isinstance(b, Paragraph))
    assert re.findall(r"\S*[a-z’”)%][.,;:]?[”’]?\d{1,2}\*?(?=\s|$)", text) == []
    assert re.findall(r"2014\.28|16\.39|2009/2010\.7|17\.13", text) == []
    assert "16.2 years" in text and "£2.50" in text


def sentences_of(report: Report) -> set[str]:
    text = "\n".join(b.text for b in report.blocks if isinstance(b, Paragraph | Heading))
    return {plain(s) for s in re.split(r"(?<=[.!?])\s+|\n", text) if len(s) > 25}


WEB = ("annual-report-news-2025", "drug-policy-recommendations")
TEASERS = {"Watch more of our videos on ShotsTV.com and on Freeview 262 or Freely 565"}


@needs_reports
@pytest.mark.parametrize("stem", WEB)
def test_web_page_is_its_extract_sentence_by_sentence(stem: str) -> None:
    page = read_report(SHARED / "reports" / "originals" / f"{stem}.html")
    extract = read_report(SHARED / "reports" / "extracts" / f"{stem}.txt")
    assert sentences_of(page) == sentences_of(extract) - TEASERS


@needs_reports
@pytest.mark.parametrize("stem", ("progress-report-2024", "progress-report-2025", "substance-misuse-2017"))
def test_pdf_is_its_extract_sentence_by_sentence(stem: str) -> None:
    pdf = read_report(SHARED / "reports" / "originals" / f"{stem}.pdf")
    extract = read_report(SHARED / "reports" / "extracts" / f"{stem}.txt")
    differing = sentences_of(pdf) ^ sentences_of(extract)
    assert [s for s in sorted(differing) if not KNOWN_DIFFERENCE.search(s)] == []


KNOWN_DIFFERENCE = re.compile("^West Midlands PCC West|^Protecting the public|^Tackling organised|^DRUGS IN THE")


if __name__ == "__main__":
    golds = json.loads(GOLD.read_text(encoding="utf-8"))
    for form in (path for path in FORMS if has_gold(path)):
        one = golds[form.stem]
        read = read_report(form)
        cells, all_cells, unlike = compare_tables(read, one.get("tables", []))
        lost = compare_prose(read, [figure["printed"] for figure in one["prose"]])
        counted = f"cells {cells} of {all_cells}, prose {len(one['prose']) - len(lost)} of {len(one['prose'])}"
        sys.stdout.write(f"{name_of(form)}: {counted} {unlike or ''} {lost or ''} {read.problems or ''}\n")
