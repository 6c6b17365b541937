"""What a question asks for that the number beside it does not tell, and who it asks about."""

import pytest

from rag.beyond import asking_count_alone, asking_of_level, asks_told_level, asks_where_from
from rag.cues import load_cues
from rag.query import Query
from rag.spelling import Speller


@pytest.mark.parametrize(
    "text",
    [
        "Crime in Dudley fell 4.4 per cent. Fell to what number?",
        "Deaths in Walsall were down 22.9%. Down to how many?",
        "What did it stand at after its 5 point rise?",
        "Outcomes rose 17.1%, landing on what figure?",
    ],
)
def test_a_told_change_asks_for_its_level(text: str) -> None:
    query = asking_of_level(Query(text, text, operations=("trend",), changing=True, direction="down"))
    assert asks_told_level(text)
    assert not query.changing
    assert query.operations == ()
    assert query.number_wanted


@pytest.mark.parametrize("text", ["By how much did deaths fall?", "Deaths fell 4%. To what extent is that good?"])
def test_a_change_that_is_asked_for_stays_one(text: str) -> None:
    assert not asks_told_level(text)


def test_the_level_before_is_told_from_the_one_after() -> None:
    assert asks_where_from("Deaths fell 22.9%, from what figure?")
    assert not asks_where_from("Figures from the police fell 5%. To what?")


def test_a_count_is_wanted_where_the_share_is_known() -> None:
    text = "How many of them were linked to drugs - the count, I already have the percentage"
    assert asking_count_alone(Query(text, text, wants="percent")).wants == "count"


def test_percentage_points_put_aside_ask_for_no_count() -> None:
    text = "Express that drop as a proportion of the starting figure, not percentage points."
    assert asking_count_alone(Query(text, text, wants="percent")).wants == "percent"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("My ex is a patient in Coventry. Which days does he pick up?", "private"),
        ("Is John Smith of Sandwell in drug treatment?", "private"),
        ("My mum says deaths in Dudley fell, is she right?", ""),
        ("My daughter is doing a project on needles. How many were found?", ""),
        ("Has West Midlands Police arrested more people?", ""),
    ],
)
def test_only_a_persons_own_record_is_private(text: str, kind: str) -> None:
    assert load_cues().refusal_in(text) == kind


@pytest.mark.parametrize("word", ["woz", "wuz", "thier", "wich"])
def test_little_words_by_sound_are_written_out(word: str) -> None:
    assert Speller({}).mend(word) != word
