"""Follow-ups that lean on several turns: their years, their table, the same cell of another, a change or most of what was told, a reason."""

import pytest

from rag.pipeline import Answerer

TABLE_9 = ("Table 9, total outcomes 2024/25 please", "the earlier year as well")
OPIATES = "Proportion of opiate clients in effective treatment in Dudley, Jan-Dec 2023 (Figure 15)?"
DEATHS = "How many drug-related deaths were registered in the West Midlands in 2024?"
GROUPS = "How many organised crime groups was the force tracking in July 2017?"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((*TABLE_9, "Proportion that were positive, then, for each of those years?"), ("61.6", "75.1")),
        (("Alcohol deaths in Birmingham, 2022?", "2023?", "Sandwell's, for the pair of years."), ("72", "59")),
        (("drug deaths in Walsall 2024", "and in Dudley?"), ("25", "2024")),
    ],
)
def test_years_and_table_of_the_turns_before_are_kept(
    answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]
) -> None:
    _tells(answerer, turns, told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((OPIATES, "Now the same cell in Figure 17."), ("92%",)),
        (("Solihull, trafficking offences, 2023/24, Table 3?", "Table 4, same row and column?"), ("268",)),
        (
            ("Rate per 1,000 for Coventry in Table 1 of the 2025 report?", "what's in that position in Table 13"),
            ("18.1",),
        ),
        (("Total outcomes 2023/24 in Table 5", "and Table 7?"), ("1,832",)),
    ],
)
def test_the_same_cell_of_another_table(answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]) -> None:
    _tells(answerer, turns, told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("Positive outcomes for possession in 2024/25?", "what % rise was that", "Did that outpace trafficking's?"),
            ("Yes", "30.9", "17.1"),
        ),
        (
            ("possession offences solihull 24/25", "up by what %", "is that more than Birmingham"),
            ("No", "21.3", "28.3"),
        ),
        (
            (
                "Charges for possession in 2024/25?",
                "percentage change?",
                "Did charges over trafficking climb faster than that?",
            ),
            ("No", "30.0", "50.5"),
        ),
        (("Drug deaths in Coventry 2024?", "is that more than Dudley?"), ("Yes", "43", "25")),
    ],
)
def test_a_change_is_held_against_another(answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]) -> None:
    _tells(answerer, turns, told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("How many homicides did the police record in 2023?", "were most of them to do with drugs?"),
            ("Yes", "more than half"),
        ),
        (
            ("How many trafficking offences were there in 2024/25?", "were most of those in Birmingham?"),
            ("No", "44.2%"),
        ),
        (
            (
                "How many people completed treatment or dropped out in Solihull in 22/23?",
                "did the majority see it through to the end?",
            ),
            ("Yes", "78.7%"),
        ),
        ((GROUPS, "mostly drugs ones?"), ("Yes", "54 of the 84")),
    ],
)
def test_most_of_those_told(answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]) -> None:
    _tells(answerer, turns, told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((DEATHS, "why do they go by when it was registered and not when the person actually died"), ("delays",)),
        (
            ("How many needles were found in 2016 in the West Midlands", "why isn't Dudley in that"),
            ("does not record",),
        ),
        (("Drug deaths in Dudley 2024?", "why is that?"), ("Dudley",)),
    ],
)
def test_the_reason_beside_what_was_told(answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]) -> None:
    _tells(answerer, turns, told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("How many drug deaths did Wolverhampton have in 2024?", "what % of the regional total"), ("11.5",)),
        (
            (
                "Trafficking cases that ended in a charge or summons, 2024/25?",
                "as a percentage of all trafficking positives?",
            ),
            ("86.6",),
        ),
        (
            (
                "Wolverhampton possession offences in 2024/25?",
                "sorry, slip of the keyboard - trafficking, not possession",
            ),
            ("146",),
        ),
        (
            ("Trafficking positive outcomes, 2024/25?", "off topic: what did Dudley use the CLear tool for?"),
            ("alcohol",),
        ),
    ],
)
def test_shares_slips_and_other_subjects(answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]) -> None:
    _tells(answerer, turns, told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "Trafficking offences in Coventry, 2024/25?",
                "what change is that on 2023/24, in per cent?",
                "who has hardly stirred?",
            ),
            ("Dudley (112 to 111",),
        ),
        (
            (
                "highest opiate/crack rate per 1,000 in 2022/23?",
                "which place is next after it",
                "estimated users there?",
            ),
            ("2,020",),
        ),
        (("Which area had the fewest trafficking offences in 2024/25?",), ("Solihull", "65")),
    ],
)
def test_places_found_by_rank_and_least_change(
    answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]
) -> None:
    _tells(answerer, turns, told)


def _tells(answerer: Answerer, turns: tuple[str, ...], told: tuple[str, ...]) -> None:
    headline = answerer.answer(turns[-1], turns[:-1]).headline
    assert all(part in headline for part in told), headline
