"""The same questions as another person puts them: what must stand in the headline, or that nothing does."""

import pytest

from rag.pipeline import Answerer

ALONE = [
    ("sandwell heroin + crack users, up or down since 19/20?", ["fell from 1,928", "1,870"]),
    ("heroin and crack users 2016/17, the 2017 paper says one number, the 2024 report another. whats each say", ["22,500", "21,945"]),
    ("possession went 5521 to 6526 and the report calls it 18.8%, whats the % when you actually work it out", ["18.2"]),
    ("they say sandwell treatment fell 5% in 24/25 but from the 23/24 number down to 1955 its bigger. what is the real %", ["6.7"]),
    ("Six councils collected 701 needles in 2016. What is the mean figure per council?", ["116.8"]),
    ("what % of the ROCUs positive drug disruptions in 21/22 were county lines ones", ["73.6%"]),
    ("Comparing 2022 registrations with 2021, did deaths from drug misuse increase in all seven areas?", ["Yes"]),
    ("did youth cautions shoot up for trafficking too in 24/25", ["No: ", "unchanged"]),
    ("possession, share of outcomes that were positive, 23/24 to 24/25, how many points did it shift", ["+13.5"]),
    ("crime cost per year of one heroin/crack user whos not in treatment? just crime, not the four things added up", ["26,074"]),
    ("community resolutions 24/25, add the trafficking ones to the possession ones, what do you get", ["3,915"]),
    ("west mids opiate n crack rate 2016/17, how many times bigger than englands is it", ["1.36"]),
    ("2016/17 custody drug tests on people arrested, about how many were positive? number not %", ["6,698"]),
    ("possession positive outcomes 24/25 - 4 of the 5 kinds went up, which one went down and by what %", ["iversion"]),
    ("Of the 84 gangs in 2017, four were top priority. How many were therefore classed as 'significant'?", ["80"]),
    ("brum treated 8,490 people in 23/24, how many of them weren't new", ["4,948"]),
    ("Please name the authors of the 2025 progress report.", ["Parsonage", "Whittock"]),
    ("For what reason is Dudley missing from the 2016 discarded needle figures?", ["does not record"]),
    ("which area has the worst share of treatment completions against drop outs?", ["Coventry had the lowest"]),
    ("which area has the worst ratio of completions to drop outs", ["Coventry had the lowest"]),
    ("positive outcome share, possession v trafficking: which improved more", ["+13.5 percentage points"]),
    ("what would one have to add to Coventry's number in treatment to reach Sandwell's in 2023/24?", ["70"]),
    ("Across the seven, percentage increase in drug deaths 2023 to 2024?", ["295", "262", "-11.2%"]),
    ("completions minus drop outs, all areas", ["75 more"]),
    ("So neither Coventry nor Solihull recorded more drug related deaths in 2024", ["No: "]),
    ("Add Walsall's drug-related deaths for 2024 to its alcohol-specific deaths for 2023.", ["62"]),
    ("What do the 2024 drug-related deaths in Sandwell, Walsall and Dudley sum to?", ["58"]),
    ("county lines closed 21/22 and 24/25, how many apart", ["71"]),
    ("coventry drug deaths up 12.2% right? just say yes", ["+16.2%", "12.2"]),
    ("701 needles, 6 councils, 2016 - whats that each", ["116.8"]),
    ("walsall 19/20 opiate/crack users - what % were on crack only", ["10.4%"]),
    ("12.5% of homicides drug linked 24/25, up 8 points. so 23/24 was?", ["4.5%"]),
    ("23/24 all seven councils, did treatment numbers top 20,000", ["19,248"]),
    ("Adding Coventry's and Wolverhampton's together, how many drug deaths were there in 2024?", ["73"]),
    ("rank the 7 by % growth in treatment numbers 22/23-23/24, who's 3rd", ["Solihull"]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "expected"), ALONE)
def test_another_wording_is_answered_alike(answerer: Answerer, question: str, expected: list[str]) -> None:
    headline = answerer.answer(question).headline
    assert [part for part in expected if part not in headline] == [], headline


FOLLOWING = [
    (["Deaths in Coventry in 2024?", "and its heroin and crack users?"], "same thing as my first question but for Solihull", "11 registered"),
    (["How many people were in treatment in Walsall in 2022/23?"], "add the following year's to that", "3,527"),
    (["how many deaths were there in Coventry in 2024?"], "anything on nitrous oxide?", "Nitrous Oxide"),
    (["possession outcomes 24/25 total?", "positive ones?"], "leaving how many that werent", "1,673"),
    (["solihull, drug deaths in 2024"], "is that different from the year before", "unchanged"),
    (["opiate/crack rate per 1,000 west mids 2016/17"], "how many times the england rate is that", "1.36"),
    (["dudley in treatment 23/24"], "walsall's is higher or lower, by how much", "8"),
    (["alcohol dependency wolves per 1,000"], "is coventrys lower", "Yes: "),
    (["possession positive outcome proportion 24/25?"], "trafficking is how many points behind that", "36.9"),
    (["sandwell drug deaths 23 to 24 down by what %"], "more than brums?", "23.5"),
    (["positive drug disruptions 21/22?", "county lines ones out of that?"], "so the rest is", "153"),
    (["alcohol dependency per 1000 wolves"], "brum worse?", "15.7"),
    (["Successful completions, Dudley, 2022/23?"], "Does that exceed the number of drop-outs?", "335"),
]  # fmt: skip


@pytest.mark.parametrize(("history", "question", "expected"), FOLLOWING)
def test_another_follow_up_is_answered_alike(
    answerer: Answerer, history: list[str], question: str, expected: str
) -> None:
    assert expected in answerer.answer(question, history).headline


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (
            ["Was Ernie Hendricks the author of the drug consumption rooms paper?"],
            "And what fee did he receive for it?",
        ),
        ([], "whats the coventry coroner pilot cost up to now"),
        ([], "whats dudleys continuity of care rate, the %"),
    ],
)
def test_what_is_not_told_is_refused_in_other_words(answerer: Answerer, history: list[str], question: str) -> None:
    assert answerer.answer(question, history).status == "not_found"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many were in treatment in Dudley in 23/24", "1,777"),
        ("what was the total for drug deaths in Walsall and Dudley the year before 2024", "2023"),
    ],
)
def test_what_only_looks_alike_is_read_as_before(answerer: Answerer, question: str, expected: str) -> None:
    assert expected in answerer.answer(question).headline
