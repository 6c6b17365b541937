"""A run of the real product that is killed while it asks, and started again, gives what a run in one go gives."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.evals.conftest import WriteLines, claim, question

PROJECT = Path(__file__).parents[2]
REPORT = """---
id: report-a
title: Treatment in 2024
published: 2024-10-31
---

# Treatment

Table 1 - People in treatment by area.

| Area | 2023 | 2024 |
| --- | --- | --- |
| Birmingham | 8,490 | 8,177 |
| Dudley | 1,777 | 1,750 |
"""
AREAS = ("Birmingham", "Dudley", "Coventry")


@pytest.fixture
def command(tmp_path: Path, write_lines: WriteLines) -> list[str]:
    """``evals run`` over a report of its own, with more records than are answered before the kill."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "report-a.md").write_text(REPORT)
    questions = [
        question(f"q-{n}", question=f"How many people were in treatment in {AREAS[n % 3]} in 202{n % 4}?")
        for n in range(300)
    ]
    claims = [claim(f"c-{n}", claim=f"In 2024 there were 8,{n}77 people in treatment in Dudley.") for n in range(10)]
    sets = write_lines("set.jsonl", *questions, *claims)
    places = ["--corpus", str(tmp_path / "corpus"), "--index", str(tmp_path / "index")]
    return [sys.executable, "-m", "evals", "run", str(sets), *places]


def test_run_killed_with_signal_9_and_started_again_gives_the_same(command: list[str], tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    subprocess.run([*command, "--out", str(whole)], cwd=PROJECT, check=True, capture_output=True)
    kill_while_asking([*command, "--out", str(broken)], broken)
    count_when_killed = len(broken.read_text().splitlines())
    assert 0 < count_when_killed < 310
    subprocess.run([*command, "--out", str(broken)], cwd=PROJECT, check=True, capture_output=True)
    assert without_timings(broken) == without_timings(whole)
    assert len(without_timings(whole)) == 310


def kill_while_asking(command: list[str], results: Path) -> None:
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not (results.exists() and results.read_text().count("\n") >= 3):
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL


def without_timings(path: Path) -> list[dict]:
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    return [{name: value for name, value in line.items() if name != "timings"} for line in lines]
