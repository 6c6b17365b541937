"""Follow-ups for what is left of a whole, for the places not yet told of, and for those that went the other way."""

import pytest

from rag.pipeline import Answerer

TESTS = ("How many drug tests were given to arrestees in 2016/17?", "What proportion came back positive?")
DEATHS = (
    "How many drug-related deaths were registered in the West Midlands in 2024?",
    "how many of those in Birmingham?",
)
USERS = (
    "How many opiate and/or crack users in Birmingham in 2019/20?",
    "how many of them opiates only?",
    "and crack only?",
)
OUTCOMES = ("Total drug offence outcomes 2023/24?", "what % of them were positive?")
OFFENCES = ("How many drug offences were recorded across the force in 2024/25?", "how many of them were possession?")


@pytest.mark.parametrize(
    ("turns", "question", "expected"),
    [
        (TESTS, "so how many were not?", "About 3,768"),
        (TESTS, "roughly how many actual tests does that percentage come to?", "About 6,698"),
        (DEATHS, "what's left over outside it?", "142"),
        (DEATHS, "n everywher else put togetha", "142"),
        (USERS, "What remains once you take those two groups away?", "4,891"),
        (OUTCOMES, "what does that leave without a positive result, in numbers", "3,704"),
        (OFFENCES, "and the rest?", "1,654"),
    ],
)
def test_the_rest_of_what_turns_asked_for(
    answerer: Answerer, turns: tuple[str, ...], question: str, expected: str
) -> None:
    assert answerer.answer(question, turns).headline.startswith(f"{expected}:")


def test_the_rest_is_none_of_another_thing(answerer: Answerer) -> None:
    actual = answerer.answer("so how many were not new presentations?", OUTCOMES)
    assert not actual.headline.startswith("3,704")


@pytest.mark.parametrize(
    "question", ["and everybody else, one by one", "each of the councils you have not yet mentioned?"]
)
def test_the_places_not_told_of_are_listed(answerer: Answerer, question: str) -> None:
    actual = answerer.answer(question, ["How many drug-related deaths were registered in Walsall in 2023?"])
    assert all(number in actual.headline for number in ("152", "37", "17", "11", "38"))


@pytest.mark.parametrize(
    ("turn", "question", "expected", "other"),
    [
        ("Did Dudley's drug deaths go up between 2023 and 2024?", "who went the opposite way?", "Sandwell", "Coventry"),
        ("Did Dudley's drug deaths go down in 2024?", "where was it the other way round?", "Sandwell", "Coventry"),
        ("Did Birmingham have more people dropping out of treatment than completing in 22/23?",
         "which councils were the other way round?", "Solihull", "Walsall"),
    ],
)  # fmt: skip
def test_those_that_went_the_other_way(answerer: Answerer, turn: str, question: str, expected: str, other: str) -> None:
    actual = answerer.answer(question, [turn]).headline
    assert expected in actual and other not in actual
