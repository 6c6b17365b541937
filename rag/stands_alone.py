"""Questions of a chat that stand by themselves: the answer in context says nothing of what they name, that of the question alone does."""

import re

from rag.cues import Cues
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.read_question import Reader, read_question

_WHOLE = re.compile(
    r"(?:(?:ok|okay|right|now|thanks|thank you|cheers|ta|hi|hello|hey|also|next|another one|new question),? )*"
    r"(?:what|whats|what['’]s|which|who|whos|who['’]s|where|wheres|when|whens|why|how|is|are|was|were|do|does|did|has|have|had|"
    r"can|could|will|should|name|list|tell me|give me)\b"
    r"(?! (?:about|of)\b)(?:\W+[\w'’/-]+){3,}",
    re.I,
)  # a question word and three words more
_TAG = re.compile(r"[,;]?\s*\w+n['’]?t (?:it|they|he|she|that|there)\W*$", re.I)
_UNSAID = ("general", "stat", "age_default")  # facets that an answer need not name
_NARROWING = (*_UNSAID, "group", "age", "sex", "part", "level", "client")  # those that only narrow a measure


def read_alone(query: Query, reader: Reader) -> Query | None:
    """The query of a follow-up read without the turns before, where nothing in its words points back to them."""
    if query.earlier is None or not query.inherited:
        return None
    alone = read_question(query.question, reader)
    if not _WHOLE.match(query.question.strip()) and not (alone.yes_no and alone.direction and alone.periods):
        return None
    if alone.refusal or alone.elsewhere or alone.relative or _points_back(alone.text, reader.cues):
        return None
    return alone if _own_terms(alone, reader) else None


def speaks_of_own(alone: Query, draft: Draft, library: Library) -> bool:
    """Whether an answer names what the question itself names, in its figures or in the sentences that it rests on."""
    if draft.status != "answered":
        return False
    told = [draft.headline, *(quote for _, quote in draft.passages)]
    named = {name for text in told for name in library.lexicon.all_concepts(text)}
    named |= {term for figure in draft.figures for term in figure.terms}
    named |= library.lexicon.with_broader(named)
    return all(name in named for name in _telling(alone.concepts, library))


def forgets_place(query: Query, draft: Draft, library: Library) -> bool:
    """Whether an answer in words names no place that was taken over from the turn before."""
    known = library.lexicon.areas
    taken = "areas" in query.inherited and bool(query.areas) and all(known[a].kind == "local" for a in query.areas)
    told = " ".join([draft.headline, *(quote for _, quote in draft.passages)])
    named = {mention.name for mention in library.lexicon.find_areas(told)}
    return taken and not draft.figures and not named & set(query.areas)


def _own_terms(alone: Query, reader: Reader) -> bool:
    return any(reader.lexicon.concepts[name].facet not in _NARROWING for name in alone.concepts)


def _telling(concepts: tuple[str, ...], library: Library) -> list[str]:
    return [name for name in concepts if library.lexicon.concepts[name].facet not in (*_UNSAID, "client")]


def _points_back(text: str, cues: Cues) -> bool:
    said = _TAG.sub("", text)
    return any(cues.has(cue, said) for cue in ("that", "those", "over_there", "not_but", "same_report", "told_before"))
