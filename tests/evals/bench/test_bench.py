import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

import evals.bench.pipeline as pipeline
from evals.bench.beside import measure_in_turn
from evals.bench.drawn import DrawnEmbedder
from evals.bench.pipeline import BenchRequest, run_bench
from evals.bench.probe import measure_answers
from evals.bench.processes import run_json_module, run_module
from evals.bench.records import AnswerTimes, ProcessCost, TimesInTurn
from evals.bench.table import sizes_to_grid
from evals.errors import EvaluationError, InputError
from tests.evals.conftest import WriteLines, question

TIMES = AnswerTimes(3, 1.0, 20.0, 40.0, {"1": 50.0, "4": 80.0, "16": 90.0}, 700.0, 9.0)


def test_answers_are_timed_and_no_question_is_asked_twice() -> None:
    asked: list[str] = []
    times = measure_answers(lambda: asked.append, ["a", "b", "c", "d", "e"], lambda text: None)
    assert times.n == 5
    assert list(times.per_second) == ["1", "4", "16"]
    assert len(asked) == len(set(asked)) == 5 + 5 * 4
    assert 0 <= times.p50_ms <= times.p95_ms


def test_indexes_are_asked_the_same_in_turn() -> None:
    asked: list[tuple[str, str]] = []
    times = measure_in_turn(lambda q: asked.append(("large", q)), lambda q: asked.append(("small", q)), ["a", "b", "c"])
    timed = asked[6:]
    assert [question for _, question in timed] == ["a", "a", "b", "b", "c", "c"]
    assert [index for index, _ in timed] == ["small", "large", "large", "small", "small", "large"]
    assert times.n == 3


def test_process_costs_time_and_memory() -> None:
    cost, printed = run_module("platform", [])
    assert printed
    assert cost.seconds > 0
    assert cost.peak_mb > 1
    assert 0 < cost.processor_seconds


def test_failed_process_says_why() -> None:
    with pytest.raises(EvaluationError, match="No module named no_such_module"):
        run_json_module("no_such_module", [])


def test_drawn_vectors_lie_around_the_real_ones() -> None:
    real = np.eye(384)[:3].tolist()
    embedder = DrawnEmbedder(dict(zip("abc", real, strict=True)))
    known, drawn, again = embedder.embed_documents(["a", "other text", "other text"])
    assert known == real[0]
    assert drawn == again
    assert np.linalg.norm(drawn) == pytest.approx(1)
    assert max(np.array(real) @ drawn) == pytest.approx(0.86, abs=0.06)


@pytest.fixture
def fake_steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Steps in other processes, faked: what was run."""
    ran: list[str] = []

    def run(module: str, arguments: list[str]) -> tuple[ProcessCost, str]:
        ran.append(module)
        return ProcessCost(2.0, 500.0), ""

    def run_json(module: str, arguments: list[str]) -> dict:
        ran.append(f"{module} {arguments[0]}" if "probe" in module else module)
        if "beside" in module:
            return asdict(TimesInTurn(3, 30.0, 20.0, 12.0, 10.0))
        return asdict(TIMES) if "probe" in module else {"seconds": 0.1, "reports": 1, "passages": 10}

    monkeypatch.setattr(pipeline, "run_module", run)
    monkeypatch.setattr(pipeline, "run_json_module", run_json)
    return ran


def request(tmp_path: Path, write_lines: WriteLines, sizes: tuple[int, ...]) -> BenchRequest:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "report-a.md").write_text("# A\n")
    questions = write_lines("set.jsonl", question())
    return BenchRequest(sizes, tmp_path / "real", str(questions), tmp_path / "bench.json")


def test_each_size_is_measured_and_written(fake_steps, tmp_path, write_lines) -> None:
    results = run_bench(request(tmp_path, write_lines, (1000, 1)), datetime.now(UTC), lambda step: None)
    written = json.loads((tmp_path / "bench.json").read_text())
    assert [(result.times, result.vectors, result.contents, result.naive is None) for result in results] == [
        (1, "encoded", "read", False),
        (1000, "drawn", "made", True),
    ]
    assert [size["times"] for size in written["sizes"]] == [1, 1000]
    assert fake_steps.count("ingest") == 1
    assert fake_steps.count("evals.bench.drawn") == 1
    assert "| warm answer p50, p95 | 20 ms, 40 ms | 20 ms, 40 ms |" in (tmp_path / "bench.md").read_text()
    assert fake_steps.count("evals.bench.beside") == 1
    assert "asked in turn | 1 | 30 ms / 20 ms = 1.50 |" in (tmp_path / "bench.md").read_text()
    assert "time of the processor | 1 | 12 ms / 10 ms = 1.20 |" in (tmp_path / "bench.md").read_text()
    assert "not measured" in sizes_to_grid(results).rows[-1]


def test_what_is_built_in_a_named_folder_is_not_built_again(fake_steps, tmp_path, write_lines) -> None:
    kept = replace(request(tmp_path, write_lines, (1,)), work_dir=tmp_path / "work")
    (first,) = run_bench(kept, datetime.now(UTC), lambda step: None)
    (again,) = run_bench(kept, datetime.now(UTC), lambda step: None)
    assert fake_steps.count("ingest") == 1
    assert again.build == first.build == ProcessCost(2.0, 500.0)


def test_size_below_one_is_wrong_use(tmp_path, write_lines) -> None:
    with pytest.raises(InputError, match="--times"):
        run_bench(request(tmp_path, write_lines, (0,)), datetime.now(UTC), lambda step: None)
