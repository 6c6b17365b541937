"""One small PDF per defect."""

from ingest.readers import read_report
from ingest.records import Paragraph

BODY = [
    "The partnership covers seven areas and its reports are published every year in",
    "the autumn, with figures for the year that ended in March, as agreed by all.",
]


def test_words_broken_at_line_ends_are_mended_by_the_documents_own_words(make_pdf, sheet, texts) -> None:
    page = sheet().paragraph(
        ["Adults in treatment rose, and drug-related harm fell again, and so treat-", "ment rose."], 80
    )
    page.paragraph(["A multi-agency board met and all of the members of it agreed to a multi-", "agency plan for"], 140)
    page.paragraph(
        ["The number of deaths in the whole of the area was lower, and all drug-", "related harm fell."], 200
    )
    assert texts(read_report(make_pdf(page))) == [
        "|Adults in treatment rose, and drug-related harm fell again, and so treatment rose.",
        "|A multi-agency board met and all of the members of it agreed to a multi-agency plan for",
        "|The number of deaths in the whole of the area was lower, and all drug-related harm fell.",
    ]


def test_raised_note_marks_are_no_digits(make_pdf, sheet, texts) -> None:
    page = sheet().paragraph(BODY, 80).write("Deaths have risen since 2014.", 60, 140)
    page.write("28", 204, 138, 7).write("The mean age was 16.2 years.", 216, 140)
    assert texts(read_report(make_pdf(page)))[-1] == "|Deaths have risen since 2014. The mean age was 16.2 years."


def test_footnotes_at_the_page_foot_are_dropped(make_pdf, sheet, texts) -> None:
    page = sheet().paragraph(BODY * 3, 80).write("1", 60, 698, 5).write("Home Office, 2017, page 12.", 66, 700, 8)
    page.write("2 Public Health England, 45 areas.", 60, 712, 8)
    assert "45 areas" not in " ".join(texts(read_report(make_pdf(page))))


def test_small_print_without_mark_is_kept(make_pdf, sheet, texts) -> None:
    page = sheet().paragraph(BODY * 3, 80).write("Facts found in the report of the Board.", 60, 700, 8)
    assert texts(read_report(make_pdf(page)))[-1] == "|Facts found in the report of the Board."


def test_running_lines_and_page_numbers_are_dropped(make_pdf, sheet, texts) -> None:
    sheets = [
        sheet()
        .write("Small Report 2025", 60, 30, 9)
        .paragraph([*BODY, f"Part {word}."], 90)
        .write(f"Page {n} of 3", 280, 800, 9)
        for n, word in enumerate(("one", "two", "three"), start=1)
    ]
    report = read_report(make_pdf(*sheets))
    assert len(texts(report)) == 3 and report.pages == 3
    assert not any("Small Report 2025" in text or "Page" in text for text in texts(report))
    assert [b.locator.page for b in report.blocks] == [1, 2, 3]


def test_sentence_over_a_page_end_is_one_paragraph(make_pdf, sheet, texts) -> None:
    first = sheet().paragraph(
        [*BODY, "These figures include individuals in treatment for use of combined non-opiate"], 80
    )
    second = sheet().paragraph(["and alcohol use, and alcohol use alone."], 80)
    found = texts(read_report(make_pdf(first, second)))
    assert len(found) == 1 and found[0].endswith("combined non-opiate and alcohol use, and alcohol use alone.")


def test_table_over_a_page_end_is_whole(make_pdf, sheet, tables) -> None:
    header = ["LPA", "2023/24", "2024/25"]
    first = sheet().paragraph(BODY, 80).write("Table 4 - Offences by LPA", 60, 140, 9)
    first.table([header, ["Birmingham", "2,664", "3,417"]], 160)
    second = sheet().table([header, ["Sandwell", "605", "685"]], 70).paragraph(BODY, 160)
    table = tables(read_report(make_pdf(first, second)))[0]
    assert table.label == "Table 4" and table.header == tuple(header)
    assert table.rows == (("Birmingham", "2,664", "3,417"), ("Sandwell", "605", "685"))
    assert table.locator.page == 1


def test_table_over_a_page_end_without_repeated_header_is_whole(make_pdf, sheet, tables) -> None:
    first = sheet().table([["LPA", "2023/24"], ["Birmingham", "2,664"]], 700)
    second = sheet().table([["Sandwell", "605"], ["Walsall", "381"]], 70).paragraph(BODY, 160)
    found = tables(read_report(make_pdf(first, second)))
    assert [table.rows for table in found] == [(("Birmingham", "2,664"), ("Sandwell", "605"), ("Walsall", "381"))]


def test_another_table_on_the_next_page_is_not_joined(make_pdf, sheet, tables) -> None:
    first = sheet().table([["LPA", "2023/24"], ["Birmingham", "2,664"]], 700)
    second = sheet().table([["Age", "Share"], ["Under 16", "5%"]], 70).paragraph(BODY, 160)
    assert [table.header for table in tables(read_report(make_pdf(first, second)))] == [
        ("LPA", "2023/24"),
        ("Age", "Share"),
    ]


def test_empty_table_is_a_problem_by_name(make_pdf, sheet, tables) -> None:
    page = sheet().paragraph(BODY, 80).write("Table 3 - Deaths", 60, 140, 9).table([["", ""], ["", ""]], 160)
    report = read_report(make_pdf(page))
    assert tables(report) == []
    assert [(problem.where, problem.what) for problem in report.problems] == [
        ("page 1, Table 3", "the table cannot be read: all its cells are empty")
    ]


def test_caption_without_a_table_is_a_problem_by_name(make_pdf, sheet) -> None:
    page = sheet().paragraph(BODY, 80).write("Table 3 - Deaths by area", 60, 140, 9)
    assert [problem.where for problem in read_report(make_pdf(page)).problems] == ["page 1, Table 3"]


def test_lettering_of_a_drawn_chart_is_no_prose(make_pdf, sheet, texts) -> None:
    page = sheet().paragraph(BODY, 80)
    for index in range(8):
        page.bar(80 + 30 * index, 300 - 20 * index, 20, 20 * index + 20).write(
            str(2017 + index), 80 + 30 * index, 325, 7
        )
    page.rule(75, 150, 75, 335).rule(75, 335, 330, 335).write("Figure 2. Deaths by year", 60, 350, 9)
    found = texts(read_report(make_pdf(page)))
    assert found[-1] == "|Figure 2. Deaths by year"
    assert not any("2018" in text for text in found)


def test_bullets_and_numbers_are_markers_and_a_minus_is_not(make_pdf, sheet, texts) -> None:
    page = sheet().paragraph(BODY, 80)
    for index, line in enumerate(
        ["\u2022 308 county lines closed", "- 6 major disruptions", "1. Toxicology", "2. Sharing"]
    ):
        page.write(line, 80, 130 + 20 * index)
    page.write("-33 deaths were counted.", 60, 230)
    assert texts(read_report(make_pdf(page)))[1:] == [
        "-|308 county lines closed",
        "-|6 major disruptions",
        "1.|Toxicology",
        "2.|Sharing",
        "|-33 deaths were counted.",
    ]


def test_headings_give_sections_by_size(make_pdf, sheet, headings) -> None:
    page = sheet()
    for index, (text, size) in enumerate(
        [("1 Background", 16), ("Scope", 13), ("2 Data", 16), ("Deaths", 13), ("3 End", 16), ("Notes", 13)]
    ):
        page.write(text, 60, 60 + 100 * index, size, "bold").paragraph(BODY, 90 + 100 * index)
    report = read_report(make_pdf(page))
    assert headings(report) == [
        (1, "1 Background"),
        (2, "Scope"),
        (1, "2 Data"),
        (2, "Deaths"),
        (1, "3 End"),
        (2, "Notes"),
    ]
    last = [block for block in report.blocks if isinstance(block, Paragraph)][-1]
    assert last.locator.section == ("3 End", "Notes")


def test_page_without_text_is_a_problem_and_the_rest_is_read(make_pdf, sheet, texts) -> None:
    report = read_report(
        make_pdf(sheet().paragraph(BODY, 80), sheet().bar(100, 100, 300, 300), sheet().paragraph(BODY, 80))
    )
    assert [problem.where for problem in report.problems] == ["page 2"]
    assert report.pages == 3 and len(texts(report)) == 2


def test_metadata_and_date_line(make_pdf, sheet) -> None:
    page = sheet().paragraph(BODY, 80).write("Published March 2026", 60, 140)
    report = read_report(make_pdf(page))
    assert (report.id, report.title, report.published, report.text) == (
        "small-report",
        "A Small Report",
        "2026-03",
        "verbatim",
    )
    report = read_report(
        make_pdf(sheet().write("Drug Deaths", 60, 60, 24, "bold").paragraph(BODY, 120), title="untitled")
    )
    assert report.title == "Drug Deaths"


def test_prose_right_below_a_caption_is_not_part_of_it(make_pdf, sheet, tables, texts) -> None:
    page = sheet().paragraph(BODY, 80).table([["Area", "2024"], ["Dudley", "25"]], 130)
    page.paragraph(["Figure 8. Deaths by area", "The number of deaths in Dudley rose again."], 176)
    report = read_report(make_pdf(page))
    assert tables(report)[0].caption == "Figure 8. Deaths by area"
    assert texts(report)[-1] == "|The number of deaths in Dudley rose again."


def test_merged_cells_of_a_pdf_are_resolved(make_pdf, sheet, tables) -> None:
    page = sheet().paragraph(BODY, 80)
    for top in (130, 150, 170, 210):
        page.rule(60, top, 360, top)
    page.rule(160, 190, 360, 190)
    for x, top in ((60, 130), (160, 130), (260, 150), (360, 130)):
        page.rule(x, top, x, 210)
    for text, x, top in (("Area", 64, 134), ("2024", 164, 134), ("Men", 164, 154), ("Women", 264, 154)):
        page.write(text, x, top, 9)
    for text, x, top in (
        ("Dudley", 64, 184),
        ("15", 164, 174),
        ("10", 264, 174),
        ("16", 164, 194),
        ("11", 264, 194),
    ):
        page.write(text, x, top, 9)
    table = tables(read_report(make_pdf(page)))[0]
    assert table.header == ("Area", "2024 Men", "2024 Women")
    assert table.rows == (("Dudley", "15", "10"), ("Dudley", "16", "11"))
