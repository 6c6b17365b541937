"""Calls within limits: tried again after a pause, cut off where they do not end, left alone once the service is down."""

from collections.abc import Iterator

import pytest

from rag.model.calls import Budget
from rag.model.errors import LimitReached, ModelDown
from tests.rag.model.conftest import StatusError, queued_service


def ask(service, budget: Budget | None = None) -> str:  # type: ignore[no-untyped-def]
    return service.ask("rules", "question", budget or Budget())


def test_a_busy_service_is_tried_again_after_longer_and_longer_pauses() -> None:
    service, budget = queued_service(StatusError(429), StatusError(500), "At last."), Budget()
    assert ask(service, budget) == "At last."
    assert (service.pauses, budget.calls) == ([0.5, 1.0], 3)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (StatusError(429), "the service is busy or its quota is used up (429)"),
        (StatusError(500), "the service reported an error (500)"),
        (TimeoutError("slow"), "it did not answer within 30 seconds"),
        (ConnectionError("no route to http://10.0.0.1 with key sk-secret"), "the service cannot be reached"),
    ],
)
def test_a_service_that_stays_down_is_told_in_plain_words(error: Exception, reason: str) -> None:
    service = queued_service(error, error, error)
    with pytest.raises(ModelDown) as raised:
        ask(service)
    assert str(raised.value) == reason


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_what_cannot_pass_is_not_tried_again(status: int) -> None:
    service, budget = queued_service(StatusError(status)), Budget()
    with pytest.raises(ModelDown, match=str(status)):
        ask(service, budget)
    assert (budget.calls, service.pauses) == (1, [])


def test_a_service_that_is_down_is_left_alone_for_a_while() -> None:
    now = [0.0]
    service = queued_service(StatusError(401), "Back again.")
    service.clock = lambda: now[0]
    with pytest.raises(ModelDown):
        ask(service)
    with pytest.raises(ModelDown):
        ask(service)
    assert len(service.model.asked) == 1
    now[0] = 61.0
    assert ask(service) == "Back again."


def test_a_reply_without_end_is_cut_off() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "and then "

    service, budget = queued_service(endless, tokens=50), Budget()
    with pytest.raises(LimitReached, match="longer than 50 tokens"):
        ask(service, budget)
    assert 50 <= budget.tokens <= 105


def test_a_service_that_hangs_is_waited_for_once() -> None:
    now = [0.0]

    def hang() -> Iterator[str]:
        now[0] += 30
        raise TimeoutError("slow")
        yield ""

    service, budget = queued_service(hang, hang, hang), Budget()
    service.clock = lambda: now[0]
    with pytest.raises(ModelDown, match="did not answer within 30 seconds"):
        ask(service, budget)
    assert (budget.calls, service.pauses) == (1, [])


def test_a_piece_that_is_too_long_is_not_read() -> None:
    read: list[str] = []
    service = queued_service(lambda: iter(["a" * 10_000_000]), tokens=50)
    with pytest.raises(LimitReached):
        read.extend(service.stream("rules", "question", Budget()))
    assert read == []


def test_a_reply_that_drips_is_cut_off() -> None:
    now = [0.0]

    def slow() -> Iterator[str]:
        while True:
            now[0] += 4
            yield "a"

    service = queued_service(slow, seconds=10)
    service.clock = lambda: now[0]
    with pytest.raises(LimitReached, match="longer than 10 seconds"):
        ask(service)


def test_an_answer_may_not_call_more_often_than_its_limit() -> None:
    service, budget = queued_service("one", "two", "three", calls=2), Budget()
    assert [ask(service, budget), ask(service, budget)] == ["one", "two"]
    with pytest.raises(LimitReached, match="more than 2 calls"):
        ask(service, budget)


def test_no_address_and_no_key_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ModelDown):
        ask(queued_service(StatusError(403)))
    assert caplog.text
    assert "sk-secret" not in caplog.text
    assert "http" not in caplog.text
