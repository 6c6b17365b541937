"""The audit on small reports, each with one defect, and on near misses that must give nothing."""

from pathlib import Path

import pytest

from ingest.alignment import align_prose_with_tables
from ingest.audit import find_findings
from ingest.lexicon import load_lexicon
from ingest.prose_figures import prose_figures
from ingest.readers import read_report
from ingest.records import Finding
from ingest.table_figures import areas_named_in, table_figures

ROOT = Path(__file__).resolve().parents[2]
LEXICON = load_lexicon(ROOT / "corpus")

AREAS = {
    "Birmingham": (152, 120),
    "Coventry": (37, 43),
    "Dudley": (20, 25),
    "Sandwell": (17, 13),
    "Solihull": (11, 11),
    "Walsall": (20, 20),
    "Wolverhampton": (38, 30),
}
TOTAL = (295, 262)
FALL = "Registered drug-related deaths in the West Midlands fell by {}, from 295 in 2023 to 262 in 2024.\n\n"
CAPTION = "The number of registered drug-related deaths per local authority area for 2023 and 2024."


def table(label: str, caption: str, *rows: str) -> str:
    head, *body = (f"| {row} |" for row in rows)
    dashes = "|" + " --- |" * (head.count("|") - 1)
    return "\n".join([f"{label} - {caption}", "", head, dashes, *body, ""])


def deaths_by_area(areas: dict[str, tuple[int, int]] | None = None) -> str:
    rows = [f"{name} | {first} | {last}" for name, (first, last) in (areas or AREAS).items()]
    return table("Table 2", CAPTION, "Local Authority Area | 2023 | 2024", *rows)


def deaths_in_all(first: int = TOTAL[0], last: int = TOTAL[1], change: str = "-11.2%") -> str:
    caption = "The total number of registered drug-related deaths across the West Midlands for 2023 and 2024."
    row = f"Total Deaths Registered | {first} | {last} | {change}"
    return table("Table 1", caption, " | 2023 | 2024 | % Change", row)


@pytest.fixture
def audit(tmp_path: Path):
    """The findings of reports given as their Markdown, oldest first."""

    def find(*texts: str) -> list[Finding]:
        reports = []
        for at, text in enumerate(texts):
            path = tmp_path / f"report-{at}.md"
            head = f"---\ntitle: Report {at}\npublished: {2024 + at}-01\ntext: restated\n---\n\n"
            path.write_text(f"{head}# Report {at}\n\n## Deaths\n\n{text}\n", encoding="utf-8")
            reports.append(read_report(path))
        lexicon = LEXICON.with_areas(name for report in reports for name in areas_named_in(report, LEXICON))
        figures = [f for r in reports for f in table_figures(r, lexicon) + prose_figures(r, lexicon)]
        return find_findings(align_prose_with_tables(figures, lexicon), reports, lexicon)

    return find


def the_only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding


def test_reports_that_agree_with_themselves_have_no_findings(audit):
    text = (
        "Registered drug-related deaths in Coventry rose from 37 in 2023 to 43 in 2024 (+16.2%). "
        "The largest fall in numbers was in Birmingham, where registered drug-related deaths "
        "fell to 120 in 2024.\n\n"
    )
    assert audit(deaths_in_all() + "\n" + text + deaths_by_area()) == []


def test_value_in_the_text_that_the_table_does_not_have(audit):
    text = "Registered drug-related deaths in Coventry were 34 in 2024.\n\n"
    finding = the_only(audit(text + deaths_by_area()))
    assert (finding.kind, finding.value_a, finding.value_b) == ("text_vs_table", "34", "43")
    assert finding.place_b == "Table 2, Coventry, 2024"
    assert len(finding.figures) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Registered drug-related deaths in Birmingham were about 120 in 2024.",
        "There were over 110 registered drug-related deaths in Birmingham in 2024.",
        "Registered drug-related deaths in Birmingham were 130 in 2022.",
        "Registered alcohol-specific deaths in Birmingham were 130 in 2024.",
    ],
)
def test_rounding_and_other_years_and_measures_are_no_findings(audit, text):
    assert audit(f"{text}\n\n{deaths_by_area()}") == []


def test_the_right_one_of_two_values_is_told_by_the_printed_change(audit):
    text = "There were 259 registered drug-related deaths in the West Midlands in 2023.\n\n"
    finding = the_only(audit(text + deaths_in_all()))
    assert "the printed change of -11.2% fits 295 (-11.2%), not 259 (+1.2%)" in finding.explanation


def test_year_that_the_table_does_not_have(audit):
    text = "Registered drug-related deaths in the West Midlands fell from 295 in 2023 to 262 in 2025.\n\n"
    finding = the_only(audit(text + deaths_in_all()))
    assert (finding.value_a, finding.value_b) == ("262 in 2025", "262 in 2024")


@pytest.mark.parametrize(
    ("printed", "expected_severity"), [("-14.2%", "high"), ("-11.6%", "medium"), ("-11.1%", "low")]
)
def test_change_that_does_not_follow_from_its_figures(audit, printed, expected_severity):
    finding = the_only(audit(deaths_in_all(change=printed)))
    assert (finding.kind, finding.severity, finding.value_a) == (
        "change_vs_figures",
        expected_severity,
        printed,
    )


def test_one_wrong_change_in_table_and_text_is_one_finding(audit):
    the_only(audit(FALL.format("14.2%") + deaths_in_all(change="-14.2%")))


def test_changes_within_rounding_are_no_findings(audit):
    assert audit(FALL.format("about 11%") + deaths_in_all(change="-11%")) == []


def test_areas_that_do_not_add_up_to_the_region(audit):
    findings = audit(deaths_in_all(first=300, change="-12.7%") + "\n" + deaths_by_area())
    finding = the_only(findings)
    assert (finding.kind, finding.value_a, finding.value_b) == ("parts_vs_total", "295", "300")
    assert finding.place_b == "Table 1, Total Deaths Registered, 2023"


def test_row_that_is_missing_is_named_once_for_all_years(audit):
    treatment = table(
        "Table 3",
        "Number of people in treatment by area in 2023.",
        "Local Authority Area | 2023",
        *(f"{name} | {count}00" for name, (count, _) in AREAS.items()),
    )
    needles = treatment.replace("Table 3", "Table 4").replace("people in treatment", "discarded needles")
    rows = {name: values for name, values in AREAS.items() if name != "Walsall"}
    finding = the_only(audit("\n".join([deaths_in_all(), treatment, needles, deaths_by_area(rows)])))
    assert (finding.kind, finding.value_a, finding.value_b) == (
        "missing_row",
        "275 in 2023 and 242 in 2024",
        "295 and 262",
    )
    assert "no row for Walsall" in finding.explanation
    text = "Registered drug-related deaths in Walsall were {} in 2023 and {} in 2024.\n\n"
    for (first, last), fills in (((20, 20), "makes up"), ((20, 26), "does not make up")):
        with_text = [deaths_in_all(), treatment, needles, text.format(first, last), deaths_by_area(rows)]
        assert f"which {fills} the difference" in the_only(audit("\n".join(with_text))).explanation


def offences(trafficking: tuple[int, int], possession: tuple[int, int]) -> str:
    return table(
        "Table 1",
        "Total recorded drug possession and trafficking offences for 2023/24 and 2024/25.",
        "Offence | 2023/24 | 2024/25",
        f"Trafficking of Drugs | {trafficking[0]:,} | {trafficking[1]:,}",
        f"Possession of Drugs | {possession[0]:,} | {possession[1]:,}",
    )


ALL_OFFENCES = (
    "There were 7,450 drug offences recorded in the West Midlands in 2023/24. "
    "There were 8,216 drug offences recorded in the West Midlands in 2024/25.\n\n"
)


def test_kinds_that_do_not_add_up_to_all(audit):
    finding = the_only(audit(ALL_OFFENCES + offences((1929, 1654), (5521, 6662))))
    assert (finding.kind, finding.value_a, finding.value_b) == ("parts_vs_total", "8,216", "8,316")


def test_kinds_that_add_up_or_are_not_all_of_it_are_no_findings(audit):
    assert audit(ALL_OFFENCES + offences((1929, 1654), (5521, 6562))) == []
    assert audit(ALL_OFFENCES + offences((929, 654), (3521, 4562))) == []


def outcomes(label: str, of: str, charges: tuple[int, int], cautions: tuple[int, int]) -> str:
    return table(
        label,
        f"Total {of} positive outcomes, by type, for 2023/24 and 2024/25.",
        "Outcome | 2023/24 | 2024/25",
        f"Charge or summons | {charges[0]} | {charges[1]}",
        f"Community Resolution | {cautions[0]} | {cautions[1]}",
    )


def test_table_that_is_not_the_sum_of_two_others(audit):
    parts = [
        outcomes("Table 2", "trafficking of drug offences", (400, 500), (70, 50)),
        outcomes("Table 3", "possession of drug offences", (600, 900), (3000, 3800)),
    ]
    whole = outcomes("Table 1", "drug offences", (1000, 1400), (3070, 620))
    finding = the_only(audit("\n".join([whole, *parts])))
    assert (finding.kind, finding.value_a, finding.value_b) == ("parts_vs_total", "620", "3,850")


def test_share_that_does_not_follow_from_its_counts(audit):
    caption = "Total drug offences outcomes for 2024/25."
    rows = ("Outcome | 2024/25", "Total Outcomes | 8,333", "Positive Outcomes | 5,657")
    right, wrong = (
        table("Table 1", caption, *rows, f"Positive Outcome Proportion | {share}") for share in ("67.9%", "76.9%")
    )
    assert audit(right) == []
    finding = the_only(audit(wrong))
    assert (finding.kind, finding.value_a) == ("share_vs_figures", "76.9%")


def test_a_share_in_brackets_is_of_the_count_that_it_stands_behind(audit):
    told = (
        "27 of the 84 organised crime groups had an impact abroad and 19 (70%) of these were involved in drugs in 2017."
    )
    wrong = "In 2017, 54 of the 84 organised crime groups (70%) were involved in drugs."

    assert audit(told) == []
    assert the_only(audit(wrong)).kind == "share_vs_figures"


@pytest.mark.parametrize(
    "claim",
    [
        "The largest fall in drug-related deaths was in Wolverhampton.",
        "The lowest number of drug-related deaths in 2024 was in Dudley.",
        "Drug-related deaths were highest in Birmingham in 2024, followed by Wolverhampton and Walsall.",
        "In Coventry and Sandwell, drug-related deaths fell.",
        "Drug-related deaths fell in all areas.",
        "Drug-related deaths rose only in Coventry.",
        "The numbers of drug-related deaths are lower in Dudley, Sandwell and Wolverhampton.",
    ],
)
def test_claims_that_the_table_refutes(audit, claim):
    finding = the_only(audit(f"{claim}\n\n{deaths_by_area()}"))
    assert (finding.kind, finding.report) == ("rank_or_direction", "report-0")


@pytest.mark.parametrize(
    "claim",
    [
        "The largest proportional fall in drug-related deaths was in Sandwell.",
        "The largest fall in drug-related deaths was in Birmingham.",
        "The lowest number of drug-related deaths in 2024 was in Solihull.",
        "Drug-related deaths were highest in Birmingham in 2024, followed by Coventry and Wolverhampton.",
        "In Birmingham and Sandwell, drug-related deaths fell.",
        "Drug-related deaths rose only in Coventry and Dudley.",
        "The numbers of drug-related deaths are lower in Sandwell, Solihull and Walsall.",
        "Dudley had one of the highest numbers of deaths.",
    ],
)
def test_claims_that_a_reading_of_the_table_bears_out(audit, claim):
    assert audit(f"{claim}\n\n{deaths_by_area()}") == []


def test_movement_called_substantial_that_is_none(audit):
    text = "Registered drug-related deaths in the West Midlands were {} in 2023 and {} in 2024."
    claim = "\n\nDrug-related deaths were substantially reduced."
    finding = the_only(audit(text.format(2950, 2945) + claim))
    assert (finding.kind, finding.value_b) == ("rank_or_direction", "2950 to 2945: -0.2%")
    assert audit(text.format(2950, 2245) + claim) == []


def test_later_report_with_another_value(audit):
    revised = deaths_by_area(AREAS | {"Dudley": (22, 25)})
    finding = the_only(audit(deaths_by_area(), revised))
    assert (finding.kind, finding.value_a, finding.value_b) == ("across_reports", "20", "22")
    assert finding.place_b == "report-1: Table 2, Dudley, 2023"


def test_other_report_s_total_that_the_areas_do_not_add_up_to(audit):
    assert audit(deaths_by_area(), deaths_in_all()) == []
    finding = the_only(audit(deaths_by_area(), deaths_in_all(first=300, change="-12.7%")))
    assert (finding.kind, finding.value_a, finding.value_b) == ("across_reports", "295", "300")


def test_change_that_implies_another_base_than_the_earlier_report(audit):
    text = "Registered drug-related deaths in Birmingham rose by {} from 2024, to 150 in 2025."
    assert audit(deaths_by_area(), text.format("25%")) == []
    finding = the_only(audit(deaths_by_area(), text.format("15.5%")))
    assert (finding.kind, finding.report, finding.value_b) == ("implied_base", "report-1", "120")
    assert "implies 130 in 2024" in finding.explanation


def test_change_in_a_table_that_no_whole_number_gives(audit):
    header = "2024 | Birmingham | Coventry | Dudley"
    caption = "Registered drug-related deaths in 2024"
    change = "Percentage change compared to 2023 | {} | 0% | 0%"
    rows = (header, "Total records of registered drug-related deaths | 93 | 43 | 25")
    assert audit(table("Table 1", caption, *rows, change.format("+33%"))) == []
    finding = the_only(audit(table("Table 1", caption, *rows, change.format("+34%"))))
    assert (finding.kind, finding.severity, finding.value_a) == ("change_vs_figures", "low", "+34%")


def test_reports_of_other_years_and_measures_are_not_compared(audit):
    earlier = deaths_by_area().replace("2024", "2022").replace("2023", "2021")
    alcohol = deaths_by_area().replace("drug-related", "alcohol-related").replace("152", "177")
    assert audit(earlier, deaths_by_area(), alcohol) == []


def test_wrong_change_that_the_text_prints_too_is_said_with_both_places(audit):
    finding = the_only(audit(FALL.format("14.2%") + deaths_in_all(change="-14.2%")))
    assert finding.explanation.endswith("; the text prints it too.") and len(finding.figures) == 4


def test_fall_of_the_region_beyond_those_of_its_areas(audit):
    falls = "".join(
        f"Registered drug-related deaths in {name} fell by {at + 4}% from 2023 to 2024. "
        for at, name in enumerate(AREAS)
    )
    region = "Registered drug-related deaths in the West Midlands fell by {} from 2023 to 2024.\n\n"
    assert audit(falls + region.format("9.8%")) == []
    finding = the_only(audit(falls + region.format("20.9%")))
    assert (finding.kind, finding.value_a, finding.value_b) == ("change_vs_figures", "20.9%", "10%")
    assert "none fell by more than 10% (Wolverhampton)" in finding.explanation
    with_levels = the_only(audit(falls + region.format("20.9%") + deaths_in_all(change="-20.9%")))
    assert "295 to 262 is -11.2%" in with_levels.explanation
    assert "none fell by more than 10% (Wolverhampton)" in with_levels.explanation


def test_the_right_one_of_two_values_is_told_by_the_total(audit):
    text = "Registered drug-related deaths in Coventry were 34 in 2024.\n\n"
    finding = the_only(audit(text + deaths_in_all() + "\n" + deaths_by_area()))
    assert "the areas add up to 262 with 43 and to 253 with 34, against 262 printed" in finding.explanation


def test_more_outcomes_than_offences(audit):
    def outcomes_of(first: int, last: int) -> str:
        caption = "Total possession of drug offences outcomes for 2023/24 and 2024/25."
        return table("Table 2", caption, "Outcome | 2023/24 | 2024/25", f"Total Outcomes | {first:,} | {last:,}")

    counted = offences((1929, 1654), (5521, 6562)) + "\n"
    assert audit(counted + outcomes_of(5249, 6562)) == []
    finding = the_only(audit(counted + outcomes_of(6249, 6709)))
    assert (finding.kind, finding.severity) == ("part_over_whole", "low")
    assert (finding.value_a, finding.value_b) == ("6,249 and 6,709", "5,521 and 6,562")


@pytest.mark.parametrize(
    ("second", "is_apart"),
    [
        ("22,500 were opiate and/or crack users (1.2%).", True),
        ("22,500 were opiate and/or crack users (1.0%).", False),
        ("22,500 children were in need (1.2%).", False),
    ],
)
def test_shares_that_imply_two_sizes_of_one_group(audit, second, is_apart):
    opening = "Estimates for adults in the West Midlands in the last year are:"
    findings = audit(f"{opening}\n\n- 150,000 used any illegal drug (6.7%).\n- {second}\n")
    assert [finding.kind for finding in findings] == ["implied_size"] * is_apart
    assert all(finding.value_b == "22,500 (1.2%): about 1,880,000" for finding in findings)


def test_figure_without_a_period_against_the_year_before_its_report(audit):
    undated = "There were {} registered drug-related deaths in the West Midlands."
    assert audit(undated.format("295"), deaths_in_all()) == []
    assert audit(undated.format("about 300"), deaths_in_all()) == []
    assert audit(undated.format("1,300"), deaths_in_all()) == []
    assert audit(undated.format("311"), deaths_in_all().replace("2023", "2020").replace("2024", "2021")) == []
    finding = the_only(audit(undated.format("311"), deaths_in_all()))
    assert (finding.kind, finding.value_a, finding.value_b) == ("undated", "311", "295")


def test_sum_of_two_tables_tells_what_the_printed_change_should_be(audit):
    head = "Outcome | 2023/24 | 2024/25 | % Change"
    caption = "Total drug offences positive outcomes, by type, for 2023/24 and 2024/25."
    rows = ("Charge or summons | 1000 | 1400 | +40.0%", "Community Resolution | 3070 | 3900 | +27.0%")
    parts = [
        outcomes("Table 2", "trafficking of drug offences", (400, 500), (70, 50)),
        outcomes("Table 3", "possession of drug offences", (600, 900), (3000, 3800)),
    ]
    finding = the_only(audit("\n".join([table("Table 1", caption, head, *rows), *parts])))
    assert "from 3070 that is +25.4%, printed is +27.0%" in finding.explanation
