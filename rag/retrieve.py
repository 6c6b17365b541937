"""Hybrid retrieval: dense (Chroma) and lexical (FTS5) hits over passages, fused by reciprocal rank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.records import Passage
from ingest.store import Index
from ingest.words import STOPWORDS, tokenize
from rag.query import Query
from rag.weights import load_weights

Embed = Callable[[str], Sequence[float]]
UNITS = ("sentence", "item")
ALL_KINDS = ("prose", "item", "table", "row", "sentence")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that retrieval found: fused score, and its cosine likeness to the question (0 where only words matched)."""

    passage: Passage
    score: float
    cosine: float


def retrieve(query: Query, index: Index, embed: Embed, lexicon: Lexicon, kinds: Sequence[str] = ALL_KINDS) -> list[Hit]:
    """The passages that fit a query best, best first."""
    weights = load_weights()["passages"]
    k = int(weights["candidates"])
    report = query.report or None
    dense = _dense(query, index, embed, kinds, k)
    lexical = index.search_text(search_words(query, lexicon), k, kinds, report)
    fused: dict[str, float] = {}
    for weight, ids in ((weights["dense"], [i for i, _ in dense]), (weights["lexical"], [i for i, _ in lexical])):
        for rank, passage_id in enumerate(ids, start=1):
            fused[passage_id] = fused.get(passage_id, 0.0) + weight / (weights["rrf_k"] + rank)
    cosines = {passage_id: 1.0 - distance for passage_id, distance in dense}
    order = sorted(fused, key=lambda passage_id: -fused[passage_id])
    passages = index.passages(order)
    return [Hit(passages[i], fused[i], cosines.get(i, 0.0)) for i in order if i in passages]


def search_words(query: Query, lexicon: Lexicon) -> list[str]:
    """The words that full-text search looks for: the question's own, and how its terms are called in reports."""
    words = [t.word for t in tokenize(query.text) if t.word not in STOPWORDS and len(t.word) > 1]
    for concept in query.concepts:
        entry = lexicon.concepts[concept]
        words += [t.word for name in (entry.term, entry.short_for) for t in tokenize(name) if t.word not in STOPWORDS]
    return list(dict.fromkeys([*words, *(w for area in query.areas for w in area.lower().split())]))


def _dense(query: Query, index: Index, embed: Embed, kinds: Sequence[str], k: int) -> list[tuple[str, float]]:
    conditions: list[dict[str, object]] = []
    if tuple(kinds) != ALL_KINDS:
        conditions.append({"kind": {"$in": list(kinds)}})
    if query.report:
        conditions.append({"report": query.report})
    where = None if not conditions else conditions[0] if len(conditions) == 1 else {"$and": conditions}
    return index.vectors.search(embed(query.text), k, where)
