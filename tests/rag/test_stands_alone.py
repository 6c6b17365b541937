"""Questions of a chat that stand by themselves after a question on something else."""

import pytest

DEATHS = "how many alcohol deaths in Wolverhampton in 2023"
TREATMENT = "how many people were in treatment in Birmingham in 23/24"


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        (DEATHS, "is drug dealing going down in walsall", ("131", "122")),
        (DEATHS, "are possession offences up in solihull", ("268", "325")),
        (TREATMENT, "whats the nine principles", ("Harm-reduction", "Evidence-based policing")),
    ],
)
def test_a_question_with_a_subject_of_its_own_is_no_follow_up(answerer, before, question, told):
    answer = answerer.answer(question, [before])
    assert all(part in answer.headline for part in told)


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        ("how many trafficking offences in Dudley in 2024/25", "and possession?", "467"),
        (DEATHS, "and in Coventry?", "57"),
        (TREATMENT, "how many of those were for opiates?", "5,573"),
    ],
)
def test_one_that_leans_on_the_turn_before_still_does(answerer, before, question, told):
    assert told in answerer.answer(question, [before]).headline


def test_a_greeting_hides_no_yes(answerer):
    assert answerer.answer("hiya are drug deaths going up in cov?").headline.startswith("Yes:")
