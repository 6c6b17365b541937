"""Where a claim has a thing done ("in prisons", "at schools"): a statement must name that kind of place, no word like it will do."""

import re

from ingest.lexicon import Lexicon
from rag.claim_covered import keys_in
from rag.claim_parts import Statement
from rag.claim_synonyms import said_otherwise

_WHERE = re.compile(
    r"\b(?:in|at|inside|within|across|to) (?:the |our |local |all |every |public |private |primary |secondary )*"
    r"(?P<where>prisons?|jails?|custody|schools?|classrooms?|colleges?|universit(?:y|ies)|hospitals?|surger(?:y|ies)|pharmac(?:y|ies)"
    r"|pubs?|clubs?|nightclubs?|festivals?|workplaces?|offices|shops?|care homes?|hostels?|churches|mosques|gyms?|parks?|libraries|courts?)\b",
    re.I,
)


def is_done_elsewhere(text: str, said: Statement, lexicon: Lexicon) -> bool:
    """Whether a claim has a thing done in a kind of place that neither a statement nor what stands around it names."""
    return any(not _is_named(match["where"], said.whole, lexicon) for match in _WHERE.finditer(text))


def _is_named(where: str, there: str, lexicon: Lexicon) -> bool:
    terms = lexicon.all_concepts(where) & lexicon.with_broader(lexicon.all_concepts(there))
    return bool(keys_in(where) & keys_in(there) or terms or said_otherwise(where, there))
