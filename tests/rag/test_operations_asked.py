"""Operations asked for are worked out or refused: shares, gaps, changes, products, time between, kinds with their numbers."""

import pytest

from rag.draft import Draft
from rag.pipeline import Answerer
from rag.sum_guard import lacks_sum

WORKED_OUT = [
    ("Walsall: alcohol dependent people minus opiate/crack users in 2022/23, what's left? The years differ.", ("1,270", "2019/20")),
    ("Coventry's dependent drinkers minus its opiate/crack users, never mind the years", ("2019/20", "2022/23")),
    ("Did Walsall or Dudley post the greater percentage growth in adults in treatment?", ("Walsall", "13.1%", "12.6%")),
    ("How did the change in drug-related deaths (2023 to 2024) compare with that in alcohol deaths (2022 to 2023)?", ("-33", "-4", "between 2022 and 2023")),
    ("How many months passed between the first drug policy summit and the 'Two Years On' summit?", ("About 27 months",)),
    ("how long between the first drug summit and Two Years On", ("2 years, 2 months and 27 days",)),
    ("ROCU had 661 arrests and 188 charges in 21/22, so how many charges for every 100 arrests", ("28.4%",)),
    ("At £62,320 per problem drug user and 22,500 users, what is the overall cost?", ("£1,402,200,000",)),
    ("62320 times 22500?", ("£1,402,200,000",)),
    ("If 100 heroin users at £26,074 each, what is the annual crime bill?", ("£2,607,400",)),
    ("trafficking community resolutions, what % did they drop by from 23/24 to 24/25", ("34.2%", "32.2%")),
    ("its gone up 8 points, so what % of murders were drug linked in 23/24", ("4.5%",)),
    ("2023 deaths registered in the county, alcohol specific was more than drug related - by how many", ("208",)),
    ("Leaving cannabis users out, how many adults used a drug in the last year?", ("33,000",)),
    ("share of the drug deaths fall that was in Birmingham", ("97.0%", "-32")),
    ("how much bigger in % is Birmingham's alcohol dependency count than Coventry's?", ("154.0% more",)),
    ("How many dropouts for every 10 completions in Walsall", ("10.8 for every 10",)),
    ("How does the average of Dudley, Walsall and Sandwell drug deaths compare with Birmingham's", ("19.3", "Birmingham had 120")),
    ("62 v 30 reconvicted, how many points is that", ("32 percentage points",)),
    ("percentage-point shortfall between us and England in people released from prison entering treatment, 2015/16", ("9 percentage points lower",)),
]  # fmt: skip
VERDICTS = [
    ("neither possession nor trafficking went down?", "No: "),
    ("Did adult cautions move in the same direction for possession as for trafficking in 2024/25?", "No: "),
    ("did cautions for adults fall in trafficking and rise in possession", "Yes: "),
    ("Have treatment numbers in Solihull more than doubled", "No: "),
    ("Was the percentage rise in possession bigger than the percentage fall in trafficking?", "Yes: "),
    (
        "Did all 7 improve on treatment progress?",
        "Treatment progress in Birmingham, Coventry, Sandwell, Dudley and Walsall",
    ),
]
FOLLOW_UPS = [
    ("How many drug related deaths were registered in 2024?", "whats Birminghams slice of that in %, drug deaths I mean not alcohol", "45.8%"),
    ("What was the number of county lines closed in 2021/22?", "Was the 2024/25 total lower than that?", "Yes: "),
    ("How many alcohol-specific deaths did Solihull register in 2023?", "Did that exceed drug-related deaths in Solihull in the same year?", "Yes: 16 more"),
    ("Birmingham drug-related deaths in 2024?", "dudley less?", "Yes: "),
]  # fmt: skip


@pytest.mark.parametrize(("question", "told"), WORKED_OUT)
def test_what_is_asked_for_is_worked_out(answerer: Answerer, question: str, told: tuple[str, ...]) -> None:
    actual = answerer.answer(question)
    assert actual.status == "answered"
    assert all(one in actual.headline for one in told), actual.headline


@pytest.mark.parametrize(("question", "start"), VERDICTS)
def test_a_move_that_is_claimed_is_judged(answerer: Answerer, question: str, start: str) -> None:
    assert answerer.answer(question).headline.startswith(start)


@pytest.mark.parametrize(("first", "question", "start"), FOLLOW_UPS)
def test_the_answer_before_is_held_against_another(answerer: Answerer, first: str, question: str, start: str) -> None:
    assert answerer.answer(question, [first]).headline.startswith(start)


def test_kinds_are_listed_with_their_numbers(answerer: Answerer) -> None:
    headline = answerer.answer("breakdown by type of positive outcomes for trafficking 2024/25").headline
    assert all(one in headline for one in ("Charge or summons 538", "Community Resolution 50"))


@pytest.mark.parametrize(
    "question",
    [
        "how far is solihulls opiate rate below the regional one",
        "which area was top for treatment progress rate in 24/25, and what was Dudley's gap to it in points?",
    ],
)
def test_another_kind_of_figure_is_not_told_for_a_sum(answerer: Answerer, question: str) -> None:
    assert "effective treatment" not in answerer.answer(question).headline


def test_a_change_in_per_cent_is_no_share(answerer: Answerer) -> None:
    query = answerer.read("What share of drug deaths in 2024 was in Birmingham?")
    changed = Draft("answered", "Drug-related deaths in Birmingham declined by 21.2%, from 152 to 120.")
    assert lacks_sum(query, changed)
    assert not lacks_sum(query, Draft("answered", "Birmingham had 45.8% of them."))
