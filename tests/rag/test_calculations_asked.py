"""Calculations as councillors and officers ask for them: the share claimed, the whole, the rest of a year, the base, the count."""

import pytest

from rag.pipeline import Answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What fraction of the 2024 regional total of registered drug-related deaths does Birmingham represent?", ("45.8%",)),
        ("Total outcomes less positive outcomes, all drug offences, 2024/25. Result?", ("2,676",)),
        ("Possession, 2024/25: total outcomes less positive outcomes equals?", ("1,673",)),
        ("Adults who took any drug last year but not cannabis, how many in the force area", ("33,000",)),
        ("Working back from paragraph 30, what was total recorded crime in 2016/17?", ("207,738",)),
        ("If 117,000 cannabis users are 5.2% of adults, how many adults is that in all?", ("2,250,000",)),
        ("12.5% of homicides drug linked, 8 points up - so what was it before then", ("4.5%",)),
        ("83 lines went in quarter one, how many closed in the remaining nine months of 2024/25?", ("225", "308")),
        ("Multiply the estimated user population by the annual cost per problematic drug user.", ("£1,402,200,000",)),
        ("Total the opiates and/or crack line of Figure 7 and subtract it from the 2016/17 estimate.", ("792",)),
        ("What was Coventry's drop in trafficking as a share of the whole force drop?", ("54.2%", "-149")),
        ("trafficking outcomes 24/25 minus the positive ones leaves", ("1,003",)),
        ("By how many percentage points did possession's positive outcome proportion gain?", ("13.5",)),
    ],
)  # fmt: skip
def test_sums_are_worked_out(answerer: Answerer, question: str, told: tuple[str, ...]) -> None:
    actual = answerer.answer(question)
    assert actual.status == "answered"
    assert all(one in actual.headline for one in told)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Is Birmingham's total more than half of the region's drug-related crime in 2024/25?", "No: 46.4%"),
        ("did most of the drug deaths in 2024 happen in birmingham?", "No: 45.8%"),
        ("Did Birmingham record over half of all possession offences in 2024/25?", "Yes: 52.1%"),
        ("are there twice as many drug deaths in birmingham as coventry in 2024?", "No: 2.8 times"),
        ("so all 7 councils got more people into treatment in 24/25 yea?", "No: "),
        ("Every LPA recorded more possession offences, correct?", "Yes: "),
    ],
)
def test_a_claimed_size_is_said_yes_or_no_to(answerer: Answerer, question: str, start: str) -> None:
    assert answerer.answer(question).headline.startswith(start)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Walsall or Wolverhampton: more opiate or crack users by head count in 22/23? I heard Wolverhampton as its rate is higher.", ("Walsall", "2,076")),
        ("Alcohol dependency per 1,000: Solihull is lowest. Next up from the bottom is?", ("Dudley", "14.7")),
        ("Where did the number of adults in treatment expand most, proportionally, in 2024/25?", ("Walsall", "13.1%")),
        ("Which row tops Table 10 in 2023/24?", ("Community Resolution", "3,078")),
        ("dudley drink deaths 2022. i keep seein 68 and then 69, whats it meant to be", ("68", "69")),
        ("Possession of drugs, 2024/25. The paragraph above Table 2 and the table itself differ; quote each.", ("6,526", "6,562")),
        ("top three for problem drinkers going by the rate not the head count", ("Wolverhampton", "18.3")),
    ],
)  # fmt: skip
def test_what_is_ranked_or_disputed_is_told(answerer: Answerer, question: str, told: tuple[str, ...]) -> None:
    headline = answerer.answer(question).headline
    assert all(one in headline for one in told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("I have Table 3 in front of me.", "Which area fell the most?"), ("Coventry", "33.3%")),
        (("Table 8 please, trafficking positive outcomes by type.", "Which is the smallest for 2024/25?"), ("Caution - Youth",)),
        (("sandwell, opiate and or crack users in 2019/20", "and sandwell in 22/23?", "Whats the drop in heads between them two then"), ("58",)),
        (("how many dropped out of treatment in dudley 2022/23", "and is that more or less than completed it?"), ("Fewer", "335", "400")),
        (("Sandwell's opiate and/or crack estimate for 2022/23, Table 1?", "Has it moved since the 2019/20 estimate?"), ("1,928",)),
    ],
)  # fmt: skip
def test_a_sum_goes_on_from_what_was_said(answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]) -> None:
    headline = answerer.answer(turns[-1], turns[:-1]).headline
    assert all(one in headline for one in told)
