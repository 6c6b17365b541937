"""Everyday questions that share no telling word with the sentence that answers them."""

import pytest

from rag.asked import asked_of, asked_shares
from rag.pipeline import Answerer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("whats the point of handing out heroin on prescription", "organised criminals"),
        ("why check drugs on the spot round the pubs and clubs", "deaths"),
        ("naloxone... what's that then", "overdos"),
        ("these consumption rooms, never heard of em, what are they when they're at home", "equipment"),
        ("who sits on the main regional drugs and alcohol board, every one of em, just which bodies", "Probation"),
        ("when they say neighbourhood crime what offences is that, I need the lot", "Robbery"),
    ],
)
def test_everyday_questions_find_their_sentence(answerer: Answerer, question: str, said: str) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered"
    assert said in answer.headline


def test_likeness_is_that_of_the_nearest_question(answerer: Answerer) -> None:
    asked = answerer.index.asked("passage")[0]
    nearest = asked_of(answerer.embed(asked.question), "passage", answerer.index)
    assert nearest[asked.about] == pytest.approx(1.0, abs=1e-3)
    assert max(nearest, key=lambda one: nearest[one]) == asked.about


def test_the_share_of_words_is_full_for_the_question_itself(answerer: Answerer) -> None:
    asked = answerer.index.asked("passage")[0]
    query = answerer.read(asked.question)
    shares = asked_shares(query, [asked.about, "no such passage"], answerer.index, answerer.library.lexicon)
    assert list(shares) == [asked.about]
    assert shares[asked.about]["asked_any"] >= shares[asked.about]["asked_one"] > 0.5


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("possession offences 24/25... did they drop in ANY of the areas", "No"),
        ("Am I right that in Solihull, 22/23, more finished their treatment than jacked it in?", "Yes"),
        ("did Walsall have more people completing treatment than dropping out in 2022/23?", "No"),
    ],
)
def test_yes_or_no_comes_first_however_it_is_asked(answerer: Answerer, question: str, begins: str) -> None:
    assert answerer.answer(question).headline.startswith(begins)


@pytest.mark.parametrize(
    ("question", "expected_words"),
    [
        ("how old was prisoners on avrage when they first took drugs", "16.2"),
        ("Which offence sub-classes make up 'neighbourhood crime' for Figure 2?", "Robbery"),
        (
            "What was the June 2025 Multi-Agency Drug-Related Death Workshop intended to help produce?",
            "Preparedness Plan",
        ),
    ],
)
def test_a_question_that_the_subject_index_knows_is_answered(
    answerer: Answerer, question: str, expected_words: str
) -> None:
    assert expected_words in answerer.answer(question).headline


@pytest.mark.parametrize(
    "question",
    [
        "how many under 18s in treatment in dudley",
        "Drug-related deaths in Wolverhampton in 2023 by substance: heroin, cocaine, other.",
        "What were the numbers in treatment in the West Midlands in 2009/10?",
    ],
)
def test_a_count_that_no_table_has_is_not_told_from_a_like_question(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).status == "not_found"


def test_meanings_told_apart_cite_where_the_reports_tell_them(answerer: Answerer) -> None:
    answer = answerer.answer("Aren't a drug offence and a drug-related crime the same thing? What makes them differ?")

    assert "flagged" in answer.headline
    assert any("offence classes" in citation.quote for citation in answer.citations)
