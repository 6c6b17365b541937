"""A printed figure goes before a computed one; money is answered by money; what is told aside tells no measure."""

import pytest

from rag.pipeline import Answerer

PRINTED = [
    ("Average annual deaths related to substance misuse in the West Midlands since 2014, as reported to the Board.", ["119"]),
    ("A heroin or crack user who isnt in treatment, how much crime in £ do they rack up a year on average?", ["£26,074"]),
    ("What net benefit to society is estimated for each £1 invested in drug treatment?", ["£2.50"]),
]  # fmt: skip
WORKED_OUT = [
    ("What share of total recorded drug offences in 2024/25 were trafficking?", ["20.1%"]),
    ("Wolverhampton's mean yearly registered drug-related deaths over 2023 and 2024?", ["34.0"]),
    ("mean drug deaths per year in Coventry 2023 and 2024", ["40.0"]),
    ("By what percentage did recorded drug offences rise from 2023/24 to 2024/25, all classes together?", ["10.2%", "8,215"]),
    ("Force-wide, possession went one way and trafficking the other in 24/25. Which moved further, in per cent?", ["18.9%", "14.3%"]),
]  # fmt: skip
LOOKED_UP = [
    ("How many times in 24/25 did police in Wolves record somebody for having drugs on them?", ["587"]),
    ("Deaths from drug misuse, Sandwell 2022 - mind, that's a different series from the 2023/2024 one.", ["6 deaths"]),
    ("i've got a lady ringing about booze deaths in coventry back in 2022, what do i tell her", ["57"]),
    ("so in solihull, them neighbourhood crimes linked to drugs (car theft burglary etc) how many in 24/25", ["27"]),
    ("How many people were in treatment in Birmingham the year before 2023/24?", ["8,177"]),
    ("how many people were in treatment in walsall in the year after 2022/23", ["1,785"]),
    ("people in Birmingham using treatment services for the 1st time ever in 2023/24, how many", ["3,542"]),
]


@pytest.mark.parametrize(("question", "expected_words"), [*PRINTED, *WORKED_OUT, *LOOKED_UP])
def test_the_figure_asked_for(answerer: Answerer, question: str, expected_words: list[str]) -> None:
    answer = answerer.answer(question)

    assert answer.status == "answered"
    assert all(word in answer.headline for word in expected_words), answer.headline


def test_no_average_over_areas_that_nobody_asked_for(answerer: Answerer) -> None:
    answer = answerer.answer("average number of years heroin users have been in treatment?")

    assert answer.derivation is None
