"""Answers in the reports' own words: what the headline must say, by kind of question, each asked in several ways."""

import pytest

from rag.pipeline import Answerer

_WHOLE = "Proposals of the Commissioner include"
_MEMBERS = ["Probation", "NHS", "Director of Public Health"]

ITEMS = [
    ("What is a Drug Consumption Room in the Commissioner's proposals?", ["clean equipment"]),
    ("In the Commissioner's proposals, what does a Drug Consumption Room offer people?", ["clean equipment"]),
    ("Explain the term Drug Consumption Room as used in the Commissioner's proposals.", ["clean equipment"]),
    ("Under what conditions did the Commissioner propose heroin prescribing?", ["medical setting", "did not respond"]),
    ("What do the Commissioner's recommendations say on naloxone?", ["overdosing"]),
    ("Naloxone. One-line description and who was to be trained in it.", ["overdosing", "Police officers"]),
]
LISTS = [
    ("Which recommendations are reported as already delivered?", ["naloxone", "early warning", "Economic Crime Unit"]),
    ("Composition of the regional CDAP: which bodies hold membership?", _MEMBERS),
    ("who's actually sat round the table on the regional drugs partnership", _MEMBERS),
    ("Who actually has a seat on the regional drugs partnership?", _MEMBERS),
    ("List the parties represented within the regional Lived Experience Sub-Group.", ["LERO", "Peer Support"]),
    ("2024 report: which deep dives did they plan? i remember balloons (nos) being one", ["prison", "dual"]),
    ("What are the main proposals of the Commissioner?", ["naloxone", "Early Warning", "On-site testing"]),
    ("home office 2017 drugs strategy, it had 4 pillars didnt it, remind me what they were", ["global action"]),
]
NEAR = [
    ("covs pilot on treatment orders has a pot for peoples activities - like what? examples pls", ["gym"]),
    ("Give an example of an action Dudley took following its CLear self-assessment.", ["referral pathways"]),
    ("What will Sandwell do throughout 2026 about a Lived Experience Recovery Organisation?", ["2026", "independent"]),
]
REASONS = [
    ("Dudleys continuty of care numbers are well good apparently. what do they put it down to", ["feeder prisons"]),
    ("What is Dudley's good continuity of care attributed to?", ["feeder prisons"]),
    ("For what reason are ONS drug poisoning deaths compiled by year of registration?", ["delays"]),
    ("Rationale given for prescribing heroin in a medical setting?", ["organised criminals"]),
    ("in 2017 what did the government reckon was the main reason more people were dying from drugs", ["older"]),
]
MEANINGS = [
    ("On what basis is an offence counted as a 'drug-related crime' in WMP data?", ["flagged"]),
    ("Which deaths fall within 'alcohol-specific deaths'?", ["direct consequence"]),
    ("LERO - eh? spell it out for me", ["Lived Experience Recovery Organisation"]),
]
WRITERS = [
    ("Who presented the substance misuse report to the Strategic Policing and Crime Board?", ["Twomey"]),
    ("Who published the 2025 progress report?", ["Combatting Drugs and Alcohol Partnership"]),
    ("Who wrote the 2025 progress report?", ["Parsonage"]),
]
LEFT_OUT = [
    ("does dudley keep a count of dumped needles?", ["excluded"]),
    ("was dudley in that 2016 needle count?", ["excluded"]),
    ("Did Dudley record discarded needles in 2016?", ["excluded"]),
]


@pytest.mark.parametrize(("question", "said"), [*ITEMS, *LISTS, *NEAR, *REASONS, *MEANINGS, *WRITERS, *LEFT_OUT])
def test_the_headline_says_what_is_asked(answerer: Answerer, question: str, said: list[str]) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered", answer.headline
    assert [word for word in said if word.lower() not in answer.headline.lower()] == [], answer.headline


@pytest.mark.parametrize(("question", "said"), ITEMS)
def test_an_item_is_told_without_its_list(answerer: Answerer, question: str, said: list[str]) -> None:
    assert _WHOLE not in answerer.answer(question).headline


def test_an_acronym_beside_what_is_explained_is_not_spelled_out(answerer: Answerer) -> None:
    question = "On what basis is an offence counted as a 'drug-related crime' in WMP data?"
    assert "stands for" not in answerer.answer(question).headline


def test_a_figure_of_the_whole_region_is_none_of_a_district(answerer: Answerer) -> None:
    question = "What percentage of Walsall prison leavers engaged in structured treatment within 21 days in 2015/16?"
    assert answerer.answer(question).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "so after the commissioners drug recomendations, whats actually been delivered? give me the list",
        "Which of the Commissioner's drug recommendations have been put into practice?",
        "has the PCC delivered any of his drugs recommendations? which",
    ],
)
def test_what_has_been_done_is_not_told_from_what_is_to_be_done(answerer: Answerer, question: str) -> None:
    headline = answerer.answer(question).headline

    assert "arrest referral" in headline and "early warning" in headline
    assert "is to be" not in headline


def test_what_is_proposed_is_told_from_the_proposals(answerer: Answerer) -> None:
    assert "naloxone" in answerer.answer("What has the commissioner proposed on drugs?").headline


@pytest.mark.parametrize(
    "question",
    [
        "What competing explanations for more drug-related deaths does the 2017 paper give, from DrugWise and from government?",
        "why are more people dying of drugs, the 2017 paper had drugwise saying one thing and government another didnt it?",
    ],
)
def test_both_of_two_accounts_are_told(answerer: Answerer, question: str) -> None:
    headline = answerer.answer(question).headline

    assert "purity" in headline and "older" in headline


@pytest.mark.parametrize(
    "question",
    [
        "Name the new roles or teams that Wolverhampton has put in place, as reported in 2025.",
        "wolves, what new roles or teams did they bring in?",
    ],
)
def test_things_of_one_kind_are_told_item_by_item(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question)

    assert all(name in answer.headline for name in ("Navigator", "Outreach", "Dual Diagnosis"))
    assert len(answer.citations) == 3
