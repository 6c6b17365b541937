"""Claims in everyday words that no sentence of a report has: another word of the same meaning is enough, a changed part is not."""

import pytest

from rag.claim_synonyms import said_otherwise
from rag.pipeline import Answerer

TWINS = [
    (
        "Coventry's link-up with the coroner is carrying on for another year, and it'll look at alcohol deaths as well.",
        "supported",
    ),
    ("The poppy harvest has collapsed by nine tenths since the Taliban's ban.", "supported"),
    ("The Taliban have outlawed growing opium poppies.", "supported"),
    ("Opium poppy cultivation has been authorised by the Taliban.", "contradicted"),
    ("No force in the country trained and equipped its officers with naloxone before West Midlands did.", "supported"),
    ("Seven in ten of the tracked gangs with reach beyond England were mixed up in drugs.", "supported"),
    ("Continuity of care for prison leavers in Dudley is now better than the national average.", "supported"),
    ("Nationally, continuity of care rates are on average better than those in Dudley.", "contradicted"),
    ("Birmingham's drug and alcohol partnership has signed up over 700 members.", "contradicted"),
    ("Drug deaths kill more than twice as many as road crashes.", "supported"),
    ("Road crashes kill more than twice as many as drug deaths.", "contradicted"),
    ("Councils are not under a legal duty to provide drug treatment.", "supported"),
    ("The NCA owns up that it doesn't know how big gang exploitation of children really is.", "supported"),
]
NOT_SUPPORTED = [
    "A director of public health chairs the partnership.",
    "Extra money from 2010 let treatment services steady their caseloads.",
    "The government now says that arresting more people for drug use cuts drug use.",
    "The PCC's office and West Midlands Police can tackle the drug problem on their own.",
    "Sandwell had the biggest percentage drop in alcohol deaths.",
]


@pytest.mark.parametrize(("claim", "expected"), TWINS)
def test_everyday_words_for_a_sentence(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


@pytest.mark.parametrize("claim", NOT_SUPPORTED)
def test_a_changed_part_is_not_borne_out(answerer: Answerer, claim: str) -> None:
    assert answerer.check(claim).verdict != "supported"


def test_words_and_phrases_of_one_meaning() -> None:
    actual = said_otherwise("it is carrying on for another year", "it was extended by a further year")
    assert {"carrying", "on", "another"} <= actual
    assert not said_otherwise("it was praised", "it was extended")
