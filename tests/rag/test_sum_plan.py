"""Sums put in any words: operands from phrases, numbers handed over and the answer before; and none where one is not printed."""

import pytest

from rag.pipeline import Answerer
from rag.sum_shapes import shapes_of

IN_ONE_QUESTION = [
    ("Solihull's trafficking offences as a percentage of Birmingham's, 24/25", ["8.9%"]),
    ("how many times over did Birmingham outdo Walsall for trafficking in 24/25", ["6.0"]),
    ("how much of the county's drug death total for 2024 was down to Birmingham, as a percentage", ["45.8%"]),
    ("What share of the 580 drug disruptions in 2021/22 were county lines disruptions?", ["73.6%"]),
    ("What percentage of the 84 OCGs had drug-related criminality as a primary or secondary concern?", ["58.3%"]),
    ("Arrests per charge from county lines disruptions in 2021/22?", ["3.5"]),
    ("Birmingham 2019/20: opiate and/or crack total less opiates only less crack only?", ["4,891"]),
    ("traficking solihul 24/25 + posession solihul 24/25 = ?", ["390"]),
    ("Divide the £1.4bn annual cost by the 22,500 users: cost per user?", ["£62,222"]),
    ("21.12 kilos seized over the year, what's that per month", ["1.76"]),
    ("Sum the five outcome types of Table 6 for 2024/25.", ["2,997"]),
    ("how much bigger is Birmingham's treatment population than the next largest one, 23/24?", ["6,395"]),
    ("how many percent more alcohol dependent folk has Coventry than Sandwell", ["22.6%"]),
    ("one in how many of the drug deaths in the county in 2024 was in Wolverhampton", ["8.7"]),
    ("What is the median number of registered drug-related deaths across the seven areas in 2024?", ["25"]),
    ("how many trafficking offences in 2024/25 are unaccounted for when the seven LPAs are set against the total?", ["7"]),
    ("wots 15.9 as a % of 22.6? (sandwell young people alcohol hospital rate vs england)", ["70.4%"]),
]  # fmt: skip
AFTER_OTHERS = [
    (["how many in treatment for all seven councils put together in 22/23"], "whats the % rise on that by 23/24", "5.5%"),
    (["which area had the most possession offences in 24/25"], "what share of the force total is that", "52.1%"),
    (["what share of the 580 drug disruptions in 2021/22 were county lines disruptions?"], "and how many were not?", "153"),
    (["how many county lines (not brands) closed in Q1 of 24/25"], "per month?", "27.7"),
    (["how many OCGs was West Midlands Police tracking in July 2017?"], "What percentage of those had a geographic impact beyond England?", "32.1%"),
    (["which area has the highest rate of alcohol dependency?"], "how far above the lowest one is that", "7.4"),
    (["how many of those in treatment in Walsall in 2023/24 were not opiate clients?"], "As a percentage of the total?", "47.4%"),
]  # fmt: skip
NOT_PRINTED = [
    "What proportion of new presentations in Coventry in 2023/24 were opiate clients?",
    "What was the cost per drug seizure in Q1 2024/25?",
    "What percentage of trafficking offences in Coventry in 2024/25 ended in a charge or summons?",
    "Sum successful completions of treatment over the seven authorities for 2023/24.",
    "ratio of police officers to ocgs?",
    "what share of the 308 closed lines ran outta walsall",
]


@pytest.mark.parametrize(("question", "expected"), IN_ONE_QUESTION)
def test_sums_put_in_any_words(answerer: Answerer, question: str, expected: list[str]) -> None:
    actual = answerer.answer(question)
    assert actual.status == "answered"
    assert actual.derivation
    assert all(number in actual.headline for number in expected)


@pytest.mark.parametrize(("history", "question", "expected"), AFTER_OTHERS)
def test_sums_on_the_answer_before(answerer: Answerer, history: list[str], question: str, expected: str) -> None:
    assert expected in answerer.answer(question, history).headline


@pytest.mark.parametrize("question", NOT_PRINTED)
def test_a_sum_that_lacks_an_operand_is_not_answered(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).status == "not_found"


def test_a_shape_names_its_operands() -> None:
    share = shapes_of("charges as a percentage of all positive outcomes")[0]
    assert (share.kind, share.phrases) == ("share", ("charges", "all positive outcomes"))
    several = next(
        shape for shape in shapes_of("all outcomes minus cautions minus charges") if shape.kind == "difference"
    )
    assert several.phrases == ("all outcomes", "cautions", "charges")
