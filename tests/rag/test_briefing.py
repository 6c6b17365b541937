"""Briefings: every format, which numbers are claims, the counts, and the downloads."""

import csv
import io
import json
from pathlib import Path

import docx
import pytest

from ingest.errors import UnreadableReport
from ingest.numerals import find_numbers
from rag.briefing import check_briefing
from rag.briefing_claims import without_no_claims
from rag.briefing_export import briefing_to_csv, briefing_to_json, summary_words
from rag.briefing_records import BriefingResult
from rag.briefing_text import LARGEST, read_briefing
from rag.briefing_word import briefing_to_word
from rag.pipeline import Answerer

FIXTURE = Path(__file__).parent / "fixtures" / "briefing.md"
SENTENCE = "Drug-related deaths in Coventry rose to 34 in 2024."


@pytest.fixture(scope="module")
def result(answerer: Answerer) -> BriefingResult:
    return check_briefing(FIXTURE.name, FIXTURE.read_bytes(), answerer)


def test_each_figure_has_a_verdict_and_other_numbers_are_left_alone(result: BriefingResult) -> None:
    figures = [(figure.printed, figure.verdict) for sentence in result.sentences for figure in sentence.figures]
    assert figures == [("8,490", "supported"), ("34", "contradicted")]
    assert result.counts == {"contradicted": 1, "conflicting": 0, "not_found": 0, "supported": 1}
    assert summary_words(result) == "2 figures checked: 1 contradicted, 1 supported."


def test_bounds_are_those_of_the_text(result: BriefingResult) -> None:
    for sentence in result.sentences:
        assert result.paragraphs[sentence.paragraph][sentence.start : sentence.end] == sentence.text
        for figure in sentence.figures:
            assert sentence.text[figure.start : figure.end] == figure.printed


def test_downloads(result: BriefingResult) -> None:
    rows = list(csv.DictReader(io.StringIO(briefing_to_csv(result))))
    assert [(row["figure"], row["verdict"]) for row in rows] == [("8,490", "supported"), ("34", "contradicted")]
    assert json.loads(briefing_to_json(result))["counts"]["contradicted"] == 1
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(briefing_to_word(result))).paragraphs)
    assert "rose to 34 [✗ contradicted]2" in text
    assert "[2] 34: ✗ contradicted. The report gives 43, not 34" in text


def test_a_cell_can_not_be_a_formula(answerer: Answerer) -> None:
    text = "=1+1 Drug-related deaths in Coventry rose to 34 in 2024."
    rows = list(csv.DictReader(io.StringIO(briefing_to_csv(check_briefing("b.txt", text.encode(), answerer)))))
    assert rows and all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def _word() -> bytes:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf() -> bytes:
    stream = f"BT /F1 12 Tf 72 720 Td ({SENTENCE}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    body += b"xref\n0 6\n0000000000 65535 f \n" + table
    return body + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


@pytest.mark.parametrize(
    ("name", "content"),
    [("b.txt", SENTENCE.encode()), ("b.md", SENTENCE.encode()), ("b.docx", _word()), ("b.pdf", _pdf())],
)
def test_every_format_is_read(name: str, content: bytes) -> None:
    briefing = read_briefing(name, content)
    assert (briefing.paragraphs, briefing.tables) == ((SENTENCE,), ())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("b.xlsx", b"x", "not a briefing"),
        ("b.txt", b"", "empty"),
        ("b.docx", b"plain", "b.docx"),
        ("b.txt", b"a" * (LARGEST + 1), "10 MB"),
    ],
)
def test_what_can_not_be_read_is_refused_by_name(name: str, content: bytes, said: str) -> None:
    with pytest.raises(UnreadableReport, match=said):
        read_briefing(name, content)


@pytest.mark.parametrize(
    "text",
    [
        "Call 0121 303 1234.",
        "Write to B4 6GA.",
        "See page 14 and Table 3.",
        "The meeting is at 10.30 am in room 12.",
        "On 12 March 2026 we met.",
        "2. Next steps",
    ],
)
def test_numbers_that_are_no_claims_are_not_read(text: str) -> None:
    blanked = without_no_claims(text)
    assert len(blanked) == len(text)
    assert find_numbers(blanked) == []


def test_figures_are_kept() -> None:
    text = "It rose 15.30% to 8,490 in 2023/24, or 18.3 per 1,000; 21.12 kilograms were seized."
    assert without_no_claims(text) == text


TABLES = """# Deaths and treatment

Table 1: Registered drug-related deaths by area

| Area | 2023 | 2024 | % change |
|---|---|---|---|
| Dudley | 20 | 25 | +25% |
| Coventry | 37 | 34 | |

People in treatment in 2023/24:

| Area | People in treatment | Our budget (£) |
|---|---|---|
| Dudley | 1,777 | 60,000 |
"""


@pytest.fixture(scope="module")
def with_tables(answerer: Answerer) -> BriefingResult:
    return check_briefing("board.md", TABLES.encode(), answerer)


def test_each_cell_of_a_table_is_checked_in_its_row_and_column(with_tables: BriefingResult) -> None:
    first, second = with_tables.tables
    actual = {(table.rows[cell.row][0], table.header[cell.column]): cell.figure.verdict
              for table in (first, second) for cell in table.cells}  # fmt: skip
    assert actual == {
        ("Dudley", "2023"): "supported",
        ("Dudley", "2024"): "supported",
        ("Dudley", "% change"): "supported",
        ("Coventry", "2023"): "supported",
        ("Coventry", "2024"): "contradicted",
        ("Dudley", "People in treatment"): "supported",
        ("Dudley", "Our budget (£)"): "not_found",
    }
    assert sum(with_tables.counts.values()) == 7


def test_the_title_stays_at_the_head_of_the_text(with_tables: BriefingResult) -> None:
    assert with_tables.paragraphs[0] == "Deaths and treatment"


def test_a_cell_is_told_as_the_sentence_that_it_was_read_as(with_tables: BriefingResult) -> None:
    told = [cell.verdict.claim for cell in with_tables.tables[0].cells]
    assert told[1] == "Registered drug-related deaths in Dudley in 2024: 25."
    assert told[2] == "Registered drug-related deaths in Dudley rose by 25% between 2023 and 2024."


def test_tables_are_in_every_download_at_their_place(with_tables: BriefingResult) -> None:
    document = docx.Document(io.BytesIO(briefing_to_word(with_tables)))
    assert document.tables[0].cell(2, 2).text == "34 [✗ contradicted]5"
    kinds = [element.tag.rsplit("}", 1)[1] for element in document.element.body]
    assert kinds.index("tbl") < len(kinds) - 1 - kinds[::-1].index("tbl")
    rows = list(csv.DictReader(io.StringIO(briefing_to_csv(with_tables))))
    assert [row["sentence"] for row in rows].count("table 1") == 5
    cells = json.loads(briefing_to_json(with_tables))["tables"][0]["cells"]
    assert [(cell["row"], cell["column"]) for cell in cells] == [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2)]


def test_a_table_of_more_cells_than_there_is_time_for_says_so(
    answerer: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.briefing_tables._MOST_CELLS", 2)
    result = check_briefing("board.md", TABLES.encode(), answerer)
    assert sum(len(table.cells) for table in result.tables) == 2
    assert "5 figures in tables were not checked" in summary_words(result)
