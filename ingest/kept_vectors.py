"""Vectors of the subject index that come with the project, so that an ingest need not encode its thousands of questions.

``subject-index.npz`` lies beside ``subject-index.yaml``. It is made by ``python -m ingest keep-vectors`` and holds, for the
model that it names by digest, a vector of each text as 8-bit whole numbers with one scale (a cosine changes by less than
0.001). A text that is not in it, or any text with another model, is encoded as ever: the file saves time and decides nothing.
"""

from collections.abc import Sequence

import numpy as np

from ingest.embedding import load_embedder
from ingest.lexicon import data_file
from ingest.model_files import digest_model
from ingest.settings import Settings
from ingest.store_rows import bytes_to_vector, digest_text, vector_to_bytes
from ingest.subject_index import FILE as SUBJECT_INDEX
from ingest.subject_index import load_subject_index

FILE = "subject-index.npz"
_LARGEST = 127


def kept_vectors(settings: Settings, digests: Sequence[str]) -> dict[str, bytes]:
    """The kept vectors of these digests of texts (32-bit floats, length 1); none where the model is another one."""
    path = data_file(settings.corpus_dir, FILE)
    if not path.exists():
        return {}
    with np.load(path) as kept:
        if str(kept["model"]) != digest_model(settings):
            return {}
        rows = {bytes(digest).hex(): at for at, digest in enumerate(kept["digests"])}
        wanted = [digest for digest in digests if digest in rows]
        vectors = kept["vectors"][[rows[digest] for digest in wanted]].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {digest: vector_to_bytes(vector) for digest, vector in zip(wanted, vectors.tolist(), strict=True)}


def keep_vectors(settings: Settings) -> int:
    """Keep a vector of every question and statement of the subject index, encoding the new ones; returns how many.

    Raises:
        WrongUse: the subject index or the model cannot be used.
    """
    subjects = load_subject_index(data_file(settings.corpus_dir, SUBJECT_INDEX))
    texts = {digest_text(text): text for text in subjects.texts(())}
    kept = kept_vectors(settings, list(texts))
    new_texts = [text for digest, text in texts.items() if digest not in kept]
    encoded = iter(load_embedder(settings).embed_documents(new_texts) if new_texts else [])
    rows = [bytes_to_vector(kept[digest]) if digest in kept else next(encoded) for digest in texts]
    vectors = np.asarray(rows, dtype=np.float32)
    scaled = np.round(vectors * (_LARGEST / np.abs(vectors).max(axis=1, keepdims=True))).astype(np.int8)
    digests = np.array([bytes.fromhex(digest) for digest in texts], dtype="V16")
    path = data_file(settings.corpus_dir, SUBJECT_INDEX).with_name(FILE)
    new = path.with_suffix(".new.npz")
    np.savez_compressed(new, model=np.array(digest_model(settings)), digests=digests, vectors=scaled)
    new.replace(path)
    return len(texts)
