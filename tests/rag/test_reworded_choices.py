"""Comparisons, rankings, claims and hearsay in other words: what must stand in the headline."""

import pytest

from rag.pipeline import Answerer

ALONE = [
    ("brums on 14.2 per 1000 for OCUs - are all 4 black country boroughs under that rate", ["Yes: ", "Walsall (11.6"]),
    ("are all seven boroughs above 8 per 1,000 for OCUs", ["No: ", "Dudley (7.5"]),
    ("which place lost the biggest % of its adults in treatment in 24/25", ["Sandwell", "-5%"]),
    ("Coventry lost how many percent of its adults in treatment in 24/25", ["fell from 2,025"]),
    (
        "putting in my leaflet that treatment numbers rose in all 7 council areas in 24/25, thats correct isnt it",
        ["No: "],
    ),
    ("is it right adult treatment numbers were up in every one of the seven areas in 24/25", ["No: "]),
    ("how many drug deaths were there in all 7 areas in 2024", ["262"]),
    ("Birmingham tops alcohol dependency numbers, who's second and who's third", ["Coventry", "Sandwell"]),
    ("how come wolves had fewer in treatment in 23/24 than in 22/23", ["There was no such fall"]),
    ("Which has more, trafficking in Coventry or possession in Solihull in 24/25, and what's the gap", ["27 more"]),
    (
        "Did the positive outcome proportion improve further for possession or for trafficking?",
        ["possession of drug offences outcomes) rose more in percentage points"],
    ),
    ("22/23, if you take completions over completions plus drop outs, which area did worst", ["Coventry", "43.0%"]),
    (
        "Between trafficking and possession, where did the share of positive outcomes climb by more?",
        ["possession of drug offences outcomes) rose more in percentage points", "+13.5"],
    ),
    (
        "Comparing 2024/25 trafficking offences in Coventry with possession offences in Solihull for the same year, "
        "which is the higher and what is the difference?",
        ["325", "27 more"],
    ),
    ("Was opiate and crack use per 1,000 in the West Midlands higher or lower than nationally in 2016/17?", ["8.85"]),
    ("bigger share of alcohol + non-opiate clients in effective treatment in 2023 - walsall or solihull", ["91%"]),
    ("which boroughs were second and third for possession offences in 24/25", ["Sandwell (685)", "Coventry (653)"]),
    ("whats the main type of positive outcome you see for trafficking in 24/25", ["Charge or summons", "538"]),
    ("which type of outcome do police use most for possession in 24/25", ["Community Resolution", "3,865"]),
    ("why did wolves have less people in treatment in 23/24 than 22/23", ["There was no such fall", "1,899"]),
    ("The press reported a fall in the number treated in Coventry in 2023/24. Do the figures bear that out?", ["rose"]),
    ("community resolutions 24/25, does the table for all drugs match up with the possession one?", ["624", "3,865"]),
    ("so 11.8% of folk in wolves are on opiates or crack, have i got that right", ["No: 11.8 per 1,000"]),
    ("any idea if dudley records how many needles people leave lying around", ["Dudley, which does not"]),
    ("Is Dudley, like the other areas, seeing more people in treatment in 24/25", ["Yes: ", "12.6%"]),
    ("who chairs the west midlands drugs and alcohol partnership", ["Simon Foster"]),
    ("regional drugs and alcohol board, which bodies are on it, no need for names of people", ["membership"]),
    ("covs thing with the coroner has been extended, what different stuff will it be looking at now", ["alcohol"]),
]
FOLLOWING = [
    ("alcohol deaths in Coventry, 2022?", "and the yr after was it lower", ["unchanged at 57"]),
    ("opiate and crack users in wolves in 22/23?", "and is that more or less than the 19/20 one", ["fell from 2,320"]),
    ("Walsall's non-opiate clients in effective treatment in 2023?", "n wolves, better or worse?", ["64%", "92%"]),
    ("drug deaths in Coventry in 2024?", "were there fewer or more in wolves", ["had fewer: 30"]),
    ("alcohol deaths cov 2022?", "and 2023, lower?", ["No: ", "unchanged at 57"]),
    ("drug deaths in Coventry in 2024?", "did wolverhampton have fewer or more than that", ["had fewer: 30"]),
    (
        "how much did charges or summonses for possession go up in 24/25",
        "and was the rise in possession community resolutions a bigger one, percent wise?",
        ["50.5", "25.6"],
    ),
    (
        "drug deaths in Sandwell?",
        "And alcohol deaths in Sandwell, for the two most recent years available?",
        ["72", "59"],
    ),
]


@pytest.mark.parametrize(("question", "told"), ALONE)
def test_a_question_in_other_words_is_answered(answerer: Answerer, question: str, told: list[str]) -> None:
    headline = answerer.answer(question).headline
    assert all(part in headline for part in told), headline


@pytest.mark.parametrize(("first", "second", "told"), FOLLOWING)
def test_a_follow_up_in_other_words_is_answered(answerer: Answerer, first: str, second: str, told: list[str]) -> None:
    headline = answerer.answer(second, [first]).headline
    assert all(part in headline for part in told), headline


@pytest.mark.parametrize("question", ["will there be more deaths next year", "will it be higher in 2027"])
def test_a_forecast_is_still_refused(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "history", "begins"),
    [
        ("is sandwell's alcohol dependency rate above dudleys", [], "Yes: Sandwell was higher: 17.5"),
        ("is Walsall's OCU rate under Sandwell's", [], "No:"),
        (
            "who had the most drug dealing in 24/25 and who was next",
            ["are drug deaths going up in coventry?"],
            "The 2 highest for recorded drug trafficking offences in 2024/25: Birmingham (731) and Coventry (298)",
        ),
        (
            "did wolverhampton's trafficking go up or down",
            [],
            "Recorded drug trafficking offences in Wolverhampton fell from 192",
        ),
        ("can i have simon fosters mobile", ["how many drug deaths in 2024"], "The reports hold no personal details"),
    ],
)
def test_what_a_councillor_typed(answerer: Answerer, question: str, history: list[str], begins: str) -> None:
    assert answerer.answer(question, history).headline.startswith(begins)
