"""Turns that leave what was asked before, whatever they call it."""

import pytest

LINES = "how many county lines were closed in 2024/25"
DEATHS = "which area saw alcohol deaths rise most"


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        (
            LINES,
            "Never mind county lines. 2019/20 'Opiates only' users: has Coventry or Walsall got more of them?",
            "909",
        ),
        (LINES, "moving off county lines: how many drug-related deaths did Walsall have in 2024?", "20"),
        (DEATHS, "New question entirely: subjects done so far at Coventry's lunchtime learning forum?", "Ketamine"),
        (DEATHS, "Different subject altogether - what training is offered in Coventry?", "Lunch and Learn"),
    ],
)
def test_a_turn_that_leaves_the_subject_is_read_alone(answerer, before, question, told):
    assert told in answerer.answer(question, [before]).headline


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        ("alcohol deaths in Dudley 2023", "forget Dudley, what about Walsall?", "42"),
        ("possession offences in Dudley 2024/25", "leave possession: and trafficking?", "111"),
    ],
)
def test_one_that_leaves_only_a_part_of_it_still_leans_on_the_rest(answerer, before, question, told):
    assert told in answerer.answer(question, [before]).headline


def test_why_it_is_asked_is_no_part_of_the_question(answerer):
    question = (
        "2019/20 'Opiates only' users: has Coventry or Walsall more? (Coventry has more combined, that's why I ask.)"
    )
    assert "909" in answerer.answer(question).headline
