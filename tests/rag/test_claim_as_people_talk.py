"""Claims as people talk: with what they feel about it, whose plan it is, of one thing and nothing else, of who was set aside."""

import pytest

from rag.claim_only_one import shuts_out_more
from rag.claim_phrases import plain_phrases
from rag.claim_set_aside import names_set_aside
from rag.pipeline import Answerer

FELT = [
    ("Delighted to see that Dudley now has a specialist dual diagnosis team!", "contradicted"),
    ("Wonderful that Wolverhampton has a peer engagement role so homeless people can get into treatment!", "supported"),
]
PLANNED = [
    ("Equipping police officers with naloxone was among the Commissioner's proposals.", "supported"),
    ("Giving paramedics naloxone was on the Commissioner's list.", "contradicted"),
    ("If the Commissioner had his way, people hooked on drugs would be diverted into treatment.", "supported"),
    ("Under the Commissioner's plan, heroin would be prescribed to anyone who asks for it.", "not_found"),
]
ONE_ONLY = [
    ("Test purchases in Dudley cover tobacco only.", "contradicted"),
    ("The drugs early warning system is for police only.", "not_found"),
    ("The arrest referral service that the PCC bought covers Coventry alone.", "contradicted"),
    ("Trading Standards in Dudley run test purchases for alcohol, tobacco and vapes.", "supported"),
]
BESIDE_THE_AVERAGE = [
    ("Dudley trails the national average for continuity of care from prison.", "contradicted"),
    ("Dudley beats the national average on continuity of care for prison leavers.", "supported"),
]
GIVEN_UP = [
    ("Coventry's pilot with the coroner was wound up after its first year.", "contradicted"),
    ("The pilot with the coroner in Coventry has been given another year.", "supported"),
]
OF_ONE_SUBJECT = [
    ("Trading Standards in Dudley work with landlords to evict offenders.", "supported"),
    ("Trading Standards in Dudley work with landlords to house offenders.", "not_found"),
]


@pytest.mark.parametrize(
    ("claim", "expected"), [*FELT, *PLANNED, *ONE_ONLY, *BESIDE_THE_AVERAGE, *GIVEN_UP, *OF_ONE_SUBJECT]
)
def test_verdict_on_a_claim_as_people_talk(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So pleased to see the new team working!", "the new team working!"),
        ("Good treatment pays for itself.", "Good treatment pays for itself."),
        ("Dudley lags the national average.", "Dudley is below the national average."),
    ],
)
def test_plain_words(text: str, expected: str) -> None:
    assert plain_phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [
        ("Tests cover tobacco only.", "Tests cover alcohol and tobacco.", True),
        ("Tests cover tobacco only.", "Tests cover only tobacco.", False),
        ("Only 22 of the tests failed.", "22 tests failed.", False),
    ],
)
def test_one_thing_only(text: str, sentence: str, expected: bool) -> None:
    assert shuts_out_more(text, sentence) is expected


def test_who_is_set_aside() -> None:
    text = "Councils, and not the police, are the ones who chair the group."
    assert names_set_aside(text, "Councils and the police chair the group.")
    assert not names_set_aside(text, "Councils chair the group.")
