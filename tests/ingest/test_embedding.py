import json
import math
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

from ingest.embedding import load_embedder, open_embedder
from ingest.errors import WrongUse
from ingest.model_files import digest_model, find_packaged_folder, read_prompts
from ingest.settings import Settings, load_settings


@pytest.fixture(scope="module")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> Embeddings:
    return load_embedder(Settings(index_dir=tmp_path_factory.mktemp("index")))


def dot(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def test_vectors_have_length_one_and_tell_meanings_apart(embedder: Embeddings):
    near, far, empty = embedder.embed_documents(["deaths from heroin", "opening hours of the library", ""])
    query = embedder.embed_query("people who died of opiates")
    assert len(query) == 384
    assert all(math.isclose(dot(v, v), 1, abs_tol=1e-5) for v in (near, far, empty, query))
    assert dot(query, near) > dot(query, far) + 0.2


def test_query_is_remembered_and_may_be_changed_by_its_reader(embedder: Embeddings):
    first = embedder.embed_query("naloxone")
    first[0] = 9.0
    assert embedder.embed_query("naloxone")[0] != 9.0


def test_threads_share_the_model(embedder: Embeddings):
    texts = [f"question number {i} " * (i + 1) for i in range(24)]
    with ThreadPoolExecutor(8) as pool:
        actual = list(pool.map(embedder.embed_query, texts))
    expected = embedder.embed_documents(texts)
    assert all(dot(a, b) > 0.999 for a, b in zip(actual, expected, strict=True))


def test_nothing_is_fetched(embedder: Embeddings):
    names = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK")
    assert [os.environ[name] for name in names] == ["1"] * 4


def test_folder_of_a_model_is_taken(embedder: Embeddings, tmp_path: Path):
    shutil.copytree(find_packaged_folder(), tmp_path / "own")
    own = load_embedder(Settings(embedding_model=str(tmp_path / "own"), index_dir=tmp_path / "index"))
    assert own.embed_query("naloxone") == pytest.approx(embedder.embed_query("naloxone"), abs=1e-6)


@pytest.mark.parametrize("name", ["no-such-model-anywhere", "some/one", "not a//name"])
def test_unknown_model_is_named(tmp_path: Path, name: str):
    with pytest.raises(WrongUse, match="EMBEDDING_MODEL .* is not on this machine"):
        load_embedder(Settings(embedding_model=name, index_dir=tmp_path))


def test_folder_without_a_model_is_named(tmp_path: Path):
    with pytest.raises(WrongUse, match="without a sentence-transformers model"):
        load_embedder(Settings(embedding_model=str(tmp_path), index_dir=tmp_path))


def test_folder_with_a_broken_model_is_named(tmp_path: Path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(WrongUse, match="cannot be loaded"):
        load_embedder(Settings(embedding_model=str(tmp_path), index_dir=tmp_path))


def test_packaged_model_that_was_changed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shutil.copytree(find_packaged_folder(), tmp_path / "model")
    with (tmp_path / "model" / "model.safetensors").open("ab") as file:
        file.write(b"x")
    monkeypatch.setattr("ingest.model_files.find_packaged_folder", lambda: tmp_path / "model")
    with pytest.raises(WrongUse, match="is not the published all-MiniLM-L6-v2.*reinstall"):
        digest_model(Settings(index_dir=tmp_path))


def test_model_is_hashed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    expected = digest_model(Settings(index_dir=tmp_path))
    monkeypatch.setattr("ingest.model_files.hashlib.file_digest", None)
    assert digest_model(Settings(index_dir=tmp_path)) == expected


def test_stamps_that_are_damaged_or_cannot_be_kept_do_no_harm(tmp_path: Path):
    expected = digest_model(Settings(index_dir=tmp_path))
    (tmp_path / "model-stamps.json").write_text("[")
    assert digest_model(Settings(index_dir=tmp_path)) == expected
    (tmp_path / "file").write_text("")
    assert digest_model(Settings(index_dir=tmp_path / "file")) == expected


def test_other_model_has_another_digest(tmp_path: Path):
    shutil.copytree(find_packaged_folder(), tmp_path / "own")
    (tmp_path / "own" / "modules.json").write_text("[]")
    own = Settings(embedding_model=str(tmp_path / "own"), index_dir=tmp_path)
    assert digest_model(own) != digest_model(Settings(index_dir=tmp_path))


def test_prompts_of_a_model_are_read(tmp_path: Path):
    prompts = {"prompts": {"query": "query: ", "document": ""}}
    (tmp_path / "config_sentence_transformers.json").write_text(json.dumps(prompts))
    assert read_prompts(tmp_path) == {"query": "query: "}
    assert read_prompts(tmp_path / "none") == {}


def test_settings_come_from_the_environment_and_what_is_given_goes_before(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CORPUS_DIR", "/one")
    monkeypatch.setenv("INDEX_DIR", "/two")
    monkeypatch.setenv("EMBEDDING_MODEL", "")
    settings = load_settings(corpus_dir=None, index_dir=Path("/three"))
    assert (settings.corpus_dir, settings.index_dir) == (Path("/one"), Path("/three"))
    assert settings.embedding_model == "all-MiniLM-L6-v2"


def test_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHROMA_URL", "localhost")
    with pytest.raises(WrongUse, match="CHROMA_URL cannot be 'localhost'"):
        load_settings()


def test_an_opened_model_is_loaded_once_and_only_at_its_first_use(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, embedder: Embeddings
):
    loaded: list[Settings] = []
    monkeypatch.setattr("ingest.embedding.load_embedder", lambda settings: loaded.append(settings) or embedder)
    opened = open_embedder(Settings(index_dir=tmp_path))
    assert loaded == []

    with ThreadPoolExecutor(4) as threads:
        vectors = list(threads.map(opened.embed_query, ["naloxone"] * 8))
    assert len(loaded) == 1
    assert all(vector == embedder.embed_query("naloxone") for vector in vectors)


def test_a_model_that_is_not_there_is_told_of_when_it_is_opened(tmp_path: Path):
    with pytest.raises(WrongUse, match="nowhere"):
        open_embedder(Settings(index_dir=tmp_path, embedding_model=str(tmp_path / "nowhere")))
