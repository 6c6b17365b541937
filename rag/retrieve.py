"""Hybrid retrieval: dense (Chroma), lexical (FTS5) and by the subject index, fused by reciprocal rank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ingest.lexicon import Lexicon
from ingest.records import Passage
from ingest.store import Index
from ingest.store_rows import bytes_to_vector, digest_text
from ingest.words import STOPWORDS, tokenize
from rag.adapter import adapt
from rag.asked import asked_of
from rag.query import Query
from rag.told_before import passages_in
from rag.weights import load_weights

Embed = Callable[[str], Sequence[float]]
UNITS = ("sentence", "item")
ALL_KINDS = ("prose", "item", "table", "row", "sentence")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that retrieval found: its fused score, and its cosine likeness to the question.

    ``adapted`` is that likeness after the map fitted to the subject index, ``asked`` the likeness of the question to those
    that the subject index answers by the passage.
    """

    passage: Passage
    score: float
    cosine: float
    adapted: float = 0.0
    asked: float = 0.0


def retrieve(query: Query, index: Index, embed: Embed, lexicon: Lexicon, kinds: Sequence[str] = ALL_KINDS) -> list[Hit]:
    """The passages that fit a query best, best first."""
    weights = load_weights()["passages"]
    k = int(weights["candidates"])
    vector = embed(query.sought)
    dense = index.search_vectors(vector, k, kinds)
    lexical = index.search_text(search_words(query, lexicon), k, kinds)
    asked = asked_of(vector, "passage", index)
    rankings = {
        "dense": [i for i, _ in dense],
        "lexical": [i for i, _ in lexical],
        "asked": sorted(asked, key=lambda i: -asked[i])[:k],
    }
    fused: dict[str, float] = {}
    for name, ids in rankings.items():
        for rank, passage_id in enumerate(ids, start=1):
            fused[passage_id] = fused.get(passage_id, 0.0) + weights[name] / (weights["rrf_k"] + rank)
    for passage_id in passages_in(query.nearby, index, kinds):
        fused.setdefault(passage_id, 0.0)
    order = sorted(fused, key=lambda passage_id: -fused[passage_id])
    passages = {i: passage for i, passage in index.passages(order).items() if passage.kind in kinds}
    cosines, adapted = likeness_to(vector, list(passages.values()), index)
    return [Hit(passage, fused[i], cosines[i], adapted[i], asked.get(i, 0.0)) for i, passage in passages.items()]


def likeness_to(
    vector: Sequence[float], passages: Sequence[Passage], index: Index
) -> tuple[dict[str, float], dict[str, float]]:
    """The cosine of a vector with those of passages, by id; as the model gives them, and after the fitted map."""
    if not passages:
        return {}, {}
    own = np.asarray(vector, dtype=np.float32)
    theirs, mapped = _vectors_of(passages, index)
    ids = [passage.id for passage in passages]
    plain = (theirs @ own).tolist()
    after = (mapped @ adapt(own, index.model)).tolist()
    return dict(zip(ids, plain, strict=True)), dict(zip(ids, after, strict=True))


def _vectors_of(passages: Sequence[Passage], index: Index) -> tuple[np.ndarray, np.ndarray]:
    """The passages' vectors and these after the fitted map, one a row; those looked at before are remembered."""
    kept = _kept(index)
    missing = {passage.id: digest_text(passage.indexed) for passage in passages if passage.id not in kept}
    found = index.vectors_of(list(missing.values()))
    if missing:
        rows = np.array([bytes_to_vector(found[digest]) for digest in missing.values()], dtype=np.float32)
        kept |= dict(zip(missing, zip(rows, adapt(rows, index.model), strict=True), strict=True))
    pairs = [kept[passage.id] for passage in passages]
    return np.stack([plain for plain, _ in pairs]), np.stack([mapped for _, mapped in pairs])


@lru_cache(maxsize=4)
def _kept(index: Index) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    return {}


def search_words(query: Query, lexicon: Lexicon) -> list[str]:
    """The words that full-text search looks for: the question's own, and how its terms are called in reports."""
    words = [t.word for t in tokenize(query.sought) if t.word not in STOPWORDS and len(t.word) > 1]
    stems = [t.stem for t in tokenize(query.text)]
    words += [w for saying in lexicon.thesaurus.find(stems) for w in saying.stands_for]
    words += [w for own in query.words for w in lexicon.thesaurus.stands_for(own)]
    for concept in query.concepts:
        entry = lexicon.concepts[concept]
        words += [t.word for name in (entry.term, entry.short_for) for t in tokenize(name) if t.word not in STOPWORDS]
    return list(dict.fromkeys([*words, *(w for area in query.areas for w in area.lower().split())]))
