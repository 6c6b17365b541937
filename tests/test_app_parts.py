"""The parts of the app that need no browser: marking, charts, words, files to take away, added files."""

import csv
import io
import json
import sqlite3
import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest

from app_pages.acronyms import acronyms_of, explain_acronyms
from app_pages.briefing_markup import briefing_to_html, notes_of, notes_to_html
from app_pages.cells import MarkedTable, caption_of, find_cell
from app_pages.chart import describe, find_comparison, show_chart
from app_pages.disagreements import describe_finding
from app_pages.feedback import keep_feedback
from app_pages.ingest_run import IngestRun
from app_pages.markup import table_to_html
from app_pages.passage_markup import passage_to_html
from app_pages.pdf_page import Sought, picture_of_page
from app_pages.quoted import words_to_mark
from app_pages.report_files import add_file, bring_back, take_out
from app_pages.settings import may_change_reports
from app_pages.share import (
    answer_to_text,
    answer_to_word,
    figure_rows,
    link_to,
    rows_to_csv,
    rows_to_excel,
)
from app_pages.words import as_plain_markdown, count_words, date_words, figure_words
from ingest.errors import IngestError, WrongUse
from ingest.lexicon import PROJECT_CORPUS, load_lexicon
from ingest.progress import Progress
from ingest.records import Figure, Finding, Locator, Table
from ingest.settings import load_settings
from rag.briefing_records import BriefingCell, BriefingFigure, BriefingResult, BriefingSentence, BriefingTable
from rag.records import Answer, Citation, Verdict

TABLE = Table(
    "Table 12",
    "Table 12 - Deaths <2024>",
    ("", "Area", "2023", "2024", "% Change"),
    tuple(("All", f"Place {number}", str(number), str(number + 1), "0%") for number in range(12)),
    Locator("r1", table="Table 12"),
)


ONE_PAGE = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R
  /Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length 57>> stream
BT /F 12 Tf 20 50 Td (Rose to 25. Dudley 20 25 +25.0%) Tj ET
endstream endobj
trailer <</Root 1 0 R>>
"""


def build_figure(area: str, period: str, value: str) -> Figure:
    place = Locator("r1", table="Table 12", row=area, column=period)
    return Figure(
        f"{area}{period}",
        Decimal(value),
        value,
        "",
        "level",
        "deaths",
        area,
        period,
        place,
        f"{area}: {value}",
    )


def build_answer(**given) -> Answer:
    figure = build_figure("Dudley", "2024", "25")
    citation = Citation(1, "r1", "Report One", figure.locator, "Table 12, row Dudley, column 2024", "Dudley | 25")
    return replace(Answer("Deaths in Dudley?", "answered", "25 deaths.", (), (figure,), None, (citation,)), **given)


def test_a_cell_is_found_by_its_row_and_column() -> None:
    assert find_cell(TABLE, Locator("r1", row="All Place 3", column="2024")) == (3, 3)
    assert find_cell(TABLE, Locator("r1", row="Nowhere", column="2024")) is None


def test_a_marked_cell_is_told_by_words_weight_and_border_class() -> None:
    html = table_to_html(MarkedTable(TABLE, ((3, 3),)))

    assert '<td class="marked number"><strong>4</strong> <span class="pointer">◀ this figure</span></td>' in html
    assert "9 of 12 rows are left out here." in html
    assert "Deaths &lt;2024&gt;" in html
    assert "Place 7" not in html


def test_columns_without_a_mark_are_left_out_on_a_narrow_screen_only() -> None:
    html = table_to_html(MarkedTable(TABLE, ((3, 3),)))

    assert '<th scope="col" class="far">2023</th>' in html
    assert '<th scope="col">Area</th>' in html


def test_years_that_name_the_rows_stay_on_a_narrow_screen() -> None:
    table = Table("t", "Deaths", ("Year", "A", "B", "C", "D"), (("2022", "1", "2", "3", "4"),), TABLE.locator)
    html = table_to_html(MarkedTable(table, ((0, 2),)))

    assert '<th scope="col">Year</th><th scope="col" class="far">A</th><th scope="col">B</th>' in html


def test_a_whole_table_is_not_cut() -> None:
    assert "Place 7" in table_to_html(MarkedTable(TABLE, ((3, 3),)), is_cut=False)


def test_a_bare_caption_is_completed_with_the_measure() -> None:
    assert caption_of(replace(TABLE, caption="Table 12."), "deaths") == "Table 12: deaths"
    assert caption_of(TABLE, "deaths") == TABLE.caption


def test_quoted_words_are_marked_across_line_breaks() -> None:
    html = passage_to_html("Before. It fell\nto 25 & rose. After.", ["It fell to 25 & rose."], "25")

    assert "<mark>It fell" in html
    assert '<strong class="figure">25</strong> &amp; rose.</mark>' in html


def test_several_quotes_of_one_passage_are_marked_and_a_list_is_a_list() -> None:
    html = passage_to_html("Aims:\n- One. Two.\n- Three.", ["Two.", "Three."])

    assert "<p>Aims:</p><ul><li>One. <mark>Two.</mark></li><li><mark>Three.</mark></li></ul>" in html


def test_of_a_long_quote_what_the_answer_tells_is_marked() -> None:
    citation = Citation(
        1, "r", "R", Locator("r"), "the report", "Aims:\n- One is first. It counts.\n- Two is second.", "p"
    )

    assert words_to_mark([citation], "Two is second.") == ["Two is second."]
    assert words_to_mark([citation], "Something else.") == [citation.quote]


def test_areas_make_bars_and_periods_a_line() -> None:
    by_area = find_comparison(
        [build_figure(area, "2024", value) for area, value in (("A", "1"), ("B", "3"), ("C", "2"))]
    )
    by_period = find_comparison([build_figure("A", period, "1") for period in ("2024", "2022", "2023")])

    assert by_area is not None and [figure.area for figure in by_area.points] == ["B", "C", "A"]
    assert by_period is not None and [figure.period for figure in by_period.points] == [
        "2022",
        "2023",
        "2024",
    ]
    assert describe(by_area) == "Bar chart: Deaths, 2024. B 3, C 2 and A 1."


@pytest.mark.parametrize("count", [0, 1])
def test_one_number_makes_no_chart(count: int) -> None:
    assert find_comparison([build_figure(area, "2024", "1") for area in "A"[:count]]) is None


def test_two_areas_make_bars_and_areas_over_periods_bars_side_by_side() -> None:
    two = find_comparison([build_figure("A", "2024", "1"), build_figure("B", "2024", "2")])
    values = {("A", "2024"): "1", ("B", "2024"): "3", ("A", "2023"): "5", ("B", "2023"): "2"}
    both = find_comparison([build_figure(*place, value) for place, value in values.items()])

    assert two is not None and describe(two) == "Bar chart: Deaths, 2024. B 2 and A 1."
    assert both is not None and describe(both) == (
        "Bar chart: Deaths, 2023 and 2024. B 2 (2023), B 3 (2024), A 5 (2023) and A 1 (2024)."
    )


def test_areas_that_lack_a_period_are_not_set_side_by_side() -> None:
    places = [("A", "2024"), ("B", "2024"), ("A", "2023")]

    assert find_comparison([build_figure(*place, "1") for place in places]) is None


def test_two_figures_that_make_one_number_are_not_drawn() -> None:
    figures = [build_figure("A", "2024", "1"), build_figure("B", "2024", "2")]
    with patch("app_pages.chart.st") as page:
        show_chart(figures, "share")
        assert not page.altair_chart.called
        show_chart(figures, "difference")
        assert page.altair_chart.called


def test_text_to_copy_has_headline_notes_and_sources() -> None:
    text = answer_to_text(build_answer(caveats=("The reports disagree.",), reading="deaths, Dudley"))

    assert text.startswith("25 deaths.")
    assert "Note: The reports disagree." in text
    assert "1. Report One, Table 12, row Dudley, column 2024: “Dudley | 25”" in text


def test_csv_excel_and_word_hold_figures_with_citations() -> None:
    import docx
    from openpyxl import load_workbook

    rows = figure_rows([replace(build_figure("Dudley", "2024", "25"), printed="=25")], [])
    from_csv = list(csv.DictReader(io.StringIO(rows_to_csv(rows).lstrip("\ufeff"))))
    sheet = load_workbook(io.BytesIO(rows_to_excel(rows))).active
    document = docx.Document(io.BytesIO(answer_to_word(build_answer())))

    assert from_csv == rows
    assert from_csv[0]["Where"] == "Table 12, row Dudley, column 2024"
    assert sheet["G2"].value == 25
    assert sheet["E2"].data_type == "s"
    assert "25 deaths." in [paragraph.text for paragraph in document.paragraphs]


def test_a_link_holds_all_questions() -> None:
    assert link_to("http://localhost:8501/?q=old", ["A & B?", "and C?"]) == (
        "http://localhost:8501/?q=A+%26+B%3F&q=and+C%3F"
    )


def test_feedback_is_kept_with_the_answer(tmp_path: Path) -> None:
    file = tmp_path / "new" / "feedback.sqlite3"
    keep_feedback(file, build_answer(), ["Earlier?"], False, " too long ")

    row = sqlite3.connect(file).execute("SELECT helpful, comment, history, answer FROM feedback").fetchone()
    assert row[:3] == (0, "too long", '["Earlier?"]')
    assert json.loads(row[3])["question"] == "Deaths in Dudley?"


def test_added_files_are_taken_out_and_brought_back(tmp_path: Path) -> None:
    file = add_file(tmp_path, "../My Report (1).PDF", b"x")
    assert file == "originals/my-report-1.pdf"
    with pytest.raises(WrongUse, match="already"):
        add_file(tmp_path, "My Report (1).pdf", b"y")

    take_out(tmp_path, file)
    assert not (tmp_path / file).exists()
    bring_back(tmp_path, file)
    assert (tmp_path / file).read_bytes() == b"x"


@pytest.mark.parametrize("file", ["progress-report-2025.md", "originals/../areas.yaml", "../outside.pdf"])
def test_only_added_files_can_be_taken_out(tmp_path: Path, file: str) -> None:
    with pytest.raises(WrongUse):
        take_out(tmp_path, file)


def test_a_file_of_another_kind_is_not_added(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="not read"):
        add_file(tmp_path, "figures.xlsx", b"x")


@pytest.mark.parametrize(
    ("allowed", "address", "expected"),
    [
        ("", "localhost", True),
        ("", "0.0.0.0", False),
        ("", None, False),
        ("true", None, True),
        ("0", "localhost", False),
    ],
)
def test_who_may_change_reports(
    monkeypatch: pytest.MonkeyPatch, allowed: str, address: str | None, expected: bool
) -> None:
    monkeypatch.setenv("ALLOW_UPLOADS", allowed)
    assert may_change_reports(address) is expected


def test_a_run_tells_its_step_and_its_error() -> None:
    begun, may_end = threading.Event(), threading.Event()

    def ingest(_settings, on_progress):
        on_progress(Progress("read", 1, 4, "progress-report-2025"))
        begun.set()
        may_end.wait(5)
        raise IngestError("the disk is full")

    run = IngestRun(load_settings(), ingest)
    assert begun.wait(5)
    assert run.in_words() == "Reading the reports: progress report 2025"
    assert 0 < run.fraction < 1
    may_end.set()
    while run.is_running:
        pass
    assert (run.summary, run.error) == (None, "the disk is full")


def test_the_words_on_a_page_of_a_pdf_are_boxed(tmp_path: Path) -> None:
    import pypdfium2

    original = tmp_path / "page.pdf"
    original.write_bytes(ONE_PAGE)
    plain = pypdfium2.PdfDocument(original)[0].render(scale=1.6).to_pil().convert("RGB")
    boxed = picture_of_page(original, 1, [Sought("25", "Dudley 20", "+25.0%")])
    same = picture_of_page(original, 1, [Sought("26", "Dudley 20")])

    assert boxed.image.tobytes() != plain.tobytes()
    assert boxed.detail.size <= plain.size
    assert same.detail is None and same.image.tobytes() == plain.tobytes()


def test_words_numbers_and_dates() -> None:
    assert date_words("2017-09-05") == "5 September 2017"
    assert date_words("2026-03") == "March 2026"
    assert date_words("spring") == "spring"
    assert [count_words(number, "table") for number in (0, 1, 1204)] == [
        "no tables",
        "1 table",
        "1,204 tables",
    ]
    assert as_plain_markdown("*a* $b$: [c]") == r"\*a\* \$b\$\: \[c\]"
    assert figure_words("22.7", "per 1,000") == "22.7 per 1,000"
    assert figure_words("8,490", "people") == "8,490"


def test_an_acronym_is_explained_once_and_only_in_the_text() -> None:
    html = '<p title="LDIS">The LDIS &amp; the LDIS; XLDIS</p>'
    actual = explain_acronyms(html, {"LDIS": 'a "system"'})
    assert actual == '<p title="LDIS">The <abbr title="a &quot;system&quot;">LDIS</abbr> &amp; the LDIS; XLDIS</p>'
    assert explain_acronyms(html, {}) == html


def test_acronyms_come_from_the_glossary_and_an_entry_of_its_own_goes_first() -> None:
    actual = acronyms_of(load_lexicon(PROJECT_CORPUS))
    assert actual["LDIS"] == "Local Drug Information System"
    assert actual["CDAP"] == "Combatting Drugs and Alcohol Partnership"
    assert all(name.isupper() and means for name, means in actual.items())


def build_checked_briefing() -> BriefingResult:
    wrong = BriefingFigure("34", 4, 6, "contradicted", "The report gives 43.")
    right = BriefingFigure("25", 0, 2, "supported", "The report gives 25.")
    sentence = BriefingSentence(1, 1, 3, 14, "Rose <34> up", Verdict("", "contradicted", ""), (wrong,))
    cell = BriefingCell(0, 1, right, Verdict("", "supported", ""))
    table = BriefingTable(1, "Deaths <all>", ("Area", "2024"), (("Dudley", "25"),), (cell,))
    paragraphs = ("Heading", "So Rose34 up & on")
    return BriefingResult("b.md", paragraphs, (sentence,), {"contradicted": 1, "supported": 1}, (table,))


def test_figures_of_a_briefing_are_numbered_in_reading_order_and_marked_with_words() -> None:
    result = build_checked_briefing()
    notes = notes_of(result)
    assert [(note.number, note.figure.printed) for note in notes] == [(1, "25"), (2, "34")]

    html = briefing_to_html(result, notes)
    assert html.index("<p>Heading</p>") < html.index("Deaths &lt;all&gt;") < html.index("&amp; on")
    assert (
        '<mark class="supported">25</mark> <span class="tag">[<span class="verdict-words supported">✓ supported</span>, 1]'
        in html
    )
    assert 'So Rose<mark class="contradicted">34</mark>' in html
    assert "✗ contradicted</span>, 2]" in html


def test_notes_keep_their_number_when_only_some_are_shown() -> None:
    notes = notes_of(build_checked_briefing())
    html = notes_to_html(notes[1:])
    assert '<li value="2">' in html
    assert "The report gives 43." in html


def test_a_finding_over_two_reports_names_the_report_of_each_place() -> None:
    names = {"report-a": "the October 2024 report", "report-b": "the March 2026 report"}
    across = Finding("value", "high", "report-a", "Figure 8, Solihull", "45", "report-b: Table 2", "52", "They differ.")
    within = replace(across, place_b="text of “Crimes”")

    assert "The October 2024 report: Figure 8, Solihull" in describe_finding(across, "A", names)
    assert "The March 2026 report: Table 2" in describe_finding(across, "A", names)
    assert '<th scope="row">Figure 8, Solihull</th>' in describe_finding(within, "A", names)
    assert '<th scope="row">Text of “Crimes”</th>' in describe_finding(within, "A", names)
