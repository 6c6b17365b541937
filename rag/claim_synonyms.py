"""Words of a claim for which a sentence has another word of the same meaning: ``claim_synonyms.yaml``, compiled once."""

from functools import lru_cache
from pathlib import Path

import yaml

from ingest.thesaurus import Thesaurus
from ingest.words import tokenize


def said_otherwise(text: str, sentence: str) -> set[str]:
    """The words of a text that a sentence says by another word or phrase of the same meaning."""
    mine, theirs = _meanings(text), _meanings(sentence)
    return {word for meaning, words in mine.items() if meaning in theirs for word in words}


@lru_cache(maxsize=512)
def _meanings(text: str) -> dict[str, frozenset[str]]:
    """The meanings that the words and phrases of a text may have, each with those words."""
    tokens = tokenize(text)
    stems = [token.stem for token in tokens]
    found: dict[str, set[str]] = {}
    for token in tokens:
        for meaning in _synonyms().stands_for(token.stem):
            found.setdefault(meaning, set()).add(token.word)
    for saying in _synonyms().find(stems):
        for meaning in saying.stands_for:
            found.setdefault(meaning, set()).update(token.word for token in tokens[saying.first : saying.past])
    return {meaning: frozenset(words) for meaning, words in found.items()}


@lru_cache(maxsize=1)
def _synonyms() -> Thesaurus:
    groups = yaml.safe_load((Path(__file__).parent / "claim_synonyms.yaml").read_text(encoding="utf-8"))
    sayings: dict[tuple[str, ...], tuple[str, ...]] = {}
    for at, group in enumerate(groups):
        for said in group:
            key = tuple(token.stem for token in tokenize(str(said)))
            sayings[key] = (*sayings.get(key, ()), f"{at}")
    return Thesaurus(sayings, max(map(len, sayings)))
