"""Answers in the reports' words: yes or no before them only where they bear it out, and follow-ups on a passage."""

import pytest

from rag.as_statement import statement_of
from rag.pipeline import Answerer

YES_OR_NO = [
    ("Is every council working on a synthetic opioid plan?", "Yes"),
    ("in the 2017 report do councils have to provide drug treatment, like by law?", "No"),
    ("does Foster reckon the cops can fix drugs by themselves?", "No"),
    ("Is lived experience listened to in Solihull?", "Yes"),
    ("Does the NCA know how many kids gangs exploit?", "No"),
]
NEITHER = [
    "that 701 needles figure, its got dudley's in it hasnt it",
    "is it right the commissioner wanted heroin on prescription for anybody whos addicted",
    "For whom did the Commissioner propose prescribing heroin in a medical setting?",
    "is Sandwell going to have its own recovery organisation run by people who've been there?",
]
IN_WORDS = [
    ("What trend does the 2025 report read into how trafficking cases were concluded?", ["enforcement"]),
    ("are the police going tougher on dealers than before?", ["enforcement"]),
    ("community resolutions for drug offences fell off a cliff in 24/25. what got used instead?", ["diversionary"]),
    ("Was Birmingham's drug misuse death rate significantly higher than England's in 2019-21?", ["significantly"]),
]
FOLLOW_UPS = [
    (
        ["What share of adults needing treatment engaged within 21 days of leaving prison in 2015/16?"],
        "Which areas performed significantly worse than England on that measure?",
        ["Birmingham", "Dudley", "Walsall", "Wolverhampton"],
    ),
    (
        ["How do Dudley's continuity of care rates look?"],
        "And what actions followed from their CLear self-assessment there?",
        ["referral"],
    ),
    (["when was the drug summit two years on event"], "what happened at it?", ["successes", "next steps"]),
    (["when did Coventry start its lunch and learn forum?"], "who is it aimed at?", ["professionals"]),
]


@pytest.mark.parametrize(("question", "begins"), YES_OR_NO)
def test_yes_or_no_stands_before_words_that_bear_it_out(answerer: Answerer, question: str, begins: str) -> None:
    assert answerer.answer(question).headline.startswith(f"{begins}: ")


@pytest.mark.parametrize("question", NEITHER)
def test_neither_stands_before_words_that_do_not(answerer: Answerer, question: str) -> None:
    assert not answerer.answer(question).headline.startswith(("Yes", "No:"))


@pytest.mark.parametrize("question", ["was it CGL that ran the one on booze?", "do we know what it costs?"])
def test_a_question_for_more_than_whether_is_no_statement(question: str) -> None:
    assert not statement_of(question)


@pytest.mark.parametrize(("question", "said"), IN_WORDS)
def test_what_a_report_reads_into_figures_is_told_in_words(answerer: Answerer, question: str, said: list[str]) -> None:
    headline = answerer.answer(question).headline
    assert all(part in headline for part in said), headline


@pytest.mark.parametrize(("history", "question", "said"), FOLLOW_UPS)
def test_a_follow_up_looks_where_the_answer_before_stands(
    answerer: Answerer, history: list[str], question: str, said: list[str]
) -> None:
    headline = answerer.answer(question, history).headline
    assert all(part in headline for part in said), headline
