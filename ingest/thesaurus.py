"""Everyday ways of saying the reports' plain words: ``thesaurus.yaml``, read and found in a text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ingest.words import STOPWORDS, stem, tokenize

_LONG = 3  # a phrase of so many words tells something, even where all of them are small ("on their own")


@dataclass(frozen=True, slots=True)
class Saying:
    """An everyday phrase found in a list of stems, from ``first`` to before ``past``, and the stems it may stand for."""

    first: int
    past: int
    stands_for: tuple[str, ...]


@dataclass(frozen=True)
class Thesaurus:
    """Stems of everyday phrases -> stems of the words that reports use for them."""

    sayings: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    longest: int = 0

    def stands_for(self, word: str) -> tuple[str, ...]:
        """Stems of the report words that a word, given by its stem, may stand for."""
        return self.sayings.get((word,), ())

    def find(self, stems: list[str]) -> list[Saying]:
        """The phrases of two words or more in a list of stems, longest first at each place, none overlapping."""
        found, at = [], 0
        while at < len(stems):
            sizes = range(min(self.longest, len(stems) - at), 1, -1)
            size = next((n for n in sizes if tuple(stems[at : at + n]) in self.sayings), 0)
            if size:
                found.append(Saying(at, at + size, self.sayings[tuple(stems[at : at + size])]))
            at += size or 1
        return found


def build_thesaurus(entries: Mapping[str, Iterable[str]]) -> Thesaurus:
    """The thesaurus of ``report word: [other words and phrases]``."""
    sayings: dict[tuple[str, ...], dict[str, None]] = {}
    for word, others in entries.items():
        for other in others:
            tokens = tokenize(str(other))
            if len(tokens) >= _LONG or any(token.word not in STOPWORDS for token in tokens):
                sayings.setdefault(tuple(token.stem for token in tokens), {})[stem(str(word).lower())] = None
    kept = {key: tuple(words) for key, words in sayings.items() if key}
    return Thesaurus(kept, max(map(len, kept), default=0))
