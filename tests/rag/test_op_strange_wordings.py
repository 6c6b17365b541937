"""Cells and sums asked in unusual words: a cell by its place, ratios, shares of a named whole, numbers that look like years."""

import pytest

from rag.pipeline import Answerer

QUESTIONS = [
    ("Ratio of Birmingham's OCU estimate to Solihull's?", ["11.6"]),
    ("times more trafficking offences in Birmingham than Solihull 24/25", ["11.2"]),
    ("How many times as many trafficking charges as community resolutions in 2024/25?", ["10.8"]),
    ("Sandwell dealing, from what to what?", ["220", "174"]),
    ("Table 4, Walsall LPA, 2023/24", ["381"]),
    ("Figure 8: percentage change, Solihull", ["12.5"]),
    ('Figure 7, "Opiates only" line: entry under Wolverhampton?', ["888"]),
    ("community resolutions down what percent all drug offences", ["80.2"]),
    ("cop figures for posession in brum up what percent", ["28.3"]),
    ("Table 5: how many outcomes in 2024/25 were not positive?", ["2,676"]),
    ("Possession: diversionary activity as a share of positive outcomes, 2024/25", ["1.1%"]),
    ("successful completions as a percentage of completions and drop-outs in Walsall", ["48.1%"]),
    ("Opiate clients as % of all in treatment, Walsall 23/24", ["52.6%"]),
    ("Walsall's alcohol dependency estimate minus Solihull's", ["1,505"]),
    ("non-opiate effective treatment Dudley: how many points up", ["23"]),
    ("Solihull, drug misuse deaths, 2021 to 2022: down, weren't they?", ["No", "9"]),
    ("trafficking dropped from 1929 to 1654, what % is that", ["14.3%"]),
    ("10,466 custody drug tests at 64% positive implies how many positive tests?", ["6,698"]),
    ("Proportion of the 580 positive drug disruptions of 2021/22 that were county lines disruptions?", ["73.6%"]),
    ("if we put £10,000 into drug treatment what net benefit would society get", ["£25,000"]),
    ("Table 3 Birmingham less Coventry 2024/25", ["433"]),
    ("what multiple of Solihull's possession offences is Birmingham's, 24/25?", ["10.5"]),
    ("In Birmingham in 2023/24, opiate clients made up what percentage of everyone in treatment?", ["65.6%"]),
]


TELLING_OTHERS = [("share of opiate clients in Birmingham 23/24", "96%")]


@pytest.mark.parametrize(("question", "other"), TELLING_OTHERS)
def test_a_share_is_not_told_for_another(answerer: Answerer, question: str, other: str) -> None:
    assert other not in answerer.answer(question).headline


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_unusual_words_are_answered_with_the_figure(answerer: Answerer, question: str, expected: list[str]) -> None:
    answer = answerer.answer(question)

    assert answer.status == "answered"
    assert all(part in answer.headline for part in expected), answer.headline
