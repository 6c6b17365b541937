"""Kinds of question that fresh authors asked in wordings of their own: what must stand in the headline."""

import pytest

from rag.pipeline import Answerer

WORKED_OUT = [
    ("Please total the drug misuse deaths registered in 2022, all seven authorities.", ["163"]),
    ("Of the force-wide trafficking figure in Table 2, how large a share was Birmingham's in 2024/25?", ["44.2%"]),
    ("Dealing offences in table 3: Coventry's count in the earlier of its two years?", ["447"]),
    ("Did charging grow faster for possession or for trafficking from 2023/24 to 2024/25?", ["rose more", "50.5%"]),
    ("Substance misuse's annual bill on the recommendations page, for an average week?", ["26.9 million"]),
    ("Drug-linked homicides were 12.5% in 2024/25, 8 points up: what would the share have been before?", ["4.5%"]),
    ("In Coventry did completions outnumber drop-outs in 2022/23?", ["No:"]),
    ("How many percentage points separate possession from trafficking on positive outcomes in 2024/25?", ["36.9"]),
    (
        "Someone in England dies of drug poisoning every four hours; what does that make over a thirty-day month?",
        ["180"],
    ),
    (
        "Coventry 2019/20: from the opiate and/or crack total subtract opiate only and crack only; how many are left?",
        ["1,343"],
    ),
    ("what percentage of the 84 groups were marked priority?", ["4.8%"]),
    (
        "Wolverhampton or Coventry on alcohol dependence: who has the higher rate, and who the bigger headcount?",
        ["18.3", "5,298"],
    ),
    ("In the press item, is Solihull's 1,177 the biggest number of people treated?", ["No:", "8,490"]),
    ("503 alcohol-specific deaths are pinned on two different years. Which?", ["2023", "2024"]),
]
TURNS = [
    (["Which areas saw drug-related deaths fall in 2024?"], "Is Coventry one of them?", ["No:"]),
    (
        ["Which LPA had the biggest rise in possession offences in 2024/25?"],
        "and the smallest, by per cent?",
        ["Wolverhampton", "0.7"],
    ),
    (
        ["How many completed treatment in Solihull in 2022/23?"],
        "How does Sandwell measure up against that?",
        ["425", "55"],
    ),
]
REFUSED = [
    "Express Sandwell's 2024 drug-related deaths as a rate per 100,000 residents",
    "At MADE, what percentage of the samples tested were not what the buyer expected?",
    "Is the present Commissioner any better at this than the one before him?",
]


@pytest.mark.parametrize(("question", "expected"), WORKED_OUT)
def test_is_worked_out(answerer: Answerer, question: str, expected: list[str]) -> None:
    actual = answerer.answer(question).headline

    assert all(part in actual for part in expected), actual


@pytest.mark.parametrize(("history", "question", "expected"), TURNS)
def test_is_worked_out_over_turns(answerer: Answerer, history: list[str], question: str, expected: list[str]) -> None:
    actual = answerer.answer(question, history).headline

    assert all(part in actual for part in expected), actual


@pytest.mark.parametrize("question", REFUSED)
def test_is_not_answered_by_what_is_near(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).status == "not_found"


def test_what_leads_a_question_is_set_aside_whole(answerer: Answerer) -> None:
    question = "Apart from the Commissioner's own team and the local authorities, which organisations are members of the WMCDAP?"

    actual = answerer.answer(question).headline

    assert "Probation" in actual
