"""Answers and verdicts as JSON: the contract that other programs read."""

import json
from decimal import Decimal

from ingest.records import Figure, Finding, Locator
from rag.records import Answer, Citation, Derivation, Verdict
from rag.to_json import answer_to_dict, figure_to_dict, verdict_to_dict

CELL = Locator("made-up", page=14, page_label="12", table="Table 12", row="Coventry", column="2024")
FIGURE = Figure(
    "f1",
    Decimal("1400000000.10"),
    "£1.4bn",
    "£",
    "level",
    "cost",
    "Coventry",
    "2024",
    CELL,
    "Coventry | £1.4bn",
    high=Decimal("1.50"),
    breakdown=("crime",),
    terms=("cost",),
)
CITATION = Citation(
    1, "made-up", "Made up", CELL, "Table 12, row Coventry, column 2024, page 12", "Coventry | £1.4bn", "p1"
)
DERIVATION = Derivation("difference", "3 - 1 = 2", Decimal("2.0"), "deaths", ("f1",))
FINDING = Finding("total", "high", "made-up", "Table 1", "3", "the text", "4", "they differ", ("f1",))


def answer() -> Answer:
    return Answer(
        "How much?",
        "answered",
        "£1.4bn.",
        ("More.",),
        (FIGURE,),
        DERIVATION,
        (CITATION,),
        ("Careful.",),
        "cost, Coventry, 2024",
        ("And 2023?",),
        (FINDING,),
        {"total_ms": 1.5},
    )


def test_an_answer_survives_json() -> None:
    actual = answer_to_dict(answer())
    assert json.loads(json.dumps(actual)) == actual


def test_the_fields_of_an_answer_are_the_contract() -> None:
    assert list(answer_to_dict(answer())) == [
        "question",
        "status",
        "headline",
        "detail",
        "figures",
        "derivation",
        "citations",
        "caveats",
        "reading",
        "suggestions",
        "findings",
        "timings",
        "other_readings",
        "model",
    ]


def test_no_digit_of_a_figure_is_lost() -> None:
    actual = figure_to_dict(FIGURE)
    assert (actual["value"], actual["high"], actual["printed"]) == ("1400000000.10", "1.50", "£1.4bn")


def test_a_figure_says_where_it_stands() -> None:
    actual = figure_to_dict(FIGURE)
    assert actual["place"] == "Table 12, row Coventry, column 2024, page 12"
    assert actual["report"] == "made-up"
    assert actual["locator"]["column"] == "2024"


def test_a_citation_has_report_locator_and_quote_as_text() -> None:
    actual = answer_to_dict(answer())["citations"][0]
    assert (actual["report"], actual["locator"], actual["quote"]) == (
        "made-up",
        "Table 12, row Coventry, column 2024, page 12",
        "Coventry | £1.4bn",
    )
    assert (actual["page"], actual["page_label"], actual["passage"]) == (14, "12", "p1")


def test_a_derivation_is_written_out_or_null() -> None:
    assert answer_to_dict(answer())["derivation"]["result"] == "2.0"
    assert answer_to_dict(Answer("?", "not_found", "The reports do not say."))["derivation"] is None


def test_a_verdict_survives_json() -> None:
    verdict = Verdict("Deaths doubled.", "contradicted", "They rose from 40 to 43.", (CITATION,), (FIGURE,), DERIVATION)
    actual = verdict_to_dict(verdict)
    assert json.loads(json.dumps(actual)) == actual
    assert (actual["claim"], actual["verdict"]) == ("Deaths doubled.", "contradicted")
    assert actual["citations"][0]["report"] == "made-up"
