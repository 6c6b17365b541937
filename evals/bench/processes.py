"""Runs a step in a process of its own, so that its time and memory are its own too."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.bench.records import ProcessCost
from evals.errors import EvaluationError

PROJECT = Path(__file__).resolve().parents[2]


def run_module(module: str, arguments: Sequence[str]) -> tuple[ProcessCost, str]:
    """Runs ``python -m module`` to its end; what it cost and what it printed.

    Raises:
        EvaluationError: it ended with an error; gives its last line.
    """
    command = [sys.executable, "-m", module, *arguments]
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complained:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=PROJECT, stdout=printed, stderr=complained)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise EvaluationError(f"{' '.join(command[1:])}: {_last_line(complained)}")
        printed.seek(0)
        return ProcessCost(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime), printed.read().decode()


def run_json_module(module: str, arguments: Sequence[str]) -> dict[str, Any]:
    """The same for a module whose last line of output is a JSON object."""
    _, printed = run_module(module, arguments)
    return dict(json.loads(printed.strip().splitlines()[-1]))


def _last_line(file: Any) -> str:
    file.seek(0)
    return (file.read().decode(errors="replace").strip().splitlines() or ["it said nothing"])[-1]
