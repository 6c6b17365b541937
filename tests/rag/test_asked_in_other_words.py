"""The same things asked in other words: people counted per thousand, reasons and purposes, what is set aside, who outnumbers whom."""

import pytest

from rag.pipeline import Answerer

ANSWERED = [
    ("how's Coventry doing on drug deaths?", "rose from 37 in 2023 to 43 in 2024"),
    ("hows brum doing on getting folk into treatment compared to last yr", "9,345"),
    ("whats happening with drug deaths in wolverhampton", "fell from 38"),
    ("In one sentence, what is meant by a drug consumption room?", "clean equipment"),
    ("total deaths from drug misuse in 2022 if u add all seven councils?", "163"),
    ("add up the heroin/crack users for all 7 areas in the 22/23 estimates, what do u get?", "21,496"),
    (
        "After Birmingham, which two LPAs recorded the greatest percentage increases in drug possession offences in 2024/25?",
        "After Birmingham, the 2 largest rises",
    ),
    ("Taking all drug offences together, did adult cautions become more common in 2024/25?", "No: "),
    ("Were more than half of the homicides recorded in the region in 2023 linked to drugs?", "more than half"),
    ("Set out the nine principles in the 2017 report's grid.", "Evidence-based policing"),
    ("where did the booze deaths come down in 2023?", "Sandwell (72 to 59)"),
    ("why do they reckon alcohol deaths have stayed steady rather than shot up", "prevention activity"),
    ("is it simon foster who chairs the drugs partnership?", "Yes: "),
    (
        "Per thousand residents, how many people in the West Midlands were using opiates and/or crack in 2016/17?",
        "12.06",
    ),
    ("for every 1000 people in solihull about how many are on heroin or crack, latest estimate", "7.1 per 1,000"),
    ("out of every 1,000 adults in Sandwell, how many are alcohol dependent?", "17.5"),
    (
        "Not the West Midlands but England as a whole: per 1,000 people aged 15-64, how many were using opiates and/or "
        "crack in 2016/17?",
        "8.85",
    ),
    ("constituent ringing wants to know how many died from alcohol in coventry in 2022", "57"),
    ("how many did birmingham lose to drug misuse in 2022? deaths i mean", "87"),
    ("What's the 2019/20 estimate for people in Coventry using crack without any opiates?", "321"),
    (
        "of everyone in treatment in birmingham how much of it is down to just those 5 wards, ladywood lozells etc? %",
        "20%",
    ),
    ("dudley make a lot of how many stay in treatment after prison, how do they explain it?", "partnership working"),
    ("whats the reports reason for heroin prices going up", "Taliban"),
    ("what was the june 2025 drug deaths workshop meant to achieve", "Preparedness Plan"),
    ("what was the drug deaths workshop in june 2025 in aid of", "Preparedness Plan"),
    ("What caveat does the 2024 report attach to its figures on how many people are in treatment?", "consent"),
    ("why should we take the 2024 report's numbers in treatment with a pinch of salt?", "consent"),
    (
        "What's wrong with using household surveys to work out how many people take drugs, in the 2017 paper?",
        "prisoners",
    ),
    ("who chairs the West Midlands Combatting Drugs and Alcohol Partnership", "Simon Foster"),
    ("who are the partners that make up the WMCDAP?", "Probation"),
    ("what is the frequency of the lived experience sub group meetings?", "quarterly"),
    ("what was the date of the multi agency drug death workshop", "June 2025"),
    ("what did drug offences add up to for the force in 24/25?", "8,215"),
    ("has government found any link between harsh sentencing and how much drug use there is? 2017 paper", "deterrent"),
    ("What did Lifeline Project's 2016 work with young adults in Sandwell find?", "dealers"),
    ("L-E-R-O what do the letters mean", "Lived Experience Recovery Organisation"),
    (
        "of prisoners who were using drugs in the month before they got sent down what % were reconvicted inside a year",
        "62%",
    ),
    ("Did Sandwell's completions outnumber those leaving treatment early in 2022/23?", "Yes"),
]
SIDES = [
    ("which areas had finishers outnumbering drop outs from treatment in 22/23", "Sandwell", "Walsall"),
    ("which areas had fewer people completing treatment than dropping out in 2022/23", "Walsall", "Sandwell"),
    ("in which boroughs were completers outnumbered by drop outs in 22/23", "Walsall", "Sandwell"),
    ("where did drop outs overtake completions in 22/23", "Walsall", "Sandwell"),
    ("in 24/25, where did trafficking offences go down more than 20%", "Wolverhampton", "Dudley"),
    ("Only the areas with under 150 trafficking offences in 2024/25: list them, nobody else", "Dudley", "Coventry"),
]
NOT_SAID = [
    "whereabouts does simon foster live",
    "name of whoever wrote the october 2024 progress report?",
    "so how many did it end up being in 2023",
    "rough sleepers in brum, whats the actual count of people, dont give me how much its gone up",
    "out of the council tax i pay, what amount goes towards drug treatment",
    "Can you split Wolverhampton's 2023 drug-related deaths by which drug was involved - heroin, cocaine and anything else?",
    "Dudley, 2024/25: how many crimes recorded there were drug-related?",
]
FOLLOWING = [
    (["walsall 22/23, number of successful completions of treatment?"], "and how many quit before the end", "345"),
    (
        ["How many people were in treatment in Walsall in 2023/24?"],
        "forget all that, I want Sandwell's rate of alcohol dependency",
        "17.5",
    ),
    (["drug trafficking offences in walsall 24/25"], "and what did Solihull have", "65"),
    (
        ["opiate users in treatment in Birmingham 23/24?"],
        "scrap that, who is the chair of the partnership?",
        "Simon Foster",
    ),
    (
        ["Which deep dives does the 2024 progress report list?"],
        "what task and finish groups does it name?",
        "brief interventions",
    ),
    (
        ["whats this pilot coventry is doing with the coroner"],
        "it's carrying on for longer then, what else will they be examining this time",
        "alcohol",
    ),
]


@pytest.mark.parametrize(("question", "expected"), ANSWERED)
def test_other_words_get_the_same_answer(answerer: Answerer, question: str, expected: str) -> None:
    answer = answerer.answer(question)

    assert answer.status == "answered"
    assert expected in answer.headline, answer.headline


@pytest.mark.parametrize(("question", "there", "absent"), SIDES)
def test_areas_on_the_side_asked_for_are_told(answerer: Answerer, question: str, there: str, absent: str) -> None:
    headline = answerer.answer(question).headline

    assert there in headline, headline
    assert absent not in headline, headline


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_the_reports_do_not_give_stays_unanswered(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).status in ("not_found", "clarify")


@pytest.mark.parametrize(("history", "question", "expected"), FOLLOWING)
def test_a_follow_up_in_other_words(answerer: Answerer, history: list[str], question: str, expected: str) -> None:
    answer = answerer.answer(question, history)

    assert expected in answer.headline, answer.headline


def test_a_remark_on_the_answer_before_names_no_area(answerer: Answerer) -> None:
    history = ["Which area had the highest rate of substantial treatment progress in 2024/25?"]

    query = answerer.read(
        "That was Solihull. I need the Walsall figure: what share showed substantial progress?", history
    )

    assert query.areas == ("Walsall",)
