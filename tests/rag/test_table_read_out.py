"""A part of a table read out: a column for all areas, a row for one, a single cell, both ends."""

import pytest

from rag.pipeline import Answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Extract the 2023/24 column of Table 4, all LPAs.", "Birmingham 2,664; Sandwell 605"),
        ("Give me the 2024/25 column of Table 3", "Birmingham 731; Coventry 298"),
        ("List every value in Table 12 for 2024.", "Coventry 43"),
        ("Figure 10 of the 2024 report: value for Coventry, with its unit.", "30.3 per 100,000"),
        ("Table 13, Sandwell row", "4,322 and Dependency Rate per 1,000: 17.5 per 1,000"),
        ("what's the Walsall row of Table 4", "2023/24: 381, 2024/25: 390"),
        ("read me Table 12's Dudley row", "2023: 20, 2024: 25"),
        ("Table 4 Walsall", "390 recorded drug possession offences"),
        ("Name the authority at the top and the authority at the bottom of Figure 10 (admissions, 15 to 24 years).", "lowest in Dudley (26.9"),
    ],
)  # fmt: skip
def test_headline_tells(answerer: Answerer, question: str, told: str) -> None:
    assert told in answerer.answer(question).headline
