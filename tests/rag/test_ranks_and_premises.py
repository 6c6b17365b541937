"""Rankings, false premises and disagreements in wordings of fresh authors: what must stand in the headline."""

import pytest

from rag.pipeline import Answerer

RANKINGS = [
    (
        "which bit of the patch cut its dealing offences the most, percentage wise (24/25 vs 23/24)",
        ["Coventry", "33.3"],
    ),
    ("what part of our patch cut dealing offences the most", ["Coventry"]),
    ("Which borough cut possession offences the most in 2024/25?", ["None saw a fall", "Wolverhampton", "+0.7%"]),
    ("After Birmingham, where were drop-outs from treatment most numerous in 2022/23?", ["Coventry", "385"]),
    ("Did Coventry or Dudley add more new treatment presentations between 22/23 and 23/24?", ["Coventry had", "+180"]),
    ("Which sort of outcome for drug offences shot up most in % terms?", ["Caution - Youth", "9 to 188"]),
    ("Four of the five positive outcome types for possession rose. Which is the odd one out?", ["Diversion", "-54.5%"]),
    ("which type of positive outcome came second for possession?", ["Charge or summons", "995"]),
    ("Which category in Table 6 saw the biggest percentage increase?", ["Caution - Youth"]),
    ("Which area had the highest share of successful completions among its treatment exits?", ["Solihull", "78.7%"]),
    ("which borough had the lowest percentage who finished treatment in 2022/23?", ["Coventry", "43.0%"]),
    ("Which areas had over 30 drug-related deaths in 2024?", ["above 30 in Birmingham (120) and Coventry (43);"]),
    ("Which boroughs had more drug deaths than Walsall in 2024?", ["above Walsall (20)", "not in Sandwell (13)"]),
    ("whos got the most booze deaths", ["Birmingham had the highest", "199"]),
    ("which boroughs recorded fewer dealing offences in 2024/25?", ["fell in all seven areas: Birmingham (749 to 731)"]),
    ("Tables 6 and 10 on community resolutions: what percentage change does each print?", ["-80.2%", "+25.6%"]),
]
PREMISES = [
    ("Did Walsall have more drug deaths in 2024?", ["No:", "unchanged at 20"]),
    ("Did every borough have at least 11 drug-related deaths in 2024?", ["Yes:", "at least 11"]),
    ("Did any borough have more than 100 drug-related deaths in 2024?", ["Yes:", "above 100 in Birmingham"]),
    (
        "Did trafficking get more positive outcomes in 2024/25 even though fewer offences were recorded?",
        ["Yes:", "621"],
    ),
    ("Surely at least one borough had fewer new presentations to treatment in 23/24 than the year before?", ["No:"]),
    ("did every single area record more possession offences in 24/25?", ["Yes:", "2,664 to 3,417"]),
    ("Did any borough record more dealing offences in 24/25?", ["No:", "749 to 731"]),
    ("Table 6 shows youth cautions falling, right?", ["No:", "from 9", "to 188"]),
    ("Table 12 shows deaths in Dudley fell, doesn't it?", ["No:", "from 20", "to 25"]),
    ("Which areas performed significantly worse than England on prison leavers in 2015/16?", ["Birmingham", "Walsall"]),
]
DISAGREEMENTS = [
    ("The 2025 report claims drug-related crime tumbled by 20.9%. Do its own totals bear that out?", ["No:", "18,679"]),
    (
        "The 2024 and the 2025 edition paint different pictures of homicides linked to drugs: what share?",
        ["12.5", "half"],
    ),
    ("Birmingham in treatment: is it really up 8.4%? The last report had 8,490, this one 9,345", ["8.4", "10.1"]),
    (
        "Community resolutions 2024/25: drug offences in one table, possession in another. Is the part more than its whole?",
        ["624", "3,865"],
    ),
    (
        "Does the 2025 report's force total of drug-related neighbourhood crimes for 2023/24 equal the sum of the areas?",
        ["1,096", "1,056"],
    ),
]


@pytest.mark.parametrize(("question", "expected"), [*RANKINGS, *PREMISES, *DISAGREEMENTS])
def test_headline_tells(answerer: Answerer, question: str, expected: list[str]) -> None:
    actual = answerer.answer(question).headline

    assert all(part in actual for part in expected), actual


@pytest.mark.parametrize(("period", "first"), [("2023/24", "3,154"), ("2024/25", "1,533")])
def test_categories_are_ranked_in_the_period_asked_for(answerer: Answerer, period: str, first: str) -> None:
    answer = answerer.answer(f"Which type of positive outcome was the highest for all drug offences in {period}?")
    assert period in answer.headline
    assert first in answer.headline


@pytest.mark.parametrize(
    ("question", "history", "said"),
    [
        (
            "and whos got the lowest rate per 1000 out of all 7",
            ["rate of heroin n crack users in dudley 22/23"],
            "Solihull had the lowest",
        ),
        (
            "Leaving Birmingham out, which authority had the most alcohol deaths in 2023? Careful, Wolverhampton is missing from the table.",
            [],
            "Dudley had the highest",
        ),
        ("Dudley or Solihull, where did more people drop out of treatment in 22/23?", [], "Dudley was higher: 335"),
    ],
)
def test_a_remark_or_a_field_does_not_hide_the_ranking(
    answerer: Answerer, question: str, history: list[str], said: str
) -> None:
    assert said in answerer.answer(question, history).headline


def test_what_is_said_not_to_be_asked_about_is_not_told(answerer: Answerer) -> None:
    answer = answerer.answer(
        "Alcohol-specific deaths 2022 to 2023: who had the largest percentage drop? Careful, it isn't drug deaths I'm asking about."
    )

    assert answer.headline.startswith("Solihull had the largest fall in registered alcohol-related deaths")


def test_what_makes_up_a_sum_of_money_is_no_ratio(answerer: Answerer) -> None:
    headline = answerer.answer("Which four indicators make up the £62,320 yearly cost per problem drug user?").headline

    assert "social care" in headline and "2.39" not in headline
