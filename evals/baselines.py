"""What the product is measured against: the chain of the tutorials, and plain full-text search.

Both cut the reports' text into pieces of 1,000 characters that overlap by 200, find four pieces for a
question, and "answer" with the first. They have no notion of "not found" and no verdict on claims, so they
are asked questions only.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from evals.answering import Answering
from evals.errors import InputError
from evals.records import Claim, Question, Result

CHUNK, OVERLAP, TOP = 1000, 200, 4
BASELINES = ("naive", "bm25")

Search = Callable[[str], Sequence["Chunk"]]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a report's text, cut without regard to what it holds."""

    report: str
    number: int
    text: str


class Baseline:
    """Answers with the first of the pieces that a search finds."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def answer(self, question: Question) -> Result:
        """The first piece as headline, the four as what was retrieved."""
        begin = time.perf_counter()
        found = self._search(" ".join([*question.history, question.question]))
        milliseconds = (time.perf_counter() - begin) * 1000
        return {
            "status": "answered" if found else "not_found",
            "headline": found[0].text if found else "",
            "citations": [{"report": chunk.report, "locator": "", "quote": chunk.text} for chunk in found[:1]],
            "figures": [],
            "retrieved": [_chunk_to_passage(chunk) for chunk in found],
            "timings": {"total_ms": milliseconds},
        }

    def check(self, claim: Claim) -> Result:
        """Never called: a baseline is asked questions only."""
        raise NotImplementedError(f"a baseline has no verdict on {claim.id!r}")


def check_baselines(names: Sequence[str]) -> None:
    """Raises InputError where there is no baseline of one of the names."""
    for name in names:
        if name not in BASELINES:
            raise InputError(f"--baseline {name}: unknown; known are {', '.join(BASELINES)}")


def open_baseline(name: str, settings: Any) -> Answering:
    """The baseline over the same reports as the product's settings name."""
    chunks = cut_reports(settings.corpus_dir)
    return Baseline(index_naive(chunks, settings) if name == "naive" else index_bm25(chunks))


def cut_reports(corpus: Any) -> tuple[Chunk, ...]:
    """The reports' text, read as the product reads it, in pieces."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    from ingest.readers import read_report
    from ingest.sources import find_sources

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
    return tuple(
        Chunk(source.report, number, text)
        for source in find_sources(corpus).files
        for number, text in enumerate(splitter.split_text(report_to_text(read_report(corpus / source.name))))
    )


def report_to_text(report: Any) -> str:
    """Headings, paragraphs and tables as plain text; a table as its caption and a line for each row."""
    from ingest.records import Table

    return "\n\n".join(
        "\n".join([block.caption, *(" | ".join(row) for row in (block.header, *block.rows))])
        if isinstance(block, Table)
        else block.text
        for block in report.blocks
    )


def index_naive(chunks: Sequence[Chunk], settings: Any) -> Search:
    """Chroma in memory over the same embedding model as the product's, as the tutorials have it."""
    from chromadb.config import Settings as ChromaSettings
    from langchain_chroma import Chroma

    from ingest.embedding import load_embedder

    store = Chroma.from_texts(
        [chunk.text for chunk in chunks],
        load_embedder(settings),
        metadatas=[{"report": chunk.report, "number": chunk.number} for chunk in chunks],
        collection_name=f"naive-{time.monotonic_ns()}",
        client_settings=ChromaSettings(anonymized_telemetry=False),
    )

    def search(question: str) -> list[Chunk]:
        found = store.similarity_search(question, k=TOP)
        return [Chunk(one.metadata["report"], one.metadata["number"], one.page_content) for one in found]

    return search


def index_bm25(chunks: Sequence[Chunk]) -> Search:
    """SQLite's full-text search with its BM25 ranking, any word of the question."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("CREATE VIRTUAL TABLE chunks USING fts5(text, tokenize = 'porter unicode61')")
    connection.executemany(
        "INSERT INTO chunks (rowid, text) VALUES (?, ?)",
        [(number, chunk.text) for number, chunk in enumerate(chunks)],
    )

    def search(question: str) -> list[Chunk]:
        words = dict.fromkeys(re.findall(r"\w+", question.lower()))
        query = " OR ".join(f'"{word}"' for word in words)
        if not query:
            return []
        rows = connection.execute(
            "SELECT rowid FROM chunks WHERE chunks MATCH ? ORDER BY bm25(chunks), rowid LIMIT ?", (query, TOP)
        )
        return [chunks[row[0]] for row in rows]

    return search


def _chunk_to_passage(chunk: Chunk) -> Result:
    return {"id": f"{chunk.report}#{chunk.number}", "report": chunk.report, "locator": "", "text": chunk.text}
