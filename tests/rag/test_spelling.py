"""Typing mistakes mended, and what must stay as it is."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, load_lexicon
from rag.spelling import Speller, build_speller, english_words


@pytest.fixture(scope="module")
def speller() -> Speller:
    vocabulary = {"treatment": 90, "deaths": 80, "naloxone": 20, "possession": 30, "recovery": 12}
    return build_speller(vocabulary, load_lexicon(PROJECT_CORPUS), english_words())


@pytest.mark.parametrize(
    ("typed", "expected_text"),
    [
        ("peple in treatmnt", "people in treatment"),
        ("drug posession in Birmingam", "drug possession in Birmingham"),
        ("nalaxone kits", "naloxone kits"),
        ("how many ppl in Cov?", "how many people in Cov?"),
        ("opiates n/or crack", "opiates and/or crack"),
        ("Wolverhamton", "Wolverhampton"),
        ("a cttee tonite, wot did evry cllr say b4", "a committee tonight, what did every councillor say before"),
        ("hw many w/ crack n heroin", "how many with crack and heroin"),
        ("just on crack", "only on crack"),
    ],
)
def test_mistakes_are_mended(speller: Speller, typed: str, expected_text: str) -> None:
    assert speller.mend(typed).lower() == expected_text.lower()


@pytest.mark.parametrize(
    "typed",
    [
        "How many people were in treatment in Birmingham in 2023/24?",
        "8,490 (Table 12), -14.3% and Q1 24/25",
        "B'ham and W'ton",
        "What does LDIS stand for?",
        "weather breathing recipes",
        "",
    ],
)
def test_what_is_right_or_no_word_of_the_reports_stays(speller: Speller, typed: str) -> None:
    assert speller.mend(typed) == typed


def test_a_common_english_word_is_not_bent_to_a_report_word(speller: Speller) -> None:
    assert speller.mend("breaths") == "breaths"
    assert speller.mend("profession") == "profession"


def test_known_words(speller: Speller) -> None:
    assert speller.is_known("naloxone")
    assert speller.is_known("birmingham")
    assert speller.is_known("because")
    assert not speller.is_known("treatmnt")
