"""Better and worse: which way they point for a measure."""

import pytest

from rag.judged import good_of, judged
from rag.pipeline import Answerer


@pytest.mark.parametrize(
    ("terms", "expected"),
    [({"effective_treatment"}, "more"), ({"drug_deaths"}, "fewer"), ({"dropped_out"}, "fewer"),
     ({"trafficking", "positive_outcome"}, "more"), ({"trafficking"}, "fewer"), ({"kits"}, "")],
)  # fmt: skip
def test_it_is_told_of_what_more_is_good(answerer: Answerer, terms: set[str], expected: str) -> None:
    assert good_of(frozenset(terms), answerer.library.lexicon) == expected


@pytest.mark.parametrize(
    ("question", "terms", "expected_direction", "expected_low"),
    [
        ("Which area improved most between 2022 and 2023?", ["effective_treatment"], "up", False),
        ("Which area improved most between 2023 and 2024?", ["drug_deaths"], "down", False),
        ("Which area is worst for it?", ["effective_treatment"], "down", True),
        ("Which area is best for it?", ["drug_deaths"], "down", True),
        ("Deaths rose, is that the worst?", ["drug_deaths"], "up", False),
    ],
)
def test_words_of_judgement_become_a_direction(
    answerer: Answerer, question: str, terms: list[str], expected_direction: str, expected_low: bool
) -> None:
    actual = judged(answerer.read(question), terms, answerer.library)
    assert (actual.direction, actual.low) == (expected_direction, expected_low)
