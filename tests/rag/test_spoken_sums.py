"""Sums put in other words are written out in plain ones, and what only looks like one stays."""

import pytest

from rag.pipeline import Answerer
from rag.spoken_sums import write_out_sums


@pytest.fixture(scope="module")
def written(answerer: Answerer):  # type: ignore[no-untyped-def]
    """Writes out the sums of a text."""
    return lambda text: write_out_sums(text, answerer.library.lexicon)


@pytest.mark.parametrize(
    ("put", "plain"),
    [
        ("And with Birmingham's knocked off, what's left?", "And with Birmingham taken out, how many is that?"),
        ("how many once Coventry's and Dudley's are subtracted?", "how many with Coventry and Dudley taken out?"),
        ("the six areas that aren't Birmingham?", "the six areas with Birmingham taken out?"),
        ("of all deaths in 2024, what percentage fell in Dudley?", "what percentage of all deaths in 2024 were in Dudley?"),
        ("out of the whole force total what's that as a percentage", "what share of the whole force total is that"),
        ("each charge corresponds to how many arrests?", "how many arrests for every charge?"),
        ("what percentage fell outside the positive outcome category?", "what percentage were not positive outcome?"),
        ("701 needles, split it over 12 months, how many each month", "701 needles, how many each month"),
        ("Strip Birmingham out and how many deaths were there?", "with Birmingham taken out, how many deaths were there?"),
        ("completions minus drop-outs in 22/23", "how many more completions than drop-outs in 22/23"),
        ("deaths in 2024 divided by 52", "deaths in 2024 per week"),
        ("put the two years together, what do you get", "both years added together, how many is that"),
        ("what's the mean across the two years", "what's the average across the two years"),
        ("22,500 users times what each costs", "22,500 users multiplied by what each costs"),
        ("possession, 2,664 up to 3,417", "possession, went from 2,664 to 3,417"),
        ("84 gangs, 4 of em top priority", "4 of the 84 gangs top priority"),
        ("the change to two decimal places", "the change"),
        ("how far apart are those two rates then", "what is the difference between them?"),
        ("what was it in the previous year?", "and the previous year?"),
    ],
)  # fmt: skip
def test_sums_are_put_plainly(written, put: str, plain: str) -> None:  # type: ignore[no-untyped-def]
    assert written(put) == plain


@pytest.mark.parametrize(
    "text",
    [
        "how many in treatment in Birmingham and Solihull put together in 24/25",
        "Taking Coventry, Sandwell and Wolverhampton together, by how many did trafficking fall?",
        "Take Birmingham and Coventry out of the deaths registered in 2023. What is left?",
        "which rates were significantly higher than the mean",
        "alcohol deaths went from 177 up to 199",
        "how many people dropped out of treatment in Dudley?",
        "what do the reports mean by positive outcome",
        "which council took on more people",
        "and by 23/24 how many had been added?",
        "is that less than in 2023?",
        "why did so many less people use drug services from 2010 to 2019?",
        "brum drug deaths 2024 take away coventry's",
        "Walsall minus Dudley, people in treatment in 2023/24",
    ],
)
def test_other_words_stay(written, text: str) -> None:  # type: ignore[no-untyped-def]
    assert written(text) == text


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["How many drug-related deaths were there in the county in 2024 if you knock Birmingham off?"], "142"),
        (["How many drug deaths in 2024 across the county?", "and once you've deducted Birmingham's?"], "142"),
        (["Table 14 has 503 alcohol deaths for 2023. Take away what the six areas in Table 15 add up to and how many are left over?"], "445 in 2023"),
        (["coventry v sandwell alcohol dependent people, cov is higher by what percent"], "22.6%"),
        (["In percentage terms, how far ahead of Sandwell is Coventry on alcohol dependent people?"], "22.6%"),
        (["non-positive outcomes for possession in 2024/25, how many"], "1,673"),
        (["how many possession outcomes werent positive in 24/25"], "1,673"),
        (["64% positive on the custody drug tests. and as a headcount that is?"], "6,698"),
        (["of the crime groups whose reach went beyond England, how many were NOT flagged for drugs as a first, second or third concern?"], "8: 27 OCGs"),
        (["Of the OCGs with impact beyond England, how many did not have drug crime as a concern?"], "8: 27 OCGs"),
        (["262 drug deaths in 2024 and 120 of them in Birmingham, so the rest of the county had?"], "142"),
        (["how many of the county's 262 drug deaths in 2024 werent in Birmingham"], "142"),
        (["What proportion of Birmingham's 2023/24 treatment population were new presentations that year?"], "41.7%"),
        (["possession minus trafficking, force wide, 24/25"], "4,908"),
        (["what per cent of the county's 2024 drug deaths were outside Birmingham"], "54.2%"),
        (["of 262 drug deaths in 2024, 120 were brum. what percentage was everywhere else"], "54.2%"),
        (["brum drug deaths 2024 take away coventry's"], "77"),
        (["lines per brand closed in Q1 24/25?"], "4.88"),
        (["ROCU 2021/22: how many arrests lie behind every charge?"], "3.52"),
        (["Out of the 84 OCGs, how many per cent had drug-related criminality as either a primary or a secondary concern?"], "58.3%"),
        (["drug deaths in the west midlands in 2023?", "divide it by 12 for me"], "24.6"),
        (["trafficking offences in cov 24/25?", "so out of all of them in the force thats what percentage"], "18.0%"),
        (["not counting birmingham, which council tops the list for people on opiates only in 2019/20"], "Walsall"),
    ],
)  # fmt: skip
def test_sums_in_other_words_are_answered(answerer: Answerer, turns: list[str], expected: str) -> None:
    actual = answerer.answer(turns[-1], turns[:-1])
    assert actual.status == "answered"
    assert expected in actual.headline
