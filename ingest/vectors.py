"""The one owner of Chroma: writes and searches the vectors of one version of the index."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import VectorStore

from ingest.errors import BrokenIndex, WrongUse
from ingest.records import Passage

Vector = Sequence[float]
_BATCH = 500
_SYNCED = (1_000, 50_000)
_SPACE: dict[str, Any] = {"space": "cosine", "ef_search": 400}
"""With Chroma's own 100, one of the 40 nearest was missed now and then, another one in each process; 400 finds all 40 among
1,000 passages and 99.97 % of them among 10,000, in the same millisecond."""


@dataclass(frozen=True, slots=True)
class VectorPlace:
    """Where a version's vectors are: a folder, or a collection on a Chroma server where ``url`` is set."""

    folder: Path
    version: str
    url: str = ""

    @property
    def collection(self) -> str:
        """Name of the version's collection."""
        return f"passages-{self.version}"


def write_vectors(
    place: VectorPlace,
    passages: Sequence[Passage],
    vectors: Iterable[Vector],
    on_batch: Callable[[int], None] = lambda done: None,
) -> None:
    """Write passages with their vectors, which stand in the same order, in batches; ``on_batch`` is told how many are written.

    Raises:
        WrongUse: the Chroma server cannot be reached.
    """
    with _connected(place) as client:
        ordered = iter(vectors)
        space = {"hnsw": _SPACE | {"sync_threshold": _synced_after(len(passages))}}
        collection = client.create_collection(place.collection, configuration=space, embedding_function=None)
        for start in range(0, len(passages), _BATCH):
            batch = passages[start : start + _BATCH]
            collection.add(
                ids=[passage.id for passage in batch],
                embeddings=[list(vector) for vector in islice(ordered, len(batch))],
                documents=[passage.text for passage in batch],
                metadatas=[_passage_to_metadata(passage) for passage in batch],
            )
            on_batch(start + len(batch))


def _synced_after(count: int) -> int:
    """After how many passages Chroma writes its graph to disk.

    It writes part of it whole each time, so of a million every 1,000 would be too often; and what is not yet written when the
    last passage comes is worked out again at each opening, so the number is one that leaves little over.
    """
    least, most = _SYNCED
    if count <= most:
        return least
    batches = -(-count // _BATCH)
    return _BATCH * min(range(most // _BATCH, most // _BATCH // 2, -1), key=lambda each: batches % each)


def open_vectors(place: VectorPlace) -> "Vectors":
    """Open a version's vectors for reading.

    Raises:
        BrokenIndex: they are not there.
        WrongUse: the Chroma server cannot be reached.
    """
    from chromadb.errors import NotFoundError
    from langchain_chroma import Chroma

    if not place.url and not place.folder.is_dir():
        raise BrokenIndex(f"the index has no vectors at {str(place.folder)!r}: remove it and run 'python -m ingest'")
    client = _connect(place)
    try:
        store = Chroma(collection_name=place.collection, client=client, create_collection_if_not_exists=False)
    except NotFoundError as error:
        _disconnect(client)
        raise BrokenIndex(f"Chroma has no collection {place.collection!r}: run 'python -m ingest' anew") from error
    return Vectors(client, store)


def drop_vectors(place: VectorPlace) -> None:
    """Drop a version's collection from the Chroma server; one that is not there is no error."""
    from chromadb.errors import NotFoundError

    with _connected(place) as client:
        try:
            client.delete_collection(place.collection)
        except NotFoundError:
            return


class Vectors:
    """The vectors of one version, open for reading; may be shared by threads."""

    def __init__(self, client: Any, store: Any) -> None:
        self._client = client
        self._store = store

    def search(self, vector: Vector, k: int, where: dict[str, Any] | None = None) -> list[tuple[str, float]]:
        """Ids of the ``k`` nearest passages with their cosine distance (0 is the same), nearest first.

        ``where`` is a Chroma filter over report, kind, page, table and section.
        """
        found = self._store._collection.query([list(vector)], n_results=k, where=where, include=["distances"])
        return list(zip(found["ids"][0], found["distances"][0], strict=True))

    def count(self) -> int:
        """How many passages have a vector."""
        return int(self._store._collection.count())

    def as_vector_store(self, embedder: Embeddings) -> VectorStore:
        """The same collection as a LangChain vector store that embeds its own queries."""
        from langchain_chroma import Chroma

        store: VectorStore = Chroma(
            collection_name=self._store._collection.name,
            client=self._client,
            embedding_function=embedder,
            create_collection_if_not_exists=False,
        )
        return store

    def close(self) -> None:
        """Let go of Chroma; safe to call twice."""
        _disconnect(self._client)


@contextmanager
def _connected(place: VectorPlace) -> Iterator[Any]:
    client = _connect(place)
    try:
        yield client
    finally:
        _disconnect(client)


def _disconnect(client: Any) -> None:
    """Close a client, and the connections to a server that Chroma itself leaves open."""
    servers = (client._server, client._admin_client._server)
    client.close()
    for session in (getattr(server, "_session", None) for server in servers):
        if session is not None:
            session.close()


def _connect(place: VectorPlace) -> Any:
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    quiet = ChromaSettings(anonymized_telemetry=False)
    if not place.url:
        return chromadb.PersistentClient(str(place.folder), settings=quiet)
    url = urlsplit(place.url)
    is_secure = url.scheme == "https"
    try:
        return chromadb.HttpClient(
            url.hostname or "", url.port or (443 if is_secure else 8000), is_secure, settings=quiet
        )
    except ValueError as error:
        raise WrongUse(f"no Chroma server answers at CHROMA_URL {place.url!r}: start it or unset CHROMA_URL") from error


def _passage_to_metadata(passage: Passage) -> dict[str, str | int]:
    locator = passage.locator
    metadata: dict[str, str | int] = {
        "report": locator.report,
        "kind": passage.kind,
        "table": locator.table or "",
        "section": " > ".join(locator.section),
    }
    return metadata if locator.page is None else metadata | {"page": locator.page}
