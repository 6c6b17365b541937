"""Next questions and other readings: each is answered, with the figure it promises."""

import pytest

from rag.pipeline import Answerer
from rag.records import Answer


def suggest(answerer: Answerer, question: str) -> Answer:
    return answerer.suggest(answerer.answer(question))


@pytest.mark.parametrize(
    "question",
    [
        "How many people were in drug treatment in Birmingham in 2023/24?",
        "Which area had the most drug trafficking offences in 2024/25?",
        "Did drug-related deaths in Dudley fall in 2024?",
        "How many drug-related deaths were there in London in 2024?",
    ],
)
def test_what_is_suggested_is_answered_in_the_same_chat(answerer: Answerer, question: str) -> None:
    answer = suggest(answerer, question)

    assert 1 <= len(answer.suggestions) <= 3
    assert question not in answer.suggestions
    for following in (*answer.suggestions, *answer.other_readings):
        assert answerer.answer(following, [question]).status == "answered", following


def test_a_level_is_followed_by_its_change_its_ranking_and_another_area(answerer: Answerer) -> None:
    change, ranking, other = suggest(
        answerer, "How many people were in drug treatment in Dudley in 2023/24?"
    ).suggestions

    assert "changed between" in change and "Dudley" in change
    assert ranking.startswith("Which area had the most")
    assert "Dudley" not in other and "2023/24" in other


def test_a_ranking_does_not_suggest_itself(answerer: Answerer) -> None:
    answer = suggest(answerer, "Which area had the most registered drug-related deaths in 2024?")

    assert answer.suggestions
    assert not any(question.startswith("Which area") for question in answer.suggestions)


def test_another_reading_is_of_another_measure(answerer: Answerer) -> None:
    answer = suggest(answerer, "How many people were in drug treatment in Birmingham in 2023/24?")

    assert answer.other_readings
    for reading in answer.other_readings:
        figure = answerer.answer(reading).figures[0]
        assert (figure.measure, figure.breakdown) != (answer.figures[0].measure, answer.figures[0].breakdown)


@pytest.mark.parametrize("question", ["What does CDAP mean?", "Should we legalise cannabis?"])
def test_nothing_is_suggested_where_no_figure_fits(answerer: Answerer, question: str) -> None:
    answer = suggest(answerer, question)

    assert (answer.suggestions, answer.other_readings) == ((), ())
