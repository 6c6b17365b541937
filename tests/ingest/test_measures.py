"""Captions, labels and sentences read as what is counted."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from ingest.measures import (
    adds_to,
    is_change,
    is_share,
    measure_from_caption,
    measure_from_mention,
    merge_terms,
    plain_label,
    says_something,
    split_label,
    unit_named,
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Table 12 - Kits given out", ("Table 12", "Kits given out")),
        ("Figure  8: Kits given out.", ("Figure 8", "Kits given out")),
        ("Fig. 3 Kits", ("Fig. 3", "Kits")),
        ("Table 4a", ("Table 4a", "")),
        ("Kits given out in Table 3", ("", "Kits given out in Table 3")),
        ("Tables were brought", ("", "Tables were brought")),
    ],
)
def test_a_caption_falls_into_label_and_words(caption: str, expected: tuple[str, str]) -> None:
    assert split_label(caption) == expected


@pytest.mark.parametrize(
    ("words", "expected_measure"),
    [
        (
            "Registered drug-related deaths by local authority, 2023 and 2024",
            "registered drug-related deaths",
        ),
        ("Number of people in treatment in Birmingham", "people in treatment"),
        ("Drug offences, West Midlands, 2023/24", "drug offences"),
        (
            "Total number of naloxone kits for the fiscal year 2023/24, sourced from providers",
            "naloxone kits",
        ),
        ("OCU estimates", "OCU estimates"),
        (
            "Estimates of opiate and/or crack users per 1,000, sourced from OHID",
            "opiate and/or crack users per 1,000",
        ),
    ],
)
def test_a_measure_has_no_places_periods_or_sources(lexicon: Lexicon, words: str, expected_measure: str) -> None:
    assert measure_from_caption(words, lexicon) == expected_measure


@pytest.mark.parametrize(
    ("sentence", "expected_measure"),
    [
        (
            "Figure 11 shows the volume of individuals in treatment across the seven areas in 2023/24.",
            "individuals in treatment",
        ),
        ("The number of registered deaths is given in Table 3.", "registered deaths"),
        ("Table 5 outlines drug offences for 2024, compared with 2023.", "drug offences"),
        ("For Dudley, the number of kits is shown in Table 3.", "kits"),
        (
            "Figure 11 shows, for 22/23 and 23/24, the volume of individuals in treatment.",
            "individuals in treatment",
        ),
        ("Figure 12 shows for opiates the volume of individuals in treatment.", "individuals in treatment"),
        (
            "The volume of individuals in treatment, for opiates, is what Figure 11 shows.",
            "individuals in treatment",
        ),
        ("Nothing to see.", ""),
    ],
)
def test_a_sentence_that_introduces_a_table_names_its_measure(
    lexicon: Lexicon, sentence: str, expected_measure: str
) -> None:
    assert measure_from_mention(sentence, lexicon) == expected_measure


@pytest.mark.parametrize(
    ("text", "expected_unit"),
    [
        ("Rate per 1,000", "per 1,000"),
        ("Rate per 100,000 population", "per 100,000"),
        ("rate/1000", "per 1,000"),
        ("% change", "%"),
        ("per cent", "%"),
        ("percentage point change", ""),
        ("Cost (£)", "£"),
        ("Deaths per year", ""),
    ],
)
def test_the_unit_that_a_label_names(text: str, expected_unit: str) -> None:
    assert unit_named(text) == expected_unit


@pytest.mark.parametrize(
    "label", ["Change", "% change", "Difference", "+/-", "Increase/decrease", "2023 to 2024 change"]
)
def test_a_label_that_announces_a_change(label: str) -> None:
    assert is_change(label)


@pytest.mark.parametrize("label", ["2024", "Needle exchange", "Coventry", "Exchanges", "Total"])
def test_a_label_that_announces_no_change(label: str) -> None:
    assert not is_change(label)


def test_a_share_is_known_by_its_first_words() -> None:
    assert is_share("proportion in effective treatment")
    assert is_share("the percentage of people")
    assert not is_share("people in treatment as a proportion")


def test_a_bare_label_says_nothing() -> None:
    assert not says_something("Table 12")
    assert says_something("Table 12: naloxone kits")


def test_a_label_adds_only_what_the_measure_lacks(lexicon: Lexicon) -> None:
    assert adds_to("Possession of drugs", "drug offences", lexicon)
    assert adds_to("Rate per 1,000", "estimates of users", lexicon)
    assert not adds_to("Total records of neighbourhood crime", "neighbourhood crime", lexicon)


def test_a_labels_own_term_stands_for_those_that_the_caption_lists(lexicon: Lexicon) -> None:
    caption = "possession and trafficking offences"
    assert "trafficking" not in merge_terms("Possession of drugs", caption, lexicon)
    assert {"possession", "trafficking"} <= set(merge_terms("2024", caption, lexicon))


def test_a_broader_term_is_left_out_beside_a_narrower_one(lexicon: Lexicon) -> None:
    merged = merge_terms("Deaths from drug misuse", "deaths", lexicon)
    assert "misuse_deaths" in merged
    assert not {"death", "drug_deaths"} & set(merged)


def test_a_breakdown_is_a_label_without_its_periods() -> None:
    assert plain_label("Opiate 2023/24") == "Opiate"
    assert plain_label("2023/24") == ""
    assert plain_label("12") == ""
