from decimal import Decimal

import pytest

from evals.printed_numbers import figures_shown, text_to_numbers


def test_sign_scale_and_unit_are_read() -> None:
    number = text_to_numbers("about +£1.4bn")[0]
    assert (number.sign, number.value, number.mantissa, number.unit) == (
        "+",
        Decimal("1.4e9"),
        Decimal("1.4"),
        "£",
    )


@pytest.mark.parametrize(
    ("text", "expected_roles"),
    [
        ("Table 12", ["label"]),
        ("in 2024", ["year"]),
        ("in 2023/24", ["period"]),
        ("31 March 2024", ["date", "year"]),
        ("Jan-Dec 23", ["date"]),
        ("2,024 people", ["figure"]),
        ("200-260", ["figure", "figure"]),
    ],
)
def test_roles_are_told_apart(text: str, expected_roles: list[str]) -> None:
    assert [number.role for number in text_to_numbers(text)] == expected_roles


def test_bullets_and_ranges_have_no_sign() -> None:
    assert [number.sign for number in text_to_numbers("- 12 of 200-260")] == ["", "", ""]


def test_figures_shown_leaves_out_years_labels_and_dates() -> None:
    shown = figures_shown("Table 3: 122 offences in 2024/25, as of 5 June 2025.")
    assert [number.printed for number in shown] == ["122"]
