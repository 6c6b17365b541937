"""Periods as people type them."""

import pytest

from ingest.periods import find_periods
from rag.spoken_periods import write_out_periods


@pytest.mark.parametrize(
    ("typed", "expected_periods"),
    [
        ("april 22 to march 23", ["2022/23"]),
        ("twenty four twenty five", ["2024/25"]),
        ("twenty twenty four", ["2024"]),
        ("deaths 22 v 23", ["2022", "2023"]),
        ("in 22 and 23", ["2022", "2023"]),
        ("jan-dec 23", ["2023"]),
        ("Apr-Jun 2024", ["Q1 2024/25"]),
        ("Q1 24/25", ["Q1 2024/25"]),
        ("first three months of 2024/25", ["Q1 2024/25"]),
        ("Back in July 2017", ["July 2017"]),
        ("FY24", ["2023/24"]),
        ("FY 2024/25", ["2024/25"]),
        ("year ending March 2025", ["2024/25"]),
        ("12 months to mar 25", ["2024/25"]),
        ("2024-25", ["2024/25"]),
        ("24-25", ["2024/25"]),
        ("yr 24 25", ["2024/25"]),
        ("in '23", ["2023"]),
        ("deaths in 23?", ["2023"]),
        ("since 22", ["since 2022"]),
    ],
)
def test_typed_periods_are_read(typed: str, expected_periods: list[str]) -> None:
    assert [mention.period.label for mention in find_periods(write_out_periods(typed))] == expected_periods


@pytest.mark.parametrize(
    "typed",
    [
        "deaths rose from 20 to 25",
        "15 to 24 year olds",
        "13 and 14 of them",
        "within 24 hours",
        "fell by 20 to 21 per cent",
        "twenty four deaths",
        "may 20 people know",
    ],
)
def test_other_numbers_stay(typed: str) -> None:
    assert write_out_periods(typed) == typed
