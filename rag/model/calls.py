"""Calls to the language model: within limits, tried again after a pause, and left alone for a while once it is down."""

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage

from rag.model.errors import LimitReached, ModelDown

log = logging.getLogger(__name__)
_PASSING = (408, 409, 425, 429, 500, 502, 503, 504, 529)  # statuses that may pass
_PASSING_NAMES = ("timeout", "connect", "ratelimit", "overloaded", "internalserver", "unavailable", "remoteprotocol")
_LETTERS_PER_TOKEN, _MOST_LETTERS_PER_TOKEN = 4, 8


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may use: calls (failed ones too), tokens written, seconds of a call with its tries; pauses in seconds."""

    calls: int = 4
    tokens: int = 1000
    seconds: float = 30.0
    tries: int = 3
    first_pause: float = 0.5
    rest: float = 60.0  # how long a service that was down is left alone


@dataclass
class Budget:
    """What one answer has used so far."""

    calls: int = 0
    tokens: int = 0


@dataclass
class Service:
    """A chat model with its limits; may be shared by threads. ``clock`` and ``pause`` are handed in for tests."""

    model: BaseChatModel
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep
    _down_until: float = 0.0
    _down_reason: str = ""
    _lock: Any = field(default_factory=Lock)

    def stream(self, system: str, user: str, budget: Budget) -> Iterator[str]:
        """The reply, piece by piece as it comes; a call that fails before its first piece is tried again while there is time.

        Raises:
            ModelDown: no reply, or one that broke off; LimitReached where a limit was met.
        """
        self._refuse_while_down()
        messages = [SystemMessage(system), HumanMessage(user)]
        end = self.clock() + self.limits.seconds
        for attempt in range(self.limits.tries):
            if attempt:
                self.pause(self.limits.first_pause * 2 ** (attempt - 1))
            started = False
            try:
                for piece in self._pieces(messages, budget, end):
                    started = True
                    yield piece
                return
            except ModelDown:
                raise
            except Exception as error:  # providers have errors of their own; each is told in plain words
                reason, may_pass = explain_failure(error, self.limits.seconds)
                log.warning("the language model failed: %s (%s)", reason, type(error).__name__)
                is_last = attempt + 1 == self.limits.tries or budget.calls >= self.limits.calls or self.clock() >= end
                if started or not may_pass or is_last:
                    self._note_down(reason)
                    raise ModelDown(reason) from None
        raise ModelDown("it was not tried")

    def ask(self, system: str, user: str, budget: Budget) -> str:
        """The whole reply."""
        return "".join(self.stream(system, user, budget))

    def _pieces(self, messages: list[Any], budget: Budget, end: float) -> Iterator[str]:
        if budget.calls >= self.limits.calls:
            raise LimitReached(f"more than {self.limits.calls} calls would be needed")
        budget.calls += 1
        letters = reported = 0
        try:
            for chunk in self.model.stream(messages):
                text = str(chunk.text)
                letters += len(text)
                usage = getattr(chunk, "usage_metadata", None)
                reported = usage["output_tokens"] if usage else reported
                if letters > self.limits.tokens * _MOST_LETTERS_PER_TOKEN:
                    raise LimitReached(f"its reply was longer than {self.limits.tokens} tokens")
                if text:
                    yield text
                if self.clock() > end:
                    raise LimitReached(f"its reply took longer than {self.limits.seconds:g} seconds")
        finally:
            budget.tokens += reported or -(-letters // _LETTERS_PER_TOKEN)

    def _refuse_while_down(self) -> None:
        with self._lock:
            if self.clock() < self._down_until:
                raise ModelDown(self._down_reason)

    def _note_down(self, reason: str) -> None:
        with self._lock:
            self._down_until, self._down_reason = self.clock() + self.limits.rest, reason


def explain_failure(error: Exception, seconds: float) -> tuple[str, bool]:
    """A failure in plain words that hold no address and no key, and whether it may pass by itself."""
    status = _status_of(error)
    kinds = " ".join(kind.__name__.lower() for kind in type(error).__mro__)
    if "timeout" in kinds or status == 408:
        return f"it did not answer within {seconds:g} seconds", True
    if status == 429 or "ratelimit" in kinds:
        return "the service is busy or its quota is used up (429)", True
    if status in (401, 403):
        return f"the service refused the key ({status})", False
    if status is not None:
        return f"the service reported an error ({status})", status in _PASSING
    if "connect" in kinds:
        return "the service cannot be reached", True
    return "its reply could not be read", any(name in kinds for name in _PASSING_NAMES)


def _status_of(error: Exception) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int) and status >= 400:
            return status
    return None
