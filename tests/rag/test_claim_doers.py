"""Claims of who did a thing, whose person somebody is, what is only considered and what is only said of one place."""

import pytest

from rag.claim_done_otherwise import is_other_way_round
from rag.pipeline import Answerer

WHO_DID_IT = [
    ("The PCC himself presented the paper on Drug Consumption Rooms at the 2020 event.", "contradicted"),
    ("Ernie Hendricks presented a paper on Drug Consumption Rooms at the March 2020 event.", "supported"),
    ("The drug summit in December 2017 was held by the Police and Crime Commissioner.", "supported"),
    ("The cannabis focus group was run by The Delicate Mind.", "supported"),
]
WHOSE_PERSON = [
    ("Ben Twomey of Public Health England presented the report.", "contradicted"),
    ("Ben Twomey of West Midlands Police presented the substance misuse report.", "contradicted"),
    ("The report was presented by Ben Twomey of the Police and Crime Commissioner's office.", "supported"),
]
ONLY_CONSIDERED = [
    ("The Commissioner firmly committed to introducing drug consumption rooms.", "contradicted"),
    ("The Commissioner proposed to consider the benefits of Drug Consumption Rooms.", "supported"),
]
ONLY_THERE = [
    ("The PCC commissioned the new arrest referral service only for Birmingham.", "contradicted"),
    ("The new arrest referral service covers the entire West Midlands force area.", "supported"),
]
DENIED = [
    (
        "Custody suites in the West Midlands were able to test detainees for new psychoactive substances.",
        "contradicted",
    ),
    ("LDIS alerts are never shared at WMCDAP meetings.", "contradicted"),
    ("LDIS alerts are shared at every WMCDAP meeting.", "supported"),
]
WENT = [
    ("Dudley and Walsall both made headway on treatment progress in 2024/25.", "contradicted"),
    ("Sandwell lost ground on treatment progress in 2024/25.", "supported"),
    ("Thanks to extra cash, drug services steadily took on more people between 2010 and 2019.", "contradicted"),
    ("Drug services lost people between 2010 and 2019 because of funding cuts.", "supported"),
]


@pytest.mark.parametrize(
    ("claim", "expected"), [*WHO_DID_IT, *WHOSE_PERSON, *ONLY_CONSIDERED, *ONLY_THERE, *DENIED, *WENT]
)
def test_verdict_by_who_did_what(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


@pytest.mark.parametrize(
    "claim",
    [
        "West Midlands Police commissioned the new arrest referral service.",
        "Each council's drug and alcohol strategy is written by the WMCDAP.",
        "Ellie Parsonage of West Midlands Police co-wrote the 2025 report.",
        "The young non-user dealers in Sandwell were driven by dependence rather than money.",
    ],
)
def test_what_another_does_bears_out_no_claim(answerer: Answerer, claim: str) -> None:
    assert answerer.check(claim).verdict != "supported"


def test_rather_than_turned_round() -> None:
    sentence = "They were motivated economically rather than driven by dependence."
    assert is_other_way_round("They were driven by dependence rather than money.", sentence)
    assert not is_other_way_round("They were motivated economically rather than by dependence.", sentence)
