"""Markdown reports: front matter, numbered paragraphs, pipe tables and their captions."""

from ingest.readers import read_report
from ingest.records import Paragraph

FRONT = """---
id: small
title: "A: small report"
publisher: Office
published: 2017-09-05
address: https://example.org
text: restated
---

# A: small report

"""


def test_front_matter_and_sections(write, headings) -> None:
    report = read_report(
        write("small.md", FRONT + "## One\n\n### Inner\n\nWords *here* and [there](http://x).\n\n## Two\n")
    )
    assert (report.id, report.title, report.publisher, report.published) == (
        "small",
        "A: small report",
        "Office",
        "2017-09-05",
    )
    assert (report.address, report.text) == ("https://example.org", "restated")
    assert headings(report) == [(1, "One"), (2, "Inner"), (1, "Two")]
    assert report.blocks[2].text == "Words here and there."
    assert report.blocks[2].locator.section == ("One", "Inner")


def test_paragraph_numbers_are_locators_and_short_lists_are_not(write) -> None:
    body = "## A\n\n1. First one.\n\n2. Second one:\n\n- (a) lettered\n\n"
    body += "## B\n\n3. Third one.\n\n4. Fourth:\n\n- bullet\n"
    blocks = [b for b in read_report(write("small.md", FRONT + body)).blocks if isinstance(b, Paragraph)]
    assert [(b.locator.paragraph, b.marker, b.text) for b in blocks] == [
        ("1", "", "First one."),
        ("2", "", "Second one:"),
        ("2(a)", "(a)", "lettered"),
        ("3", "", "Third one."),
        ("4", "", "Fourth:"),
        ("4", "-", "bullet"),
    ]
    lists = "## A\n\n1. one\n2. two\n3. three\n\n## B\n\n1. one\n2. two\n3. three\n4. four\n"
    blocks = [b for b in read_report(write("small.md", FRONT + lists)).blocks if isinstance(b, Paragraph)]
    assert [b.marker for b in blocks] == ["1.", "2.", "3.", "1.", "2.", "3.", "4."]
    assert {b.locator.paragraph for b in blocks} == {None}


def pipe_table(name: str) -> str:
    return f"| Area | {name} |\n| --- | --- |\n| Dudley | 25 |\n\n"


def test_captions_below_are_not_taken_by_the_neighbour(write, tables) -> None:
    body = "".join(
        pipe_table(str(year)) + f"Figure {n}. In {year}\n\n" for n, year in ((8, 2021), (9, 2022), (10, 2023))
    )
    found = tables(read_report(write("small.md", FRONT + "## A\n\n" + body)))
    assert [(table.label, table.header[1]) for table in found] == [
        ("Figure 8", "2021"),
        ("Figure 9", "2022"),
        ("Figure 10", "2023"),
    ]


def test_captions_above_are_not_taken_by_the_neighbour(write, tables) -> None:
    body = "".join(
        f"Table {n} - In {year}\n\n" + pipe_table(str(year)) for n, year in ((8, 2021), (9, 2022), (10, 2023))
    )
    found = tables(read_report(write("small.md", FRONT + "## A\n\n" + body)))
    assert [(table.label, table.header[1]) for table in found] == [
        ("Table 8", "2021"),
        ("Table 9", "2022"),
        ("Table 10", "2023"),
    ]


def test_captions_of_tables_above_and_of_figures_below(write, tables, texts) -> None:
    body = "Table 1: deaths\n\n" + pipe_table("2021") + pipe_table("2022") + "Figure 1. rates\n\nFigure 2. a chart\n"
    report = read_report(write("small.md", FRONT + body))
    assert [table.label for table in tables(report)] == ["Table 1", "Figure 1"]
    assert texts(report) == ["|Figure 2. a chart"]


def test_sentence_that_names_a_figure_is_no_caption(write, tables) -> None:
    report = read_report(write("small.md", FRONT + "Figure 14 Dudley had more deaths.\n\n" + pipe_table("2021")))
    assert [table.label for table in tables(report)] == [""]


def test_ragged_and_broken_tables_are_problems(write, tables) -> None:
    ragged = "Table 5 - Deaths\n\n| Area | 2021 |\n| --- | --- |\n| Dudley | 25 | 26 |\n\n"
    broken = "| Area | 2021 |\n| --- |\n| Dudley | 25 |\n"
    report = read_report(write("small.md", FRONT + ragged + broken))
    assert tables(report) == []
    assert [problem.where.split(" ")[0] for problem in report.problems] == ["line", "Table"]
    assert "2, 3 cells" in report.problems[1].what


def test_table_without_header_is_a_problem(write, tables) -> None:
    report = read_report(write("small.md", FRONT + "Words.\n\n| Dudley | 25 |\n| --- | --- |\n| Walsall | 20 |\n"))
    assert tables(report) == [] and report.problems[0].what.endswith("it has no header row")
