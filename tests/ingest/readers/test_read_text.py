"""Plain text extracts and CSV files: everything told by form alone."""

from ingest.readers import read_report
from ingest.records import Paragraph


def test_wrapped_labels_are_joined_to_their_row(write, tables) -> None:
    rows = [
        "Opiate\tDudley\tWalsall",
        "Jan-\t96\t95",
        "Dec\t\t",
        "22\t\t",
        "Jan-\t93\t97",
        "Dec\t\t",
        "23\t\t",
    ]
    table = tables(read_report(write("a.txt", "Some words first.\n\n" + "\n".join(rows) + "\n\nFigure 15.\n")))[0]
    assert table.label == "Figure 15"
    assert table.rows == (("Jan- Dec 22", "96", "95"), ("Jan- Dec 23", "93", "97"))


def test_group_row_is_not_joined(write, tables) -> None:
    rows = ["Area\t2023\t2024", "Men\t\t", "Dudley\t12\t15", "Women\t\t", "Dudley\t8\t10"]
    table = tables(read_report(write("a.txt", "\n".join(rows))))[0]
    assert [row[0] for row in table.rows] == ["Men", "Dudley", "Women", "Dudley"]


def test_empty_first_cell_is_filled_only_beside_labels(write, tables) -> None:
    labelled = ["Year\tKind\tDudley", "2019/20\tOpiates\t530", "\tCrack\t139"]
    bare = ["Area\t2023\t2024", "Dudley\t20\t25", "\t11\t12"]
    found = tables(read_report(write("a.txt", "\n".join([*labelled, "", *bare]))))
    assert found[0].rows[1][0] == "2019/20"
    assert found[1].rows[1][0] == ""


def test_lines_wrapped_with_blank_lines_between_are_one_paragraph(write, texts) -> None:
    lines = [
        "CRIME",
        "1. The reports on drug-related crime that are published every year name all of the drug-",
        "related offences and the areas in which they were recorded by the police service in",
        "the year before that.",
        "PLACES",
        "2. There were twice as many offences in the whole of the area in that year than in the",
        "year before, and none of them was closed.",
        "HARM",
        "3. The end.",
    ]
    text = "\n\n".join(lines).replace("\n\nPLACES", "\n \n\nPLACES").replace("\n\nHARM", "\n \n\nHARM")
    report = read_report(write("a.txt", text))
    assert texts(report) == [
        "|The reports on drug-related crime that are published every year name all of the drug-related"
        " offences and the areas in which they were recorded by the police service in the year before that.",
        "|There were twice as many offences in the whole of the area in that year than in the year before,"
        " and none of them was closed.",
        "|The end.",
    ]
    places = [(b.locator.paragraph, b.locator.section) for b in report.blocks if isinstance(b, Paragraph)]
    assert places == [("1", ()), ("2", ("PLACES",)), ("3", ("HARM",))]


def test_markers_in_text(write, texts) -> None:
    text = "The results:\n\n- 308 lines closed\n• 6 disruptions\n\u27a2 15 moderate\n"
    text += "- 1. break\n(a) one\n-33 deaths were counted.\n"
    assert texts(read_report(write("a.txt", text))) == [
        "|The results:",
        "-|308 lines closed",
        "-|6 disruptions",
        "-|15 moderate",
        "1.|break",
        "(a)|one",
        "|-33 deaths were counted.",
    ]


def test_csv_is_one_table_with_the_files_name_as_caption(write, tables) -> None:
    report = read_report(write("drug_deaths-2024.csv", 'Area;2023;2024\n"Dudley; West";20;25\nWalsall;20;20\n'))
    table = tables(report)[0]
    assert (table.label, table.caption, report.title) == ("", "Drug deaths 2024", "Drug deaths 2024")
    assert table.header == ("Area", "2023", "2024")
    assert table.rows == (("Dudley; West", "20", "25"), ("Walsall", "20", "20"))


def test_ragged_csv_is_a_problem(write, tables) -> None:
    report = read_report(write("deaths.csv", "Area,2023,2024\nDudley,20\n"))
    assert tables(report) == [] and "different width" in report.problems[0].what


def test_single_line_is_text_and_not_only_title(write) -> None:
    report = read_report(write("claim.txt", "Deaths fell to 262\n"))
    assert [block.text for block in report.blocks] == ["Deaths fell to 262"]


def test_numbered_headings_are_told_from_list_items(write, headings, texts) -> None:
    text = "1. Introduction\n\nThere are two groups:\n\n1. Toxicology\n\n2. Sharing\n\n4 Data and Figures\n\n"
    text += "Deaths fell.\n"
    report = read_report(write("a.txt", "A Small Report\n\nIt is short.\n\n" + text))
    assert headings(report) == [(1, "1. Introduction"), (1, "4 Data and Figures")]
    assert texts(report)[2:4] == ["1.|Toxicology", "2.|Sharing"]


def test_long_list_of_short_items_is_no_paragraph_run(write) -> None:
    text = "The areas are:\n\n" + "\n".join(f"{n}. Area of letter {chr(64 + n)}" for n in range(1, 11))
    report = read_report(write("a.txt", text))
    assert [block.marker for block in report.blocks[1:]] == [f"{n}." for n in range(1, 11)]
