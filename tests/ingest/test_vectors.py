import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from ingest.errors import BrokenIndex, WrongUse
from ingest.records import Locator, Passage
from ingest.vectors import VectorPlace, _synced_after, drop_vectors, open_vectors, write_vectors

PASSAGES = [
    Passage("a", "prose", "text a", "indexed a", Locator("one", page=3, section=("Deaths", "By area"))),
    Passage("b", "row", "text b", "indexed b", Locator("one", table="Table 1", row="x")),
    Passage("c", "row", "text c", "indexed c", Locator("two")),
]
VECTORS = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.6, 0.8, 0.0]]


@pytest.fixture
def place(tmp_path: Path) -> VectorPlace:
    written = VectorPlace(tmp_path / "chroma", "v1")
    write_vectors(written, PASSAGES, VECTORS)
    return written


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("chroma")),
        "run",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    folder = tmp_path_factory.mktemp("server")
    process = subprocess.Popen([*command, "--path", str(folder)], stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def search(place: VectorPlace, vector: list[float], k: int = 9, where: dict | None = None) -> list[tuple[str, float]]:
    vectors = open_vectors(place)
    try:
        return vectors.search(vector, k, where)
    finally:
        vectors.close()


def test_nearest_come_first_with_cosine_distance(place: VectorPlace):
    hits = search(place, [2.0, 0.0, 0.0])
    assert [hit[0] for hit in hits] == ["a", "c", "b"]
    assert [hit[1] for hit in hits] == pytest.approx([0, 0.4, 1], abs=1e-6)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"report": "two"}, ["c"]),
        ({"kind": "row"}, ["c", "b"]),
        ({"page": 3}, ["a"]),
        ({"table": "Table 1"}, ["b"]),
        ({"section": "Deaths > By area"}, ["a"]),
        ({"$and": [{"report": "one"}, {"kind": "row"}]}, ["b"]),
        ({"report": "none"}, []),
    ],
)
def test_search_keeps_to_what_is_asked_for(place: VectorPlace, where: dict, expected: list[str]):
    assert [hit[0] for hit in search(place, [1.0, 0.0, 0.0], where=where)] == expected


@pytest.mark.parametrize("count", [0, 955, 50_000, 50_001, 95_500, 955_000])
def test_a_large_graph_is_written_seldom_and_little_is_left_over(count: int):
    after = _synced_after(count)
    assert after == 1_000 if count <= 50_000 else 25_000 < after <= 50_000
    assert count <= 50_000 or count % after <= 2_000


def test_many_passages_are_written_in_batches(tmp_path: Path):
    numbers = random.Random(1)
    passages = [Passage(f"p{i}", "prose", "t", "t", Locator("r")) for i in range(1203)]
    vectors = [[numbers.random() for _ in range(8)] for _ in passages]
    place, told = VectorPlace(tmp_path / "chroma", "v1"), []
    write_vectors(place, passages, vectors, told.append)
    assert told == [500, 1000, 1203]
    opened = open_vectors(place)
    assert opened.count() == 1203
    opened.close()
    assert search(place, vectors[777], 1)[0][0] == "p777"


def test_vectors_serve_as_a_langchain_store(place: VectorPlace):
    opened = open_vectors(place)
    store = opened.as_vector_store(DeterministicFakeEmbedding(size=3))
    documents = store.similarity_search("anything", k=3)
    assert sorted(document.page_content for document in documents) == ["text a", "text b", "text c"]
    opened.close()
    opened.close()


def test_telemetry_is_off(place: VectorPlace):
    assert os.environ["ANONYMIZED_TELEMETRY"] == "False"


def test_missing_vectors_are_named(place: VectorPlace, tmp_path: Path):
    with pytest.raises(BrokenIndex, match="no vectors"):
        open_vectors(VectorPlace(tmp_path / "nowhere", "v1"))
    with pytest.raises(BrokenIndex, match="no collection 'passages-v2'"):
        open_vectors(VectorPlace(place.folder, "v2"))


def test_server_holds_a_collection_for_each_version(server: str, tmp_path: Path):
    old, new = (VectorPlace(tmp_path / "unused", version, server) for version in ("old", "new"))
    write_vectors(old, PASSAGES, VECTORS)
    write_vectors(new, PASSAGES[:1], VECTORS[:1])
    assert [hit[0] for hit in search(old, [0.0, 1.0, 0.0], 1)] == ["b"]
    assert [hit[0] for hit in search(new, [0.0, 1.0, 0.0])] == ["a"]
    drop_vectors(old)
    drop_vectors(old)
    with pytest.raises(BrokenIndex, match="no collection 'passages-old'"):
        open_vectors(old)
    assert not (tmp_path / "unused").exists()


def test_server_that_does_not_answer_is_named(tmp_path: Path):
    with pytest.raises(WrongUse, match="no Chroma server answers at CHROMA_URL 'http://127.0.0.1:9'"):
        write_vectors(VectorPlace(tmp_path, "v1", "http://127.0.0.1:9"), PASSAGES, VECTORS)
