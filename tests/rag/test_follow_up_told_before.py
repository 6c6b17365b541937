"""Follow-ups with a remark behind them, of another kind than the one told, or about a part and the rest of what was told."""

import pytest

from rag.pipeline import Answerer
from rag.question_clauses import without_remarks

TRAFFICKING = (
    "how many trafficking outcomes were there altogether in 2024/25?",
    "and how many of those were positive?",
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("And second? Careful, it's close", "And second?"),
        ("What was Sandwell's? You only gave me Birmingham's.", "What was Sandwell's?"),
        ("who was next? be careful", "who was next?"),
        ("do people care?", "do people care?"),
    ],
)
def test_a_remark_on_the_asking_is_no_part_of_the_question(answerer: Answerer, question: str, expected: str) -> None:
    assert without_remarks(question, answerer.reader.cues) == expected


def test_the_place_after_the_first_is_found_behind_a_remark(answerer: Answerer) -> None:
    first = "Which area had the most possession offences in 2024/25?"
    assert answerer.answer("and second? careful now, it's tight", [first]).headline.startswith("Sandwell ")


def test_a_part_of_those_told_is_narrowed_by_its_word(answerer: Answerer) -> None:
    assert answerer.answer(TRAFFICKING[1], TRAFFICKING[:1]).headline.startswith("621")


def test_how_many_did_not_is_the_rest_of_two_answers(answerer: Answerer) -> None:
    assert answerer.answer("so how many did not end that way?", TRAFFICKING).headline.startswith("1,003")


def test_the_ones_of_another_kind_are_set_against_those_told(answerer: Answerer) -> None:
    actual = answerer.answer(
        "was that fewer than the alcohol ones there that year", ["drug deaths in Walsall in 2023?"]
    )
    assert "20" in actual.headline and "42" in actual.headline


def test_a_time_that_nobody_asked_for_is_not_carried_to_another_measure(answerer: Answerer) -> None:
    turns = ["alcohol dependency rate in Walsall?", "and its opiate and crack rate?"]
    assert "11.6" in answerer.answer(turns[1], turns[:1]).headline
    assert answerer.answer("what's the gap between the two?", turns).headline.startswith("3.9")


def test_the_body_that_a_paragraph_is_about_need_not_stand_in_the_sentence(answerer: Answerer) -> None:
    actual = answerer.answer("For the Regional Organised Crime Unit in 2021/22, arrests minus charges?")
    assert "473" in actual.headline


def test_an_offence_drags_along_no_drug_and_no_body_of_another_subject(answerer: Answerer) -> None:
    history = ["what did the commissioner want done about naloxone", "is brum worse than england for people on heroin"]
    answer = answerer.answer("how much did possession offences go up in sandwell", history)
    assert "605" in answer.headline and "685" in answer.headline
