"""Measures warm answers in this process and prints them as JSON.

python -m evals.bench.probe product|naive CORPUS INDEX QUESTIONS.jsonl
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evals.bench.records import AnswerTimes
from evals.product import read_settings
from evals.rates import percentile
from evals.records import Question
from evals.sets import load_sets

CALLERS = (1, 4, 16)
_WARM_UP = 20
_TOGETHER = 64  # questions asked by several callers at once
_OPENINGS = ("", "Please: ", "Tell me, ", "One more: ")
"""Put before a question for each further pass, so that no remembered vector or result answers it."""

Ask = Callable[[str], object]


def measure_answers(open_system: Callable[[], Ask], questions: Sequence[str], embed: Ask) -> AnswerTimes:
    """Loads the system, warms it up, and asks it everything; the floor is measured last, memory before it."""
    begin = time.perf_counter()
    ask = open_system()
    load_seconds = time.perf_counter() - begin
    for question in questions[:_WARM_UP]:
        ask(f"{question} (warm-up)")
    taken = [time_of(ask, question) for question in questions]
    per_second = {
        str(callers): _throughput(ask, [opening + question for question in questions[:_TOGETHER]], callers)
        for callers, opening in zip(CALLERS, _OPENINGS[1:], strict=True)
    }
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    floor = [time_of(embed, f"{question} (floor)").wall_ms for question in questions]
    return AnswerTimes(
        n=len(questions),
        load_seconds=load_seconds,
        p50_ms=percentile([one.wall_ms for one in taken], 0.5),
        p95_ms=percentile([one.wall_ms for one in taken], 0.95),
        per_second=per_second,
        peak_mb=peak_mb,
        floor_ms=percentile(floor, 0.5),
        processor_p50_ms=percentile([one.processor_ms for one in taken], 0.5),
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """How long one answer took, and how long the processor worked for it on all its cores."""

    wall_ms: float
    processor_ms: float


def time_of(ask: Ask, question: str) -> Taken:
    """Asks and takes the time."""
    begin, worked = time.perf_counter(), time.process_time()
    ask(question)
    return Taken((time.perf_counter() - begin) * 1000, (time.process_time() - worked) * 1000)


def questions_of(path: str) -> list[str]:
    """The questions of a set that need no turns before them."""
    return [item.question for item in load_sets([path]) if isinstance(item, Question) and not item.history]


def _throughput(ask: Ask, questions: Sequence[str], callers: int) -> float:
    """Questions answered in a second by so many callers at once."""
    begin = time.perf_counter()
    with ThreadPoolExecutor(callers) as pool:
        list(pool.map(ask, questions))
    return len(questions) / (time.perf_counter() - begin)


def open_product(settings: Any) -> Ask:
    """The product over its index, as a function of the question."""
    from rag.pipeline import load_answerer

    return load_answerer(settings).answer


def _open_naive(settings: Any) -> Ask:
    from evals.baselines import cut_reports, index_naive

    return index_naive(cut_reports(settings.corpus_dir), settings)


def _embedding(settings: Any) -> Ask:
    """The model, loaded only when the floor is measured."""
    loaded: list[Ask] = []

    def embed(text: str) -> object:
        if not loaded:
            from ingest.embedding import load_embedder

            loaded.append(load_embedder(settings).embed_query)
            loaded[0]("warm-up")
        return loaded[0](text)

    return embed


def main(arguments: Sequence[str]) -> None:
    """Prints the measurements as one line of JSON."""
    system, corpus, index, questions = arguments
    settings = read_settings(Path(corpus), Path(index), "none")
    opening = {"product": open_product, "naive": _open_naive}[system]
    times = measure_answers(lambda: opening(settings), questions_of(questions), _embedding(settings))
    sys.stdout.write(json.dumps(asdict(times)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
