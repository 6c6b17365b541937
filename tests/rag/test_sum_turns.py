"""Sums over the answers to the turns before, follow-ups about what a ranking found, and what a follow-up leaves behind."""

import pytest

from rag.pipeline import Answerer

GANGS = ("how many crime gangs were the police tracking in July 2017?", "how many had reach beyond England?")
TREATED = ("How many people were in treatment in Solihull in 2023/24?", "And new presentations there that year?")
ADULTS = (
    "In the 2017 paper, how many adults had used any illegal drug in the last year?",
    "how many of those used cannabis?",
)
TESTS = ("How many drug tests were given to arrestees in 2016/17?", "What proportion came back positive?")


@pytest.mark.parametrize(
    ("turns", "question", "expected"),
    [
        (GANGS, "and what percentage of them is that", "32.1%"),
        (TREATED, "What percentage of the first figure is the second?", "58.5%"),
        (ADULTS, "so the rest come to how many?", "33,000"),
        (TESTS, "Roughly what number is that?", "About 6,698"),
    ],
)
def test_two_answers_are_set_together(answerer: Answerer, turns: tuple[str, ...], question: str, expected: str) -> None:
    actual = answerer.answer(question, turns)
    assert actual.headline.startswith(expected)
    assert actual.derivation is not None and actual.citations


def test_two_years_of_one_measure_are_no_part_and_whole(answerer: Answerer) -> None:
    turns = ["How many trafficking offences in Coventry in 2023/24?", "and in 2024/25?"]
    assert "33.3%" in answerer.answer("as a percentage?", turns).headline


def test_how_many_of_those_were_not_is_the_rest(answerer: Answerer) -> None:
    first = "How many outcomes in total were recorded for drug offences in 2024/25?"
    actual = answerer.answer("And how many of those were not positive outcomes?", [first])
    assert actual.headline.startswith("2,676")


@pytest.mark.parametrize(
    ("first", "question", "expected"),
    [
        ("which area had the most trafficking offences in 24/25?", "and how many did it have the year before?", "749 "),
        ("which area had the fewest alcohol deaths in 2023?", "and drug deaths there?", "11 "),
        ("which area had the most people in treatment in 2023/24?", "and if you don't count that one?", "Sandwell"),
    ],
)
def test_the_area_that_a_ranking_found_is_spoken_of(
    answerer: Answerer, first: str, question: str, expected: str
) -> None:
    assert answerer.answer(question, [first]).headline.startswith(expected)


def test_all_seven_together_is_a_total(answerer: Answerer) -> None:
    first = "How many deaths from drug misuse were registered in Coventry in 2022?"
    actual = answerer.answer("What does that come to across all seven authorities?", [first])
    assert actual.headline.startswith("163 ")


def test_all_substances_leave_the_kind_of_client_behind(answerer: Answerer) -> None:
    first = "How many people were in treatment for opiates in Sandwell in 2023/24?"
    assert answerer.answer("and for all substances together?", [first]).headline.startswith("2,095 ")


@pytest.mark.parametrize(
    ("first", "question"),
    [
        ("What is the level of unmet need among opiate and crack users in Sandwell?", "And for Dudley?"),
        ("How many homicides were recorded in the West Midlands in 2023?", "What were the victims' ages?"),
    ],
)
def test_what_is_told_of_another_place_or_of_no_one_is_not_found(answerer: Answerer, first: str, question: str) -> None:
    assert answerer.answer(question, [first]).status == "not_found"


def test_the_same_story_is_no_report(answerer: Answerer) -> None:
    first = "Did Walsall's drug-related deaths change between 2023 and 2024?"
    assert "unchanged at 11" in answerer.answer("same story for Solihull?", [first]).headline


def test_what_counts_as_one_is_a_definition(answerer: Answerer) -> None:
    first = "How many positive outcomes were there for drug offences in 2024/25?"
    assert "community resolution" in answerer.answer("What counts as one?", [first]).headline


def test_who_leads_that_is_asked_of_what_was_told(answerer: Answerer) -> None:
    first = "Is the partnership still working on Community Sentence Treatment Requirements, per the 2025 report?"
    assert "Probation" in answerer.answer("Who leads that?", [first]).headline


def test_a_share_of_two_answers_is_that_of_both_together(answerer: Answerer) -> None:
    exits = ["How many people completed treatment successfully in Coventry in 2022/23?", "how many dropped out?"]
    assert answerer.answer("so what percentage completed?", exits).headline.startswith("43.0%")
    offences = ["How many drug possession offences in Birmingham in 2024/25?", "and trafficking?"]
    assert answerer.answer("what share is that?", offences).headline.startswith("17.6%")


def test_the_rest_of_a_sum_is_what_its_other_parts_count(answerer: Answerer) -> None:
    turns = ["How many drug offences in the West Midlands in 2024/25?", "how many of those were trafficking?"]
    assert "6,562" in answerer.answer("what's the rest?", turns).headline


def test_the_share_of_the_area_that_a_ranking_found(answerer: Answerer) -> None:
    first = "Which area had the most people in treatment in 2023/24?"
    assert answerer.answer("what share of the region is that?", [first]).headline.startswith("44.1%")


def test_a_rate_of_something_else_is_not_told(answerer: Answerer) -> None:
    actual = answerer.answer("whats that per 1000 people", ["how many drug offences in sandwell 24/25"])
    assert "admissions" not in actual.headline
