from pathlib import Path

import pytest

from evals.errors import InputError
from evals.golds import PUBLISHED, calculate, check_golds, read_texts
from evals.sets import load_sets
from tests.evals.conftest import claim, question

EVALS = Path(__file__).parents[2] / "evals"
OWN_SETS = sorted(
    path.relative_to(EVALS).as_posix()
    for path in (
        *EVALS.glob("questions/*.jsonl"),
        *EVALS.glob("claims/train*.jsonl"),
        *EVALS.glob("quick/questions.jsonl"),
    )
    if not path.stem.startswith("heldout")
)
REPORT = {"report-a": "| Birmingham | 8,490 | 8,177 |"}
EVIDENCE = [{"report": "report-a", "text": "Birmingham 8,490 8,177"}]
WRONG_EVIDENCE = [{"report": "report-a", "text": "Birmingham 8,490 8,178"}]
PUBLISHED_TEXT = {"report-a": "Birmingham\t8,490\t8,177\n"}


def faults(**fields: object) -> list[str]:
    item = question(**({"evidence": EVIDENCE} | fields))
    return [fault.what for fault in check_golds([item], REPORT, PUBLISHED_TEXT)]


def test_gold_that_the_report_bears_out_has_no_fault() -> None:
    assert faults() == []
    assert faults(contains=[["3.8", "3.83"]], formula="(8490-8177)/8177*100") == []
    assert faults(contains=[["313"], ["3.8"]], formula="8490-8177; (8490-8177)/8177*100") == []


@pytest.mark.parametrize(
    ("fields", "expected_words"),
    [
        ({"contains": [["8,940"]]}, "expected 8,940 is neither in the evidence nor the result"),
        ({"contains": [["3.9"]], "formula": "(8490-8177)/8177*100"}, "expected 3.9"),
        (
            {"evidence": [{"report": "report-a", "text": "Birmingham 8,490 8,178"}]},
            "not in the published report-a",
        ),
        (
            {"evidence": [{"report": "report-a", "text": "Birmingham 8,490 8,178"}]},
            "8,178 of the evidence is not in",
        ),
        ({"evidence": [{"report": "report-x", "text": "8,490"}]}, "no report 'report-x'"),
        ({"sources": [["report-a"], ["report-b"]]}, "expected source 'report-b' is not in the corpus"),
        ({"sources": [["report-a"], ["report-b"]]}, "no evidence from report-b"),
    ],
)
def test_wrong_gold_is_named(fields: dict, expected_words: str) -> None:
    assert any(expected_words in fault for fault in faults(**fields))


def test_claims_are_checked_too() -> None:
    item = claim(value=["8,490", "9,999"], sources=[["report-a"]], evidence=EVIDENCE)
    assert [fault.what[:14] for fault in check_golds([item], REPORT, {})] == ["expected 9,999"]


@pytest.mark.parametrize(("formula", "expected_value"), [("(9-3)/3*100", 200), ("-2+1.5", -0.5), ("2*3", 6)])
def test_formulas_are_worked_out(formula: str, expected_value: float) -> None:
    assert calculate(formula) == pytest.approx(expected_value)


@pytest.mark.parametrize("formula", ["__import__('os')", "1/0", "2**9", "1+", "True+1"])
def test_formula_of_anything_else_is_an_error(formula: str) -> None:
    with pytest.raises(InputError, match="cannot be worked out"):
        calculate(formula)


@pytest.mark.parametrize("name", OWN_SETS)
def test_own_sets_hold_what_the_reports_say(name: str) -> None:
    """The published words are compared where they are at hand, the restated figures always."""
    items = load_sets([str(EVALS / name)])
    restated, published = read_texts(EVALS.parent / "corpus"), read_texts(EVALS.parent / PUBLISHED)
    assert check_golds(items, restated, published) == ()
