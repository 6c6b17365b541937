"""A rate per head of those who use a drug is the estimate's, not the clients' in treatment; better outcomes are more of them."""

import pytest

from rag.pipeline import Answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("whos top for heroin users per head", "14.2 per 1,000"),
        ("whos highest for opiate users per 1,000", "14.2 per 1,000"),
        ("heroin users per thousand in walsall", "11.6 per 1,000"),
        ("how many opiate users are in treatment in Dudley in 23/24", "854"),
        ("have outcomes got better?", "Yes: Total Outcomes"),
        ("are trafficking outcomes better in 24/25?", "No: "),
    ],
)
def test_headline_tells(answerer: Answerer, question: str, told: str) -> None:
    assert told in answerer.answer(question).headline
