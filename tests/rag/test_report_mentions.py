"""Reports named in a question: which is meant, and what is left of the question."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from ingest.store_records import Counts, ReportInfo
from rag.report_mentions import without_report_names
from rag.report_names import ReportName, name_patterns

SERIES = ("review-2020", "review-2021")
NAMES = (
    ReportName("review-2020", "report", frozenset({"2020"}), "october", frozenset({"review", "harbour"}), SERIES),
    ReportName("review-2021", "report", frozenset({"2021"}), "march", frozenset({"review", "harbour"}), SERIES),
    ReportName(
        "needs-2015", "report", frozenset({"2015"}), "september", frozenset({"needs", "board"}), ("needs-2015",)
    ),
    ReportName(
        "story-2021",
        "article",
        frozenset({"2021"}),
        "may",
        frozenset({"post", "courier"}),
        ("story-2021",),
        "Post & Courier",
    ),
    ReportName("ideas", "page", frozenset({"2018"}), "march", frozenset({"ideas", "policy"}), ("ideas",)),
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


@pytest.mark.parametrize(
    ("question", "expected_report", "expected_text"),
    [
        ("it is in the older harbour report, the oct 2020 one", "review-2020", "it is in the report, the report"),
        ("the preceding review report, that of 2020", "review-2020", "the report"),
        ("Table 5 of the latest report", "review-2021", "Table 5 of the report"),
        ("Oct 2020 report: deaths in 2019", "review-2020", "report: deaths in 2019"),
        ("according to the 2015 board paper", "needs-2015", "according to the report"),
        ("Post and Courier piece on deaths", "story-2021", "report on deaths"),
        ("as told in the press", "story-2021", "as told in the report"),
        ("the policy ideas page says", "ideas", "the report says"),
        ("the summit page says", "ideas", "the report says"),
        ("how come that 2020 reports data is late", "review-2020", "how come that report data is late"),
        ("in the Board paper, not the courier story", "needs-2015", "in the report, not the report"),
        ("Forget the 2020 report. In the 2021 one", "review-2021", "Forget the report. In the report"),
        ("does the older report and the newer report agree", "", "does the two reports agree"),
        ("what each yearly review report says", "", "what each report says"),
        ("your two review reports", "", "your two reports"),
        ("the 2020 and 2021 reports", "", "the reports"),
    ],
)
def test_names_are_resolved_and_their_words_taken_out(
    lexicon: Lexicon, question: str, expected_report: str, expected_text: str
) -> None:
    assert without_report_names(question, NAMES, lexicon) == (expected_report, expected_text)


@pytest.mark.parametrize(
    "question",
    [
        "Did the police report a fall in 2021?",
        "which one was higher",
        "deaths in 2020 and 2021",
        "Which substance does the cannabis page 3 describe?",
        "how many people use drugs in Dudley",
    ],
)
def test_what_names_no_report_stays(lexicon: Lexicon, question: str) -> None:
    assert without_report_names(question, NAMES, lexicon) == ("", question)


def test_words_before_a_comma_belong_to_no_report(lexicon: Lexicon) -> None:
    assert without_report_names("how many use drugs, 2015 report", NAMES, lexicon) == (
        "needs-2015",
        "how many use drugs, report",
    )


def test_a_fiscal_year_before_the_noun_stays_a_period(lexicon: Lexicon) -> None:
    assert without_report_names("deaths, 2020/21 report", NAMES, lexicon)[1] == "deaths, 2020/21 report"


def test_editions_of_one_title_are_a_series_oldest_first() -> None:
    def info(id_: str, title: str, published: str) -> ReportInfo:
        return ReportInfo(id_, title, "A Council", published, "", "verbatim", 0, Counts())

    reports = [
        info("b", "Harbour Report 2021", "2021-03"),
        info("a", "Harbour Report", "2020-10-01"),
        info("c", "Fog", "2019"),
    ]
    names = {name.id: name for name in name_patterns(reports)}
    assert names["a"].series == names["b"].series == ("a", "b")
    assert (names["c"].series, names["c"].kind, names["c"].month) == (("c",), "article", "")
    assert (names["b"].years, names["b"].month) == (frozenset({"2021"}), "march")
