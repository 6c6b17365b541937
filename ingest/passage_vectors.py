"""The vectors of the passages and of their words: those that are known already are taken, the others encoded."""

from collections.abc import Callable, Iterable, Sequence

from ingest.embedding import load_embedder
from ingest.progress import OnProgress, Progress
from ingest.records import Passage
from ingest.settings import Settings
from ingest.store_rows import digest_text, vector_to_bytes
from ingest.words import likened_words

_AT_ONCE = 128

Known = Callable[[Sequence[str]], dict[str, bytes]]
"""The vectors that are known already, of these digests of texts."""


def embed_passages(
    passages: Sequence[Passage],
    others: Iterable[str],
    known: Known,
    settings: Settings,
    on_progress: OnProgress,
) -> dict[str, bytes]:
    """The vector of each indexed text, of each of its words and of ``others``, by digest."""
    texts = {digest_text(text): text for text in (*(passage.indexed for passage in passages), *others)}
    texts |= {digest_text(word): word for passage in passages for word in likened_words(passage.indexed)}
    vectors = known(list(texts))
    missing = sorted(texts.keys() - vectors.keys(), key=lambda digest: (len(texts[digest]), digest))
    if not missing:
        return vectors
    on_progress(Progress("load the model", 0, 1))
    embedder = load_embedder(settings)
    for start in range(0, len(missing), _AT_ONCE):
        on_progress(Progress("embed", start, len(missing)))
        batch = missing[start : start + _AT_ONCE]
        encoded = embedder.embed_documents([texts[digest] for digest in batch])
        vectors |= {digest: vector_to_bytes(vector) for digest, vector in zip(batch, encoded, strict=True)}
    return vectors
