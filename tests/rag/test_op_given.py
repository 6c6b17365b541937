"""Sums over numbers that the question hands over: told only where the reports state both numbers."""

import pytest

from rag.pipeline import Answerer

GIVEN = [
    ("of the gangs tracked in 2017, 31 out of 84 had drugs as their main game. wots that in %?", ["36.9%", "31", "84"]),
    ("Of the disruptions' arrests in 2021/22, what percentage were charges (188 against 661)?", ["28.4%"]),
    ("What proportion is 1,654 of 8,215 recorded drug offences?", ["20.1%"]),
    ("Paragraph 53 gives 31 OCGs with drugs as the primary concern. What percentage of all tracked groups is that?", ["36.9%"]),
    ("brum had 8177 in treatment in 22/23 then 8490 the next yr. whats that rise as a percentage", ["3.8%", "8,177"]),
    ("Starting from 8,177 in treatment in Birmingham, what percentage rise would 8,490 be?", ["3.8%"]),
    ("Trafficking offences were 1,654, down from 1,929. What percentage fall is that?", ["fall of 14.3%"]),
    ("Among 16-19 year olds drug use went from 32% to 20%: as a relative decrease?", ["37.5%"]),
    ("drug use amongst 16 to 19s fell from 32% to 20%. how many percentage points is that", ["12 percentage points"]),
    ("2,427 released prisoners went without treatment, i.e. 79% of those in need. What is the whole group?", ["3,072"]),
    ("64% of the 84 gangs, how many is that?", ["About 54"]),
    ("£62,320 a year for each of 22,500 users - what does that come to?", ["£1,402,200,000"]),
    ("22,500 problematic users at the unit cost given in paragraph 27, please", ["£1,402,200,000"]),
    ("£1.4bn divided by 22,500 heroin and crack users, how much each?", ["£62,222"]),
    ("arrests 661, charges 188 for county lines. how many arrests for each charge, what ratio", ["3.5 times"]),
    ("drug offences were 7,450 and then 8,215, what's the difference", ["765"]),
    ("If 120 of 262 deaths were in Birmingham what percentage were elsewhere?", ["54.2% were not"]),
    ("427 of the 580 disruptions - how many weren't county lines?", ["153"]),
    ("Dudley 25 and Walsall 20 drug deaths in 2024 - total of the two?", ["45", "Walsall in 2024"]),
    ("is it right that 31 out of 84 is about 37%?", ["Yes", "36.9%"]),
]  # fmt: skip
STATED_NOWHERE = ["12,345 users out of 99,999, what percentage is that?", "31 out of 97 gangs, what is that in %?"]


@pytest.mark.parametrize(("question", "expected_words"), GIVEN)
def test_a_sum_over_numbers_that_the_question_gives(
    answerer: Answerer, question: str, expected_words: list[str]
) -> None:
    answer = answerer.answer(question)

    assert answer.status == "answered"
    assert all(word in answer.headline for word in expected_words), answer.headline
    assert answer.derivation
    assert answer.citations


@pytest.mark.parametrize("question", STATED_NOWHERE)
def test_numbers_that_no_report_states_are_not_reckoned_with(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question)

    assert answer.derivation is None
