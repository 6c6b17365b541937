"""The answerer and its retriever as LangChain building blocks, for others to build upon."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableConfig
from pydantic import ConfigDict

from ingest.records import Passage
from rag.cite import place_in_words
from rag.pipeline import Answerer
from rag.records import Answer

Question = str | dict[str, Any]


class ReportRetriever(BaseRetriever):
    """The hybrid retrieval over the reports: the ``k`` passages that fit a question best, best first.

    Each document's metadata has id, report, kind, place (in words) and page.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)
    answerer: Answerer
    k: int = 4

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [passage_to_document(passage) for passage in self.answerer.retrieve(query, self.k)]


class AnswerRunnable(Runnable[Question, Answer]):
    """The answerer as a Runnable: a question, or ``{"question": ..., "history": [...]}``, to an Answer.

    ``batch`` answers several; ``stream`` gives the answer with its headline alone first, then whole.
    """

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer

    def invoke(self, input: Question, config: RunnableConfig | None = None, **kwargs: Any) -> Answer:
        """The answer to one question."""
        question, history = _parts_of(input)
        return self._answerer.answer(question, history)

    def stream(self, input: Question, config: RunnableConfig | None = None, **kwargs: Any | None) -> Iterator[Answer]:
        """The answer as soon as its headline is checked, then with all that belongs to it."""
        answer = self.invoke(input, config)
        yield replace(answer, detail=(), caveats=(), suggestions=())
        yield answer


def passage_to_document(passage: Passage) -> Document:
    """A passage as a LangChain document."""
    locator = passage.locator
    metadata = {"report": locator.report, "kind": passage.kind, "place": place_in_words(locator), "page": locator.page}
    return Document(page_content=passage.text, metadata=metadata, id=passage.id)


def _parts_of(given: Question) -> tuple[str, list[str]]:
    if isinstance(given, str):
        return given, []
    return str(given["question"]), [str(turn) for turn in given.get("history", ())]
