"""Rankings, comparisons, claims and disagreements as people in Britain word them: what must stand in the headline."""

import pytest

from rag.pipeline import Answerer

RANKINGS = [
    (
        "Birmingham topped the list for percentage growth in possession offences. Which area was next?",
        ["Dudley", "22.6"],
    ),
    ("Alcohol dependency rate: Wolverhampton comes top. Who's next on the list?", ["Coventry had the second"]),
    (
        "Birmingham first, obviously. Which borough came closest behind it for possession offences in 2024/25?",
        ["Sandwell"],
    ),
    (
        "Which council added most people to treatment in 2023/24 by headcount, and which was next?",
        ["Birmingham", "+202"],
    ),
    ("Which borough shaved most off its alcohol deaths from 2022 to 2023? By number rather than percentage.", ["-13"]),
    ("In percentage terms, which pair of councils saw their treatment numbers rise most in 2024/25?", ["13.1", "12.6"]),
    (
        "List all seven councils by how many drug-related deaths they registered in 2024, starting with the most.",
        ["(11)"],
    ),
    ("the councils by drug deaths in 2023, smallest first please", ["from the lowest: Solihull (11), Sandwell (17)"]),
    ("Rank the seven from highest to lowest on alcohol dependency numbers.", ["from the highest: Birmingham"]),
    (
        "In 2023/24 some areas saw drug-related neighbourhood crime rise. Leaving out those where it fell, which had the "
        "steepest increase?",
        ["Dudley", "34%"],
    ),
    (
        "trafficking plus possession 24/25, brum's first so which area comes third n whats its total",
        ["Sandwell", "859"],
    ),
    (
        "dealing offences 24/25, give me first second and third",
        ["Birmingham (731)", "Coventry (298)", "Sandwell (174)"],
    ),
    ("Who heads the table for trafficking in 24/25?", ["Birmingham", "731"]),
    ("24/25 - biggest % rise in people in treatment, which council was it", ["Walsall", "13.1%"]),
    ("Which area brings up the rear for drug-related neighbourhood crime in 2023/24?", ["Solihull", "45"]),
    ("possession, % change: birmingham's rise was steepest, whose was next steepest?", ["Dudley", "22.6"]),
]
COMPARED = [
    ("latest police figures, is brum seeing more drug dealing or less of it", ["fell from 749"]),
    ("Has Coventry got more opiate clients than it had, or fewer?", ["rose from 963"]),
    (
        "Coventry and Wolverhampton, drug deaths: gap in 2023 and gap in 2024?",
        ["difference of 1.", "difference of 13."],
    ),
    ("Which is likelier to end in a positive outcome, trafficking or possession, in 2024/25?", ["75.1%", "38.2%"]),
    ("Sandwell versus England on substance misuse admissions at 15 to 24: what are the rates?", ["40.0", "47.4"]),
    ("Did positive outcomes grow faster for possession or for trafficking offences in 2024/25?", ["30.9%", "17.1%"]),
    ("Alcohol deaths in Dudley and Walsall in 2023: give me both.", ["Dudley 61", "Walsall 42"]),
    ("How many drug deaths in Coventry in 2023 and 2024? tell me the two", ["37 in 2023", "43 in 2024"]),
    ("Did drug deaths rise in Coventry, and did they fall in Birmingham?", ["rose in Coventry", "fell in Birmingham"]),
]
CLAIMED = [
    ("Sandwell's drug deaths stayed put between 2023 and 2024, right?", ["No:", "from 17"]),
    ("walsall drug deaths didn't budge in 2024, yeah?", ["Yes:", "unchanged at 20"]),
    ("Coventry's drug deaths held steady in 2024, I'd imagine.", ["No:", "from 37"]),
    (
        "Sandwell had more adults in treatment in 2024/25 than the year before, which is right, isn't it?",
        ["No:", "1,955"],
    ),
    ("In Walsall, completions beat drop-outs in 2022/23, unlike in Birmingham. True?", ["No:", "345", "320"]),
    ("Is it safe for me to announce that adult treatment numbers rose in every borough in 2024/25?", ["No:"]),
    ("heroin turns folk violent and the 2017 report is proof of it, dont you think?", ["not shown"]),
    ("New presentations can't have risen everywhere in 23/24, can they? Did any drop below the year before?", ["No:"]),
]
DISAGREEING = [
    (
        "How much of the murder is drug linked? one report puts it high and another puts it really low",
        ["12.5%", "half"],
    ),
    ("Homicides tied to drugs: the earlier report and the later one don't tell the same story.", ["12.5%", "half"]),
    (
        "Hospital admissions, 15 to 24s: who's third? What the report says and what its numbers show differ.",
        ["Solihull"],
    ),
    ("503 alcohol-specific deaths: is that the 2024 figure or some other year's?", ["2023", "2024"]),
    ("If I add the seven trafficking figures for 2024/25 in Table 3, do I get Table 2's force total?", ["1,647"]),
    ("depends where you look, dudley alcohol deaths for 2022 come out different. what are the numbers", ["68", "69"]),
    ("The write-up beneath Figure 10 has Birmingham third for admissions. Is that what its figures show?", ["40.9"]),
]
TURNS = [
    (["Where were most drug-related deaths registered in 2024?"], "Which came next after that?", ["Coventry", "43"]),
    (["Which borough had most possession offences in 2024/25?"], "And after them?", ["Sandwell", "685"]),
    (["Alcohol deaths in Coventry, 2022 and 2023: any change?"], "Presumably Birmingham's stayed put?", ["No:", "199"]),
    (["how many in treatment in Coventry in 23/24?"], "and 24/25 was higher again i suppose?", ["No:", "1,980"]),
    (["how many alcohol deaths in coventry in 2023"], "were there as many drug ones that year?", ["More", "57", "37"]),
    (["how many heroin n crack users in walsall 22/23"], "have wolves got fewer than that?", ["Yes:", "2,020"]),
    (["How many county lines were closed in 2024/25?"], "Is that a bigger number than in 2021/22?", ["No:", "379"]),
    (
        ["Drug-related neighbourhood crime in Dudley in 23/24, percentage change?"],
        "was Sandwell's rise as big?",
        ["No:"],
    ),
    (
        ["How did drug deaths in Birmingham change from 2023 to 2024?"],
        "And Sandwell's: was that fall steeper or gentler?",
        ["Sandwell had the larger fall", "Birmingham"],
    ),
    (
        ["How many alcohol-specific deaths were registered in Dudley in 2023?"],
        "and Dudley in 2022? if the report gives more than one number i want all of them",
        ["68", "69"],
    ),
    (
        ["Which authority had the highest OCU rate in 2022/23?"],
        "Now go by the headcount of users instead of the rate. Whose is the second largest?",
        ["Coventry", "2,213"],
    ),
    (["which area's got the most alcohol deaths in 2023"], "and at the other end?", ["Solihull had the lowest"]),
    (["county lines closed 24/25?"], "did they manage more back in 21/22?", ["Yes:", "379"]),
]


@pytest.mark.parametrize(("question", "expected"), [*RANKINGS, *COMPARED, *CLAIMED, *DISAGREEING])
def test_headline_tells(answerer: Answerer, question: str, expected: list[str]) -> None:
    actual = answerer.answer(question).headline

    assert all(part in actual for part in expected), actual


@pytest.mark.parametrize(("history", "question", "expected"), TURNS)
def test_follow_up_tells(answerer: Answerer, history: list[str], question: str, expected: list[str]) -> None:
    actual = answerer.answer(question, history).headline

    assert all(part in actual for part in expected), actual


def test_two_reports_that_give_another_number_are_both_told(answerer: Answerer) -> None:
    before = "What's Sandwell's rate of hospital admissions for substance misuse, 15 to 24s, per 100,000?"
    asked = "but i've seen another number in the other progress report. give me what each of them says"

    actual = answerer.answer(asked, [before]).headline

    assert "38.8" in actual
    assert "40.0" in actual
