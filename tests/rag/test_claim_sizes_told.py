"""Numbers of a claim by how they are told: sizes of changes, signs, "-odd", places in a ranking, two numbers of one sentence."""

import pytest

from rag.claim_phrases import plain_phrases
from rag.pipeline import Answerer

SIZES = [
    ("The rise in drug possession offences from 2023/24 to 2024/25 came to 1,005.", "conflicting"),
    ("The fall in registered drug deaths from 2023 to 2024 amounted to 33.", "supported"),
    ("The increase in recorded drug offences from 2023/24 to 2024/25 stood at 765.", "supported"),
    ("The fall in registered drug deaths in Birmingham between 2023 and 2024 came to 42.", "contradicted"),
    ("Registered drug deaths in Coventry went up from 37 to 43.", "supported"),
]
SIGNS = [
    (
        "Walsall posted the steepest fall in drug-related neighbourhood crime in 2023/24, minus 17 per cent.",
        "supported",
    ),
    (
        "Walsall posted the steepest fall in drug-related neighbourhood crime in 2023/24, minus 27 per cent.",
        "contradicted",
    ),
    (
        "Sandwell, at minus 23.5 per cent, had the biggest proportional drop in registered drug deaths in 2024.",
        "supported",
    ),
    ("Dudley's drug-related neighbourhood crime in 2023/24 was minus 34 per cent.", "contradicted"),
]
ODD = [
    ("Users of heroin, crack or powder cocaine committed 43,600-odd acquisitive crimes in 2016/17.", "supported"),
    ("About 45,600 acquisitive crimes were committed by weekly cocaine and heroin users in 2016/17.", "contradicted"),
    ("West Midlands Police was tracking 80-odd OCGs in July 2017.", "supported"),
    ("West Midlands Police was tracking 60-odd OCGs in July 2017.", "contradicted"),
]
PLACES = [
    (
        "Third place for substance misuse hospital admissions goes to Birmingham, behind Wolverhampton and Walsall.",
        "conflicting",
    ),
    ("Second place for drug trafficking offences in 2024/25 went to Sandwell.", "contradicted"),
    ("For drug trafficking offences in 2024/25 Coventry came in second, behind Birmingham.", "supported"),
    ("Dudley sits in second place for drug possession offences in 2024/25.", "contradicted"),
]
TWO = [
    ("On average prisoners began taking drugs at 14.2 years old and started offending at 16.2.", "contradicted"),
    ("On average prisoners began offending at 14.2 years old and started taking drugs at 16.2.", "supported"),
    ("Total outcomes came to 8,333 and positive outcomes to 5,657 in 2024/25.", "supported"),
    ("Drug offence outcomes totalled 8,333 in 2024/25, of which 5,657 were positive.", "supported"),
    ("Drug offence outcomes totalled 8,733 in 2024/25, of which 5,657 were positive.", "contradicted"),
]
OF_OTHERS = [
    ("Half of all trafficking outcomes in Birmingham were positive in 2024/25.", "not_found"),
    ("In 2022/23 the rate of alcohol dependency in Dudley was 14.9 per 1,000.", "not_found"),
    ("The rate of alcohol dependency in Dudley was 16.9 per 1,000.", "contradicted"),
    ("The local illegal drug market was valued at around £1.4bn in 2017.", "contradicted"),
    ("The local drug market was valued at around £188m in 2017.", "supported"),
    ("In the opening quarter of 2024/25 there were 150 organised crime disruptions in the force area.", "contradicted"),
    (
        "Children who ever played truant are over three times likelier to take drugs than kids who never have.",
        "supported",
    ),
    ("Operations in 2024/25 took well over two tonnes of illegal drugs off the streets.", "contradicted"),
    ("Police seized half a tonne of illegal drugs in 2024/25.", "contradicted"),
    ("Just over 21 kg of illegal substances were seized in 2024/25.", "supported"),
]


@pytest.mark.parametrize(("claim", "expected_verdict"), SIZES + SIGNS + ODD + PLACES + TWO + OF_OTHERS)
def test_a_number_is_judged_as_it_is_told(answerer: Answerer, claim: str, expected_verdict: str) -> None:
    assert answerer.check(claim).verdict == expected_verdict


@pytest.mark.parametrize(
    ("text", "expected_text"),
    [
        ("There were 1,700-odd users.", "There were about 1,700 users."),
        ("some 20,000-odd users", "some just over 20,000 users"),
        ("an average of 10 plus 20 per cent", "an average of 10 plus 20 per cent"),
        ("Sandwell (minus 23.5 per cent) fell", "Sandwell (-23.5 per cent) fell"),
        ("began offending at 14.2 years old", "began offending at 14.2 years old"),
    ],
)
def test_turns_of_phrase_are_put_plainly(text: str, expected_text: str) -> None:
    assert plain_phrases(text) == expected_text
