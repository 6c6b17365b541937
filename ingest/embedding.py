"""The one owner of the embedding model: texts to normalised vectors, without network, on the CPU."""

import os
from functools import lru_cache
from threading import Lock
from typing import Any

from langchain_core.embeddings import Embeddings

from ingest.errors import WrongUse
from ingest.model_files import digest_model, find_model_folder, read_prompts
from ingest.settings import Settings

_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TRANSFORMERS_VERBOSITY": "error",
}
_SHARED_CORES = {"OMP_WAIT_POLICY": "PASSIVE"}
"""Threads that wait sleep instead of spinning: on two cores shared with others, half the processor time."""

_QUERIES_KEPT = 512


def load_embedder(settings: Settings) -> Embeddings:
    """The embedding model of the settings; the first call in a process imports torch, which takes seconds.

    Raises:
        WrongUse: there is no such model, it is not as published, or it cannot be loaded.
    """
    digest_model(settings)
    os.environ.update(_OFFLINE | _SHARED_CORES)
    folder = find_model_folder(settings)
    options = {"normalize_embeddings": True, "batch_size": settings.embedding_batch}
    prompts = read_prompts(folder)
    try:
        model = _load(
            model_name=str(folder),
            model_kwargs={"device": "cpu", "local_files_only": True},
            encode_kwargs=options | _prompt(prompts, "document", "passage"),
            query_encode_kwargs=options | _prompt(prompts, "query"),
        )
    except (OSError, ValueError, KeyError) as error:
        cause = " ".join(str(error).split())
        raise WrongUse(f"EMBEDDING_MODEL {settings.embedding_model!r} cannot be loaded: {cause}") from error
    return SharedEmbedder(model)


def open_embedder(settings: Settings) -> Embeddings:
    """The same model, looked for at once but loaded at its first use, so that what needs no vectors need not wait.

    Raises:
        WrongUse: there is no such model, or it is not as published; at the first use: it cannot be loaded.
    """
    digest_model(settings)
    find_model_folder(settings)
    return _LaterEmbedder(settings)


class SharedEmbedder(Embeddings):
    """A model that several threads may use at once; the vectors of the last queries are remembered.

    One text is encoded at a time, since a tokenizer's truncation settings are shared between threads.
    """

    def __init__(self, model: Embeddings) -> None:
        self._model = model
        self._lock = Lock()
        self._remembered = lru_cache(maxsize=_QUERIES_KEPT)(self._encode_query)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector of length 1 for each text."""
        with self._lock:
            return self._model.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question, of length 1."""
        return list(self._remembered(text))

    def _encode_query(self, text: str) -> tuple[float, ...]:
        with self._lock:
            return tuple(self._model.embed_query(text))


class _LaterEmbedder(Embeddings):
    """A model that is loaded at its first use, once, whichever thread comes first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._model: Embeddings | None = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._loaded().embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        return self._loaded().embed_query(text)

    def _loaded(self) -> Embeddings:
        with self._lock:
            self._model = self._model or load_embedder(self._settings)
            return self._model


def _load(**arguments: Any) -> Embeddings:
    from langchain_huggingface import HuggingFaceEmbeddings
    from transformers.utils import logging

    logging.disable_progress_bar()
    return HuggingFaceEmbeddings(**arguments)


def _prompt(prompts: dict[str, str], *names: str) -> dict[str, str]:
    return next(({"prompt_name": name} for name in names if name in prompts), {})
