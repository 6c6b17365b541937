"""Follow-ups that speak of the very kind asked about, of its level, or of one area's share: what must stand in the headline."""

import pytest

from rag.pipeline import Answerer

FELL_MOST = "Which borough saw trafficking offences fall the most in 2024/25?"
DEATHS = "total drug-related deaths registered across the west midlands in 2024?"
TURNS = [
    (["Total of drug-related crimes in Wolverhampton in 2023/24?"], "And for the following fiscal year?", "1,648"),
    (["How many people were in treatment in Walsall in 2022/23?"], "and twelve months later?", "1,785"),
    (["How many people were in treatment in Walsall in 2023/24?"], "a year earlier?", "1,742"),
    (["Alcohol-specific deaths in Sandwell in 2022?", "By what percentage had they fallen in 2023?"],
     "Express that reduction as a number of deaths.", "-13"),
    ([FELL_MOST], "and which recorded the highest number?", "Birmingham had the highest"),
    ([FELL_MOST], "and the second most?", "Wolverhampton had the second largest fall"),
    ([DEATHS], "of the 262, what portion was Birmingham's?", "45.8%"),
    ([DEATHS], "how many of those deaths were in Dudley?", "25"),
    (["Registered drug-related deaths in Dudley, 2024", "And Walsall?"], "Add the two.", "45 "),
    (["How many were in treatment in Birmingham in 23/24?"], "how many of them were brand new to it?", "3,542"),
    (["How many drug-related deaths in Coventry in 2024?", "is that up or down?", "by how many?"],
     "and what's that as a percentage?", "+16.2%"),
    (["Drug possession offences in Walsall 2024/25?", "what about trafficking?"], "add those together", "512"),
    (["Which area had the highest OCU rate?"], "and second?", "Wolverhampton had the second highest"),
    (["Which area had the fewest drug deaths in 2024?"], "who was next?", "Sandwell had the second lowest"),
    (["Number dropping out of treatment in Coventry 2022/23?", "and how many finished?"], "so which was higher?", "385"),
    (["In treatment in Wolverhampton in 23/24?", "how many of those were newcomers?"], "that as a percentage", "55.0%"),
    (["Trafficking offences for each area in 2024/25"], "only the ones over 150", "and Sandwell (174)."),
    (["positive outcomes for possession 2024/25?"], "what share of them were community resolutions?", "76.7%"),
    (["positive outcomes for possession 2024/25?"], "and charges?", "995"),
    (["Sandwell treatment exits in 2022/23?"],
     "wrong ones, I wanted people who dropped out or left, not those who completed", "375"),
    (["On 24 July 2017, how many organised crime groups was West Midlands Police tracking?"],
     "How many of those were flagged with drugs as a secondary concern?", "18 of the 84"),
]  # fmt: skip


@pytest.mark.parametrize(("history", "question", "expected"), TURNS)
def test_headline_tells(answerer: Answerer, history: list[str], question: str, expected: str) -> None:
    actual = answerer.answer(question, history).headline

    assert expected in actual, actual
