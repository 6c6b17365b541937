import pytest

from evals.outcomes import judge
from tests.evals.conftest import answer, claim, question, verdict


@pytest.mark.parametrize(
    ("fields", "result", "expected_outcome"),
    [
        ({}, answer(), "right"),
        ({}, answer("8,940 people."), "wrong_figure_shown"),
        ({}, answer("Many people, in 2023/24 (Table 1)."), "wrong"),
        ({}, answer("The reports do not say.", "not_found"), "refused"),
        ({}, answer("Which area?", "clarify"), "refused"),
        ({"status_also": ["clarify"]}, answer("Which area?", "clarify"), "right"),
        ({}, answer(citations=[]), "wrong"),
        ({"excludes": ["9,345"]}, answer("8,490, not 9,345."), "wrong_figure_shown"),
        ({"excludes": ["Solihull"]}, answer("8,490 in Solihull."), "wrong"),
        ({"contains": [["Solihull"], ["8,490"]]}, answer("8,490 in Dudley."), "wrong"),
        ({"contains": [["fell", "-12.9"]]}, answer("It rose by 12.9%."), "wrong_figure_shown"),
        ({"sources": [["report-a"], ["report-b"]]}, answer(), "wrong"),
        ({"sources": [["report-b", "report-a"]]}, answer(), "right"),
        ({"status": "not_found", "contains": [], "sources": []}, answer("No.", "not_found"), "right"),
        ({"status": "not_found", "contains": [], "sources": []}, answer("12 deaths."), "wrong_figure_shown"),
        ({"status": "not_found", "contains": [], "sources": []}, answer("In 2024, many."), "wrong"),
        ({"status": "not_found", "contains": [], "sources": []}, answer("Where?", "clarify"), "refused"),
    ],
)
def test_question_outcomes(fields: dict, result: dict, expected_outcome: str) -> None:
    assert judge(question(**fields), result).name == expected_outcome


@pytest.mark.parametrize(
    ("got", "expected_outcome"),
    [("contradicted", "right"), ("conflicting", "right"), ("supported", "wrong"), ("not_found", "refused")],
)
def test_claim_outcomes(got: str, expected_outcome: str) -> None:
    item = claim(verdict="contradicted")
    item = item.model_copy(update={"expect": item.expect.model_copy(update={"verdict_also": ("conflicting",)})})
    assert judge(item, verdict(got)).name == expected_outcome


def test_claim_tells_whether_all_values_are_shown() -> None:
    item = claim(value=["8,490", "9,345"])
    assert judge(item, verdict(headline="8,490")).is_value_shown is False
    assert judge(item, verdict(headline="8,490 and 9,345")).is_value_shown is True
    assert judge(claim(value=[]), verdict()).is_value_shown is None


def test_faults_say_what_is_not_right() -> None:
    faults = judge(question(excludes=["8,177"]), answer("8,177.", citations=[])).faults
    assert faults == ("headline lacks 8,490", "no citation of report-a", "headline says '8,177'")


def test_error_is_a_failure() -> None:
    assert judge(question(), {"id": "q-1", "error": "ValueError: x"}).name == "failed"
