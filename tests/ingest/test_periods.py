"""Periods as reports and readers write them, and the look-alikes that are none."""

from datetime import date

import pytest

from ingest.periods import (
    calendar_year,
    find_periods,
    fiscal_year,
    parse_period,
    period_from_label,
    span_of,
    year_after,
    year_before,
)


def labels(text: str) -> list[str]:
    return [mention.period.label for mention in find_periods(text)]


@pytest.mark.parametrize(
    ("text", "expected_labels"),
    [
        ("8,490 in 2023/24, up from 8,177 in 2022/23", ["2023/24", "2022/23"]),
        ("in 2023-2024", ["2023/24"]),
        ("in 2023–24", ["2023/24"]),
        ("in 2023 /24", ["2023/24"]),
        ("in FY23/24", ["2023/24"]),
        ("last year, 23-24", ["2023/24"]),
        ("from 1999/2000", ["1999/00"]),
        ("Q1 24/25", ["Q1 2024/25"]),
        ("Q1 2024-25", ["Q1 2024/25"]),
        ("the last quarter of 2023/24", ["Q4 2023/24"]),
        ("quarter two 2024/25", ["Q2 2024/25"]),
        ("the year ending March 2024", ["2023/24"]),
        ("the year to December 2023", ["2023"]),
        ("the year ending June 2024", ["year ending June 2024"]),
        ("Jan- Dec 22", ["2022"]),
        ("January to December 2022", ["2022"]),
        ("April 2023 to March 2024", ["2023/24"]),
        ("April to June 2024", ["Q1 2024/25"]),
        ("Jan-Mar 2025", ["Q4 2024/25"]),
        ("May to July 2024", ["May 2024 to July 2024"]),
        ("November to January 2024", ["November 2023 to January 2024"]),
        ("rising since 2014", ["since 2014"]),
        ("since the 2014/15 report", ["since 2014/15"]),
        ("2020/21 - 2022/23", ["2020/21 to 2022/23"]),
        ("2016-2018", ["2016 to 2018"]),
        ("between 2012 and 2017", ["2012", "2017"]),
        ("on 5th of September 2017", ["5 September 2017"]),
        ("in September 2017", ["September 2017"]),
        ("in 2023, 2024 and 2025", ["2023", "2024", "2025"]),
    ],
)
def test_periods_are_found_in_every_spelling(text: str, expected_labels: list[str]) -> None:
    assert labels(text) == expected_labels


@pytest.mark.parametrize(
    "text",
    [
        "15-16 year olds",
        "young people aged 15-16",
        "ages 18-19",
        "16-17-year-olds",
        "open 24/7",
        "2023/25",
        "£2014",
        "2014.28",
        "2024%",
        "12,2024",
        "reference 120/24",
        "200-260 people",
    ],
)
def test_ages_money_notes_and_ranges_are_no_periods(text: str) -> None:
    assert labels(text) == []


@pytest.mark.parametrize(
    ("cell", "expected_label"),
    [
        ("23/24", "2023/24"),
        ("Fiscal Year 2023/24:", "2023/24"),
        ("2024*", "2024"),
        ("Jan - Dec 2022", "2022"),
        ("year ending March 2024", "2023/24"),
        ("the first quarter 2024/25", "Q1 2024/25"),
        ("2020/21 to 2022/23", "2020/21 to 2022/23"),
    ],
)
def test_a_whole_cell_is_read_as_one_period(cell: str, expected_label: str) -> None:
    actual = parse_period(cell)
    assert actual is not None
    assert actual.label == expected_label


@pytest.mark.parametrize("cell", ["", "Coventry", "8,490", "2024 deaths", "2023 and 2024", "2024 to 2023", "24/26"])
def test_a_cell_that_says_more_or_less_than_a_period_is_none(cell: str) -> None:
    assert parse_period(cell) is None


def test_bounds_are_whole_days() -> None:
    assert (fiscal_year(2023).start, fiscal_year(2023).end) == (date(2023, 4, 1), date(2024, 3, 31))
    assert (calendar_year(2024).start, calendar_year(2024).end) == (date(2024, 1, 1), date(2024, 12, 31))
    quarters = [find_periods(f"Q{n} 2023/24")[0].period for n in (1, 2, 3, 4)]
    assert [quarter.end for quarter in quarters] == [
        date(2023, 6, 30),
        date(2023, 9, 30),
        date(2023, 12, 31),
        date(2024, 3, 31),
    ]
    assert quarters[3].start == date(2024, 1, 1)


def test_a_year_that_ends_in_june_has_twelve_months() -> None:
    period = find_periods("year ending June 2024")[0].period
    assert (period.start, period.end) == (date(2023, 7, 1), date(2024, 6, 30))


def test_february_ends_on_the_29th_in_a_leap_year() -> None:
    assert find_periods("February 2024")[0].period.end == date(2024, 2, 29)


@pytest.mark.parametrize(
    "label",
    [
        "2023/24",
        "2024",
        "Q1 2024/25",
        "2020/21 to 2022/23",
        "since 2014",
        "year ending June 2024",
        "5 September 2017",
        "May 2024 to July 2024",
    ],
)
def test_a_canonical_label_reads_back_as_the_same_label(label: str) -> None:
    actual = period_from_label(label)
    assert actual is not None
    assert actual.label == label


def test_what_is_no_label_reads_as_none() -> None:
    assert period_from_label("") is None
    assert period_from_label("Coventry to Dudley") is None


def test_the_year_before_and_after_keep_the_kind() -> None:
    quarter = find_periods("Q4 2023/24")[0].period
    assert [
        p.label for p in (year_before(fiscal_year(2023)), year_after(calendar_year(2024)), year_before(quarter)) if p
    ] == ["2022/23", "2025", "Q4 2022/23"]
    assert year_before(span_of(calendar_year(2016), calendar_year(2018))) is None


def test_periods_sort_by_their_end() -> None:
    in_text = [mention.period for mention in find_periods("2024, 2023/24, 2022 and Q1 2024/25")]
    assert [period.label for period in sorted(in_text)] == ["2022", "2023/24", "Q1 2024/25", "2024"]


def test_a_mention_holds_its_place_in_the_text() -> None:
    text = "Deaths in 2024 rose."
    mention = find_periods(text)[0]
    assert text[mention.start : mention.end] == "2024"
