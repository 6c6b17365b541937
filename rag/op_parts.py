"""Which part of which whole a question speaks of: opiate clients among all in treatment, charges among positive outcomes."""

import re
from dataclasses import replace

from ingest.words import content_stems
from rag.fit import most_special, telling
from rag.library import Library
from rag.query import Query

_NARROW = ("client", "part", "offence", "result", "level", "substance")
_WHOLE = re.compile(
    r"\b(?:among(?:st)?|out of|as (?:an? )?(?:share|proportion|percentage|per ?cent|fraction|%) of|of all|of (?:everyone|everybody|those|the people|people|adults|the total)|in relation to)\b|\b(?:fraction|share|proportion|percentage|per ?cent|%|part|slice) of (?=[^?]*\b(?:were|was|are|is|had|came|ended|resulted|did)\b)",
    re.I,
)
_AS_SHARE = re.compile(r"\bas (?:an? )?(?:share|proportion|percentage|per ?cent|fraction|%) of\b", re.I)
_TOLD = re.compile(
    r"\b(?:percent(?:age)?|per cent|proportion|share|fraction|%) (?:of (?:them|those|these|that|the total) )?(?:were|was|are|is|had been|came from) ",
    re.I,
)
_TOLD_OF = re.compile(
    r"\b(?:percent(?:age)?|per cent|proportion|share|fraction|%) of [^?;]*?\b(?:were|was|are|is) ", re.I
)
_TOLD_AT_ONCE = re.compile(
    r"\b(?:percent(?:age)?|per cent|proportion|share|fraction|%) (?:of (?:them|those|these|that lot) )?(?:that |who |which )?(?!(?:of|in|for|share|proportion|points?|change|rise|increase|fall|decrease|growth)\b)(?=[a-z])",
    re.I,
)  # "what share completed"
_OPENING = re.compile(r"^(?:so |and |ok |)(?:of|among(?:st)?|out of)\b", re.I)
_END = re.compile(
    r"[,;?!]|\b(?:were|was|are|is|had|have|did|do|what|which|how|who|ended|came)\b|\bin (?:20)?\d\d", re.I
)
_NOT = re.compile(
    r"\b(?:not|never|neither)\b(?: (?:been|being|yet|in fact|actually|counted as|classed as|an?|the))*|n[’']t\b", re.I
)
_TAG = re.compile(r"(?:,|-|–)?\s*\w+n[’']t (?:it|they|he|she|we|there|that)\s*\?*\s*$", re.I)


def parts_and_wholes(query: Query, library: Library) -> list[tuple[Query, Query]]:
    """Pairs of queries, for a part and for its whole, the likeliest first."""
    lexicon = library.lexicon
    special = most_special(telling(query.concepts, lexicon), lexicon)
    related = [(c, b) for c in query.concepts for b in lexicon.broader_of(c) if b in query.concepts]
    broad = {b for _, b in related}
    told = _told_of_share(query, library)
    related.sort(key=lambda pair: (pair[0] not in told, -_last_mention(pair[0], query, library)))
    rest = tuple(x for x in query.concepts if x not in broad and x not in {n for n, _ in related})
    pairs = [(_asking(query, (c, *rest)), _asking(query, (b, *own))) for c, b in related for own in _once(rest, ())]
    whole = _named_whole(query, library)
    narrow = [c for c in query.concepts if c in special and lexicon.concepts[c].facet in _NARROW and len(special) > 1]
    narrow.sort(key=lambda c: c in whole)
    if not related:
        pairs += _of_named_whole(query, whole, library)
        pairs += _results_of(query, whole, library)
        pairs += [(_asking(query, (c,)), _asking(query, (b,))) for c in sorted(told) for b in _wholes_of(c, library)]
    pairs += [(query, _asking(query, tuple(x for x in query.concepts if x in special and x != c))) for c in narrow]
    return pairs


def parts_set_aside(query: Query, library: Library) -> tuple[Query, Query] | None:
    """The part that a question sets aside ("how many were not opiate clients") and the whole that it is part of."""
    moved = query.before and not query.number_wanted_itself
    text = _TAG.sub("", f"{query.before}? {query.whole_text}" if moved else query.whole_text)
    match = _NOT.search(text)
    lexicon = library.lexicon
    if (
        match is None
        or not _NOT.search(query.before if moved else query.text)
        or any(m.start < match.start() < m.end for m in lexicon.find_concepts(text))
    ):
        return None
    tail = _END.split(text[match.end() :])[0]
    rest = f"{text[: match.start()]} {text[match.end() + len(tail) :]}"
    base = _telling_in(rest, library)
    every = _telling_in(f"{text[: match.start()]} {text[match.end() :]}", library)
    aside = most_special(frozenset(every) - frozenset(base), lexicon)
    own = frozenset(_telling_in(tail, library))
    if not aside and own < frozenset(base):  # "5,573 were opiate clients; how many were not?"
        aside, base = most_special(own, lexicon), tuple(c for c in base if c not in own)
    if aside and not base and "measure" in query.inherited:
        base = tuple(c for c in query.concepts if c not in aside)
    if aside and not base and query.numbers:
        base = next((_wholes_of(term, library)[:1] for term in sorted(aside)), ())
    if not aside or not base:
        return None
    return _asking(query, (*(c for c in base if not _implied_by(c, aside, library)), *sorted(aside))), _asking(
        query, base
    )


def start_of_whole(query: Query) -> int:
    """Where in its text a question begins to name the whole ("... as a percentage of completions and drop-outs"), else 0."""
    match = _AS_SHARE.search(query.text)
    return match.start() if match else 0


def _once(*options: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(options))


def _of_named_whole(query: Query, whole: frozenset[str], library: Library) -> list[tuple[Query, Query]]:
    """A result among those of the kind that the question names as the whole ("diversion as a share of positive outcomes")."""
    concepts = library.lexicon.concepts
    facets = {concepts[c].facet for c in query.concepts if c in whole}
    same = [c for c in query.concepts if concepts[c].facet in facets]
    parts, named = tuple(c for c in same if c not in whole), tuple(c for c in same if c in whole)
    rest = tuple(c for c in query.concepts if c not in same)
    return [(_asking(query, (*parts, *rest)), _asking(query, (*named, *rest)))] if parts and named else []


def _results_of(query: Query, whole: frozenset[str], library: Library) -> list[tuple[Query, Query]]:
    """A result among all results of the same thing (positive outcomes for trafficking among outcomes for trafficking)."""
    concepts = library.lexicon.concepts
    results = [c for c in query.concepts if concepts[c].facet == "result" and c not in whole]
    offences = {c for c in query.concepts if concepts[c].facet == "offence"}
    if not offences or whole and not whole & offences:
        return []
    return [
        (_asking(query, query.concepts), _asking(query, tuple(b if x == c else x for x in query.concepts)))
        for c in results
        for b in _wholes_of(c, library)
    ]


def _wholes_of(term: str, library: Library) -> tuple[str, ...]:
    """The topics and results that the glossary says a term is part of, the nearest first."""
    concepts = library.lexicon.concepts
    return tuple(name for name in concepts[term].broader if concepts[name].facet in ("topic", "result"))


def _told_of_share(query: Query, library: Library) -> frozenset[str]:
    """The terms of what the share is said to be of ("what percentage were completions")."""
    match = _TOLD.search(query.text) or _TOLD_OF.search(query.text) or _TOLD_AT_ONCE.search(query.text)
    told = _END.split(query.text[match.end() :])[0] if match else ""
    return library.lexicon.all_concepts(told) or _named_alone(set(content_stems(told)), query, library)


def _named_alone(told: set[str], query: Query, library: Library) -> frozenset[str]:
    """The one term of the question of whose name a word is told ("were successful": successful completions)."""
    named = [c for c in query.concepts if told & set(content_stems(library.lexicon.concepts[c].term))]
    return frozenset(named) if len(named) == 1 else frozenset()


def _last_mention(term: str, query: Query, library: Library) -> int:
    return max((m.start for m in library.lexicon.find_concepts(query.text) if m.name == term), default=-1)


def _implied_by(term: str, others: frozenset[str], library: Library) -> bool:
    return any(term in library.lexicon.broader_of(other) for other in others)


def _telling_in(text: str, library: Library) -> tuple[str, ...]:
    named = [mention.name for mention in library.lexicon.find_concepts(text)]
    told = telling(named, library.lexicon)
    return tuple(dict.fromkeys(name for name in named if name in told))


def _asking(query: Query, concepts: tuple[str, ...]) -> Query:
    return replace(query, concepts=concepts, words=())


def _named_whole(query: Query, library: Library) -> frozenset[str]:
    """The terms of the phrase that names the whole ("among all in treatment", "of the positive outcomes, what share ...")."""
    match = _WHOLE.search(query.text) or _OPENING.search(query.text)
    if match is None:
        return frozenset()
    return library.lexicon.all_concepts(_END.split(query.text[match.end() :])[0])
