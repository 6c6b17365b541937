"""Hybrid retrieval: dense (Chroma), lexical (FTS5) and by the subject index, fused by reciprocal rank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import mul

from ingest.lexicon import Lexicon
from ingest.records import Passage
from ingest.store import Index
from ingest.store_rows import bytes_to_vector, digest_text
from ingest.words import STOPWORDS, tokenize
from rag.asked import asked_of
from rag.query import Query
from rag.weights import load_weights

Embed = Callable[[str], Sequence[float]]
UNITS = ("sentence", "item")
ALL_KINDS = ("prose", "item", "table", "row", "sentence")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that retrieval found: its fused score, and its cosine likeness to the question.

    ``asked`` is the likeness of the question to those that the subject index answers by the passage.
    """

    passage: Passage
    score: float
    cosine: float
    asked: float = 0.0


def retrieve(query: Query, index: Index, embed: Embed, lexicon: Lexicon, kinds: Sequence[str] = ALL_KINDS) -> list[Hit]:
    """The passages that fit a query best, best first."""
    weights = load_weights()["passages"]
    k = int(weights["candidates"])
    vector = embed(query.text)
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
    order = sorted(fused, key=lambda passage_id: -fused[passage_id])
    passages = {i: passage for i, passage in index.passages(order).items() if passage.kind in kinds}
    cosines = {passage_id: 1.0 - distance for passage_id, distance in dense}
    cosines |= cosines_of([passages[i] for i in order if i in passages and i not in cosines], index, vector)
    return [Hit(passages[i], fused[i], cosines.get(i, 0.0), asked.get(i, 0.0)) for i in order if i in passages]


def cosines_of(passages: Sequence[Passage], index: Index, vector: Sequence[float]) -> dict[str, float]:
    """The likeness of passages that only their words found, from the vectors kept in the store."""
    digests = {passage.id: digest_text(passage.indexed) for passage in passages}
    kept = index.vectors_of(list(digests.values()))
    return {i: sum(map(mul, vector, bytes_to_vector(kept[d]))) for i, d in digests.items() if d in kept}


def search_words(query: Query, lexicon: Lexicon) -> list[str]:
    """The words that full-text search looks for: the question's own, and how its terms are called in reports."""
    words = [t.word for t in tokenize(query.text) if t.word not in STOPWORDS and len(t.word) > 1]
    stems = [t.stem for t in tokenize(query.text)]
    words += [w for saying in lexicon.thesaurus.find(stems) for w in saying.stands_for]
    words += [w for own in query.words for w in lexicon.thesaurus.stands_for(own)]
    for concept in query.concepts:
        entry = lexicon.concepts[concept]
        words += [t.word for name in (entry.term, entry.short_for) for t in tokenize(name) if t.word not in STOPWORDS]
    return list(dict.fromkeys([*words, *(w for area in query.areas for w in area.lower().split())]))
