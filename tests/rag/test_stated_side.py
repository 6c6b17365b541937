"""Numbers that a question states as a limit: the side that is asked about, in its unit, in questions with and without a verb."""

from decimal import Decimal

import pytest

from ingest.numerals import find_numbers
from rag.pipeline import Answerer
from rag.spoken_numbers import write_out_numbers
from rag.stated_side import side_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is it higher than 15?", (True, False)),
        ("is it at least 16?", (True, True)),
        ("are there 16 or fewer?", (False, True)),
        ("still under 16?", (False, False)),
        ("was it 16?", None),
    ],
)
def test_side_of_a_stated_number(text: str, expected: tuple[bool, bool] | None) -> None:
    number = find_numbers(text)[0]
    side = side_of(number, text)
    actual = (side.holds(Decimal(20), number.value), side.holds(number.value, number.value)) if side else None
    assert actual == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("above 15 per thousand", "above 15 per 1,000"),
        ("18 in every thousand", "18 per 1,000"),
        ("two thousand people", "two thousand people"),
    ],
)
def test_rates_per_so_many_in_words(text: str, expected: str) -> None:
    assert write_out_numbers(text) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("is solihull above 15 per thousand for alcohol dependency", "No: 10.9 per 1,000"),
        ("Is Walsall's rate of alcohol dependency higher than 15 per 1,000?", "Yes: 15.5 per 1,000"),
        ("Drug related deaths for the whole met county in 2024, still under 300?", "Yes: 262"),
        ("Drug-related neighbourhood crimes in Birmingham in 2024/25, below 400?", "No: 431"),
        (
            "2016/17 - did the west mids have a lower rate of opiate/crack use than England?",
            "No: England was lower: 8.85",
        ),
        (
            "Solihull drug deaths: any movement from 2023 to 2024?",
            "No: Registered drug-related deaths in Solihull stayed unchanged",
        ),
        (
            "Did the number of drug deaths in Dudley change at all between 2023 and 2024?",
            "Yes: Registered drug-related deaths in Dudley rose",
        ),
        ("Possession offences in 2024/25, over 5,000?", "Yes: "),
        ("Have drug deaths in Solihull changed since 2023?", "No: Registered drug-related deaths in Solihull stayed"),
        ("Registered drug deaths in Dudley in 2024?", "25 registered"),
    ],
)
def test_limits_and_changes_are_judged(answerer: Answerer, question: str, expected: str) -> None:
    assert answerer.answer(question).headline.startswith(expected)


def test_a_rate_of_another_topic_is_not_held_against_the_country(answerer: Answerer) -> None:
    assert answerer.answer("is the west midlands alcohol dependency rate above England's?").status == "not_found"


def test_the_sentence_on_another_district_is_not_held_against_the_country(answerer: Answerer) -> None:
    assert answerer.answer("Is unmet need in Birmingham below the national average?").status == "not_found"
    assert "44.8%" in answerer.answer("Is unmet need in Sandwell below the national average?").headline


def test_a_table_named_alone_is_read_whatever_sets_its_areas_side_by_side(answerer: Answerer) -> None:
    assert "92%" in answerer.answer("Figure 17, 2023 column: how does Dudley sit next to Birmingham?").headline
