"""What a message tells first of whoever brought its subject up goes; the place, the time and the subject that the question lacks stay."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from rag.cues import load_cues
from rag.openings import as_one_question, without_opening


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


@pytest.mark.parametrize(
    ("message", "expected_text"),
    [
        ("I sit for a Solihull ward. How many did drink kill in 2022?", "Solihull. How many did drink kill in 2022?"),
        ("My residents moan about sharps in the park. What did the councils count?", "sharps. What did the councils count?"),
        ("A lady at the door is cross about naloxone. Who hands it out?", "naloxone. Who hands it out?"),
        ("Two of my residents fell out over weed. Did deaths rise in Dudley?", "Did deaths rise in Dudley?"),
        ("Bloke at my surgery reckons everyones on the up. How many died, as per that paper?", "How many died, as per that paper?"),
        ("We have a problem with cautions. How many for possession?", "cautions. How many for possession?"),
        ("We're getting it in the neck over dealing. How many in Dudley?", "dealing. How many in Dudley?"),
        ("Folk on my estate were asking in 2023. How many drug deaths in Walsall?", "2023. How many drug deaths in Walsall?"),
    ],
)  # fmt: skip
def test_who_brought_it_up_goes(lexicon: Lexicon, message: str, expected_text: str) -> None:
    assert without_opening(message, lexicon, load_cues()) == expected_text


@pytest.mark.parametrize(
    "message",
    [
        "How many men died in Dudley? My residents ask.",
        "Women in treatment in Coventry. How many in 2023/24?",
        "My neighbour reckons deaths fell in Dudley. Is that right?",
        "Our deaths have risen. By how much in Dudley in 2024?",
        "We only want opiate users. How many are in treatment in Dudley?",
        "Possession in Dudley. How many in 2024/25?",
        "I only want trafficking. How many offences in Coventry in 2024/25?",
    ],
)
def test_what_is_asked_about_stays(lexicon: Lexicon, message: str) -> None:
    assert without_opening(message, lexicon, load_cues()) == message


@pytest.mark.parametrize(
    ("message", "expected_question"),
    [
        ("Folk say prison cuts drug use. Does the 2017 report agree?", "Does the 2017 report say that prison cuts drug use?"),
        ("Residents want more arrests to stop dealing. Does the paper back that up?", "Does the paper say that more arrests stop dealing?"),
        ("Deaths rose in Dudley. Does the report say so?", "Deaths rose in Dudley. Does the report say so?"),
    ],
)  # fmt: skip
def test_a_told_claim_is_asked_as_one_question(message: str, expected_question: str) -> None:
    assert as_one_question(message) == expected_question
