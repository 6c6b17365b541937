"""Footnote marks, broken words and dates told by form."""

import pytest

from ingest.readers.captions import parse_label
from ingest.readers.note_marks import strip_note_marks
from ingest.readers.publication_date import find_published, parse_date
from ingest.readers.sentences import collect_vocabulary, join_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 2014.28 The average", "since 2014. The average"),
        ("once a week.17", "once a week."),
        ("use of drugs.”2 The plan", "use of drugs.” The plan"),
        ("in that year.26*", "in that year."),
        ("from 32% to 20%.6", "from 32% to 20%."),
        ("justice system”.1 The Plan", "justice system”. The Plan"),
        ("in 2016/17.13 However", "in 2016/17. However"),
        ("worth £3.3bn.41", "worth £3.3bn."),
        ("record).9 While", "record). While"),
    ],
)
def test_note_marks_are_dropped(text: str, expected: str) -> None:
    assert strip_note_marks([text]) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mean age was 16.2 years and the cost £2.50 in all",
        "21.12 kilograms were seized",
        "The rate fell to 8.4",
        "Rates rose by 3.1. The rest fell by 2.5",
        "see No.5 and p.12 of the plan",
        "at 12:30 on Monday",
        "the ratio was 1:4 and",
        "COVID-19 and MDMA 2",
        "costing £26,074 a year",
    ],
)
def test_figures_are_kept(text: str) -> None:
    assert strip_note_marks([text]) == [text]


def test_mark_after_a_bare_number_is_told_by_the_sequence() -> None:
    lines = ["are used.38 The", "children under 16.39 Today, the rate was 14.39 Today", "crime.40"]
    assert strip_note_marks(lines)[1] == "children under 16. Today, the rate was 14.39 Today"
    assert strip_note_marks(lines[1:])[0] == lines[1]


def test_mark_after_a_bracket_is_told_by_the_sequence() -> None:
    assert strip_note_marks(["truth.33", "the Survey (OCJS)34 found"])[1] == "the Survey (OCJS) found"
    assert strip_note_marks(["the Survey (OCJS)34 found"]) == ["the Survey (OCJS)34 found"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("in treat-", "ment rose", "in treatment rose"),
        ("a multi-", "agency board", "a multi-agency board"),
        ("all drug-", "related crime", "all drug-related crime"),
        ("is not ring-", "fenced here", "is not ring-fenced here"),
        ("drug-", "and alcohol-related", "drug- and alcohol-related"),
        ("an increase -", "reaching records", "an increase - reaching records"),
        ("in 2016-", "2017 it", "in 2016-2017 it"),
        ("West", "Midlands", "West Midlands"),
    ],
)
def test_line_ends_are_joined(left: str, right: str, expected: str) -> None:
    words = collect_vocabulary(["treatment is drug-related, the multi-agency agency", "a fenced ring is related"])
    assert join_text(left, right, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published March 2026", "2026-03"),
        ("Report published on 31st October 2024", "2024-10-31"),
        ("5th September 2017", "2017-09-05"),
        ("October 31, 2024", "2024-10-31"),
        ("2025-02-07T10:00:00Z", "2025-02-07"),
        ("05/09/2017", "2017-09-05"),
        ("no date in 2017", ""),
    ],
)
def test_dates(text: str, expected: str) -> None:
    assert parse_date(text) == expected


def test_published_line_goes_before_another_date() -> None:
    assert find_published(["On 1 May 2020 it began.", "2 June 2021", "Published 3 July 2022"]) == "2022-07-03"
    assert find_published(["On 1 May 2020 it began.", "2 June 2021"]) == "2021-06-02"
    assert find_published(["On 1 May 2020 it began."]) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Table 12 - The total", "Table 12"),
        ("Figure 8. Drug-related", "Figure 8"),
        ("Figure 11.", "Figure 11"),
        ("Table 7 – Total", "Table 7"),
        ("Fig. 3: Rates", "Figure 3"),
        ("Table 2.1 Deaths", ""),
        ("Table 2.1: Deaths", "Table 2.1"),
        ("Figure 14 Birmingham, Coventry had more", ""),
        ("Table 1 illustrates estimates", ""),
    ],
)
def test_labels(text: str, expected: str) -> None:
    assert parse_label(text) == expected
