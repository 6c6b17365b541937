"""Questions read anew where the first reading finds nothing, and what stays refused because it names a measure alone."""

import pytest

from rag.pipeline import Answerer

TOLD = [
    ("What was the June 2025 Multi-Agency Drug-Related Death Workshop intended to help produce?", "Preparedness Plan"),
    ("Which offence sub-classes make up neighbourhood crime?", "Robbery"),
    ("The pilot which Coventry runs with its coroner was extended. For how long, and to include what?", "further year"),
    ("how long has the coroner pilot been extended for", "further year"),
    ("if cops grab more cash off the big dealers where is it meant to go", "treatment programmes"),
    ("what happened to the cash seized from gangs", "treatment programmes"),
    ("any money they take off the kingpins, what was meant to be done with it", "treatment programmes"),
    ("To what does the government chiefly attribute the increase in drug deaths, paragraph 46?", "getting older"),
    ("what reason does the government give for more drug deaths", "getting older"),
    ("How does the Commissioner rate the prevention of substance misuse in the press article?", "most important"),
    ("how old was prisoners on average when they first took drugs", "16.2"),
    ("out of lags whove used heroin how many had their first go in prison", "one in five"),
    ("DECCA goes round the schools in sandwell dunnit. how many kids did they talk to in 2025?", "22,000"),
    ("loads come out the prison gates needing drug help and dont get it in 3 weeks, how many in 2015/16", "2,427"),
]
REFUSED = [
    "ket deaths in solihull 2024?",
    "county lines closed in sandwell only, 24/25",
    "drug related crime in cov 24/25",
    "Drug-related deaths in Wolverhampton in 2023 by substance: heroin, cocaine, other.",
]


@pytest.mark.parametrize(("question", "said"), TOLD)
def test_the_sentence_that_answers_is_told(answerer: Answerer, question: str, said: str) -> None:
    assert said.lower() in answerer.answer(question).headline.lower()


@pytest.mark.parametrize("question", REFUSED)
def test_a_measure_that_is_not_there_stays_refused(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).status == "not_found"


def test_an_authority_is_no_author(answerer: Answerer) -> None:
    assert "authors" not in answerer.read("Which authority has the lowest rate?").concepts
    assert "authors" in answerer.read("who are the authors?").concepts


@pytest.mark.parametrize(
    ("question", "expected_status"),
    [
        ("What does the chief constable say in the newspaper write-up of the annual report?", "not_found"),
        ("what did the archbishop say about drugs", "not_found"),
        ("what does the mayor say about cannabis", "not_found"),
        ("what does foster say about policing alone", "answered"),
        ("what do drugwise say about purity", "answered"),
        ("what does the 2017 report say about cannabis", "answered"),
    ],
)
def test_nobody_is_quoted_in_the_place_of_another(answerer: Answerer, question: str, expected_status: str) -> None:
    assert answerer.answer(question).status == expected_status
