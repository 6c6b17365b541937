"""The benchmark: for each size of corpus, make it, build its index, and measure answers."""

import json
import os
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from evals.bench.processes import PROJECT, run_json_module, run_module
from evals.bench.records import AnswerTimes, ProcessCost, SizeResult, TimesInTurn
from evals.bench.synthetic import write_corpus
from evals.bench.table import sizes_to_grid
from evals.errors import InputError
from evals.pages.markdown import grid_to_markdown
from evals.runs import read_commit
from evals.sets import load_sets
from evals.writing import write_whole

ENCODED_UP_TO = 10
"""Largest corpus whose passages are encoded: 955 take 25 s on two cores, 100 times as many 45 minutes."""

READ_UP_TO = 100
"""Largest corpus whose reports are all read from their files: 500 take 3 minutes."""

NAIVE_UP_TO = 1
"""Largest corpus that the naive chain is measured on: it encodes each of its pieces anew in each run."""

_COST = "build.json"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BenchRequest:
    """The sizes to measure, on which reports, with which questions, and where the results go."""

    sizes: tuple[int, ...]
    corpus: Path
    questions: str
    out: Path
    work_dir: Path | None = None


def run_bench(request: BenchRequest, now: datetime, say: Say) -> tuple[SizeResult, ...]:
    """Measures each size; JSON and a Markdown table are written after each, so that no finished one is lost.

    What is built in a folder that is named is kept there, and measured without being built again the next time.

    Raises:
        InputError: a size or the questions cannot be used.
        EvaluationError: a step failed.
    """
    if not request.sizes or min(request.sizes) < 1:
        raise InputError("--times: give 1 or more")
    load_sets([request.questions])
    results: list[SizeResult] = []
    with _folder(request.work_dir) as folder:
        smallest = folder / str(min(request.sizes))
        for times in sorted(set(request.sizes)):
            result = measure_size(folder / str(times), times, request, say)
            results.append(replace(result, in_turn=_in_turn(folder / str(times), smallest, request)))
            _write(request.out, results, now)
    return tuple(results)


@contextmanager
def _folder(named: Path | None) -> Iterator[Path]:
    """The folder named, which stays, or one that is removed in the end."""
    if named:
        named.mkdir(parents=True, exist_ok=True)
        yield named
    else:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)


def measure_size(folder: Path, times: int, request: BenchRequest, say: Say) -> SizeResult:
    """All measurements on a corpus of ``times`` the size alone, each step in a process of its own."""
    corpus, index = folder / "corpus", folder / "index"
    build = _kept_cost(folder) or _build(folder, times, request, say)
    say(f"{times} times: measures")
    again = run_json_module("evals.bench.reingest", [str(corpus), str(index)])
    ask = ["ask", "How many people were in treatment in Birmingham in 2023/24?", "--json"]
    cold, _ = run_module("rag", [*ask, "--corpus", str(corpus), "--index", str(index)])
    places = [str(corpus), str(index), request.questions]
    return SizeResult(
        times=times,
        reports=again["reports"],
        passages=again["passages"],
        vectors="encoded" if times <= ENCODED_UP_TO else "drawn",
        contents="read" if times <= READ_UP_TO else "made",
        build=build,
        reingest_seconds=again["seconds"],
        cold_start=cold,
        index_mb=sum(path.stat().st_size for path in index.rglob("*") if path.is_file()) / 1024**2,
        product=_probe("product", places),
        naive=_probe("naive", places) if times <= NAIVE_UP_TO else None,
    )


def _kept_cost(folder: Path) -> ProcessCost | None:
    """What it cost to build what an earlier run left in the folder; None where it left nothing whole."""
    file = folder / _COST
    return ProcessCost(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None


def _build(folder: Path, times: int, request: BenchRequest, say: Say) -> ProcessCost:
    shutil.rmtree(folder, ignore_errors=True)
    say(f"{times} times: makes the reports")
    write_corpus(folder / "corpus", request.corpus, times)
    say(f"{times} times: builds the index")
    places = [str(folder / "corpus"), str(folder / "index")]
    if times <= ENCODED_UP_TO:
        cost, _ = run_module("ingest", ["--corpus", places[0], "--index", places[1]])
    else:
        made = [str(times)] if times > READ_UP_TO else []
        cost, _ = run_module("evals.bench.drawn", [*places, str(request.corpus), *made])
    (folder / _COST).write_text(json.dumps(asdict(cost)), encoding="utf-8")
    return cost


def _probe(system: str, places: Sequence[str]) -> AnswerTimes:
    return AnswerTimes(**run_json_module("evals.bench.probe", [system, *places]))


def _in_turn(folder: Path, smallest: Path, request: BenchRequest) -> TimesInTurn | None:
    if folder == smallest:
        return None
    places = [str(of / part) for of in (folder, smallest) for part in ("corpus", "index")]
    return TimesInTurn(**run_json_module("evals.bench.beside", [*places, request.questions]))


def _write(out: Path, results: Sequence[SizeResult], now: datetime) -> None:
    measured: dict[str, Any] = {
        "started": now.isoformat(timespec="seconds"),
        "commit": read_commit(PROJECT),
        "machine": f"{platform.platform()}, {os.cpu_count()} cores",
        "sizes": [asdict(result) for result in results],
    }
    write_whole(out, json.dumps(measured, indent=2) + "\n")
    write_whole(out.with_suffix(".md"), grid_to_markdown(sizes_to_grid(results)) + "\n")
