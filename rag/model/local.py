"""A language model in one GGUF file, run by transformers on this machine: ``MODEL=gguf:/path/to/model.gguf``."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any

import torch
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.utils import logging

from ingest.errors import WrongUse

_ROLES = {"system": "system", "human": "user", "ai": "assistant"}


def open_gguf(path: str, most_tokens: int, timeout: float) -> "GgufChat":
    """The model of a GGUF file, its weights unpacked to 32-bit floats.

    Raises:
        WrongUse: there is no such file, or transformers cannot read it.
    """
    file = Path(path)
    if not file.is_file():
        raise WrongUse(f"MODEL names the file {path!r}, which is not there")
    folder = str(file.parent)
    logging.disable_progress_bar()
    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=file.name, local_files_only=True)
        weights = AutoModelForCausalLM.from_pretrained(
            folder, gguf_file=file.name, local_files_only=True, dtype=torch.float32
        )
    except (ValueError, OSError, ImportError) as error:
        raise WrongUse(f"the model {path!r} cannot be read: {str(error).splitlines()[0]}") from error
    chat = GgufChat(most_tokens=most_tokens, timeout=timeout)
    chat.hold(tokenizer, weights)
    return chat


class GgufChat(BaseChatModel):
    """A chat model over transformers; one reply at a time, the likeliest word each time."""

    most_tokens: int
    timeout: float
    _tokenizer: Any = PrivateAttr()
    _weights: Any = PrivateAttr()
    _busy: Any = PrivateAttr(default_factory=Lock)

    def hold(self, tokenizer: Any, weights: Any) -> None:
        """Takes the loaded parts."""
        self._tokenizer, self._weights = tokenizer, weights

    @property
    def _llm_type(self) -> str:
        return "gguf"

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        """Word by word, so that whoever reads can stop it."""
        turns = [{"role": _ROLES.get(m.type, "user"), "content": str(m.content)} for m in messages]
        given = self._tokenizer.apply_chat_template(
            turns, add_generation_prompt=True, return_tensors="pt", return_dict=True
        )["input_ids"]
        written: list[int] = []
        told, memory, end = "", None, time.monotonic() + self.timeout
        with self._busy:
            while len(written) < self.most_tokens and time.monotonic() < end:
                with torch.inference_mode():
                    out = self._weights(given, past_key_values=memory, use_cache=True)
                word, memory = int(out.logits[0, -1].argmax()), out.past_key_values
                if word == self._tokenizer.eos_token_id:
                    return
                written.append(word)
                given = torch.tensor([[word]])
                text = self._tokenizer.decode(written, skip_special_tokens=True)
                yield ChatGenerationChunk(message=AIMessageChunk(content=text[len(told) :]))
                told = text

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        text = "".join(str(chunk.message.content) for chunk in self._stream(messages))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=text))])
