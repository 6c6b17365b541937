"""The one owner of chat models: opens the model that the setting MODEL names.

A key is read by the provider's own package from its environment variable (OPENAI_API_KEY, AZURE_OPENAI_API_KEY,
ANTHROPIC_API_KEY, MISTRAL_API_KEY ...); Streamlit puts the entries of ``secrets.toml`` there. No key passes through here.
"""

import os
from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from ingest.errors import WrongUse
from ingest.settings import Settings

LOCAL = "gguf"
_ADDRESS_NAMES = {"azure_openai": "azure_endpoint"}  # what the address of the service is called, else base_url


def open_chat_model(settings: Settings) -> BaseChatModel:
    """The chat model of these settings; nothing is sent yet.

    Raises:
        WrongUse: the provider is unknown, its package is not installed, or its key or file is not there.
    """
    provider, _, name = settings.model.partition(":")
    if not provider or not name:
        raise WrongUse(f"MODEL is {settings.model!r}: write it as provider:name, such as openai:gpt-5-mini")
    if provider == LOCAL:
        return _open_local(name, settings)
    try:
        opened = init_chat_model(name, model_provider=provider, **_options(provider, settings))
    except ImportError as error:
        raise WrongUse(f"MODEL={settings.model} needs a package that is not installed: {_first_line(error)}") from error
    except Exception as error:  # each provider has errors of its own for a missing key or a wrong option
        raise WrongUse(f"MODEL={settings.model} cannot be used: {type(error).__name__}. Is its key set?") from None
    if not isinstance(opened, BaseChatModel):
        raise WrongUse(f"MODEL={settings.model} names no chat model")
    return opened


def _options(provider: str, settings: Settings) -> dict[str, Any]:
    """Options by the provider's names: no retries of its own, since calls are counted here."""
    if provider == "ollama":
        options: dict[str, Any] = {
            "client_kwargs": {"timeout": settings.model_timeout},
            "num_predict": settings.model_tokens,
        }
    else:
        options = {"timeout": settings.model_timeout, "max_retries": 0, "max_tokens": settings.model_tokens}
    if settings.model_url:
        options[_ADDRESS_NAMES.get(provider, "base_url")] = settings.model_url
    if provider == "openai" and settings.model_url and not os.environ.get("OPENAI_API_KEY"):
        options["api_key"] = "none"  # a server of one's own that asks for no key
    return options


def _open_local(path: str, settings: Settings) -> BaseChatModel:
    try:
        from rag.model.local import open_gguf
    except ImportError as error:
        raise WrongUse(f"MODEL={settings.model} needs the extra 'gguf': {_first_line(error)}") from error
    return open_gguf(path, settings.model_tokens, settings.model_timeout)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__
