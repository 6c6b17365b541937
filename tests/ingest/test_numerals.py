"""Numbers as reports print them, and the digits that are no numbers."""

from decimal import Decimal

import pytest

from ingest.numerals import Number, find_numbers, parse_number


def only(text: str) -> Number:
    numbers = find_numbers(text)
    assert len(numbers) == 1, numbers
    return numbers[0]


@pytest.mark.parametrize(
    ("text", "expected_value", "expected_unit"),
    [
        ("8,490 people in 2023/24", "8490", ""),
        ("a change of -33 deaths", "-33", ""),
        ("\u221233 deaths", "-33", ""),
        ("a change of -14.3%", "-14.3", "%"),
        ("+13.7 percentage Points", "13.7", "percentage points"),
        ("40 per cent of them", "40", "%"),
        ("£1.4bn a year", "1400000000", "£"),
        ("£1.4 billion", "1400000000", "£"),
        ("£62,320", "62320", "£"),
        ("3.5 million pounds", "3500000", ""),
        ("12.5 per 1,000", "12.5", "per 1,000"),
        ("7.1 per 100,000 population", "7.1", "per 100,000"),
        ("one in five crimes", "0.2", "share"),
        ("9 out of 10", "0.9", "share"),
        ("half of all theft", "0.5", "share"),
        ("three-quarters", "0.75", "share"),
        ("twenty-two boroughs", "22", ""),
        ("two hundred and fifty people", "250", ""),
        ("three thousand", "3000", ""),
        ("it doubled", "2", "times"),
        ("a threefold rise", "3", "times"),
        ("a person dies every three days", "3", "interval"),
        ("a death every 4 hours", "4", "interval"),
    ],
)
def test_value_and_unit(text: str, expected_value: str, expected_unit: str) -> None:
    actual = only(text)
    assert (actual.value, actual.unit) == (Decimal(expected_value), expected_unit)


@pytest.mark.parametrize(
    ("text", "expected_low", "expected_high", "expected_unit"),
    [
        ("200-260 people", 200, 260, ""),
        ("200 to 260", 200, 260, ""),
        ("10\u201312 kits", 10, 12, ""),
        ("5 to 10%", 5, 10, "%"),
        ("15-16 year olds", 15, 16, ""),
    ],
)
def test_a_range_keeps_both_ends(text: str, expected_low: int, expected_high: int, expected_unit: str) -> None:
    actual = only(text)
    assert (actual.value, actual.high, actual.unit) == (expected_low, expected_high, expected_unit)


@pytest.mark.parametrize(
    "text",
    [
        "Table 12",
        "Tables 12 and 13",
        "Figures 15, 16 and 17",
        "paragraph 62",
        "Section 2.1",
        "in 2023/24",
        "since 2014",
        "Q1 24/25",
        "the 1st and 22nd",
        "on 1 April",
        "by 31 March",
        "at 9.30am",
        "open 24/7",
        "during COVID-19",
        "in the third quarter",
        "15/12/2017",
    ],
)
def test_labels_dates_and_names_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == []


def test_a_number_beside_a_label_is_found_alone() -> None:
    assert only("Table 12 shows 43 deaths in 2024").printed == "43"


def test_two_numbers_in_words_are_not_added() -> None:
    actual = [number.value for number in find_numbers("between one hundred and two hundred people")]
    assert actual == [100, 200]


def test_a_falling_range_is_two_numbers() -> None:
    assert [number.high for number in find_numbers("260-200")] == [None, None]


def test_a_month_that_is_a_verb_leaves_the_number() -> None:
    assert only("10 may have died").value == 10


@pytest.mark.parametrize(
    ("text", "expected_qualifier"),
    [
        ("at least 1,200", "over"),
        ("more than 50%", "over"),
        ("about 3 in 10", "about"),
        ("just under half", "about"),
        ("fewer than 20", "under"),
        ("tens of thousands of victims", "over"),
        ("around the seven areas", "about"),
        ("about deaths, there were 43", ""),
    ],
)
def test_what_stands_before_a_number_qualifies_it(text: str, expected_qualifier: str) -> None:
    assert only(text).qualifier == expected_qualifier


def test_bounds_and_print_hold_sign_and_unit() -> None:
    text = "Deaths changed by -14.3% in Dudley"
    actual = only(text)
    assert text[actual.start : actual.end] == actual.printed == "-14.3%"
    assert actual.signed


def test_a_hyphen_inside_a_word_is_no_sign() -> None:
    actual = only("a 33-year plan")
    assert (actual.value, actual.signed) == (33, False)


@pytest.mark.parametrize(
    ("cell", "expected_value"),
    [
        ("8,490", "8490"),
        ("-14.3%", "-14.3"),
        ("+33", "33"),
        ("2024", "2024"),
        ("43*", "43"),
        ("No change", "0"),
        (" 7.1 ", "7.1"),
    ],
)
def test_a_cell_that_is_a_number(cell: str, expected_value: str) -> None:
    actual = parse_number(cell)
    assert actual is not None
    assert actual.value == Decimal(expected_value)


@pytest.mark.parametrize("cell", ["", "-", "n/a", "*", "Coventry", "43 deaths", "2023/24", "1,23", "12 (5%)"])
def test_a_cell_that_is_no_number(cell: str) -> None:
    assert parse_number(cell) is None
