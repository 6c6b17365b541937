"""Asks the product (or a baseline) the questions and claims of a set, one after the other."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import Any, Protocol

from evals.errors import InputError
from evals.records import Claim, Item, Question, Result
from evals.results import append_result, resume_results

RETRIEVED = 10

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the id that was answered last."""


class Answering(Protocol):
    """What can be evaluated: it turns a question or claim into a result (without its id)."""

    def answer(self, question: Question) -> Result:
        """The result of a question."""
        ...

    def check(self, claim: Claim) -> Result:
        """The result of a claim."""
        ...


class Product:
    """The answerer of ``rag``, its records turned to plain JSON."""

    def __init__(self, answerer: Any) -> None:
        self._answerer = answerer

    def answer(self, question: Question) -> Result:
        """The answer, with what retrieval found for the last turn, best first."""
        from rag.to_json import answer_to_dict

        answer = answer_to_dict(self._answerer.answer(question.question, list(question.history)))
        return {**answer, "retrieved": self._retrieve(question)}

    def check(self, claim: Claim) -> Result:
        """The verdict on a claim."""
        from rag.to_json import verdict_to_dict

        return verdict_to_dict(self._answerer.check(claim.claim))

    def _retrieve(self, question: Question) -> list[Result]:
        text = " ".join([*question.history, question.question])
        return [passage_to_dict(passage) for passage in self._answerer.retrieve(text, RETRIEVED)]


def answer_all(
    items: Sequence[Item], open_answering: Callable[[], Answering], path: Path, on_progress: Progress
) -> int:
    """Answers what the results file does not have yet, a line flushed for each; the number that failed.

    ``open_answering`` is called only where something is left to answer.

    Raises:
        InputError: the file that is there is not a results file, or cannot be written.
    """
    done = resume_results(path)
    left = [item for item in items if item.id not in done]
    if not left:
        return 0
    answering, failed = open_answering(), 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from error
    with file:
        for count, item in enumerate(left, start=len(items) - len(left) + 1):
            result = answer_one(item, answering)
            append_result(file, result)
            failed += "error" in result
            on_progress(count, len(items), item.id)
    return failed


def answer_one(item: Item, answering: Answering) -> Result:
    """The result of one record; an exception becomes a result with an ``error``, so that the run goes on."""
    try:
        result = answering.check(item) if isinstance(item, Claim) else answering.answer(item)
    except Exception as error:  # whatever breaks in the product is a result of the evaluation
        return {"id": item.id, "error": f"{type(error).__name__}: {error}", "raised_at": _last_place(error)}
    return {**result, "id": item.id}


def _last_place(error: Exception) -> str:
    frame = extract_tb(error.__traceback__)[-1]
    return f"{frame.filename}:{frame.lineno}"


def passage_to_dict(passage: Any) -> Result:
    """A retrieved passage as plain JSON: its id, report, place and text."""
    return {
        "id": passage.id,
        "report": passage.locator.report,
        "locator": locator_to_words(passage.locator),
        "text": passage.text,
    }


def locator_to_words(locator: Any) -> str:
    """Where it stands, in words that gold locators are compared with."""
    parts: Iterable[str] = (
        locator.table or "",
        f"paragraph {locator.paragraph}" if locator.paragraph else "",
        " > ".join(locator.section),
        f"row {locator.row}" if locator.row else "",
        f"column {locator.column}" if locator.column else "",
    )
    return ", ".join(part for part in parts if part)
