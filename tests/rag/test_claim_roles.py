"""A claim's number counts only in the role that the report gives it; facts without a number; claims told in turn."""

import pytest

from rag.claim_names import people_in, without_person
from rag.pipeline import Answerer

ROLES = [
    ("Drugs were the primary concern for 31 of the 84 organised crime groups tracked in July 2017.", "supported"),
    ("Drugs were only a tertiary flag for 31 of the tracked gangs.", "contradicted"),
    ("27 of the OCGs with reach beyond England were involved in drugs.", "contradicted"),
    ("2,427 people with a need for treatment were not getting any within 21 days of release.", "supported"),
    ("2,427 people released from prison in 2015/16 got into treatment within 21 days.", "contradicted"),
    ("62% of offenders who had not used drugs before custody were reconvicted within a year.", "contradicted"),
    ("Each problematic drug user costs the West Midlands £1.4bn a year.", "contradicted"),
    ("48% of all crime is committed by weekly users of heroin or cocaine.", "contradicted"),
    ("Rough sleeping across the West Midlands had risen six-fold since 2010.", "contradicted"),
    ("Rough sleeping in Birmingham has gone up six-fold since 2010.", "supported"),
    ("Prisoners started offending at a mean age of 16.2 years.", "contradicted"),
    ("For every £1 invested in drug treatment society loses £2.50.", "contradicted"),
    ("21.12 tonnes of illegal substances were seized in 2024/25.", "contradicted"),
    ("The number of drug-related crimes in the force area fell by 8.1%.", "contradicted"),
    ("Nearly half of the organised crime groups (54 of 84) were heavily into drugs in 2017.", "contradicted"),
    ("Coventry did not record 43 drug-related deaths in 2024.", "contradicted"),
    ("3,542 people in all were in treatment in Birmingham in 2023/24.", "contradicted"),
    ("Coventry registered 61 alcohol-specific deaths in calendar year 2024.", "not_found"),
    ("12.5% of homicides in Coventry were linked to drugs in 2024/25.", "not_found"),
    (
        "In 2015/16, 30% of West Midlands adults needing treatment took it up within 21 days of leaving prison.",
        "contradicted",
    ),
]
FACTS = [
    ("Our police were the first force anywhere in the country to have officers trained in naloxone.", "supported"),
    ("West Midlands Police was the second force in the country to have its officers carry naloxone.", "contradicted"),
    ("They already trialled a drug checking service at a music festival, MADE in 2018.", "supported"),
    ("A drug testing service was piloted at the MADE festival in 2016.", "contradicted"),
    ("The West Midlands CDAP was set up in August 2022.", "supported"),
    ("The West Midlands CDAP was set up in March 2021.", "contradicted"),
    ("Simon Foster chairs the West Midlands Combating Drugs and Alcohol Partnership.", "supported"),
    ("The regional drugs and alcohol partnership is chaired by Mayor Richard Parker.", "contradicted"),
    ("Dudley's continuity of care rates are above the national average.", "supported"),
    ("Continuity of care rates in Dudley are below the national average.", "contradicted"),
    ("The partnership has its own drug testing laboratory.", "not_found"),
]
COMPARED = [
    ("Neither Solihull nor Walsall saw any change in registered drug deaths between 2023 and 2024.", "supported"),
    ("Neither Dudley nor Walsall saw any change in drug-related deaths between 2023 and 2024.", "contradicted"),
    ("Drug deaths in Dudley did not fall between 2023 and 2024.", "supported"),
    ("Drug deaths in Dudley did not rise between 2023 and 2024.", "contradicted"),
    ("In Solihull more than three times as many people finished treatment as dropped out in 2022/23.", "supported"),
    ("In Solihull more than five times as many people finished treatment as dropped out in 2022/23.", "contradicted"),
    (
        "Unmet treatment need in Sandwell now stands nearly nine percentage points below the England average.",
        "supported",
    ),
    ("England's rate of opiate and crack use was 8.85 per 1,000 in 2016/17, compared with 12.06 here.", "supported"),
    ("Recorded possession offences in the force area topped 6,500 in 2024/25.", "supported"),
    ("Birmingham was the only place where the number in opiate treatment dropped in 2023/24.", "contradicted"),
    ("Solihull was the only area to improve on treatment progress in 2024/25.", "contradicted"),
    ("Birmingham was the only area where alcohol-specific deaths rose by more than 10% in 2023.", "supported"),
    ("Walsall and Wolverhampton both have opiate and crack use rates above 11 per 1,000.", "supported"),
    ("Walsall and Dudley both have opiate and crack use rates above 11 per 1,000.", "contradicted"),
    ("Birmingham has both the highest number and the highest rate of opiate and crack users.", "supported"),
    ("Birmingham has both the highest number and the highest rate of alcohol dependent people.", "contradicted"),
    ("Fewer than a dozen people died drug-related deaths in Solihull in 2024.", "supported"),
    ("Trafficking offences in Sandwell fell by 20.9 percentage points in 2024/25.", "contradicted"),
    ("Possession makes up about four fifths of recorded drug offences in 2024/25.", "supported"),
]


@pytest.mark.parametrize(("claim", "expected"), [*ROLES, *FACTS, *COMPARED])
def test_verdict(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


def test_a_larger_change_is_taken_in_number_and_says_so(answerer: Answerer) -> None:
    verdict = answerer.check(
        "No authority had a bigger rise in opiate clients between 2022/23 and 2023/24 than Coventry."
    )
    assert verdict.verdict == "supported"
    assert "in number" in verdict.headline


def test_people_are_told_from_places_and_titles(answerer: Answerer) -> None:
    text = "The board in West Bromwich is chaired by Mayor Jane Smith."
    assert people_in(text, answerer.library.lexicon) == ("Jane Smith",)
    assert without_person(text, "Jane Smith") == "The board in West Bromwich is chaired by ."
