"""The product as it is evaluated: the answerer over an index that is up to date."""

from pathlib import Path
from typing import Any

from evals.answering import Product, Progress
from evals.errors import EvaluationError, InputError


def open_product(corpus: Path | None, index: Path | None, model: str, on_progress: Progress) -> Product:
    """The product over the reports; the index is built first where it is missing or older than them.

    Raises:
        InputError: there is no such folder of reports, or the model cannot be used.
        EvaluationError: the index cannot be built or opened.
    """
    from rag.pipeline import load_answerer

    return Product(load_answerer(prepare_index(corpus, index, model, on_progress)))


def prepare_index(corpus: Path | None, index: Path | None, model: str, on_progress: Progress) -> Any:
    """The settings of the product, once its index is up to date."""
    from ingest.errors import IngestError, WrongUse
    from ingest.pipeline import run_ingest

    try:
        settings = read_settings(corpus, index, model)
        run_ingest(settings, lambda *step: on_progress(0, 0, " ".join(map(str, step))))
    except WrongUse as error:
        raise InputError(str(error)) from error
    except IngestError as error:
        raise EvaluationError(str(error)) from error
    return settings


def read_settings(corpus: Path | None, index: Path | None, model: str) -> Any:
    """The product's settings; ``model`` "none" is the product without a language model."""
    from ingest.settings import Settings, load_settings

    given: dict[str, Any] = {"corpus_dir": corpus, "index_dir": index}
    if "language_model" in Settings.model_fields:
        given["language_model"] = "" if model == "none" else model
    elif model != "none":
        raise InputError(f"--model {model}: this version of the product has no language model; use none")
    return load_settings(**given)
