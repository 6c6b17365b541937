"""Questions that name a table, two areas or earlier turns: the named table decides, both sides are told, turns are added up."""

import pytest

from rag.pipeline import Answerer

TABLES = [
    ("Table 10, charge or summons: by how many did the figure go up between the two fiscal years?", ["334"]),
    ("How much did charge or summons in Table 8 rise?", ["124"]),
    ("Tables 6 and 10 on community resolutions: what percentage change does each print?", ["+25.6%", "-80.2%"]),
    ("For 2024/25, add the community resolutions in Table 8 to those in Table 10.", ["3,915"]),
    ("adult cautions 2024/25: table 10 less table 8", ["124"]),
    ("Figure 9, Birmingham 2021?", ["76"]),
    ("Adding up Figure 9, what were total deaths in 2022 and how does that stand, in per cent, against 2021?", ["163", "25.4%"]),
    ("Birmingham as a share of all trafficking offences in the force (Table 2 total), 2024/25", ["44.2%"]),
]  # fmt: skip
TWO_AREAS = [
    ("Of Wolverhampton and Sandwell, which saw the steeper percentage fall in trafficking offences?", ["Wolverhampton had", "24.0%", "20.9%"]),
    ("wolves or cov, whos got more people caught with drugs on em (possession) 24/25", ["Coventry was higher", "653", "587"]),
    ("Walsall or Sandwell: fewer in treatment 2023/24?", ["Walsall was lower", "1,785", "2,095"]),
    ("Walsall had 19 deaths from drug misuse in 2022, was it higher or lower than Coventry?", ["Walsall was higher", "18"]),
    ("16/17, heroin and crack use per thousand people. west mids compared to the country as a whole?", ["12.06", "8.85"]),
]  # fmt: skip
CELLS = [
    ("trafficking only - how many got a diversion or education type outcome in 2023/24", ["6: diversionary"]),
    ("young uns cautioned for drugs offences of any sort in 24/25, whats the number", ["188"]),
    ("How many moderate drug disruptions were there in 2024/25?", ["15 moderate"]),
    ("Not the poisoning table - I want 'deaths from drug misuse' in Walsall, 2022 registrations.", ["19"]),
]
TURNS = [
    (["Registered drug-related deaths in Dudley, 2024", "And Walsall?"], "Add the two.", ["45"]),
    (["drug deaths in dudley in 2024?", "wolves?", "and walsall?"], "the total then?", ["75"]),
    (["Drug-related crimes recorded in Wolverhampton in 2023/24."], "And for the following fiscal year?", ["1,648"]),
    (
        ["Alcohol-specific deaths in Sandwell in 2022?", "By what percentage had they fallen in 2023?"],
        "Express that reduction as a number of deaths.",
        ["13"],
    ),
    (
        ["Total recorded drug offences in the force area for 2023/24 and 2024/25"],
        "Give the absolute difference between those two years.",
        ["765"],
    ),
]


@pytest.mark.parametrize(("question", "expected_words"), [*TABLES, *TWO_AREAS, *CELLS])
def test_what_is_named_decides(answerer: Answerer, question: str, expected_words: list[str]) -> None:
    answer = answerer.answer(question)

    assert answer.status == "answered"
    assert all(word in answer.headline for word in expected_words), answer.headline


@pytest.mark.parametrize(("history", "question", "expected_words"), TURNS)
def test_a_sum_over_what_was_spoken_of(
    answerer: Answerer, history: list[str], question: str, expected_words: list[str]
) -> None:
    answer = answerer.answer(question, history)

    assert all(word in answer.headline for word in expected_words), answer.headline
