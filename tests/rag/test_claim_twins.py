"""True claims and their false twins: who said it, of whom, two things said at once, a unit left off."""

import pytest

from rag.claim_both import halves_of
from rag.claim_phrases import plain_phrases
from rag.pipeline import Answerer

TWINS = [
    # who pays, who says it, who holds an office
    (
        "According to the 2017 report the majority of substance misuse treatment was funded by the Home Office.",
        "contradicted",
    ),
    ("The government blames higher purity for the rise in drug deaths.", "contradicted"),
    ("DrugWise blames higher purity for the rise in drug deaths.", "supported"),
    ("The chief constable chairs the West Midlands drugs and alcohol partnership.", "contradicted"),
    ("The 2017 report was presented by Simon Foster.", "contradicted"),
    # of which year, of which groups, done or undone
    (
        "The drug poisoning statistics in the 2025 report are based on the year in which the death occurred.",
        "contradicted",
    ),
    ("The Taliban have lifted the ban on poppy growing.", "contradicted"),
    ("64% of the OCGs known to have an impact outside England were involved in drug-related crime.", "contradicted"),
    ("Half of homicides were linked to drugs in 2024/25.", "contradicted"),
    # a unit left off
    (
        "The proportion of non-opiate and alcohol clients in effective treatment in Walsall rose from 82 in 2022 to 91 in 2023.",
        "supported",
    ),
    (
        "The proportion of non-opiate and alcohol clients in effective treatment in Walsall rose from 72 in 2022 to 91 in 2023.",
        "contradicted",
    ),
    (
        "Substance misuse related admissions among Sandwell's 15 to 24 year olds are lower than the England average, 40.0 against 47.4.",
        "supported",
    ),
    ("21.12 tonnes of drugs were seized in 2024/25.", "contradicted"),
    # two things at once, all but one
    ("Dudley had more drug deaths in 2024 than in 2023 and Sandwell had fewer.", "supported"),
    ("Dudley had more drug deaths in 2024 than in 2023 and Sandwell had more too.", "contradicted"),
    ("Possession offences went up everywhere in 2024/25 bar Wolverhampton.", "contradicted"),
    # two counts that stand together
    ("About three quarters of the 580 positive disruptions in 2021/22 were of county lines.", "supported"),
    ("About half of the 580 positive disruptions in 2021/22 were of county lines.", "contradicted"),
]


@pytest.mark.parametrize(("claim", "expected"), TWINS)
def test_verdict_on_twins(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


def test_what_is_said_of_each_of_two_places_is_taken_apart() -> None:
    text = "A1 and B1 both saw fewer deaths than C1 in 2024, and both had fewer deaths than the year before."
    assert len(halves_of(text)) == 4


def test_the_time_told_between_everywhere_and_the_exception_is_moved() -> None:
    assert "everywhere except Dudley in 2024/25" in plain_phrases("It rose everywhere in 2024/25 bar Dudley.")
