"""Which areas rose, fell and stayed: the one group that is asked for alone in the headline, and per cents where they are asked for."""

import pytest

from rag.pipeline import Answerer


@pytest.mark.parametrize(
    ("question", "expected_named", "expected_left_out"),
    [
        (
            "Registered drug deaths 2024 v 2023: where did the number stay exactly as it was?",
            ["Solihull", "Walsall"],
            ["Coventry"],
        ),
        ("Where were drug deaths flat between 2023 and 2024?", ["Solihull", "Walsall"], ["Birmingham"]),
        ("Which areas saw registered drug deaths fall between 2023 and 2024?", ["Birmingham", "Sandwell"], ["Dudley"]),
        ("who saw a rise in drug deaths in 2024?", ["Coventry", "Dudley"], ["Birmingham"]),
        (
            "where did booze deaths come down in 2023, and by what per cent in each place",
            ["10.3%", "18.1%", "22.9%"],
            ["Birmingham"],
        ),
        ("Where did drug deaths neither rise nor fall in 2024?", ["Solihull", "Walsall"], ["Coventry"]),
        ("Where did drug deaths not change in 2024?", ["Solihull", "Walsall"], ["Coventry"]),
        ("How many councils saw a rise in drug deaths in 2024?", ["2 of 7", "Coventry", "Dudley"], ["Solihull"]),
        ("Which boroughs saw drug deaths rise in 2024 and which fall?", ["rose in Coventry", "fell in Birmingham"], []),
        ("Where did drug-related deaths fail to come down in 2024?", ["Coventry", "Solihull"], ["Birmingham"]),
    ],
)
def test_only_the_group_asked_for_is_told_first(
    answerer: Answerer, question: str, expected_named: list[str], expected_left_out: list[str]
) -> None:
    headline = answerer.answer(question).headline
    assert [one for one in expected_named if one not in headline] == []
    assert [one for one in expected_left_out if one in headline] == []


def test_areas_without_a_figure_for_the_year_are_refused_with_the_years_there_are(answerer: Answerer) -> None:
    actual = answerer.answer("where did alcohol deaths go up in 2024?")
    assert actual.status == "not_found"
    assert "by area for 2024; they have it for 2022 and 2023" in actual.headline


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Did Coventry's drug deaths rise more than Dudley's in 2024 in per cent?", "No: Dudley had the larger rise"),
        (
            "Did Birmingham's drug deaths fall less than Sandwell's in percentage terms?",
            "Yes: Sandwell had the larger fall",
        ),
        ("Did drug deaths fall more in Birmingham than in Sandwell?", "Sandwell had the larger fall"),
    ],
)
def test_the_change_of_one_area_is_judged_against_another_where_the_scale_is_plain(
    answerer: Answerer, question: str, expected: str
) -> None:
    assert answerer.answer(question).headline.startswith(expected)


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        (
            "By what per cent did Solihull's drug-related neighbourhood crime fall in 2024/25?",
            "how does Birmingham compare with that?",
            "-15.7%",
        ),
        (
            "How many drug deaths were there in Dudley in 2024?",
            "how does Birmingham compare with that?",
            "a difference of 95",
        ),
    ],
)
def test_what_is_compared_with_a_change_is_a_change(answerer: Answerer, first: str, then: str, expected: str) -> None:
    assert expected in answerer.answer(then, [first]).headline
