"""Questions as people put them on the doorstep, and as officers note them: what must stand in the headline."""

import pytest

from rag.pipeline import Answerer

LEAVERS = "What was England's average in 2015/16 for prison leavers getting into treatment within 21 days?"
NEEDLES = "How many discarded needles were found by the councils in 2016?"


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # who brought it up
        (("I'm a councillor for a ward in Dudley. How many did drugs kill there in 2023?",), "20 registered"),
        (("Bloke at my surgery reckons everyones on the weed. How many adults smoked cannabis in the last year?",), "117,000"),
        (("We have a problem with cautions. How many for possession in 2024/25?",), "156: caution"),
        (("People want more arrests to stop drug use. Does the 2017 report back that up?",), "myth"),
        # homely words
        (("In Walsall in 22/23 how many jacked their treatment in before it was done?",), "345"),
        (("which area had the biggest percent rise in possession offences in 24/25", "and the puniest?"), "Wolverhampton"),
        (("who gets a place on the combating drugs partnership?",), "Probation"),
        (("what proportion of dealing cases ended in some kind of result (charge, caution, whatever) in 24/25?",), "38.2%"),
        (("dudley drink deaths in 2022, how many? two colleagues gave me different nos",), "69"),
        # shares, sums and ranks
        (("What slice of the possession offences in the force were down to Birmingham 24/25, as a percent?",), "52.1%"),
        (("Of everyone who left treatment in Walsall in 22/23 (completed or dropped out), what share completed?",), "48.1%"),
        (("Of everyone who left treatment in Walsall in 22/23 (completed or dropped out), what share dropped out?",), "51.9%"),
        (("64% of custody drug tests were positive in 16/17. Never mind the percent, how many tests is that?",), "6,698"),
        (("Taking Walsall and Dudley together, how many more possession offences were there in 24/25 than in 23/24?",), "762 in 2023/24 to 857"),
        (("Dudley and Sandwell combined: change in trafficking offences between 23/24 and 24/25?",), "332 in 2023/24 to 285"),
        (("Coventry plus Wolverhampton: total trafficking offences in 24/25?",), "444 added up"),
        (("who has the lowest rate of alcohol dependence out of all of us",), "Solihull had the lowest"),
        (("Growth rate of new presentations to treatment in Wolverhampton, 22/23 to 23/24?",), "+25.1%"),
        (("In Cov are there more people just on opiates or just on crack, 2019/20",), "846 opiates only"),
        # what a follow-up points back to
        ((LEAVERS, "and which places were rated significantly worse than that"), "Dudley, Walsall and Wolverhampton"),
        (("What's the England rate for young people's alcohol admissions?", "is Sandwell above that?"), "No: 15.9"),
        ((NEEDLES, "so does dudley count em then?"), "No: "),
        (("Which positive outcome types for possession went up in 2024/25?", "Which of these rose fastest in per cent?"), "Caution - Youth"),
        # what is to be told
        (("Treatment Progress - what does the 2025 indicator measure?",), "the proportion who have demonstrated"),
        (("Alcohol deaths fell from 507 to 503. What year is the 503 for?",), "The text puts 503 in 2024, Table 14 in 2023"),
        (("Sandwell youngsters in hospital because of booze, are we better or worse than the country",), "15.9 per 100,000"),
    ],
)  # fmt: skip
def test_headline_tells(answerer: Answerer, turns: tuple[str, ...], expected: str) -> None:
    actual = answerer.answer(turns[-1], turns[:-1]).headline

    assert expected in actual, actual


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("In Dudley are there more on just opiates or just crack in 2019/20?", "More opiates only"),
        ("In Dudley in 2019/20 are there more people on just opiates than just crack?", "Yes: "),
    ],
)
def test_a_choice_is_not_said_yes_to(answerer: Answerer, question: str, start: str) -> None:
    assert answerer.answer(question).headline.startswith(start)


@pytest.mark.parametrize(
    ("question", "expected_status"),
    [
        ("What level of nitrous oxide use did the deep dive find?", "not_found"),
        ("What was the deep dive on nitrous oxide for?", "answered"),
    ],
)
def test_an_aim_is_no_finding(answerer: Answerer, question: str, expected_status: str) -> None:
    assert answerer.answer(question).status == expected_status
