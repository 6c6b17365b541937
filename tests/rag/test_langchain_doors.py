from langchain_core.runnables import RunnableLambda

from rag.langchain_doors import AnswerRunnable, ReportRetriever
from rag.pipeline import Answerer

TREATMENT = "How many people were in drug treatment in Birmingham in 2023/24?"


def test_retriever_gives_documents_with_their_place(answerer: Answerer) -> None:
    documents = ReportRetriever(answerer=answerer, k=3).invoke("naloxone for police officers")
    assert len(documents) == 3
    assert any("naloxone" in document.page_content.lower() for document in documents)
    assert {"report", "kind", "place", "page"} == set(documents[0].metadata)


def test_runnable_invokes_with_history_and_composes(answerer: Answerer) -> None:
    runnable = AnswerRunnable(answerer)
    assert "8,490" in runnable.invoke(TREATMENT).headline
    follow_up = runnable.invoke({"question": "and in Coventry?", "history": [TREATMENT]})
    assert "2,025" in follow_up.headline
    chain = runnable | RunnableLambda(lambda answer: answer.status)
    assert chain.batch([TREATMENT, "What about London?"]) == ["answered", "not_found"]


def test_stream_gives_the_headline_first(answerer: Answerer) -> None:
    first, whole = AnswerRunnable(answerer).stream(TREATMENT)
    assert first.headline == whole.headline
    assert first.caveats == ()
    assert whole.caveats
