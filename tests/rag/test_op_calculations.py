"""Calculations and comparisons asked in everyday words, kind by kind: what must stand in the headline, and what must not."""

import pytest

from rag.pipeline import Answerer

SIDES = [
    (
        "how many points behind England was the West Midlands at getting prison leavers into treatment in 2015/16?",
        ["21%", "30%", "9 percentage points lower"],
    ),
    (
        "sandwell youngsters in hospital with drink, 15.9, england 22.6. how much under are we",
        ["6.7 per 100,000 lower"],
    ),
    ("are we worse than England for heroin and crack per thousand, 2016/17?", ["Yes:", "12.06", "8.85"]),
    ("how often does someone die of drug poisoning here as opposed to in England?", ["three days", "four hours"]),
]
PARTS = [
    ("Tracked OCGs with no drugs flag at primary, secondary or tertiary level in July 2017 - work it out.", ["30 of"]),
    ("what share of the tracked OCGs had drugs as their primary concern?", ["36.9%"]),
    ("how many of Birmingham's 8,490 in the article were NOT newcomers to services?", ["4,948"]),
    (
        "the article gives Birmingham's overall and first-time users of treatment. What percentage were first-timers?",
        ["41.7%"],
    ),
    ("Of Solihull's departures from treatment in 2022/23, what percentage were completions?", ["78.7%"]),
    ("what share of possession cautions in 2024/25 went to youths?", ["11.4%", "176"]),
    ("what % of the year's closed county lines were closed in Q1 2024/25", ["26.9%"]),
]
SUMS = [
    ("cautions for possession in 24/25, kids and grown ups put together", ["176"]),
    ("what do the six smaller boroughs' treatment numbers add up to in 2023/24", ["10,758"]),
    ("total drug deaths in the West Midlands less Birmingham in 2024", ["142"]),
    ("what is the Black Country total for drug misuse deaths in 2022?", ["49"]),
    ("add the two rows of table 2 for 24/25", ["8,216"]),
    ("£26,074 times 22,500?", ["£586,665,000"]),
    ("one drug poisoning death every three days, so how many a year?", ["122"]),
    ("Birmingham had 9,345 in treatment in 2024/25, up 8.4%: what does that imply for 2023/24?", ["8,621", "8,490"]),
    (
        "How much did Birmingham's treatment population grow in 2023/24, as a headcount and as a percentage of the year before?",
        ["+313", "+3.8%"],
    ),
    ("relative to population, is Coventry or Wolverhampton worse for heroin and crack?", ["Wolverhampton", "11.8"]),
]
TURNS = [
    (
        ["possession outcomes in total in 2024/25?"],
        "and once you take off the positive ones, how many remain?",
        ["1,673"],
    ),
    (
        ["what % of trafficking outcomes were positive in 24/25?"],
        "is that any better than the year before",
        ["Yes:", "28.9%", "38.2%"],
    ),
    (
        ["Dudley trafficking offences 2024/25", "and possession there?"],
        "which one went down?",
        ["trafficking", "112 to 111"],
    ),
    (
        ["completions in Sandwell 2022/23?", "and drop-outs?"],
        "completions as a percentage of both together?",
        ["53.1%"],
    ),
    (["how many positive outcomes for possession in 2024/25?"], "as a share of all possession outcomes?", ["75.1%"]),
    (
        ["How many drug-related deaths were registered in 2023 and 2024?"],
        "Take Birmingham out. What do the other six add up to in each of the two years?",
        ["143", "142"],
    ),
]


@pytest.mark.parametrize(("question", "expected"), SIDES + PARTS + SUMS)
def test_is_worked_out_from_the_figures(answerer: Answerer, question: str, expected: list[str]) -> None:
    actual = answerer.answer(question).headline

    assert all(part in actual for part in expected), actual


@pytest.mark.parametrize(("history", "question", "expected"), TURNS)
def test_is_worked_out_over_turns(answerer: Answerer, history: list[str], question: str, expected: list[str]) -> None:
    actual = answerer.answer(question, history).headline

    assert all(part in actual for part in expected), actual
