"""What varies from one installation to another, read once from the environment and handed in."""

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.errors import WrongUse
from ingest.lexicon import PROJECT_CORPUS

PACKAGED_MODEL = "all-MiniLM-L6-v2"


class Settings(BaseSettings):
    """Where things lie and which model embeds; each field is the environment variable of the same name.

    Attributes:
        corpus_dir: CORPUS_DIR, the folder of reports.
        index_dir: INDEX_DIR, the folder that the index is kept in.
        embedding_model: EMBEDDING_MODEL, "all-MiniLM-L6-v2" for the packaged model, else the name of a
            sentence-transformers model that is on this machine, or its folder.
        embedding_batch: EMBEDDING_BATCH, texts encoded at once; 32 was fastest on two cores.
        chroma_url: CHROMA_URL, address of a Chroma server ("http://host:8000"); empty for the embedded one.
        model: MODEL, the language model as provider:name ("openai:gpt-5-mini"); empty for none.
        model_url: MODEL_URL, address of an OpenAI-compatible or other server of the model; empty for the provider's own.
        model_timeout: MODEL_TIMEOUT, seconds that a call to the model may take, with its retries.
        model_tokens: MODEL_TOKENS, the most that the model may write for one answer.
    """

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    corpus_dir: Path = PROJECT_CORPUS
    index_dir: Path = PROJECT_CORPUS.parent / ".index"
    embedding_model: str = PACKAGED_MODEL
    embedding_batch: int = Field(default=32, ge=1, le=1024)
    chroma_url: str = Field(default="", pattern=r"^(https?://[^/\s]+/?)?$")
    model: str = Field(default="", pattern=r"^([a-z_]+:\S.*)?$")
    model_url: str = Field(default="", pattern=r"^(https?://[^\s@?]+)?$")  # holds no key
    model_timeout: float = Field(default=30.0, gt=0, le=600)
    model_tokens: int = Field(default=1000, ge=16, le=100_000)


def load_settings(**given: Any) -> Settings:
    """The settings of the environment; what is given here and is not None goes before it.

    Raises:
        WrongUse: a value cannot be used.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        raise WrongUse(f"the setting {name} cannot be {first['input']!r}: {first['msg']}") from error
