"""Typing mistakes mended by the words of the reports, the glossary and the places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml
from rapidfuzz import fuzz, process

from ingest.lexicon import Lexicon
from ingest.words import STOPWORDS, stem, tokenize

_SHORTEST = 5
_ACRONYM = 5
_LIKENESS = 84.0


@dataclass(frozen=True, eq=False)
class Shorthand:
    """How people type: patterns and words, each with what it is written out to."""

    phrases: tuple[tuple[re.Pattern[str], str], ...]
    words: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Speller:
    """Known words with how often they occur."""

    known: Mapping[str, int]
    choices: list[str] = field(default_factory=list)

    def mend(self, text: str) -> str:
        """The text with shorthand written out and near misses of known words put right; numbers and known words stay."""
        for pattern, written_out in _shorthand().phrases:
            text = pattern.sub(written_out, text)
        out, at = [], 0
        for token in tokenize(text):
            out.append(text[at : token.start])
            out.append(self._mended(text[token.start : token.end], token.word))
            at = token.end
        return "".join(out) + text[at:]

    def is_known(self, word: str) -> bool:
        """Whether a lower-case word occurs in the reports, the glossary or everyday English questions."""
        return word in self.known or word in STOPWORDS

    def _is_plural(self, word: str) -> bool:
        """Whether a short unknown word is a known one with an s that no stem takes off ("ROCUs", of a ROCU)."""
        return (
            word.endswith(("us", "ss"))
            and 3 < len(word) <= _ACRONYM + 1
            and not self.is_known(word)
            and word[:-1] in self.known
        )

    def _mended(self, printed: str, word: str) -> str:
        if word in _shorthand().words:
            return _shorthand().words[word]
        if self._is_plural(word):
            return printed[:-1]
        if len(word) < _SHORTEST or self.is_known(word) or not word.isalpha():
            return printed
        best = process.extractOne(word, self.choices, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        return best[0] if best and abs(len(best[0]) - len(word)) <= 2 and best[0][0] == word[0] else printed


@lru_cache(maxsize=1)
def _shorthand() -> Shorthand:
    raw = yaml.safe_load((Path(__file__).parent / "shorthand.yaml").read_text(encoding="utf-8"))
    phrases = tuple((re.compile(pattern, re.I), written_out) for pattern, written_out in raw["phrases"])
    return Shorthand(phrases, {str(word).lower(): str(full) for word, full in raw["words"].items()})


def build_speller(vocabulary: Mapping[str, int], lexicon: Lexicon, english: frozenset[str]) -> Speller:
    """A speller that knows the reports' words, the places, the glossary's terms and common English."""
    known = dict(vocabulary)
    for name in lexicon.areas:
        known.update({token.word: known.get(token.word, 1) for token in tokenize(name)})
    for phrase in lexicon.spellings:
        known.update({word: known.get(word, 1) for word in (t.word for t in tokenize(phrase))})
    targets = sorted((word for word in known if len(word) >= _SHORTEST and word.isalpha()), key=lambda w: -known[w])
    for word in english:
        known.setdefault(word, 1)
    return Speller(known, targets)


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Common English words, which are no misspellings of a report's words."""
    from spellchecker import SpellChecker

    return frozenset(
        word for word, count in SpellChecker(language="en").word_frequency.dictionary.items() if count > 60
    )


@lru_cache(maxsize=1)
def common_stems(most: int = 1200) -> frozenset[str]:
    """Stems of the commonest English words."""
    from spellchecker import SpellChecker

    counts = SpellChecker(language="en").word_frequency.dictionary
    return frozenset(stem(word) for word in sorted(counts, key=lambda w: -counts[w])[:most])
