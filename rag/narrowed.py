"""What a question narrows its count to, of which the reports say nothing: "... of Somali heritage", "... were suicides"."""

import re
from functools import lru_cache

from ingest.store import Index
from ingest.words import STOPWORDS, stem
from rag.library import Library
from rag.query import Query
from rag.splits import split_without_figures

_PLACES = r"(?:venues|pubs|clubs|nightclubs|bars|streets|roads|estates|parks|hotels|shops|premises|postcodes|stations|clinics|schools)"
_ASKED_FOR = re.compile(
    r"\b(?:which|how many|number of)\s+(?:of the |of |the |other )?(?P<noun>[a-z]{3,})(?![\w'-])|"
    rf"\b(?:name|list|identify|names? of|tell me|give me)\s+(?:me )?(?:all )?(?:of )?(?:the |those |each of the |any )(?:{_PLACES} \()?"
    rf"(?P<place>{_PLACES})(?![\w'-])",
    re.I,
)

_NO_NARROWING = ("working_words", "low", "good", "bad", "change_words", "percent", "rate", "chatter", "negative_word")


def narrowed_to(query: Query, library: Library) -> str:
    """The word that narrows what is counted and stands nowhere in the reports, or "".

    A count of all must not be told for it. Everyday words narrow nothing, nor do those that only rank or compare.
    """
    split = split_without_figures(query, library)
    if split or not query.number_wanted:
        return split
    rare = set(query.unknown) - set(query.common)
    found = library.cues.patterns["narrowing"].finditer(query.text)
    words = [word for match in found for word in _narrowing(match, library)]
    telling = (word for word in words if stem(word.lower().removesuffix("'s")) in rare)
    return next((word for word in telling if not _is_chatter(word, library)), "")


def _narrowing(match: re.Match[str], library: Library) -> list[str]:
    """The words that may narrow; the second does only where the first is no place or term by itself ("in Sandwell dunnit")."""
    first, second = match["word"], match["next"]
    whole = library.lexicon.find_areas(first) or library.lexicon.all_concepts(first)
    return [first] if whole or not second else [first, second]


def asks_for_unknown(query: Query, library: Library) -> str:
    """The noun that is counted or chosen from ("how many beds", "which councillor") and stands nowhere in the reports, or ""."""
    match = _ASKED_FOR.search(query.text)
    noun = (match["noun"] or match["place"]).lower() if match else ""
    lexicon = library.lexicon
    told = any(stem(noun) in group for _, groups in lexicon.composites for group in groups)
    known = (
        told
        or stem(noun) in _stems(library.index)
        or any(lexicon.all_concepts(form) for form in (noun, noun.rstrip("s")))
    )
    spoken = (
        library.cues.has("negative_word", noun)
        or bool(lexicon.thesaurus.stands_for(stem(noun)) or lexicon.find_areas(noun))
        or noun in STOPWORDS
    )
    return "" if not noun or known or spoken or library.cues.has("counting_words", noun) else noun


@lru_cache(maxsize=4)
def _stems(index: Index) -> frozenset[str]:
    return frozenset(stem(word) for word in index.vocabulary())


def _is_chatter(word: str, library: Library) -> bool:
    cues, known = library.cues, library.lexicon.thesaurus.stands_for(stem(word.lower()))
    return (
        bool(known)
        or any(cues.has(name, word) for name in _NO_NARROWING)
        or any(pattern.fullmatch(word) for pattern in cues.operations.values())
    )
