"""What a message takes back, does not want, or has beside its question; who asks, for whom and by when."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from rag.cues import load_cues
from rag.follow_up import read_in_context
from rag.not_wanted import without_unwanted
from rag.query import Query
from rag.question_clauses import without_asides
from rag.read_question import Reader
from rag.spelling import build_speller, english_words


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon, load_cues(), build_speller({"treatment": 9, "deaths": 9}, lexicon, english_words()), ())


def ask(reader: Reader, *turns: str) -> Query:
    history: tuple[Query, ...] = ()
    for turn in turns:
        history = (*history, read_in_context(turn, history, reader))
    return history[-1]


@pytest.mark.parametrize(
    ("question", "concepts", "areas", "periods"),
    [
        ("Walsall trafficking 23/24. possession not wanted, 24/25 not wanted", ("trafficking",), ("Walsall",), ["2023/24"]),
        ("Sandwell possession 24/25. spare me the trafficking ones", ("possession",), ("Sandwell",), ["2024/25"]),
        ("Coventry trafficking 2023/24 please, no need for the 24/25 one", ("trafficking",), ("Coventry",), ["2023/24"]),
        ("trafficking in Dudley in 2024/25, no, Walsall", ("trafficking",), ("Walsall",), ["2024/25"]),
        ("drug deaths in Coventry in 2023 - sorry, 2024 I mean", ("drug_deaths",), ("Coventry",), ["2024"]),
        ("possession and trafficking are both there but I only want trafficking: Coventry 24/25", ("trafficking",), ("Coventry",), ["2024/25"]),
        ("Wolverhampton drug deaths 2024. I've already got 2023", ("drug_deaths",), ("Wolverhampton",), ["2024"]),
        ("i live in walsall but asking about dudley, drug deaths 2024", ("drug_deaths",), ("Dudley",), ["2024"]),
    ],
)  # fmt: skip
def test_only_what_is_wanted_is_read(
    reader: Reader, question: str, concepts: tuple[str, ...], areas: tuple[str, ...], periods: list[str]
) -> None:
    query = ask(reader, question)
    assert (query.concepts, query.areas, [period.label for period in query.periods]) == (concepts, areas, periods)


@pytest.mark.parametrize(
    "question",
    [
        "How many people are not needed by services in treatment",
        "Sorry, Dudley drug deaths 2024",
        "take the completed and the dropped out only in Solihull",
        "Which had more drug deaths in 2024, Coventry or Walsall",
        "Drop in drug deaths in Dudley, 2023 to 2024",
    ],
)
def test_nothing_else_goes(lexicon: Lexicon, question: str) -> None:
    assert without_unwanted(question, lexicon, load_cues()) == question


@pytest.mark.parametrize(
    ("question", "expected_text"),
    [
        ("trafficking in Dudley 24/25, been asked by the forum", "trafficking in Dudley 24/25"),
        ("For the express and star: deaths in Walsall", "deaths in Walsall"),
        ("possession in Dudley for the residents' association newsletter by Thursday", "possession in Dudley"),
        ("From the 2024 report: deaths in Dudley", "From the 2024 report: deaths in Dudley"),
        ("A resident of Dudley asks how many died there of drugs", "A resident of Dudley asks how many died there of drugs"),
    ],
)  # fmt: skip
def test_who_asks_and_for_whom_goes(lexicon: Lexicon, question: str, expected_text: str) -> None:
    assert without_asides(question, load_cues(), lexicon) == expected_text


def test_the_place_spoken_of_is_held_against_another(reader: Reader) -> None:
    query = ask(
        reader, "Drug deaths in Walsall in 2024?", "switching to drink: is that place's alcohol dependency rate above or below Coventry's?"
    )  # fmt: skip
    assert query.areas == ("Walsall", "Coventry")
    assert "compare" in query.operations


def test_a_topic_switch_keeps_place_and_year(reader: Reader) -> None:
    query = ask(
        reader, "Trafficking in Dudley in 2023/24?", "right, now treatment. same place same year, how many adults"
    )
    assert (query.areas, [period.label for period in query.periods]) == (("Dudley",), ["2023/24"])


def test_the_year_before_that_is_named_is_that_year(reader: Reader) -> None:
    query = ask(reader, "Trafficking in Dudley in 24/25?", "no hang on, I want the year before, 23/24")
    assert [period.label for period in query.periods] == ["2023/24"]
