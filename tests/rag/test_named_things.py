"""What a question wants named, placed or listed: told where the reports do, and refused where they only speak of it."""

import pytest

from rag.pipeline import Answerer


@pytest.mark.parametrize(
    "question",
    [
        "Who is the treatment provider in Wolverhampton? The company",
        "Which firm treats people in Dudley? Name",
        "Whereabouts in Birmingham is the consumption room going to open?",
        "On which street are Coventry's Lunch and Learn sessions held?",
        "Please list the members of the Gangs and Violence Commission.",
        "List the members of the Strategic Policing and Crime Board",
        "Solihull says 4 working groups feed the board. Which 4, what are they called?",
        "Set out the chairs of the seven local partnerships for me by name.",
        "Hospital admissions for substance misuse among the over-25s in Coventry?",
    ],
)
def test_what_no_report_names_is_not_found(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is the treatment provider in Coventry?", "Positive Choices"),
        ("Where were the navigator roles launched?", "New Cross Hospital"),
        ("Who are the members of the WMCDAP?", "Probation Service"),
        ("What were the four task and finish groups called?", "Toxicology"),
        ("Names of the authors of the 2025 progress report", "Whittock"),
        ("Hospital admissions for drug misuse among 15 to 24 year olds in Coventry", "30.3"),
    ],
)
def test_what_a_report_names_is_told(answerer: Answerer, question: str, expected: str) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered"
    assert expected in answer.headline


def test_which_drug_came_first_is_not_told_by_how_many_tests_there_were(answerer: Answerer) -> None:
    turns = ["arrestee drug tests 2016/17, how many", "what share was positive?"]
    assert answerer.answer("which substance came up most often", turns).status == "not_found"


def test_what_seized_drugs_were_worth_is_not_told_by_another_sum(answerer: Answerer) -> None:
    turns = ["how many kg of drugs were seized in 2024/25?"]
    assert answerer.answer("what was it all worth on the street?", turns).status == "not_found"
