import math

import pytest

from evals.comparison import compare_runs, find_falls, mcnemar_p
from evals.scores import Judged, judge_all
from tests.evals.conftest import answer, question

RIGHT, WRONG, REFUSED = answer(), answer("8,940."), answer("Not known.", "not_found")


def judged(*results: dict) -> tuple[Judged, ...]:
    items = [question(f"q-{number}") for number in range(len(results))]
    return judge_all(items, {item.id: result for item, result in zip(items, results, strict=True)})


def test_better_and_worse_are_told_question_by_question() -> None:
    comparison = compare_runs(judged(RIGHT, WRONG, WRONG, RIGHT), judged(RIGHT, RIGHT, RIGHT, REFUSED))
    assert [after.item.id for _, after in comparison.better] == ["q-1", "q-2"]
    assert [after.item.id for _, after in comparison.worse] == ["q-3"]
    assert comparison.n == 4


def test_mcnemar_is_the_exact_binomial() -> None:
    """6 better, 0 worse: 2 * 0.5**6; 1 and 1: certain; nothing changed: undefined."""
    assert mcnemar_p(6, 0) == pytest.approx(2 * 0.5**6)
    assert mcnemar_p(1, 1) == pytest.approx(1.0)
    assert math.isnan(mcnemar_p(0, 0))


def test_gate_stops_at_fewer_right() -> None:
    falls = find_falls(compare_runs(judged(RIGHT, RIGHT), judged(RIGHT, REFUSED)))
    assert {(fall.group, fall.outcome) for fall in falls} == {
        ("answerable questions", "right"),
        ("figure", "right"),
    }


def test_gate_stops_at_more_wrong_figures() -> None:
    falls = find_falls(compare_runs(judged(REFUSED, RIGHT), judged(WRONG, RIGHT)))
    assert {fall.outcome for fall in falls} == {"wrong_figure_shown"}


def test_gate_lets_gains_pass() -> None:
    assert not find_falls(compare_runs(judged(WRONG, REFUSED), judged(RIGHT, REFUSED)))


def test_records_of_one_run_only_are_named() -> None:
    comparison = compare_runs(judged(RIGHT, RIGHT), judged(RIGHT))
    assert (comparison.only_before, comparison.only_after) == (("q-1",), ())
