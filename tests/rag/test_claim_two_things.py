"""Claims that say one thing of one area and, by the way, another of a second one: both are judged."""

import pytest

from rag.pipeline import Answerer

SAID = [
    ("Birmingham had the most drug-related deaths in 2024 and Solihull the fewest.", "supported"),
    ("Birmingham had the most drug-related deaths in 2024 and Walsall the fewest.", "contradicted"),
    ("Wolverhampton has the worst rate of alcohol dependency and Solihull the mildest, 18.3 against 10.9 per thousand.", "supported"),
    ("Wolverhampton has the worst rate of alcohol dependency and Solihull the mildest, 10.9 against 18.3 per thousand.", "contradicted"),
    ("Birmingham recorded the most trafficking offences in 2024/25, with Coventry in second place.", "supported"),
    ("Birmingham recorded the most trafficking offences in 2024/25, with Sandwell in second place.", "contradicted"),
    ("Walsall's treatment numbers grew fastest in 2024/25, with Birmingham second.", "contradicted"),
    ("Trafficking offences fell in 2024/25 and so did possession offences.", "contradicted"),
    ("Drug-related deaths fell in Birmingham in 2024 and so did those in Coventry.", "contradicted"),
    ("Birmingham, like Sandwell, saw fewer drug-related deaths in 2024.", "supported"),
    ("Birmingham, like Coventry, saw fewer drug-related deaths in 2024.", "contradicted"),
    ("Unlike Coventry, Birmingham saw drug-related deaths fall in 2024.", "supported"),
    ("Unlike Sandwell, Birmingham saw drug-related deaths fall in 2024.", "contradicted"),
    ("Drug-related deaths in Dudley rose to 25 in 2024, overtaking Walsall.", "supported"),
    ("Drug-related deaths in Dudley rose to 25 in 2024, overtaking Wolverhampton.", "contradicted"),
    ("Of the 2,025 people in treatment in Coventry in 2023/24, around half were opiate clients.", "supported"),
    ("Of the 1,785 people in treatment in Walsall in 2023/24, nearly nine in ten were new presentations.", "contradicted"),
    ("Birmingham and Coventry both saw fewer drug-related deaths in 2024.", "contradicted"),
    ("Together, Coventry and Birmingham accounted for 62% of the region's drug-related deaths in 2024.", "supported"),
    ("Dudley and Walsall between them had a quarter of the region's drug-related deaths in 2024.", "contradicted"),
    ("Possession outcomes in 2024/25 were positive three times out of four.", "supported"),
    ("Drug-related neighbourhood crime came down in every one of the force's policing areas in 2024/25.", "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "verdict"), SAID)
def test_both_things_are_judged(answerer: Answerer, claim: str, verdict: str) -> None:
    assert answerer.check(claim).verdict == verdict
