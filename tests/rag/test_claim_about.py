"""Claims of fact in everyday words, each beside the same one with one part changed."""

import pytest

from rag.claim_comments import without_comments
from rag.claim_pairs import are_actors_swapped, are_mispaired, are_swapped
from rag.pipeline import Answerer

IN_OTHER_WORDS = [
    "Our bobbies were first in the whole country to be trained up on naloxone and carry it. Be proud!",
    "The partnership's Lived Experience Sub-Group comes together once a quarter.",
    "The Taliban has put a stop to growing opium poppies.",
    "Gangs use vulnerable children because they're easy to control, says the NCA.",
    "Around 6,700 of the region's drug tests on arrestees in 2016/17 came back positive.",
    "All the areas but Sandwell saw drug-linked neighbourhood crime come down in 2024/25.",
    "Six councils between them logged 701 dumped needles in 2016; Dudley keeps no such record.",
    "Nine-tenths of the poppy crop has gone since the Taliban outlawed it, and heroin is getting dearer as a result.",
    "Festival-goers at MADE were offered a drug checking service on a trial basis in 2018.",
    "Members will wish to note that first-time presentations in Wolverhampton grew by a quarter, from 835 to 1,045, between 2022/23 and 2023/24.",
]
CHANGED_IN_ONE_PART = [
    "Wolverhampton introduced the monthly Lunch and Learn harm reduction forum for professionals in 2025.",
    "The Taliban has given the go-ahead to growing opium poppies.",
    "The Taliban ban is pushing the price of cocaine up.",
    "Centrala asked to be put in touch with CGL because it wants closer links with the Polish community.",
    "Dudley used the CLear tool to assess itself on cutting the harm that tobacco does.",
    "In Dudley, the alcohol care team is building weaker links with the treatment provider.",
    "The Commissioner wanted on-site drug testing in schools.",
    "Around 8,700 of the region's drug tests on arrestees in 2016/17 came back positive.",
    "Centrala, the Polish community partner, ran the focus group on cannabis for Birmingham City Council.",
    "Six councils between them logged 701 dumped needles in 2016; Dudley keeps such a record too.",
    "Half of the poppy crop has gone since the Taliban outlawed it, and heroin is getting dearer as a result.",
    "The power to drug-test people brought into custody comes from the Misuse of Drugs Act 1971.",
    "Wolverhampton alone managed to improve its treatment progress rate in 2024/25.",
    "All the areas but Dudley saw drug-linked neighbourhood crime come down in 2024/25.",
    "For trafficking, adult cautions went from 39 to 32, and diversionary or educational outcomes from 6 up to 14.",
]


@pytest.mark.parametrize("claim", IN_OTHER_WORDS)
def test_a_claim_in_other_words_is_supported(claim: str, answerer: Answerer) -> None:
    assert answerer.check(claim).verdict == "supported"


@pytest.mark.parametrize("claim", CHANGED_IN_ONE_PART)
def test_a_claim_that_is_false_in_one_part_is_never_supported(claim: str, answerer: Answerer) -> None:
    assert answerer.check(claim).verdict in ("contradicted", "not_found")


def test_what_is_only_said_about_a_claim_is_left_out() -> None:
    assert without_comments("Chair, 12 people died. Be proud!") == "12 people died."
    assert without_comments("12 people died - its not all bad") == "12 people died"
    assert without_comments("It was a good year for Dudley") == "It was a good year for Dudley"


def test_things_told_in_pairs_are_found_the_other_way_round() -> None:
    sentence = (
        "Cannabis was the topic of the group that Delicate ran, and Alcohol the topic of the one that Centrala ran."
    )
    assert are_swapped("Centrala looked at cannabis, whereas Delicate looked at alcohol.", sentence)
    assert not are_swapped("Delicate looked at cannabis, whereas Centrala looked at alcohol.", sentence)
    assert are_mispaired("Centrala looked at cannabis.", sentence)
    assert not are_mispaired("Delicate looked at cannabis.", sentence)


def test_who_does_it_is_found_the_other_way_round() -> None:
    assert are_actors_swapped("Centrala asked CGL for help.", "CGL asked Centrala for help.")
    assert are_actors_swapped("CGL was asked by Solihull, not Centrala.", "CGL asked Centrala for help.") is False
    assert not are_actors_swapped("CGL asked Centrala for help.", "CGL asked Centrala for help.")
