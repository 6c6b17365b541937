"""Asks two indexes the same questions in turn, in one process, and prints both medians as JSON.

python -m evals.bench.beside CORPUS INDEX SMALL_CORPUS SMALL_INDEX QUESTIONS.jsonl

How much slower a large index answers than a small one can so be told even on a machine that has other things to do: what
slows the one slows the other.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from evals.bench.probe import Ask, open_product, questions_of, time_of
from evals.bench.records import TimesInTurn
from evals.product import read_settings
from evals.rates import percentile


def measure_in_turn(ask: Ask, ask_small: Ask, questions: Sequence[str]) -> TimesInTurn:
    """Both are warmed up with every question in other words; then each question goes to the one and to the other."""
    for question in questions:
        ask(f"{question} (warm-up)")
        ask_small(f"{question} (warm-up)")
    taken, taken_small = [], []
    for at, question in enumerate(questions):
        if at % 2:
            taken.append(time_of(ask, question))
        taken_small.append(time_of(ask_small, question))
        if not at % 2:
            taken.append(time_of(ask, question))
    walls = (percentile([one.wall_ms for one in times], 0.5) for times in (taken, taken_small))
    processors = (percentile([one.processor_ms for one in times], 0.5) for times in (taken, taken_small))
    return TimesInTurn(len(questions), *walls, *processors)


def main(arguments: Sequence[str]) -> None:
    """Prints the measurements as one line of JSON."""
    *places, questions = arguments
    corpus, index, small_corpus, small_index = map(Path, places)
    ask = open_product(read_settings(corpus, index, "none"))
    ask_small = open_product(read_settings(small_corpus, small_index, "none"))
    times = measure_in_turn(ask, ask_small, questions_of(questions))
    sys.stdout.write(json.dumps(asdict(times)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
