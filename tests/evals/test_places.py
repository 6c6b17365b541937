import pytest

from evals.places import Place, citation_to_place, holds_evidence, is_at, is_gold_place
from evals.records import Evidence
from tests.evals.conftest import claim, question


@pytest.mark.parametrize(
    ("gold", "locator", "is_expected"),
    [
        ("Table 12", "Table 12, row Dudley", True),
        ("Table 1", "Table 12, row Dudley", False),
        ("para 45", "CONCLUSION, paragraph 45", True),
        ("paragraph 4", "paragraph 45", False),
        ("Figure 8 (2024)", "Figure 8, row 23/24", True),
        ("2025 Figure 8", "Figure 8, row 23/24", False),
        ("Drug-Related Homicides", "4 Insights > Drug-Related Homicides", True),
        ("Section 3, Sandwell", "3 Local progress > Sandwell", True),
        ("Section 3, Sandwell", "3 Local progress > Solihull", False),
        ("Section 3, Sandwell", "Table 3, row Sandwell", False),
        ("THE FACTS", "THE FACTS, paragraph 2", True),
        ("Section 3", "3 Local progress > Solihull", True),
        ("Section 3", "4 Insights", False),
    ],
)
def test_gold_locators(gold: str, locator: str, is_expected: bool) -> None:
    assert is_at(Place("progress-report-2024", locator, ""), gold) is is_expected


@pytest.mark.parametrize(
    ("evidence", "text", "is_expected"),
    [
        (
            "Walsall 131 122 -6.9%",
            "Area: Walsall | 2023/24: 131 | 2024/25: 122 | Change: -6.9%",
            True,
        ),
        ("Walsall 131 122 -6.9%", "Dudley | 131 | 111", False),
        ("there were 8,215 drug offences recorded", "8,215 drug offences were recorded", True),
        ("308 county lines closed", "308 of them walked by", False),
        ("launched Specialist Support Navigator roles", "Navigator roles for specialist support", True),
        ("launched Specialist Support Navigator roles", "It was launched in spring", False),
    ],
)
def test_evidence(evidence: str, text: str, is_expected: bool) -> None:
    place = Place("report-a", "", text)
    item = question(contains=[["1"]])
    assert holds_evidence(place, Evidence(report="report-a", text=evidence), item) is is_expected
    assert not holds_evidence(Place("report-b", "", text), Evidence(report="report-a", text=evidence), item)


def test_row_out_of_a_tables_evidence_is_the_row_with_the_value() -> None:
    item = claim(
        value=["8,490"],
        sources=[["report-a"]],
        evidence=[{"report": "report-a", "text": "Birmingham 8,490 Coventry 2,025 Dudley 1,777"}],
    )
    assert is_gold_place(Place("report-a", "", "Birmingham 8,490"), item)
    assert not is_gold_place(Place("report-a", "", "Coventry 2,025"), item)
    assert not is_gold_place(Place("report-b", "", "Birmingham 8,490"), item)


def test_locator_in_parts_is_read_as_words() -> None:
    citation = {
        "report": "report-a",
        "locator": {"table": "Table 3", "section": ["4 Insights"]},
        "quote": "x",
    }
    assert citation_to_place(citation) == Place("report-a", "Table 3, 4 Insights", "x")
