"""Follow-ups in roundabout words: the next place of a ranking, one of a pair, those that are not of a kind, whether two are level."""

import pytest

RISE = "Which LPA had the biggest percentage rise in possession offences in 24/25?"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((RISE, "and the one straight after it?"), ("Dudley", "22.6")),
        (("Which LPA had most trafficking offences in 2024/25?", "who came straight after that?"), ("Coventry", "298")),
        (
            (
                "drug related deaths in Dudley 2024",
                "and Wolverhampton",
                "so Dudley's the higher of the pair, as it went up?",
            ),
            ("No: Wolverhampton", "30"),
        ),
        (
            ("possession offences in Dudley 2024/25", "and Walsall", "Walsall's the lower of the pair, right?"),
            ("Yes: Walsall", "390"),
        ),
        (("people in treatment in Walsall in 2023/24?", "how many of them were not new that year?"), ("912",)),
        (
            (
                "new presentations in Dudley in 2023/24",
                "and in treatment overall?",
                "how many of those were not new, then?",
            ),
            ("835",),
        ),
        (
            (
                "Were possession offences in Walsall and Dudley identical in 2023/24?",
                "still level pegging the year after?",
            ),
            ("No: Dudley", "467", "390"),
        ),
        (
            (
                "share in effective treatment, opiate, Dudley, 2023?",
                "now the one with alcohol added, non-opiate and alcohol",
            ),
            ("92%",),
        ),
        (
            (
                "drug related deaths in Coventry 2024",
                "and Birmingham",
                "that makes Coventry the lower of the two, doesn't it?",
            ),
            ("Yes: Coventry", "43"),
        ),
        (
            ("OCU rate Walsall 2022/23", "and Wolverhampton", "so of the two Walsall's higher then?"),
            ("No: Wolverhampton", "11.8"),
        ),
        (("Which area had fewest trafficking offences in 2024/25?", "and just above it?"), ("Dudley", "111")),
        (("adults in treatment in Solihull 2023/24", "how many weren't new to treatment"), ("489",)),
    ],
)
def test_what_a_follow_up_asks(answerer, turns, told):
    *history, question = turns
    headline = answerer.answer(question, history).headline
    assert all(part in headline for part in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Were drug possession offences in Walsall and Dudley identical in 2023/24?", "Yes: Walsall and Dudley"),
        ("Were drug-related deaths in Dudley and Sandwell level pegging in 2024?", "No: Dudley was higher"),
        ("Was the number of drug deaths in Solihull the same in 2023 as in 2024?", "Yes: "),
        ("Do Dudley and Solihull have the same OCU rate in 2022/23?", "No: Dudley was higher"),
    ],
)
def test_whether_two_areas_are_equal(answerer, question, told):
    assert answerer.answer(question).headline.startswith(told)


def test_the_year_after_is_no_place_in_a_ranking(answerer):
    answer = answerer.answer("and the year after?", ["Which area had most drug possession offences in 2023/24?"])
    assert "2024/25" in answer.headline
