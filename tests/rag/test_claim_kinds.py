"""Claims of one kind each: a true and a false one where the kind allows, with the verdict that is due."""

import pytest

from ingest.numerals import find_numbers
from rag.claim_clauses import without_side_notes
from rag.claim_cues import cue, direction_in, directions_in, filler_in
from rag.claim_hedges import hedge_of
from rag.claim_numbers import plain_numbers
from rag.pipeline import Answerer

COMPARED = [
    ("Every area had more completions than drop-outs in 2022/23.", "contradicted"),
    ("In four of the seven areas drop-outs outnumbered completions in 2022/23.", "supported"),
    ("Birmingham was the only area with more drop-outs than completions in 2022/23.", "contradicted"),
    ("In 2023 alcohol-specific deaths in the county outnumbered drug-related deaths by 208.", "supported"),
    ("In 2023 alcohol-specific deaths in the county outnumbered drug-related deaths by 280.", "contradicted"),
]
DIRECTIONS = [
    ("The proportion of 16 to 19 year olds using drugs has risen since 1996.", "contradicted"),
    ("The proportion of 16 to 19 year olds using drugs has fallen since 1996.", "supported"),
    ("Unmet need in Sandwell has risen to 44.8%.", "contradicted"),
    ("Alcohol-specific deaths in Coventry and Walsall remained unchanged between 2022 and 2023.", "supported"),
    ("Alcohol-specific deaths in Coventry and Sandwell remained unchanged between 2022 and 2023.", "contradicted"),
]
ONLY_SOME = [
    ("Treatment progress improved in just two areas: Solihull and Wolverhampton.", "supported"),
    ("Treatment progress improved in just two areas: Dudley and Walsall.", "contradicted"),
]
SHARES = [
    ("About one in 55 people in Coventry depends on alcohol.", "supported"),
    ("About one in 20 people in Coventry depends on alcohol.", "contradicted"),
    ("Birmingham alone accounts for more than half of the estimated opiate and crack users in 2022/23.", "supported"),
    ("One homicide in eight in 2024/25 had a link to drugs.", "supported"),
    ("Solihull's drug-related crime fell by 97 offences, more than a tenth, in 2024/25.", "supported"),
    ("Solihull's drug-related crime fell by 97 offences, more than a fifth, in 2024/25.", "contradicted"),
]
IN_TEXT = [
    ("The poppy harvest fell by 90% after the Taliban ban.", "supported"),
    ("Councils picked up 710 discarded needles in 2016.", "contradicted"),
    ("Of the disruptions in 2021/22, 472 had to do with county lines.", "contradicted"),
    ("Cannabis was used by 5.2% of adults in the force area in the last year.", "supported"),
    ("Cannabis was used by 6.7% of adults in the force area in the last year.", "contradicted"),
    ("Weekly users of hard drugs were behind 21% of all crime recorded in the force area in 2016/17.", "supported"),
    ("More than half of the 43 homicides in 2023 were thought to be drug-related.", "supported"),
    ("Six moderate and fifteen major drug disruptions were carried out in 2024/25.", "contradicted"),
]
READ = [
    ("Coventry saw 40 more people in opiate treatment in 2023/24 than in 2022/23.", "supported"),
    ("Solihull recorded the fewest drug-related deaths of the seven in 2024.", "supported"),
    ("The largest numerical fall in drug-related deaths in 2024 was in Birmingham.", "supported"),
    ("Wolverhampton's deaths declined by 21.1%, from 38 in 2023 to 30 in 2024.", "supported"),
    ("The average age of those who died from drugs in Walsall in 2024 was 46.", "not_found"),
    ("101 organised crime disruptions took place in the first three months of 2024/25.", "supported"),
]
PLAIN_WORDS = [
    ("Dudley lost 69 residents to alcohol-specific causes in 2022.", "conflicting"),
    ("Put a pound into drug treatment and society gets back a net £2.50.", "supported"),
    ("Wolverhampton's drug trafficking offences were down by not quite a quarter in 2024/25.", "supported"),
    ("Wolverhampton's drug trafficking offences were down by not quite a half in 2024/25.", "contradicted"),
    ("Not one local policing area saw possession offences come down in 2024/25.", "supported"),
]
PARTS = [
    ("Birmingham alone generated just over half of the force's possession offences in 2024/25.", "supported"),
    ("Coventry generated a quarter of the force's possession offences in 2024/25.", "contradicted"),
    ("In Solihull, for each person who walked away in 2022/23, nearly four finished treatment.", "supported"),
    ("In Solihull, for each person who walked away in 2022/23, more than five finished treatment.", "contradicted"),
    ("Roughly two in five of Birmingham's 8,490 treatment clients in 2023/24 were new to treatment.", "supported"),
    ("Roughly seven in every hundred people in Solihull use opiates or crack cocaine.", "contradicted"),
]
BETTER = [
    ("With 1,648 drug-related crimes, Wolverhampton recorded a 4.8% improvement on the year before.", "contradicted"),
    ("Drug-related crime in Wolverhampton worsened by 4.8% in 2024/25.", "supported"),
    ("Sandwell's unmet need among opiate and crack users is 8.6 percentage points better than England's.", "supported"),
    (
        "Sandwell's unmet need among opiate and crack users is 8.6 percentage points worse than England's.",
        "contradicted",
    ),
]
NOT_THE_SAME_THING = [
    ("The Regional Organised Crime Unit's county lines work led to 427 arrests in 2021/22.", "contradicted"),
    ("Solihull Council puts £2.3 million a year into drug and alcohol treatment.", "not_found"),
    ("Walsall saw 55 young people per 1,000 admitted to hospital from 2020/21 to 2022/23.", "contradicted"),
]


@pytest.mark.parametrize(("claim", "expected"), [*PLAIN_WORDS, *PARTS, *BETTER, *NOT_THE_SAME_THING])
def test_verdict_on_everyday_wording(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


@pytest.mark.parametrize(("claim", "expected"), [*COMPARED, *DIRECTIONS, *ONLY_SOME, *SHARES, *IN_TEXT, *READ])
def test_verdict(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


@pytest.mark.parametrize(
    "claim",
    [
        "In Sandwell a rise was recorded, falling from 72 alcohol-specific deaths in 2022 to 59 in 2023.",
        "Such deaths have been rising since 2010 and have now been the lowest since records began for four years in a row.",
        "Expressed as a rate per 1,000 people aged 12 to 64, the West Midlands had 12.06 opiate and crack users.",
    ],
)
def test_what_no_source_says_is_never_supported(answerer: Answerer, claim: str) -> None:
    assert answerer.check(claim).verdict != "supported"


def test_no_number_is_contradicted_by_itself(answerer: Answerer) -> None:
    verdict = answerer.check("According to officers, an estimated 4.9 million crimes are prevented every year.")
    assert "4.9 million, not 4.9 million" not in verdict.headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it set us back a billion pounds", "it set us back £1 billion"),
        ("One homicide in eight was", "One in eight homicides was"),
        ("2020/21 to 2022/23 was 55 per 100,000", "2020/21 to 2022/23 was 55 per 100,000"),
        ("in the first three months of 2024/25", "in Q1 2024/25"),
    ],
)
def test_amounts_as_printed(text: str, expected: str) -> None:
    assert plain_numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("something like 5,300 people", "about"),
        ("300 people or thereabouts", ""),
        ("300 or thereabouts", "about"),
        ("higher than the 8.85 of England", ""),
    ],
)
def test_hedges_of_everyday_speech(text: str, expected: str) -> None:
    assert hedge_of(text, find_numbers(text)[0]) == expected


def test_a_cue_is_found_as_a_whole_word_only() -> None:
    assert cue("low").search("the lowest of all")
    assert not cue("low").search("allowest")
    assert cue("low", "good").search("the best of all")


def test_words_of_amounts_and_speech_tell_nothing_of_what_is_counted() -> None:
    assert {"account", "five"} <= filler_in("Roughly five deaths, which account for more")
    assert "death" not in filler_in("Roughly five deaths")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("drop-outs and completions", ""), ("deaths were down to drug poisoning", ""), ("numbers were down by 9", "down")],
)
def test_direction_is_of_a_change(text: str, expected: str) -> None:
    assert direction_in(text) == expected


def test_nouns_of_change_tell_a_direction() -> None:
    assert directions_in("a fall of 9, after a rise") == {"up", "down"}


def test_side_notes_are_left_out() -> None:
    text = "Harvests fell by 90% because of the ban, which pushes up prices"
    assert without_side_notes(text, find_numbers(text)[0]) == "Harvests fell by 90%"
