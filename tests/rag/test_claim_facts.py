"""Claims of fact without a figure, true and false in one thing each, and claims that compare or bound figures."""

import pytest

from rag.claim_both import halves_of
from rag.claim_manner import CONSIDERED, DONE, PLANNED, denies, is_mixed, stage_of
from rag.pipeline import Answerer

FACTS = [
    ("New Cross Hospital now has Specialist Support Navigators.", "supported"),
    ("Dudley doesn't keep a tally of discarded needles.", "supported"),
    ("The Lived Experience Sub-Group meets every quarter.", "supported"),
    ("Councils are not obliged by law to provide substance misuse treatment.", "supported"),
    ("No other force got there before West Midlands Police in having officers trained with naloxone.", "supported"),
]
FALSE_IN_ONE_THING = [
    ("Dudley records discarded needles.", ("contradicted",)),
    ("The Commissioner pledged to open drug consumption rooms in the West Midlands.", ("contradicted",)),
    ("The MADE festival hosted a pilot of drug testing in 2020.", ("contradicted",)),
    ("The Home Office requires forces to collect data on offending related to drugs.", ("contradicted",)),
    ("West Midlands Police can tackle the issue alone.", ("contradicted", "not_found")),
    ("Centrala ran a focus group about cannabis in Birmingham.", ("contradicted", "not_found")),
    ("Coventry's diversionary fund has paid for driving lessons.", ("contradicted", "not_found")),
    ("BME drug users have been easier to get into treatment.", ("contradicted", "not_found")),
    ("Walsall ran an event on drug-related deaths and naloxone in March.", ("contradicted", "not_found")),
    ("West Midlands Police lead the work on increasing Community Sentence Treatment Requirements.", ("contradicted", "not_found")),
]  # fmt: skip
FIGURES = [
    ("Coventry registered fewer drug deaths than Wolverhampton in 2023 but more than Wolverhampton in 2024.", "supported"),
    ("Coventry registered more drug deaths than Wolverhampton in 2023 but fewer than Wolverhampton in 2024.", "contradicted"),
    ("A single heroin injector can account for as many as 260 acquisitive offences a year.", "supported"),
    ("A single heroin injector can account for as many as 360 acquisitive offences a year.", "contradicted"),
    ("The positive outcome rate for trafficking is about half that for possession.", "supported"),
    ("The positive outcome rate for trafficking is about a quarter of that for possession.", "contradicted"),
    ("In Dudley the proportion of non-opiate clients in effective treatment leapt 23 points between 2022 and 2023.", "supported"),
    ("Sandwell was the only area where drug-related neighbourhood crime did not come down in 2024/25.", "supported"),
    ("Solihull was the only area where drug-related neighbourhood crime did not come down in 2024/25.", "contradicted"),
    ("Possession offences grew by 1,005 year on year.", "conflicting"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "verdict"), [*FACTS, *FIGURES])
def test_a_claim_is_judged_as_it_should_be(claim: str, verdict: str, answerer: Answerer) -> None:
    assert answerer.check(claim).verdict == verdict


@pytest.mark.parametrize(("claim", "verdicts"), FALSE_IN_ONE_THING)
def test_a_claim_that_is_false_in_one_thing_is_not_supported(
    claim: str, verdicts: tuple[str, ...], answerer: Answerer
) -> None:
    assert answerer.check(claim).verdict in verdicts


def test_a_claim_of_two_years_is_taken_apart() -> None:
    one, two = halves_of("Leeds had fewer thefts than York in 2020 but more in 2021.")
    assert (one, two) == (
        "Leeds had fewer thefts than York in 2020.",
        "Leeds had more thefts than York in 2021.",
    )


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The benefits of rooms are to be considered.", CONSIDERED),
        ("The scheme is to be established.", PLANNED),
        ("The team was set up, which is to help people.", DONE),
    ],
)
def test_how_far_a_thing_has_come(text: str, stage: int) -> None:
    assert stage_of(text) == stage


def test_a_denial_counts_in_its_own_part_only() -> None:
    sentence = "Six councils recorded needles (York, which does not record them, is excluded)."
    assert denies(sentence, "York records needles.")
    assert not denies("It is for people who did not respond to treatment.", "The treatment is for people.")


def test_words_of_two_subjects_are_not_mixed() -> None:
    sentence = "Cannabis was the topic of the group that Alpha ran, and Alcohol of the one that Beta ran."
    assert is_mixed("Alpha ran a group on alcohol.", sentence)
    assert not is_mixed("Alpha ran a group on cannabis.", sentence)
