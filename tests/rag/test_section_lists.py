"""The points of a district's section, the titles of numbered sections, and the districts that a sentence leaves out."""

import pytest

from rag.pipeline import Answerer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Dudley's entry in the 2025 progress report makes three points of good practice. Which?", "Trading Standards"),
        ("Name Birmingham's trio of local progress items, 2025.", "Deep Engagement Partners"),
        ("what 3 projects did cov put in the 2025 report", "Lunch and Learn"),
        ("Not the intermediate ones: what are the strategic outcomes in the 2025 report?", "Drug-Related Crime"),
        ("list the three intermediate outcomes", "Increasing Engagement in Drug Treatment"),
    ],
)
def test_what_stands_under_headings_is_listed(answerer: Answerer, question: str, expected: str) -> None:
    assert expected in answerer.answer(question).headline


def test_points_on_one_subject_are_not_all_points(answerer: Answerer) -> None:
    headline = answerer.answer("What initiatives did Walsall report for women offenders?").headline
    assert "female offenders" in headline
    assert "LDIS" not in headline


def test_districts_that_a_sentence_leaves_out_are_told(answerer: Answerer) -> None:
    question = (
        "For treatment within 21 days of leaving prison the 2017 paper picks out some areas as significantly worse than "
        "England. Which three of our seven did it not pick out?"
    )
    assert answerer.answer(question).headline.startswith("Not named: Coventry, Sandwell and Solihull.")


def test_those_that_failed_to_bring_a_number_down_rose_or_stayed(answerer: Answerer) -> None:
    question = (
        "Name every council area that failed to bring its registered drug-related deaths down between 2023 and 2024."
    )
    headline = answerer.answer(question).headline
    assert all(area in headline for area in ("Coventry", "Dudley", "Solihull", "Walsall"))
    assert "Birmingham" not in headline
