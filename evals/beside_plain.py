"""The same questions with a language model and without: what it changed, dropped and cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evals.answering import Progress, answer_all
from evals.comparison import Comparison, compare_runs
from evals.errors import EvaluationError
from evals.product import open_product, prepare_index, read_settings
from evals.records import Item, Question
from evals.results import read_results
from evals.scores import judge_all
from evals.sets import item_to_line, load_sets
from evals.writing import write_whole


@dataclass(frozen=True, slots=True)
class BesideRequest:
    """Which model is asked ``most`` questions of the sets; ``out`` takes questions.jsonl, plain.jsonl and model.jsonl."""

    sets: tuple[str, ...]
    model: str
    out: Path
    most: int = 100
    corpus: Path | None = None
    index: Path | None = None


def compare_with_plain(request: BesideRequest, on_progress: Progress) -> Comparison:
    """Asks without and with the model, and compares; what is answered already is kept.

    Raises:
        InputError: a set, the model or another option cannot be used.
        EvaluationError: records failed; the others are written.
    """
    items = spread_over([item for item in load_sets(request.sets) if isinstance(item, Question)], request.most)
    request.out.mkdir(parents=True, exist_ok=True)
    write_whole(request.out / "questions.jsonl", "".join(item_to_line(item) + "\n" for item in items))
    judged = []
    for name, model in (("plain", "none"), ("model", request.model)):
        settings = read_settings(request.corpus, request.index, model)
        prepare_index(settings, on_progress)
        path = request.out / f"{name}.jsonl"
        failed = answer_all(items, partial(open_product, settings), path, on_progress)
        if failed:
            raise EvaluationError(f"{path}: {failed} failed; run it again to ask only these again")
        judged.append(judge_all(items, read_results(path)))
    return compare_runs(*judged)


def spread_over(items: Sequence[Item], most: int) -> list[Item]:
    """At most so many of the records, at even distances, so that every kind is among them."""
    count = min(most, len(items))
    return [items[at * len(items) // count] for at in range(count)]
