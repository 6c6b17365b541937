"""Claims in two sentences, of a base, of the rest, of a first told by a denial: what is said of whom."""

import pytest

from rag.claim_cues import HEDGED, ONLY
from rag.claim_phrases import plain_phrases
from rag.pipeline import Answerer

BASES = [
    ("Police believe drugs were behind 43 West Midlands homicides in 2023.", "contradicted"),
    ("In 2023 police recorded 43 homicides in the West Midlands.", "supported"),
    ("Of 43 homicides in the West Midlands in 2023, more than half had a link to drugs.", "supported"),
]
THE_REST = [
    (
        "62 per cent of offenders who had used drugs before custody are reconvicted within a year. "
        "For the rest it is 30 per cent.",
        "supported",
    ),
    (
        "30 per cent of offenders who had used drugs before custody are reconvicted within a year. "
        "For the rest it is 62 per cent.",
        "contradicted",
    ),
]
ENDS = [
    (
        "Possession offences in Birmingham were up by more than a quarter, from 2,664 to 3,417, in 2024/25.",
        "supported",
    ),
    ("Possession offences in Birmingham rose from 2,664 to 3,417 in 2024/25.", "supported"),
    ("About two in five of those in treatment in Birmingham in 2023/24 were there for the first time.", "supported"),
    ("About one in five of those in treatment in Birmingham in 2023/24 were there for the first time.", "contradicted"),
]
FIRST = [
    ("No force in the country had officers trained with naloxone before West Midlands Police did.", "supported"),
]


@pytest.mark.parametrize(("claim", "expected"), [*BASES, *THE_REST, *ENDS, *FIRST])
def test_verdict_by_what_is_said_of_whom(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


def test_a_statement_of_the_region_bears_out_no_claim_of_one_place(answerer: Answerer) -> None:
    claim = "Dudley did better than the country at large at getting prison leavers into treatment in 2015/16."
    assert answerer.check(claim).verdict != "supported"


def test_the_beginning_of_a_claim_without_its_number_decides_nothing(answerer: Answerer) -> None:
    claim = "In 2021/22, before the latest increases, Birmingham had 8,015 people in treatment."
    assert answerer.check(claim).verdict == "not_found"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dudley did better than the country", "Dudley did better than the country"),
        ("better than a third of them", "over a third of them"),
        ("80 people on its books", "80 people in treatment"),
    ],
)
def test_plain_phrases(text: str, expected: str) -> None:
    assert plain_phrases(text) == expected


def test_a_number_in_words_may_end_what_hedges_it() -> None:
    assert HEDGED.search("the country had fewer than nine.")
    assert not HEDGED.search("fewer than onerous")


def test_half_of_what_another_has_is_no_change_over_time(answerer: Answerer) -> None:
    claim = "The positive outcome rate for trafficking has improved, but it's still only about half of what it is for possession."
    assert answerer.check(claim).verdict != "contradicted"


def test_barely_is_about() -> None:
    assert plain_phrases("Barely a fifth of them") == "about a fifth of them"
    assert plain_phrases("barely a trace") == "barely a trace"


def test_one_area_alone_with_a_share_is_no_claim_of_only_one() -> None:
    assert not ONLY.search("Birmingham alone generated just over half of the offences")
    assert ONLY.search("Birmingham alone saw a rise")
