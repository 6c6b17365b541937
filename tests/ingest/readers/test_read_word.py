"""Word documents made in the test: styles, numbering, merged cells, note marks."""

from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from ingest.readers import read_report


@pytest.fixture
def document():
    return docx.Document()


def read(document, tmp_path: Path):
    document.save(str(tmp_path / "small-report.docx"))
    return read_report(tmp_path / "small-report.docx")


def add_table(document, rows: list[list[str]]):
    table = document.add_table(len(rows), len(rows[0]))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            table.cell(i, j).text = text
    return table


def test_styles_give_title_sections_and_markers(document, tmp_path, texts, headings) -> None:
    document.add_paragraph("Drug Deaths in 2024", style="Title")
    document.add_paragraph("Published 4 June 2025")
    document.add_heading("1 Background", 1)
    document.add_paragraph("County lines", style="List Bullet")
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Second", style="List Number")
    report = read(document, tmp_path)
    assert (report.title, report.published) == ("Drug Deaths in 2024", "2025-06-04")
    assert headings(report) == [(1, "1 Background")]
    assert texts(report) == ["|Published 4 June 2025", "-|County lines", "1.|First", "2.|Second"]
    assert report.blocks[-1].locator.section == ("1 Background",)


def test_merged_cells_are_filled_down_and_caption_below_is_found(document, tmp_path, tables) -> None:
    table = add_table(document, [["Year", "Substance", "Dudley"], ["2019/20", "Opiates", "530"], ["", "Crack", "139"]])
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("Figure 7. Prevalence")
    found = tables(read(document, tmp_path))[0]
    assert (found.label, found.caption) == ("Figure 7", "Figure 7. Prevalence")
    assert found.rows == (("2019/20", "Opiates", "530"), ("2019/20", "Crack", "139"))


def test_two_header_rows_are_merged_by_column(document, tmp_path, tables) -> None:
    rows = [
        ["Area", "2023", "", "2024", ""],
        ["", "Deaths", "Rate", "Deaths", "Rate"],
        ["Dudley", "20", "6.1", "25", "7.7"],
    ]
    table = add_table(document, rows)
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 3).merge(table.cell(0, 4))
    table.cell(0, 0).merge(table.cell(1, 0))
    found = tables(read(document, tmp_path))[0]
    assert found.header == ("Area", "2023 Deaths", "2023 Rate", "2024 Deaths", "2024 Rate")
    assert found.rows == (("Dudley", "20", "6.1", "25", "7.7"),)


def test_raised_note_mark_is_dropped_and_raised_letters_are_kept(document, tmp_path, texts) -> None:
    paragraph = document.add_paragraph("Deaths rose since 2014.")
    paragraph.add_run("28").font.superscript = True
    paragraph.add_run(" On 5")
    paragraph.add_run("th").font.superscript = True
    paragraph.add_run(" May it ended.")
    assert texts(read(document, tmp_path)) == ["|Deaths rose since 2014. On 5th May it ended."]


def test_tracked_insertion_and_content_control_are_read(document, tmp_path, texts) -> None:
    paragraph = document.add_paragraph("There were ")
    inserted = paragraph.add_run("262 deaths.")._r
    change = OxmlElement("w:ins")
    inserted.addprevious(change)
    change.append(inserted)
    controlled = document.add_paragraph("In a control.")._p
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    controlled.addprevious(control)
    control.append(content)
    content.append(controlled)
    assert texts(read(document, tmp_path)) == ["|There were 262 deaths.", "|In a control."]


def test_title_row_over_the_whole_table_is_its_caption(document, tmp_path, tables) -> None:
    table = add_table(document, [["Table 4: Deaths", "", ""], ["Area", "2023", "2024"], ["Dudley", "20", "25"]])
    table.cell(0, 0).merge(table.cell(0, 2))
    found = tables(read(document, tmp_path))[0]
    assert (found.label, found.header, found.rows) == (
        "Table 4",
        ("Area", "2023", "2024"),
        (("Dudley", "20", "25"),),
    )
