"""Turns that move on: to another subject, another offence, another time."""

import pytest

from rag.pipeline import Answerer

CAUTIONS = "adult cautions for trafficking 24/25"


@pytest.mark.parametrize(
    ("turns", "question", "expected"),
    [
        (("Which areas saw increases in opiate clients in 23/24?",),
         "Thank you, that is all I needed on treatment. I only have Figure 7 of the 2024 report to hand: what percentage of "
         "Coventry's estimated opiate and/or crack users in 2019/20 used opiates only?", "33.7%"),
        (("What is the LDIS?",),
         "Okay, park that. I'm writing up drug deaths for the annual review with Table 12 of the 2025 report in front of me - "
         "how big a slice of the 2024 total did Coventry account for, in per cent?", "16.4%"),
        (("Which area had the highest alcohol dependency rate?",),
         "Leaving drink aside now: by how many percentage points did the proportion of homicides linked to drugs go up in "
         "2024/25?", "Homicides in the West Midlands rose by 8 percentage points"),
        (("who chairs the partnership",),
         "rite forget tht. youth cautions 4 trafficking, any diff 23/24 to 24/25", "Caution - Youth (trafficking"),
        ((CAUTIONS,), "And am I right that diversionary outcomes for possession rocketed in 24/25?",
         "No: Diversionary, educational or intervention activity (possession"),
        ((CAUTIONS,), "and charges for possession?", "995"),
        (("how did wolves do on drug deaths in 2024",), "n trafficking charges went thru the floor in 24/25 rite?",
         "No: Charge or summons (trafficking"),
        (("New presentations, Coventry, 2022/23?",),
         "Major drug disruptions and moderate disruptions, FY 2024/25, both figures.", "6: major disruptions"),
        (("people in treatment in Birmingham in 22/23?",), "Jump ahead to 24/25: where does it stand?", "9,345"),
        (("How many trafficking offences did Dudley record in 2023/24?",), "and a year later?", "111"),
    ],
)  # fmt: skip
def test_a_turn_that_moves_on(answerer: Answerer, turns: tuple[str, ...], question: str, expected: str) -> None:
    assert answerer.answer(question, turns).headline.startswith(expected)


def test_a_kind_of_the_same_subject_goes_on_with_it(answerer: Answerer) -> None:
    turns = ["How many major drug disruptions in 2024/25?", "And moderate ones?"]
    assert answerer.answer("And in 2019/20?", turns).status == "not_found"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many trafficking charges in 24/25?", "538"),
        ("Did possession soar in Wolverhampton in 2024/25?", "Only slightly"),
        ("did Walsall's alcohol deaths budge at all between 2022 and 2023?", "No:"),
        ("How many people left treatment successfully in Solihull in 2022/23?", "370"),
        ("In figures 11 and 12 of the 2024 report, what share of Coventry's people in treatment in 23/24 was opiates?", "49.5%"),
    ],
)  # fmt: skip
def test_what_such_turns_ask_alone(answerer: Answerer, question: str, expected: str) -> None:
    assert answerer.answer(question).headline.startswith(expected)
