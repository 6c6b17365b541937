"""Questions that nothing in the reports answers, though what stands near it is there; and those that only look like them."""

import pytest

from rag.pipeline import Answerer

UNTOLD = [
    "how many firearms were seized in 2024/25",
    "how many dealers were arrested in Coventry in 2024/25",
    "how many deaths in custody were there in 2024",
    "how many evictions for drug dealing in Solihull 2024",
    "what share of trafficking defendants pleaded guilty",
    "how many drug tests in schools",
    "How many ex-service personnel are being treated in Dudley?",
    "what's the waiting time for treatment in Walsall",
    "What is the average length of a stay in treatment in Walsall, in weeks?",
    "average age of people dying from drugs in Dudley",
    "How many kilos of heroin were seized in 2024/25?",
    "how many people were sent to prison for dealing in 2024/25",
    "What does the chief constable say in the newspaper write-up of the annual report?",
    "drug deaths in Birmingham prisons 2024",
]
OTHER_KIND = [
    "What did each borough spend on drug treatment in 2024/25?",
    "how many days do clients wait on average for treatment in Birmingham",
]
OTHER_SETTING = [
    "County lines closed in Q3 2024/25",
    "how many organised crime disruptions in the third quarter of 24/25",
    "Figure 4 of the 2025 report: read off Wolverhampton's treatment progress percentage for 2024/25.",
    "what was wolverhampton's treatment progress in 24/25",
    "In 2015/16 what share of opiate clients dropped out of treatment, going by Figure 6?",
    "Read me Birmingham's bar off Figure 4 of the newest report, the 2024/25 one.",
]


@pytest.mark.parametrize("question", [*UNTOLD, *OTHER_KIND, *OTHER_SETTING])
def test_what_stands_near_is_not_told_for_what_is_asked(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "expected_words"),
    [
        ("how many county lines were closed in quarter one of 24/25", "83"),
        ("Treatment progress rate in Solihull 24/25", "56.1"),
        ("if cops grab more cash off the big dealers where is it meant to go", "treatment"),
        ("no wait, how many drug deaths in Dudley in 2024", "25"),
        ("64% of the custody drug tests of 2016/17 were positive, out of how many tests?", "10,466"),
    ],
)
def test_a_word_that_the_answer_says_in_other_words_holds_nothing_back(
    answerer: Answerer, question: str, expected_words: str
) -> None:
    assert expected_words in answerer.answer(question).headline
