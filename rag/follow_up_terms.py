"""The measure of a follow-up: the terms of the turn before, those of a facet that it names itself taken by these."""

import re

from ingest.lexicon import Lexicon
from ingest.words import content_stems
from rag.query import Query

_ONES = re.compile(r"\bones\b|(?<=\w )one\b(?! of\b)", re.I)


def replaced_terms(old: tuple[str, ...], new: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The earlier terms, each facet that the new ones name taken by these.

    An offence takes the place of deaths too, with whose and on what drug they were, which tells nothing of an offence.
    """
    facets = {lexicon.concepts[c].facet for c in new}
    kinds = {broad for c in new if lexicon.concepts[c].facet == "offence" for broad in lexicon.broader_of(c)}
    stays = [c for c in old if lexicon.concepts[c].facet not in facets]
    if kinds:
        kept = kinds | {"police_outcome"}
        stays = [c for c in stays if lexicon.concepts[c].facet not in ("topic", "client", "body", "role") or c in kept]
    return tuple(dict.fromkeys((*stays, *new)))


def joined_terms(old: tuple[str, ...], query: Query, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The measure that new words make with the kind of the old one ("drug deaths ... and alcohol?"), and the words left."""
    kinds = [broad for name in old for broad in lexicon.concepts[name].broader]
    if not query.concepts and not query.words and not _ONES.search(query.text):
        return (), query.words
    for kind in kinds if query.concepts else (*kinds, *old):
        noun = lexicon.concepts[kind].term
        terms = lexicon.terms_of(f"{_ONES.sub(noun, query.text)} {noun}")
        made = tuple(name for name in terms if kind in lexicon.broader_of(name) and name not in old)
        if made:
            told = {stem for name in made for stem in content_stems(lexicon.concepts[name].term)}
            facets = {lexicon.concepts[name].facet for name in made}
            kept = [c for c in old if kind not in lexicon.broader_of(c) and lexicon.concepts[c].facet not in facets]
            own = _beside_made(tuple(kept), made, query.concepts, lexicon)
            return (*replaced_terms(tuple(kept), own, lexicon), *made), tuple(
                word for word in query.words if word not in told
            )
    return (), query.words


def _beside_made(
    kept: tuple[str, ...], made: tuple[str, ...], named: tuple[str, ...], lexicon: Lexicon
) -> tuple[str, ...]:
    """The offences that the words name themselves in place of the earlier one ("cautions for dealing ... and diversion for possession?")."""
    offences = [c for c in named if lexicon.concepts[c].facet == "offence" and c not in made and c not in kept]
    return tuple(offences) if any(lexicon.concepts[c].facet == "offence" for c in kept) else ()
