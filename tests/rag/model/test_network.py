"""The path over the network: an OpenAI-compatible server on loopback that answers, fails, is slow or is not there."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from ingest.errors import WrongUse
from ingest.settings import Settings
from rag.model.calls import Limits, Service
from rag.model.connection import open_chat_model
from rag.model.note import model_note
from rag.model.pipeline import Assistant
from rag.pipeline import Answerer
from tests.rag.model.loopback import KEY, Reply, Server, serving

QUESTION = "How many registered drug-related deaths were there in Coventry in 2024?"
SOUND = "In Coventry there were [f1] registered drug-related deaths in 2024. [s1]"


@pytest.fixture
def replies() -> list[Reply]:
    """What the server will reply, in order."""
    return []


@pytest.fixture
def server(replies: list[Reply]) -> Iterator[Server]:
    with serving(lambda request: replies.pop(0)) as state:
        yield state


@pytest.fixture
def ask(server: Server, village: Answerer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)

    def give(url: str = "", timeout: float = 5.0) -> Any:
        settings = Settings(model="openai:small", model_url=url or server.url, model_timeout=timeout)
        service = Service(open_chat_model(settings), Limits(seconds=timeout, first_pause=0.01))
        village.assistant = Assistant(settings.model, service, village.library, village.embed)
        return village.answer(QUESTION)

    yield give
    village.assistant = None


def test_a_sound_reply_words_the_answer(server: Server, replies: list[Reply], ask: Any) -> None:
    replies += [SOUND]
    actual = ask()
    assert actual.headline == "In Coventry there were 43 registered drug-related deaths in 2024."
    assert actual.model.worded
    assert server.keys == [f"Bearer {KEY}"]
    assert (server.sent[0]["model"], server.sent[0]["stream"], "tools" in server.sent[0]) == ("small", True, False)
    assert "43" not in json.dumps(server.sent[0]["messages"])


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_failure_that_passes_is_tried_again(status: int, replies: list[Reply], ask: Any) -> None:
    replies += [status, SOUND]
    actual = ask()
    assert (actual.model.worded, actual.model.calls) == (True, 2)


@pytest.mark.parametrize(
    ("status", "tries", "reason"),
    [
        (429, 3, "the service is busy or its quota is used up (429)"),
        (500, 3, "the service reported an error (500)"),
        (401, 1, "the service refused the key (401)"),
    ],
)
def test_a_failure_that_stays_leaves_the_plain_answer(
    status: int, tries: int, reason: str, replies: list[Reply], ask: Any
) -> None:
    replies += [status] * 3
    actual = ask()
    assert actual.headline == "43 registered drug-related deaths in Coventry in 2024."
    assert (actual.model.problem, actual.model.calls) == (reason, tries)
    assert model_note(actual) == f"The language model was not used ({reason}). This is the plain answer."


def test_no_key_is_logged_or_told(replies: list[Reply], ask: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    replies += [403]
    told = repr(ask())
    assert caplog.text
    assert KEY not in caplog.text + told


def test_a_slow_service_leaves_the_plain_answer(replies: list[Reply], ask: Any) -> None:
    replies += [0.6] * 3
    actual = ask(timeout=0.2)
    assert actual.status == "answered"
    assert (actual.model.worded, actual.model.problem) == (False, "it did not answer within 0.2 seconds")


def test_a_service_that_is_not_there_leaves_the_plain_answer(ask: Any) -> None:
    actual = ask("http://127.0.0.1:1/v1")
    assert actual.headline == "43 registered drug-related deaths in Coventry in 2024."
    assert actual.model.problem == "the service cannot be reached"


def test_a_server_of_ones_own_needs_no_key(
    server: Server, replies: list[Reply], village: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    replies += ["Hello."]
    model = open_chat_model(Settings(model="openai:small", model_url=server.url))
    assert "".join(chunk.text for chunk in model.stream("Hello?")) == "Hello."


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("openai:small", "Is its key set"),
        ("nobody:small", "cannot be used"),
        ("groq:small", "package that is not installed"),
        ("gguf:/nowhere/model.gguf", "is not there"),
    ],
)
def test_a_model_that_cannot_be_used_is_told_at_the_start(name: str, told: str) -> None:
    with pytest.raises(WrongUse, match=told):
        open_chat_model(Settings(model=name))


@pytest.mark.parametrize(
    ("package", "name", "keys"),
    [
        ("langchain_openai", "openai:a", {"OPENAI_API_KEY": "x"}),
        ("langchain_openai", "azure_openai:a", {"AZURE_OPENAI_API_KEY": "x", "OPENAI_API_VERSION": "2024-10-21"}),
        ("langchain_anthropic", "anthropic:a", {"ANTHROPIC_API_KEY": "x"}),
        ("langchain_mistralai", "mistralai:a", {"MISTRAL_API_KEY": "x"}),
        ("langchain_ollama", "ollama:a", {}),
    ],
)
def test_each_provider_takes_its_limits(
    package: str, name: str, keys: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip(package)
    for key, value in keys.items():
        monkeypatch.setenv(key, value)
    model: Any = open_chat_model(Settings(model=name, model_url="http://127.0.0.1:1", model_tokens=77, model_timeout=7))
    assert 77 in (getattr(model, "max_tokens", None), getattr(model, "num_predict", None))
    assert getattr(model, "max_retries", 0) in (0, None)
