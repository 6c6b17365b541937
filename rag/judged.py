"""Better and worse, best and worst: turned into up, down, most and least by what is good for the measure."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.lexicon import Lexicon
from rag.cues import Cues
from rag.fit import most_special, telling
from rag.library import Library
from rag.query import Query
from rag.read_question import Reader

_FIRST = ("result", "level", "topic", "offence")  # facets whose word weighs most: "positive outcomes for trafficking"


def judged(query: Query, terms: Iterable[str], library: Library | Reader) -> Query:
    """The query with the direction and end of ranking that its words of judgement mean for a measure with these terms."""
    improving, worsening = (library.cues.has(name, query.text) for name in ("good", "bad"))
    named = frozenset(terms) & set(query.concepts)
    wanted = good_of(named, library.lexicon) or good_of(frozenset(terms), library.lexicon)
    if improving == worsening or not wanted:
        return query
    plain = _plain_direction(query, library.cues)
    if plain:
        return replace(query, direction=plain)
    upward = improving == (wanted == "more")
    if _speaks_of_change(query):
        return replace(query, direction="up" if upward else "down", changing=True)
    return replace(query, direction="up" if upward else "down", low=not upward)


def ranked_as_judged(query: Query, terms: frozenset[str], library: Library) -> Query:
    """The query for the end of a ranking that best or worst means of a share, as it is good to have much of its part or little."""
    improving, worsening = (library.cues.has(name, query.text) for name in ("good", "bad"))
    wanted = good_of(terms, library.lexicon)
    if improving == worsening or not wanted:
        return query
    return replace(query, low=improving != (wanted == "more"))


def good_of(terms: frozenset[str], lexicon: Lexicon) -> str:
    """ "more" or "fewer" where it is good to have that of a measure, else ""; a special case follows its general term."""
    special = most_special(telling(terms, lexicon), lexicon)
    ordered = sorted((t for t in special if lexicon.concepts[t].facet in _FIRST), key=lambda t: _place(t, lexicon))
    return next((good for term in ordered if (good := _own_or_general(term, lexicon))), "")


def _place(term: str, lexicon: Lexicon) -> tuple[int, str]:
    return _FIRST.index(lexicon.concepts[term].facet), term


def _own_or_general(term: str, lexicon: Lexicon) -> str:
    own = lexicon.concepts[term].better
    return own or next((b for c in sorted(lexicon.broader_of(term)) if (b := lexicon.concepts[c].better)), "")


def _plain_direction(query: Query, cues: Cues) -> str:
    """The direction that the other verbs tell ("fell"), which no judgement changes."""
    text = cues.patterns["bad"].sub(" ", cues.patterns["good"].sub(" ", query.text))
    rises, falls = cues.has("up", text), cues.has("down", text)
    return "" if rises == falls else "up" if rises else "down"


def _speaks_of_change(query: Query) -> bool:
    return (
        query.changing
        or len(query.periods) > 1
        or query.since is not None
        or query.relative == "before"
        or bool({"percent_change", "difference"} & set(query.operations))
        or "trend" in query.operations
        and "compare" not in query.operations
    )
