"""Claims of none or of the others of so many, of a part of a change, of counted areas, of how often and of parts of a year."""

import pytest

from rag.claim_listed import names_alone
from rag.claim_phrases import plain_phrases
from rag.claim_share_of_change import changes_of_part_and_whole
from rag.pipeline import Answerer

NONE_OF = [
    ("Not one of the 84 organised crime groups was marked as a priority.", "contradicted"),
    ("Not one of the 43 homicides recorded in 2023 was linked to drugs.", "contradicted"),
    ("Four of the 84 OCGs were marked priority.", "supported"),
]
THOSE_WITHOUT = [
    (
        "About 33,000 adults in the West Midlands force area used an illegal drug other than cannabis in the last year.",
        "supported",
    ),
    (
        "About 50,000 adults in the West Midlands force area used an illegal drug but not cannabis in the last year.",
        "contradicted",
    ),
    ("Of the 84 groups tracked, 80 were not marked as priority.", "supported"),
]
PART_OF_CHANGE = [
    ("Birmingham accounts for 32 of the 33 fewer drug deaths registered across the county in 2024.", "supported"),
    ("Of the 33 fewer drug deaths registered in the region in 2024, 32 were in Birmingham.", "supported"),
    ("Birmingham accounts for 22 of the 33 fewer drug deaths registered across the county in 2024.", "contradicted"),
]
COUNTED_AREAS = [
    ("In two areas - Dudley and Coventry - more drug deaths were registered in 2024 than in 2023.", "supported"),
    (
        "In three areas - Dudley, Coventry and Sandwell - more drug deaths were registered in 2024 than in 2023.",
        "contradicted",
    ),
]
RANKED = [
    (
        "No area saw a bigger improvement in alcohol-specific deaths in percentage terms between 2022 and 2023 than Solihull.",
        "supported",
    ),
    ("On alcohol deaths, no area improved by a bigger percentage between 2022 and 2023 than Sandwell.", "contradicted"),
]
EXCHANGED = [
    ("Prisoners began taking drugs at a mean age of 14.2 and began offending at 16.2.", "contradicted"),
    ("Prisoners surveyed had on average first offended at 14.2 and first taken drugs at 16.2.", "supported"),
    (
        "Rough sleeping: up sixfold in Birmingham since 2010, up more than three times over the West Midlands.",
        "supported",
    ),
    ("Rough sleeping has gone up three times over in Birmingham since 2010.", "contradicted"),
]
HOW_OFTEN = [
    ("The Lived Experience Sub-Group meets once every three months.", "supported"),
    ("The lived experience sub-group meets six times a year.", "contradicted"),
    ("The Lived Experience Sub-Group meets twice a year.", "contradicted"),
]
NEW_TO_TREATMENT = [
    ("More than half of Solihull's 2023/24 treatment caseload had never been in treatment before.", "supported"),
    (
        "Some 62% of the people in Birmingham's treatment services in 2023/24 had never been in treatment before.",
        "contradicted",
    ),
]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [*NONE_OF, *THOSE_WITHOUT, *PART_OF_CHANGE, *COUNTED_AREAS, *RANKED, *EXCHANGED, *HOW_OFTEN, *NEW_TO_TREATMENT],
)
def test_verdict_on_parts_of_counts(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


@pytest.mark.parametrize(
    "claim",
    [
        "In the third quarter of 2024/25 another 70 county lines were closed.",
        "In June 2024, 25 county lines were closed in the West Midlands.",
        "In January 2024 Birmingham had 8,490 people in treatment.",
    ],
)
def test_a_year_says_nothing_of_its_months(answerer: Answerer, claim: str) -> None:
    assert answerer.check(claim).verdict == "not_found"


def test_those_without_are_counted_of_what_is_denied(answerer: Answerer) -> None:
    claim = "Eight of the OCGs active beyond England had no firearms among their concerns."
    assert answerer.check(claim).verdict != "supported"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In three areas - Dudley, Walsall and Solihull - fewer died.", "In Dudley, Walsall and Solihull fewer died."),
        ("In three areas - Dudley and Walsall - fewer died.", "In three areas - Dudley and Walsall - fewer died."),
    ],
)
def test_areas_counted_and_named(text: str, expected: str) -> None:
    assert names_alone(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three cases in every four ended well", "Three in four cases ended well"),
        ("It meets four times a year", "It meets quarterly"),
        ("Dudley made great strides", "Dudley improved"),
    ],
)
def test_phrases(text: str, expected: str) -> None:
    assert plain_phrases(text) == expected


def test_a_change_is_taken_apart() -> None:
    expected = ("Walsall had 3 more deaths.", "The West Midlands had 9 more deaths.")
    assert changes_of_part_and_whole("Walsall accounts for 3 of the rise of 9 in deaths.") == expected
