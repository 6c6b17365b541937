"""Questions whose words suggest a figure and that a statement in words answers; questions with two halves; doubled terms."""

import pytest

from rag.known_words import as_known_in_words, asks_number_outright
from rag.pipeline import Answerer

IN_WORDS = [
    ("Which body leads the efforts to raise the number of Community Sentence Treatment Requirements?", ["Probation"]),
    ("who gets missed if you go by household surveys for how many take drugs", ["rough sleepers", "prisoners"]),
    ("'alcohol specific' deaths - what gets counted in that and what doesn't", ["direct consequence"]),
    ("What does Sandwell mean to achieve in 2026 out of its lived experience project?", ["LERO"]),
    ("how does the 2025 report explain the drop in diversion for possession", ["community resolution"]),
]
TWO_HALVES = [
    ("How do DrugWise and the government differ over why drug deaths have risen?", ["purity", "older"]),
    ("polish group in Brum - what was their focus group about and who asked to link up with them?", ["Alcohol", "CGL"]),
]
FIGURES = [
    ("possession only - how many got one of those diversion / education things in 2024/25?", ["57"]),
    ("drug related crimes in Brum 24/25, not only possession & dealing, number please", ["8,612"]),
    ("how many turn up to the busiest lunch and learn sessions in Coventry", ["50"]),
    ("why are there two rates for Dudley's hospital admissions in the 2024 report", ["26.5", "26.9"]),
]


@pytest.mark.parametrize(("question", "said"), [*IN_WORDS, *TWO_HALVES, *FIGURES])
def test_the_headline_says_what_is_asked(answerer: Answerer, question: str, said: list[str]) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered", answer.headline
    missing = [words for words in said if words not in answer.headline]
    assert not missing, answer.headline


@pytest.mark.parametrize(
    "question",
    [
        "How many people were in treatment in Walsall in 2023/24?",
        "Did drug-related deaths rise in Coventry in 2024?",
        "Which area had the biggest rise in deaths from drug misuse?",
    ],
)
def test_a_question_for_figures_is_not_taken_for_one_of_words(answerer: Answerer, question: str) -> None:
    query = answerer.read(question)
    assert as_known_in_words(query, answerer.library, answerer.embed) is None


def test_a_part_by_weight_is_refused_where_only_the_whole_is_told(answerer: Answerer) -> None:
    assert answerer.answer("of the 21.12 kg seized how many kg was cannabis?").status == "not_found"


def test_a_number_in_a_clause_is_not_what_is_asked(answerer: Answerer) -> None:
    assert asks_number_outright(answerer.read("how many people use heroin in Walsall"))
    assert not asks_number_outright(answerer.read("which people work to raise the number of referrals"))
