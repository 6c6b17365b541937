"""Remarks beside a question, and what such questions ask: one figure and no other, both scales, the rest, points."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from rag.beside_remarks import without_remarks_beside
from rag.cues import load_cues
from rag.pipeline import Answerer
from rag.spoken_numbers import write_out_numbers


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Possession offences, Solihull, 2024/25. Trafficking can stay where it is.", "Possession offences, Solihull, 2024/25."),
        ("Biggest fall in drug deaths in number (Sandwell wins on per cent)?", "Biggest fall in drug deaths in number ?"),
        ("Drug deaths in Dudley in 2023? Someone said 61 but that's the alcohol one, I think.", "Drug deaths in Dudley in 2023? Someone said 61 ."),
        ("Sandwell tops the fall in drug deaths in per cent, 2023 to 2024. Who fell most in number?", "drug deaths, 2023 to 2024. Who fell most in number?"),
        ("Possession offences, Dudley: not 2023/24 but 2024/25", "Possession offences, Dudley: not 2023/24 but 2024/25"),
        ("Youth cautions for possession in 2023/24 (Table 10, not Table 6)?", "Youth cautions for possession in 2023/24 (Table 10, not Table 6)?"),
        ("Wolverhampton has the top alcohol dependency rate; who's right behind?", "Wolverhampton has the top alcohol dependency rate; who's right behind?"),
        ("Did opiate clients go down in Birmingham and nowhere else?", "Did opiate clients go down in Birmingham and nowhere else?"),
    ],
)  # fmt: skip
def test_remarks_go_and_what_is_asked_stays(lexicon: Lexicon, text: str, expected: str) -> None:
    assert without_remarks_beside(text, lexicon, load_cues()) == expected


def test_percentages_in_words_are_written_in_digits() -> None:
    assert write_out_numbers("up by thirteen and a half per cent") == "up by 13.5 per cent"


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Positive outcomes for drug offences as a proportion: that went up by 13.7 per cent, correct?", ("No, by percentage points", "67.9%"), "Yes"),
        ("Did the positive outcome proportion for drug offences rise by 13.7 percentage points in 2024/25?", ("Yes", "67.9%"), "No"),
        ("Who has more dependent drinkers, Walsall or Wolverhampton, and is it the same way round by rate?", ("3,691", "18.3"), ""),
        ("887 drug-related neighbourhood crimes in 2024/25. How many without Birmingham's?", ("456",), ""),
        ("5,573 of Birmingham's clients in 23/24 were opiate clients; how many were not opiate clients?", ("2,917",), ""),
        ("Was Walsall's percentage drop in trafficking steeper than Dudley's? Yes or no and the two figures.", ("Yes", "6.9%", "0.9%"), "agree"),
        ("Whose alcohol dependency rate is above 16 per thousand? The rest can stay off the list.", ("Coventry", "Sandwell"), "Dudley"),
        ("Give me the successful completions for Birmingham in 2022/23.", ("1,175",), ""),
        ("Did Sandwell or Solihull fall further in alcohol deaths 2022-2023, in bodies?", ("Sandwell had the larger fall", "in number"), ""),
        ("Who is second to Birmingham for alcohol dependent people?", ("Coventry",), ""),
        ("Do Table 2 and the text give the same number of possession offences in 2024/25? Give both figures.", ("6,526", "6,562"), ""),
    ],
)  # fmt: skip
def test_the_one_thing_asked_is_told(answerer: Answerer, question: str, told: tuple[str, ...], not_told: str) -> None:
    headline = answerer.answer(question).headline
    assert all(part in headline for part in told), headline
    assert not not_told or not_told not in headline
