"""How many areas are beyond a limit, which are above the average of all, both ends of a ranking, a group's change as one."""

import pytest

from rag.pipeline import Answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many areas had fewer than 20 drug-related deaths in 2024?", "2 of 7 areas."),
        ("How many boroughs recorded more than 200 trafficking offences in 2024/25?", "2 of 7 areas."),
        ("Which areas had more than 30 drug-related deaths in 2024?", "above 30 in Birmingham (120) and Coventry (43)"),
        ("Which areas are above the regional average for drug-related deaths in 2024?", "above the average of the 7 areas (37.4) in Birmingham"),
        ("Which area had the most and which the fewest drug-related deaths in 2024?", "lowest in Solihull (11)"),
        ("By what percentage did trafficking offences fall in the Black Country in 2024/25?", "-15.6%"),
    ],
)  # fmt: skip
def test_headline_tells(answerer: Answerer, question: str, told: str) -> None:
    assert told in answerer.answer(question).headline
