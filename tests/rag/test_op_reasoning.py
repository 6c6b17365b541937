"""Questions that are worked out from figures, kind by kind: what must and what must not stand in the headline."""

import pytest

from rag.pipeline import Answerer

BETTER_AND_WORSE = [
    (
        "Which council improved its non-opiate effective treatment share the most between 2022 and 2023?",
        ["Dudley", "91"],
        ["fall"],
    ),
    ("Which area got worst on opiate effective treatment between 2022 and 2023?", ["Sandwell", "94"], []),
    ("Worst area for non-opiate effective treatment 2023?", ["Wolverhampton", "64"], []),
    ("Safest borough for drug deaths in 2024?", ["Solihull", "11"], []),
    (
        "Which area saw the biggest improvement in drug-related deaths from 2023 to 2024 in percentage terms?",
        ["Sandwell"],
        [],
    ),
    ("Has non-opiate effective treatment in Birmingham got worse?", ["Yes:", "83"], []),
]
SUMS = [
    ("Aggregate opiate clients over the seven councils, 2023/24", ["10,580"], []),
    ("Tally the trafficking offences for Dudley, Walsall and Solihull in 2024/25", ["298"], []),
    ("How many drug offences were recorded in Solihull in 2024/25?", ["390", "added up"], []),
    ("was there over 20 thousand in treatment between the seven councils in 23/24", ["No:", "19,248"], []),
]
SHARES = [
    ("What slice of opiate clients in 2023/24 does Birmingham have, out of all seven areas?", ["52.7%"], []),
    ("new presentations as a share of all in treatment, Wolverhampton, 2023/24", ["55.0%"], []),
    ("In Sandwell in 22/23 what share of treatment exits were drop-outs?", ["46.9%"], []),
    ("What fraction of trafficking positive outcomes 24/25 were charge or summons?", ["86.6%"], []),
    (
        "Which borough had the highest proportion of new presentations among those in treatment in 2023/24?",
        ["Solihull", "58.5%"],
        [],
    ),
    ("Which area has the most drop-outs for every completion in 2022/23?", ["Coventry", "1.33"], []),
    (
        "What share of people in treatment did Birmingham and Coventry have together in 2022/23 and in 2023/24?",
        ["54.8%", "54.6%"],
        [],
    ),
]
RATES_OVER_TIME = [
    ("County lines closed in Q1 2024/25, what is that per month?", ["27.7"], []),
    ("Organised crime group disruptions, Apr-Jun 2024: what does that come to a month?", ["33.7"], []),
]
PARTS_OF_SENTENCES = [
    ("How many of the custody drug tests in 2016/17 were negative?", ["3,768"], []),
    ("If 64% of 10,466 drug tests were positive, roughly how many is that?", ["6,698"], []),
    ("How many of the 84 OCGs were not marked as priority?", ["80"], []),
    ("What percentage of the 84 organised crime groups tracked in July 2017 held priority status?", ["4.8%"], []),
    ("How many of those in treatment in Solihull in 2023/24 were not new presentations?", ["489"], []),
    ("What percentage of opiate clients in Coventry were NOT in effective treatment in 2023?", ["6%"], []),
]
YES_OR_NO = [
    ("Verify that all seven areas recorded fewer trafficking offences in 2024/25 than in 2023/24.", ["Yes:"], []),
    ("Did every area see drug-related deaths fall in 2024?", ["No:", "Coventry", "Dudley"], []),
    ("No area saw a rise in trafficking offences in 2024/25, did it?", ["Yes:"], []),
    ("Is the OCU rate in all of the Black Country boroughs below 12 per 1,000?", ["Yes:"], []),
    ("Dudley had the lowest number of drug-related deaths in 2024, didn't it?", ["No:", "Solihull", "11"], []),
    ("Was Coventry second for drug-related deaths in 2024?", ["Yes:", "43"], []),
    ("Confirm that possession rose in 2024/25", ["Yes:"], []),
    ("Can I say every borough had more completions than drop-outs in 2022/23?", ["No:", "Birmingham"], []),
]
CHANGES = [
    ("percentage increase in opiate clients in Solihull from 22/23 to 23/24", ["4.9%"], ["effective"]),
    ("Opiate clients in Coventry, 22/23 to 23/24: percentage uplift please, one decimal.", ["4.2%"], ["effective"]),
    ("Which grew faster in 2024/25, trafficking or possession offences?", ["Possession", "18."], []),
    ("How far below England is Sandwell on unmet need?", ["8.6"], []),
]
DISAGREEMENTS = [
    (
        "Do the seven areas' trafficking figures for 2024/25 add up to the force total?",
        ["1,647", "1,654", "difference of 7"],
        [],
    ),
    ("Do the area figures for drug-related deaths in 2024 sum to the regional total?", ["Yes", "262"], []),
    ("Which council does Table 15 leave out?", ["Wolverhampton"], []),
    ("What does each progress report say about neighbourhood crime in Birmingham in 2023/24?", ["500", "511"], []),
    ("Is the possession total for 2024/25 the same in the table and in the text?", ["No:", "6,562", "6,526"], []),
]
CASES = [*BETTER_AND_WORSE, *SUMS, *SHARES, *RATES_OVER_TIME, *PARTS_OF_SENTENCES, *YES_OR_NO, *CHANGES, *DISAGREEMENTS]


@pytest.mark.parametrize(("question", "said", "unsaid"), CASES)
def test_worked_out_answer(answerer: Answerer, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered", answer.headline
    assert [word for word in said if word not in answer.headline] == [], answer.headline
    assert [word for word in unsaid if word in answer.headline] == [], answer.headline
    assert answer.citations


def test_what_is_added_up_cites_each_part_and_shows_the_working(answerer: Answerer) -> None:
    answer = answerer.answer("How many drug offences were recorded in Solihull in 2024/25?")
    assert answer.derivation is not None and "= 390" in answer.derivation.working
    assert {figure.printed for figure in answer.figures} == {"325", "65"}


def test_parts_of_a_partial_list_are_not_held_against_a_total(answerer: Answerer) -> None:
    answer = answerer.answer(
        "drug related crime down 20.9% across the whole force? that cant be right with them numbers"
    )
    assert "add up to" not in answer.headline
    assert "0.6%" in answer.headline


def test_the_figures_of_two_areas_in_one_sentence_are_no_part_and_whole(answerer: Answerer) -> None:
    answer = answerer.answer(
        "coventry treatment went down 3.7% they say, but 2024 report had 2,025 for the year before and its 1,980 now so whats the real drop"
    )
    assert " of 2,025 " not in answer.headline


RANKS_AND_DISPUTES = [
    ("Besides Birmingham, which borough treated most people in 2023/24?", ["Sandwell", "2,095"], ["8,490"]),
    ("Is Dudley's 25 the highest number of drug-related deaths in 2024?", ["No:", "Birmingham", "120"], []),
    ("Leaving Birmingham out, is Coventry the highest for drug deaths in 2024?", ["Yes:", "43"], ["120"]),
    ("Third-placed area on admissions for drug misuse: by the text, and by Figure 10?", ["Birmingham", "Solihull"], []),
    ("Do tables 8 and 10 add up to table 6 for adult cautions in 2024/25?", ["No:", "188", "61"], []),
    ("Neighbourhood crime in Solihull 2023/24: old report vs the new one?", ["45", "52"], []),
    ("Share of homicides linked to drugs: old report vs the new one, do they agree?", ["12.5%", "half"], ["56.1"]),
]


@pytest.mark.parametrize(("question", "said", "unsaid"), RANKS_AND_DISPUTES)
def test_rank_or_dispute(answerer: Answerer, question: str, said: list[str], unsaid: list[str]) -> None:
    headline = answerer.answer(question).headline

    assert [part for part in said if part not in headline] == []
    assert [part for part in unsaid if part in headline] == []
