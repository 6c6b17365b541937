"""Follow-ups that set the answer before against something: another area, measure or time, or the areas of several turns."""

import pytest

from rag.pipeline import Answerer

RATE = "What was Solihull's rate of opiate and crack use per 1,000 in 2022/23?"
DRUG_DEATHS = "How many drug-related deaths in Coventry in 2024?"


def headline(answerer: Answerer, *turns: str) -> str:
    actual = answerer.answer(turns[-1], turns[:-1])
    assert actual.status == "answered"
    return actual.headline


@pytest.mark.parametrize("question", ["Lower than Dudley's?", "is it lower than Dudley's"])
def test_a_bare_comparison_sets_the_area_before_against_another(answerer: Answerer, question: str) -> None:
    assert headline(answerer, RATE, question).startswith("Yes: Solihull was lower: 7.1 per 1,000")


def test_more_or_less_tells_which_and_not_yes_or_no(answerer: Answerer) -> None:
    actual = headline(answerer, "people in treatment for opiates in coventry 23/24?", "more or less than walsall?")
    assert actual.startswith("Coventry was higher: 1,003") and "against 939 in Walsall" in actual


def test_how_many_fewer_is_the_gap_between_the_areas(answerer: Answerer) -> None:
    actual = headline(
        answerer, "drug trafficking offences in Dudley in 24/25?", "which is how many fewer than Sandwell"
    )
    assert "63" in actual and "220" not in actual


def test_points_above_another_measure_are_the_gap_between_both(answerer: Answerer) -> None:
    first = "What was the positive outcome proportion for possession in 2024/25?"
    actual = headline(answerer, first, "and how many points above the trafficking one is it?")
    assert actual.startswith("36.9 percentage points more")


def test_another_period_is_set_against_that_of_the_answer_before(answerer: Answerer) -> None:
    closed = headline(
        answerer, "how many county lines were closed in 2021/22?", "and compared to 2024/25, whats the % drop"
    )
    assert "18.7%" in closed
    assert headline(answerer, DRUG_DEATHS, "more than the year before?").startswith("Yes: ")


def test_a_measure_of_another_year_is_set_against_the_answer_before(answerer: Answerer) -> None:
    actual = headline(answerer, DRUG_DEATHS, "is that more than its alcohol deaths in 2023?")
    assert actual.startswith("No: 14 fewer: 43 ") and "57" in actual


def test_faster_than_that_compares_two_changes(answerer: Answerer) -> None:
    first = "how much did charges or summonses for possession go up in 24/25"
    actual = headline(answerer, first, "did community resolutions for possession go up faster than that?")
    assert actual.startswith("No: ") and "+25.6%" in actual and "+50.5%" in actual


@pytest.mark.parametrize("question", ["whats the gap between them", "whats the gap then"])
def test_the_gap_between_them_is_not_the_rise_of_both_together(answerer: Answerer, question: str) -> None:
    assert headline(answerer, "alcohol deaths in birmingham 2023?", "and walsall", question).startswith("157 more")


@pytest.mark.parametrize("question", ["so whos got more", "whose is bigger", "so who has more"])
def test_who_has_more_is_asked_of_the_areas_of_both_turns(answerer: Answerer, question: str) -> None:
    actual = headline(answerer, "number of alcohol dependent ppl in dudley?", "and walsall", question)
    assert actual.startswith("Dudley was higher: 3,718") and "3,346" in actual


def test_whether_an_area_is_one_of_those_listed(answerer: Answerer) -> None:
    first = "which places had more people drop out of treatment than finish it in 22/23?"
    assert headline(answerer, first, "was dudley one of them").startswith("No: ")
    assert headline(answerer, first, "was walsall one of them").startswith("Yes: ")


def test_which_went_up_lists_only_those(answerer: Answerer) -> None:
    first = "did drug related neighbourhood crime drop in walsall in 23/24 compared to the year before?"
    actual = answerer.answer("which ones went up instead", [first])
    assert "Dudley" in actual.headline and "Coventry" not in actual.headline
    assert "Coventry" in " ".join(actual.detail)


def test_the_year_before_a_fall_is_the_fall_of_that_year(answerer: Answerer) -> None:
    first = "Which council had the steepest drop in neighbourhood crime in 24/25?"
    assert headline(answerer, first, "and the year before?").startswith("Walsall had the largest fall")
