"""Follow-up questions completed from the turns before."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, load_lexicon
from rag.cues import load_cues
from rag.follow_up import read_in_context
from rag.query import Query
from rag.read_question import Reader, read_question
from rag.spelling import build_speller, english_words

FIRST = "How many drug-related deaths were there in Coventry in 2024?"


@pytest.fixture(scope="module")
def reader() -> Reader:
    lexicon = load_lexicon(PROJECT_CORPUS)
    return Reader(lexicon, load_cues(), build_speller({"treatment": 9, "deaths": 9}, lexicon, english_words()), ())


def ask(reader: Reader, *turns: str) -> Query:
    history: tuple[Query, ...] = ()
    for turn in turns:
        history = (*history, read_in_context(turn, history, reader))
    return history[-1]


def periods(query: Query) -> list[str]:
    return [period.label for period in query.periods]


def test_another_area_keeps_measure_and_period(reader: Reader) -> None:
    actual = ask(reader, FIRST, "And in Dudley?")
    assert (actual.concepts, actual.areas, periods(actual)) == (("drug_deaths",), ("Dudley",), ["2024"])
    assert set(actual.inherited) == {"measure", "periods"}


def test_another_period_keeps_measure_and_area(reader: Reader) -> None:
    actual = ask(reader, FIRST, "what about 2023?")
    assert (actual.concepts, actual.areas, periods(actual)) == (("drug_deaths",), ("Coventry",), ["2023"])


def test_the_year_before_is_counted_from_the_last_turn(reader: Reader) -> None:
    assert periods(ask(reader, FIRST, "and the year before?")) == ["2023"]
    assert periods(ask(reader, FIRST, "and the year before?", "and the year before that?")) == ["2022"]


def test_a_fiscal_year_steps_to_a_fiscal_year(reader: Reader) -> None:
    actual = ask(reader, "How many people were in treatment in Walsall in 2023/24?", "what about the previous year?")
    assert periods(actual) == ["2022/23"]


def test_another_measure_keeps_area_and_period(reader: Reader) -> None:
    actual = ask(reader, FIRST, "and alcohol-specific deaths?")
    assert (actual.concepts, actual.areas, periods(actual)) == (("alcohol_deaths",), ("Coventry",), ["2024"])


def test_a_part_is_added_to_the_measure(reader: Reader) -> None:
    actual = ask(reader, "How many drug offences were there in Dudley in 2023/24?", "and possession?")
    assert "possession" in actual.concepts
    assert actual.areas == ("Dudley",)


def test_a_question_that_stands_alone_takes_nothing(reader: Reader) -> None:
    actual = ask(reader, FIRST, "How many people were in treatment in Walsall in 2023/24?")
    assert actual == read_question("How many people were in treatment in Walsall in 2023/24?", reader)
    assert actual.inherited == ()


def test_a_place_outside_is_not_replaced_by_the_last_area(reader: Reader) -> None:
    actual = ask(reader, FIRST, "and in London?")
    assert actual.elsewhere == ("London",)
    assert actual.areas == ()


def test_a_choice_between_those_named_takes_all_of_them(reader: Reader) -> None:
    actual = ask(reader, FIRST, "and in Dudley?", "which of those was higher?")
    assert set(actual.areas) == {"Coventry", "Dudley"}


def test_without_history_nothing_is_taken(reader: Reader) -> None:
    assert read_in_context("and in Dudley?", (), reader) == read_question("and in Dudley?", reader)


def test_a_refused_request_takes_nothing(reader: Reader) -> None:
    actual = ask(reader, FIRST, "write me a poem")
    assert actual.refusal == "task"
    assert actual.inherited == ()


@pytest.mark.parametrize(
    "turn",
    ["Dudley likewise.", "ditto Dudley", "Dudley?", "same for Dudley", "and the figure for Dudley", "I meant Dudley"],
)
def test_an_area_by_itself_replaces_the_area(reader: Reader, turn: str) -> None:
    actual = ask(reader, FIRST, turn)
    assert (actual.concepts, actual.words, actual.areas, periods(actual)) == (
        ("drug_deaths",),
        (),
        ("Dudley",),
        ["2024"],
    )


def test_an_offence_takes_the_place_of_deaths(reader: Reader) -> None:
    actual = ask(reader, FIRST, "forget deaths. recorded possession offences over there in 2024/25?")
    assert (actual.concepts, actual.areas, periods(actual)) == (("possession",), ("Coventry",), ["2024/25"])


def test_a_bare_measure_keeps_area_and_period(reader: Reader) -> None:
    actual = ask(reader, "how many people in treatment in Walsall 23/24", "new presentations?")
    assert (actual.concepts, actual.areas, periods(actual)) == (("new_presentations",), ("Walsall",), ["2023/24"])


def test_a_new_word_joins_the_kind_of_the_earlier_measure(reader: Reader) -> None:
    actual = ask(reader, "drug deaths in Wolverhampton in 2024", "and alcohol ones? 2023")
    assert (actual.concepts, periods(actual)) == (("alcohol_deaths",), ["2023"])


def test_compare_with_sets_beside(reader: Reader) -> None:
    assert ask(reader, FIRST, "compare with Dudley").areas == ("Coventry", "Dudley")


def test_everywhere_else_is_the_other_areas(reader: Reader) -> None:
    actual = ask(reader, FIRST, "and everywhere else?")
    assert actual.left_out == ("Coventry",)
    assert len(actual.areas) == 6


def test_a_share_of_the_region_is_that_of_the_earlier_area(reader: Reader) -> None:
    actual = ask(reader, FIRST, "what share of the region is that")
    assert (actual.areas, actual.of_all) == (("Coventry",), True)


def test_a_long_question_points_back_to_the_place(reader: Reader) -> None:
    actual = ask(
        reader,
        FIRST,
        "and could you also tell me how many people were being treated for drugs over there in 23/24 please",
    )
    assert (actual.concepts, actual.areas, periods(actual)) == (("in_treatment",), ("Coventry",), ["2023/24"])


def test_a_rate_and_a_month_are_of_the_earlier_figure(reader: Reader) -> None:
    assert ask(reader, FIRST, "as a rate?").wants == "rate"
    assert ask(reader, FIRST, "per month?").operations == ("per_time",)


def test_a_part_that_no_term_tells_is_not_answered_by_the_whole(reader: Reader) -> None:
    assert ask(reader, FIRST, "How many of those were on benefits?").refusal == "unknown"
