"""The product as it is evaluated: the answerer over an index that is up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from evals.answering import Product, Progress
from evals.errors import EvaluationError, InputError


def read_settings(corpus: Path | None, index: Path | None, model: str) -> Any:
    """The product's settings; ``model`` "none" is the product without a language model.

    Raises:
        InputError: a setting cannot be used.
    """
    from ingest.settings import load_settings

    given = {"corpus_dir": corpus, "index_dir": index, "model": "" if model == "none" else model}
    with _own_errors():
        return load_settings(**given)


def prepare_index(settings: Any, on_progress: Progress) -> Any:
    """Builds the index where it is missing or older than the reports; gives the summary of the ingest."""
    from ingest.pipeline import run_ingest

    with _own_errors():
        return run_ingest(settings, lambda step: on_progress(step.done, step.total, f"{step.step} {step.report}"))


def open_product(settings: Any) -> Product:
    """The product over its index."""
    from rag.pipeline import load_answerer

    with _own_errors():
        return Product(load_answerer(settings))


@contextmanager
def _own_errors() -> Iterator[None]:
    """What the ingest says is wrong, as an error of the evaluation with the exit code that goes with it."""
    from ingest.errors import IngestError, WrongUse

    try:
        yield
    except WrongUse as error:
        raise InputError(str(error)) from error
    except IngestError as error:
        raise EvaluationError(str(error)) from error
