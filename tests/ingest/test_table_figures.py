"""Table cells typed as figures, whichever way the table lies."""

from decimal import Decimal

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from ingest.records import Figure, Heading, Locator, Paragraph, Report, Table
from ingest.table_figures import areas_named_in, table_figures

HERE = Locator("made-up", section=("3 Deaths",))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


def table(caption: str, header: str, *rows: str, label: str = "Table 1") -> Table:
    cells = [tuple(cell.strip() for cell in line.split("|")) for line in (header, *rows)]
    return Table(label, caption, cells[0], tuple(cells[1:]), HERE)


def report(*blocks: Heading | Paragraph | Table) -> Report:
    return Report("made-up", "Made up", "Nobody", "2025", "", "verbatim", blocks)


def figures(lexicon: Lexicon, *blocks: Heading | Paragraph | Table) -> list[Figure]:
    return table_figures(report(*blocks), lexicon)


def cell(found: list[Figure], area: str, period: str) -> Figure:
    hits = [figure for figure in found if (figure.area, figure.period, figure.kind) == (area, period, "level")]
    assert len(hits) == 1, [(figure.area, figure.period, figure.printed) for figure in found]
    return hits[0]


DEATHS = "Table 1: Registered drug-related deaths by local authority"


def test_areas_down_and_periods_across(lexicon: Lexicon) -> None:
    found = figures(lexicon, table(DEATHS, "Local authority | 2023 | 2024", "Coventry | 40 | 43", "Dudley | 20 | 25"))
    actual = cell(found, "Coventry", "2024")
    assert (actual.value, actual.measure) == (Decimal(43), "registered drug-related deaths")
    assert "drug_deaths" in actual.terms
    assert (actual.locator.table, actual.locator.row, actual.locator.column) == (
        "Table 1",
        "Coventry",
        "2024",
    )
    assert cell(found, "Dudley", "2023").value == 20
    assert len(found) == 4


def test_periods_down_and_areas_across(lexicon: Lexicon) -> None:
    found = figures(lexicon, table(DEATHS, "Period | Coventry | Dudley", "2023 | 40 | 20", "Jan- Dec 24 | 43 | 25"))
    assert cell(found, "Coventry", "2024").printed == "43"
    assert cell(found, "Dudley", "2023").printed == "20"


def test_years_as_column_heads_are_no_values(lexicon: Lexicon) -> None:
    found = figures(lexicon, table(DEATHS, "Area | 2023 | 2024", "Coventry | 40 | 43"))
    assert sorted(figure.printed for figure in found) == ["40", "43"]


def test_a_change_column_lies_between_two_periods(lexicon: Lexicon) -> None:
    found = figures(
        lexicon,
        table(DEATHS, "Area | 2023 | 2024 | % change", "Coventry | 40 | 43 | +7.5%", "Dudley | 20 | 25 | 25"),
    )
    changes = [figure for figure in found if figure.kind != "level"]
    assert [(figure.kind, figure.value) for figure in changes] == [
        ("change_percent", Decimal("7.5")),
        ("change_percent", Decimal(25)),
    ]
    assert {(figure.base_period, figure.period) for figure in changes} == {("2023", "2024")}


def test_a_change_row_in_counts_and_points(lexicon: Lexicon) -> None:
    found = figures(
        lexicon,
        table(
            DEATHS,
            "Year | Coventry | Dudley",
            "2023 | 40 | 20",
            "2024 | 7 | 25",
            "Change | -33 | +5.0 percentage points",
        ),
    )
    changes = {figure.area: figure for figure in found if figure.kind != "level"}
    assert (changes["Coventry"].kind, changes["Coventry"].value) == ("change_count", Decimal(-33))
    assert (changes["Dudley"].kind, changes["Dudley"].unit) == ("change_points", "percentage points")


def test_a_period_in_the_corner_holds_for_all_cells(lexicon: Lexicon) -> None:
    found = figures(
        lexicon,
        table(
            "Table 2: Drug offences",
            "2023/24 | Possession of drugs | Trafficking of drugs",
            "Coventry | 500 | 90",
            "Dudley | 300 | 70",
        ),
    )
    assert {figure.period for figure in found} == {"2023/24"}
    possession = next(figure for figure in found if figure.printed == "500")
    assert possession.breakdown == ("Possession of drugs",)
    assert "possession" in possession.terms and "trafficking" not in possession.terms


def test_a_period_in_the_caption_holds_for_all_cells(lexicon: Lexicon) -> None:
    found = figures(
        lexicon,
        table("Table 1: Naloxone kits given out, 2023/24", "Area | Kits", "Coventry | 12", "Dudley | 9"),
    )
    assert {figure.period for figure in found} == {"2023/24"}


def test_an_unknown_place_in_a_column_of_boroughs_is_an_area(lexicon: Lexicon) -> None:
    block = table(DEATHS, "Borough | 2024", "Ambridge Vale | 3", "Coventry | 43", "Total | 46")
    assert areas_named_in(report(block), lexicon) == ["Ambridge Vale"]
    found = figures(lexicon, block)
    assert cell(found, "Ambridge Vale", "2024").value == 3


def test_an_unknown_word_in_another_column_is_a_category(lexicon: Lexicon) -> None:
    block = table("Table 3: Kits given out in Coventry, 2024", "Provider | Kits", "Turning Corner | 3", "New Leaf | 4")
    assert areas_named_in(report(block), lexicon) == []
    found = figures(lexicon, block)
    assert {figure.area for figure in found} == {"Coventry"}
    assert [figure.breakdown for figure in found] == [("Turning Corner",), ("New Leaf",)]


def test_a_total_row_is_of_the_region(lexicon: Lexicon) -> None:
    found = figures(lexicon, table(DEATHS, "Area | 2024", "Coventry | 43", "Dudley | 25", "Total | 68"))
    assert cell(found, "West Midlands", "2024").value == 68


def test_a_rate_column_has_its_unit(lexicon: Lexicon) -> None:
    found = figures(
        lexicon,
        table(
            "Table 4: Opiate and/or crack users, 2019/20",
            "Area | Estimate | Rate per 1,000",
            "Coventry | 2,500 | 10.1",
        ),
    )
    units = {figure.printed: figure.unit for figure in found}
    assert units == {"2,500": "", "10.1": "per 1,000"}
    assert "rate" in next(figure for figure in found if figure.unit).terms


def test_cells_without_a_number_give_no_figure(lexicon: Lexicon) -> None:
    found = figures(lexicon, table(DEATHS, "Area | 2023 | 2024", "Coventry | 40 | n/a", "Dudley | - | 25"))
    assert sorted(figure.printed for figure in found) == ["25", "40"]


@pytest.mark.parametrize("kept_back", ["*", "[c]", "<5", "..", "N/A", "not available"])
def test_a_number_kept_back_does_not_hide_its_column(lexicon: Lexicon, kept_back: str) -> None:
    found = figures(
        lexicon,
        table(
            DEATHS,
            "Area | 2023 | 2024",
            f"Coventry | {kept_back} | 43",
            f"Dudley | {kept_back} | 25",
            "Walsall | 9 | 8",
        ),
    )
    assert sorted(figure.printed for figure in found) == ["25", "43", "8", "9"]


def test_a_share_has_percent_as_unit_where_no_sign_is_printed(lexicon: Lexicon) -> None:
    found = figures(
        lexicon,
        table("Table 5: Proportion in effective treatment", "Area | 2024", "Coventry | 83.5", "Dudley | 91"),
    )
    assert {figure.unit for figure in found} == {"%"}


def test_the_sentence_before_names_measure_and_period_where_the_caption_is_bare(lexicon: Lexicon) -> None:
    before = Paragraph("Table 6 shows the number of people in treatment across the areas in 2022/23.", HERE)
    found = figures(
        lexicon,
        before,
        table("Table 6", "Area | People", "Coventry | 2,025", "Dudley | 1,777", label="Table 6"),
    )
    actual = cell(found, "Coventry", "2022/23")
    assert "in_treatment" in actual.terms


def test_two_tables_with_the_same_cell_have_figures_of_their_own(lexicon: Lexicon) -> None:
    rows = ("Area | 2024", "Coventry | 43")
    found = figures(lexicon, table(DEATHS, *rows), table("Table 2: Alcohol-specific deaths", *rows, label="Table 2"))
    assert len({figure.id for figure in found}) == 2
    assert "alcohol_deaths" in found[1].terms and "drug_deaths" not in found[1].terms


def test_a_quarter_column_beside_a_year(lexicon: Lexicon) -> None:
    found = figures(lexicon, table("Table 1: Naloxone kits", "Area | 2023/24 | Q1 24/25", "Coventry | 12 | 3"))
    assert cell(found, "Coventry", "Q1 2024/25").value == 3


def test_a_range_of_years_over_a_column_is_a_span(lexicon: Lexicon) -> None:
    found = figures(lexicon, table(DEATHS, "Area | 2020/21 to 2022/23", "Coventry | 120", "Dudley | 60"))
    assert {figure.period for figure in found} == {"2020/21 to 2022/23"}
