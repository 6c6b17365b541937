"""A place set against the country, with no number told."""

import pytest

from rag.pipeline import Answerer

LEAVERS = "In 2015/16 the share of our prison leavers in need who got into community treatment within three weeks was {} the national average."
VERDICTS = [
    (LEAVERS.format("below"), "supported"),
    (LEAVERS.format("above"), "contradicted"),
    ("Unmet need among Sandwell's heroin and crack users is running above the national rate.", "contradicted"),
    (
        "Admissions for substance misuse among Sandwell residents aged 15 to 24 are below the national rate.",
        "supported",
    ),
]


@pytest.mark.parametrize(("claim", "expected_verdict"), VERDICTS)
def test_the_two_values_of_a_sentence_decide(claim: str, expected_verdict: str, answerer: Answerer) -> None:
    assert answerer.check(claim).verdict == expected_verdict
