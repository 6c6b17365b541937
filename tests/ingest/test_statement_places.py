import numpy as np

from ingest.records import Locator, Passage
from ingest.statement_places import places_of


def _passage(text: str, kind: str = "sentence") -> Passage:
    return Passage(text[:20], kind, text, text, Locator("report"))


def _places(statements: list[str], passages: list[Passage], cosines: list[list[float]]) -> list[list[str]]:
    found = places_of(statements, passages, (np.array(cosines), np.eye(len(passages))))
    return [[passage.text for passage in places] for places in found]


_FACT = "Half of all theft, 50%, is committed by people who use heroin."


def test_a_fact_that_is_printed_twice_has_two_places():
    passages = [_passage(_FACT), _passage(_FACT, "item"), _passage("Deaths were registered late.")]
    assert _places(["People who use heroin commit half of all theft, 50%."], passages, [[0.9, 0.9, 0.1]]) == [
        [_FACT] * 2
    ]


def test_a_statement_is_found_within_a_longer_sentence():
    long = "Since then a warning system was set up, a testing service was piloted at the festival in 2018, and money was taken."
    passages = [_passage(long), _passage("The festival of music was held in June for families and their friends.")]
    assert _places(["A testing service was piloted at the festival in 2018."], passages, [[0.3, 0.3]]) == [[long]]


def test_a_sentence_that_no_statement_found_takes_the_one_most_like_it():
    first, second = (
        "The service runs at night in the city centre.",
        "The night service is free for all in the city centre.",
    )
    places = _places(
        ["The service runs at night in the city centre of the town."], [_passage(first), _passage(second)], [[0.9, 0.8]]
    )
    assert places == [[first, second]]


def test_nothing_alike_has_no_place():
    assert _places(["Wholly other words."], [_passage("Deaths were registered late.")], [[0.1]]) == [[]]
