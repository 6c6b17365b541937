"""What a question sets aside goes, and nothing more."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from rag.cues import load_cues
from rag.set_aside import areas_left_out, without_set_aside


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


@pytest.mark.parametrize(
    ("question", "expected_text"),
    [
        (
            "how many offences, not per cent - did trafficking drop in Coventry",
            "how many offences, - did trafficking drop in Coventry",
        ),
        ("trafficking and not possession in Dudley in 2024/25", "trafficking in Dudley in 2024/25"),
        ("forget deaths. possession in Dudley", "possession in Dudley"),
        ("Never mind Dudley, deaths in Walsall", "deaths in Walsall"),
        ("only on crack (no heroin) in Coventry", "only on crack in Coventry"),
        ("Opiates only, not 'opiates and/or crack': Coventry", "Opiates only, : Coventry"),
        ("deaths in 2024, not 2023, in Coventry", "deaths in 2024, , in Coventry"),
        ("the cost of a heroin user who is not in treatment", "the cost of a heroin user who is"),
    ],
)
def test_what_is_set_aside_goes(lexicon: Lexicon, question: str, expected_text: str) -> None:
    assert without_set_aside(question, lexicon, load_cues()) == expected_text


@pytest.mark.parametrize(
    "question",
    [
        "heroin but not crack users in Dudley",
        "how many people are not in treatment in Sandwell",
        "were there no drug deaths in Dudley",
        "not possession",
        "non-opiate clients in Walsall",
    ],
)
def test_a_negation_that_is_asked_about_stays(lexicon: Lexicon, question: str) -> None:
    assert without_set_aside(question, lexicon, load_cues()) == question


@pytest.mark.parametrize(
    ("question", "expected_areas"),
    [
        ("all areas except Birmingham and Dudley, deaths", ("Birmingham", "Dudley")),
        ("every borough bar Birmingham", ("Birmingham",)),
        ("Coventry but not Dudley", ()),
        ("deaths in Dudley", ()),
    ],
)
def test_areas_left_out_of_all(lexicon: Lexicon, question: str, expected_areas: tuple[str, ...]) -> None:
    assert areas_left_out(question, lexicon, load_cues()) == expected_areas
