"""Follow-ups that ask where the answer before stands: the report and its table, paragraph or section are the answer."""

import pytest

from rag.pipeline import Answerer

DEATHS = "How many drug-related deaths were registered in Walsall in 2023?"


@pytest.mark.parametrize(
    ("turn", "question", "expected"),
    [
        ("Percentage change in Dudley's registered drug deaths from 2023 to 2024?", "where does it say so", "Table 12"),
        (DEATHS, "source?", "Table 12 (row Walsall)"),
        ("solihull succesful completions 22/23?", "wheres that comin from m8", "Figure 14"),
        ("How many county lines were closed in 2024/25?", "which part of the report is that from?", "Intermediate"),
        ("How much does society get back for every pound spent on drug treatment?", "which paragraph is it?", "paragraph 41"),
    ],
)  # fmt: skip
def test_the_place_of_the_answer_is_told(answerer: Answerer, turn: str, question: str, expected: str) -> None:
    actual = answerer.answer(question, [turn])
    assert actual.headline.startswith("It stands in") and expected in actual.headline
    assert actual.citations == answerer.answer(turn).citations


def test_a_question_where_something_happened_asks_no_place_of_a_report(answerer: Answerer) -> None:
    assert answerer.answer("where did that happen most", [DEATHS]).headline.startswith("Birmingham had the highest")


def test_a_place_of_a_measure_of_its_own_is_no_place_of_the_answer_before(answerer: Answerer) -> None:
    actual = answerer.answer("where does it say how many lines were closed?", [DEATHS])
    assert not actual.headline.startswith("It stands in")
