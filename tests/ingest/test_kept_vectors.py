import shutil
from pathlib import Path

import numpy as np

from ingest.embedding import load_embedder
from ingest.kept_vectors import FILE, kept_vectors
from ingest.lexicon import PROJECT_CORPUS
from ingest.settings import Settings
from ingest.store_rows import bytes_to_vector, digest_text
from ingest.subject_index import FILE as SUBJECT_INDEX
from ingest.subject_index import load_subject_index


def texts() -> list[str]:
    return list(dict.fromkeys(load_subject_index(PROJECT_CORPUS / SUBJECT_INDEX).texts(())))


def test_every_text_of_the_subject_index_has_its_vector(tmp_path: Path) -> None:
    """Where this fails, run 'python -m ingest keep-vectors' after the change of subject-index.yaml."""
    digests = [digest_text(text) for text in texts()]

    actual = kept_vectors(Settings(corpus_dir=PROJECT_CORPUS, index_dir=tmp_path), digests)

    assert actual.keys() == set(digests)


def test_a_kept_vector_is_that_of_the_model(tmp_path: Path) -> None:
    settings = Settings(corpus_dir=PROJECT_CORPUS, index_dir=tmp_path)
    some = texts()[::400]
    kept = kept_vectors(settings, [digest_text(text) for text in some])

    for text, expected in zip(some, load_embedder(settings).embed_documents(some), strict=True):
        actual = np.array(bytes_to_vector(kept[digest_text(text)]))
        assert abs(np.linalg.norm(actual) - 1) < 1e-5
        assert actual @ np.array(expected) > 0.999


def test_vectors_of_another_model_are_not_taken(tmp_path: Path) -> None:
    with np.load(PROJECT_CORPUS / FILE) as kept:
        np.savez(tmp_path / FILE, model=np.array("another"), digests=kept["digests"], vectors=kept["vectors"])
    shutil.copy(PROJECT_CORPUS / SUBJECT_INDEX, tmp_path)

    assert kept_vectors(Settings(corpus_dir=tmp_path, index_dir=tmp_path), [digest_text(texts()[0])]) == {}
