"""What a question narrows its count to, of which the reports say nothing: "... of Somali heritage", "... were suicides"."""

from ingest.words import stem
from rag.library import Library
from rag.query import Query

_NO_NARROWING = ("working_words", "low", "good", "bad", "change_words", "percent", "rate", "chatter")


def narrowed_to(query: Query, library: Library) -> str:
    """The word that narrows what is counted and stands nowhere in the reports, or "".

    A count of all must not be told for it. Everyday words narrow nothing, nor do those that only rank or compare.
    """
    if not query.number_wanted:
        return ""
    rare = set(query.unknown) - set(query.common)
    found = library.cues.patterns["narrowing"].finditer(query.text)
    words = [word for match in found for word in match.groups() if word]
    telling = (word for word in words if stem(word.lower().removesuffix("'s")) in rare)
    return next((word for word in telling if not _is_chatter(word, library)), "")


def _is_chatter(word: str, library: Library) -> bool:
    cues, known = library.cues, library.lexicon.thesaurus.stands_for(stem(word.lower()))
    return (
        bool(known)
        or any(cues.has(name, word) for name in _NO_NARROWING)
        or any(pattern.fullmatch(word) for pattern in cues.operations.values())
    )
