import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evals.errors import EvaluationError, InputError
from evals.gate import QUICK, GateRequest, pass_gate, shut_where_worse
from evals.records import Claim, Question
from evals.results import read_results
from evals.sets import load_sets
from tests.evals.conftest import ITEMS, FakeProduct, WriteLines, answer


@pytest.fixture
def request_(fake_product: FakeProduct, write_lines: WriteLines, tmp_path: Path) -> GateRequest:
    """A quick set whose results of now are accepted."""
    request = GateRequest(write_lines("quick.jsonl", *ITEMS), tmp_path / "baseline.jsonl", accept=True)
    pass_through(request)
    return GateRequest(request.questions, request.baseline)


def pass_through(request: GateRequest) -> None:
    comparison = pass_gate(request, datetime.now(UTC), lambda done, total, what: None)
    if not request.accept:
        shut_where_worse(comparison)


def test_same_results_pass(request_: GateRequest) -> None:
    pass_through(request_)


def test_worse_result_shuts_the_gate_and_is_not_accepted_by_it(request_, fake_product: FakeProduct) -> None:
    accepted = request_.baseline.read_text()
    fake_product.replies["q-1"] = answer("8,940 people in Birmingham.")
    with pytest.raises(EvaluationError, match="right of answerable questions fell from 1 to 0 of 2") as raised:
        pass_through(request_)
    assert raised.value.exit_code == 1
    assert request_.baseline.read_text() == accepted


def test_results_that_are_accepted_pass_from_then_on(request_: GateRequest, fake_product: FakeProduct) -> None:
    fake_product.replies["q-1"] = answer("8,940 people in Birmingham.")
    pass_through(GateRequest(request_.questions, request_.baseline, accept=True))
    pass_through(request_)


def test_better_result_passes(request_: GateRequest, fake_product: FakeProduct) -> None:
    fake_product.replies["q-2"] = answer()
    pass_through(request_)


def test_baseline_keeps_what_results_are_judged_by_and_no_quotes(request_: GateRequest) -> None:
    kept = read_results(request_.baseline)
    assert list(kept) == ["q-1", "c-1", "q-2"]
    assert set(kept["q-1"]) == {"id", "status", "headline", "citations"}
    assert "quote" not in request_.baseline.read_text()


def test_question_without_an_accepted_result_shuts_the_gate(request_: GateRequest) -> None:
    lines = request_.baseline.read_text().splitlines(keepends=True)
    request_.baseline.write_text("".join(lines[1:]))
    with pytest.raises(EvaluationError, match="no accepted result for q-1"):
        pass_through(request_)


def test_missing_baseline_is_wrong_use(request_: GateRequest) -> None:
    request_.baseline.unlink()
    with pytest.raises(InputError, match="baseline.jsonl: there is no such run"):
        pass_through(request_)


def test_stored_quick_set_has_every_kind_and_an_accepted_result_for_each_record() -> None:
    items = load_sets([str(QUICK / "questions.jsonl")])
    kinds = {item.kind for item in items if isinstance(item, Question)}
    verdicts = {item.expect.verdict for item in items if isinstance(item, Claim)}
    assert (len(kinds), len(verdicts)) == (10, 4)
    assert [item.id for item in items] == list(read_results(QUICK / "baseline.jsonl"))
    assert all("error" not in json.loads(line) for line in (QUICK / "baseline.jsonl").read_text().splitlines())
