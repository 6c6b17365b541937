"""One number for all areas together, and one for each of them."""

import pytest

from rag.pipeline import Answerer

VERDICTS = [
    ("Across all seven council areas more than 9,000 people were new presentations to treatment in 2023/24.", True),
    ("Across all seven council areas fewer than 9,000 people were new presentations to treatment in 2023/24.", False),
    ("In all seven areas fewer than 9,000 people were new presentations to treatment in 2023/24.", False),
    ("Across all seven areas, new presentations to treatment rose to over 9,000 in 2023/24.", True),
    ("Across all seven areas, new presentations to treatment rose to over 12,000 in 2023/24.", False),
    ("In every area the number of new presentations rose to at least 650 in 2023/24.", True),
    ("In every area the number of new presentations rose to at least 750 in 2023/24.", False),
    ("Every one of the seven areas had more than 600 new presentations in 2023/24.", True),
]


@pytest.mark.parametrize(("claim", "holds"), VERDICTS)
def test_a_bound_is_of_all_areas_together_or_of_each(claim: str, holds: bool, answerer: Answerer) -> None:
    assert answerer.check(claim).verdict == ("supported" if holds else "contradicted")
