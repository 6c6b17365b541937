"""Of what a claim says a number: of an area or the whole region, of each or of all, of the market or the cost; of whom it denies a thing."""

import pytest

from rag.pipeline import Answerer

WHOLES = [
    ("Birmingham accounted for 120 of the 262 registered drug deaths in 2024.", "supported"),
    ("Birmingham accounted for 120 of the 295 registered drug deaths in 2024.", "contradicted"),
    ("Birmingham's share of the 262 registered drug deaths in 2024 was just under 46%.", "supported"),
    ("Coventry saw 43 of the region's 262 registered drug deaths in 2024.", "supported"),
    ("Coventry saw 37 of the 262 registered drug deaths in 2024.", "contradicted"),
    ("Of the 262 registered drug deaths in Birmingham in 2024, 120 were men.", "contradicted"),
]
MONEY = [
    ("Substance misuse costs the West Midlands £188m a year.", "contradicted"),
    ("Heroin and crack users cost the West Midlands £62,320 a year.", "contradicted"),
    ("The annual cost of each problematic drug user is put at £62,320.", "supported"),
    ("Every year the West Midlands loses £1.4 billion to substance misuse.", "supported"),
]
WHOM = [
    (
        "The Commissioner proposed giving heroin in a clinical setting to people for whom other treatment had not worked.",
        "supported",
    ),
    (
        "Heroin is to be prescribed in a medical setting to addicted people whom other treatment did not help.",
        "supported",
    ),
    (
        "The proposal is to prescribe heroin in a medical setting to people for whom other treatments worked.",
        "contradicted",
    ),
    (
        "The Commissioner did not propose heroin in a clinical setting for people for whom other treatment failed.",
        "contradicted",
    ),
    (
        "Because the Taliban banned it the poppy harvest is down by nine tenths, already pushing heroin prices up.",
        "supported",
    ),
]
TOLD = [
    ("In 2019/20, Wolverhampton led the seven on alcohol dependency with 18.3 per 1,000.", "supported"),
    ("Coventry trimmed trafficking offences by a third in 2024/25.", "supported"),
    ("Coventry trimmed trafficking offences by a half in 2024/25.", "contradicted"),
    ("The treatment headcount in Birmingham passed 9,300 in 2024/25.", "supported"),
    ("Solihull's treatment headcount climbed past 1,300 in 2024/25.", "contradicted"),
    ("Five of the seven areas saw fewer trafficking offences than 200 in 2024/25.", "supported"),
    (
        "The average age at which prisoners first offended was 14.2, two years before they first used drugs.",
        "supported",
    ),
]


@pytest.mark.parametrize(("claim", "expected_verdict"), WHOLES + MONEY + WHOM + TOLD)
def test_a_claim_is_judged_by_whom_it_is_of(answerer: Answerer, claim: str, expected_verdict: str) -> None:
    assert answerer.check(claim).verdict == expected_verdict
