"""A sentence with tokens, cut into clauses: for which areas and periods each token is used."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.words import split_sentences

TOKEN = re.compile(r"\[([fs]\d+)\]")
_CUT = re.compile(
    r"\s*[,;:()]\s*|\s(?:and|but|or|while|whereas|against|versus|than|compared (?:with|to)|followed by|next is|then)\s|"
    r"\s(?=(?:from|to)\s(?:\w+\s){0,2}?\[f)",
    re.I,
)
_CONTRAST = re.compile(r"\b(?:against|versus|than|compared|while|whereas|but|followed|next)\b", re.I)
EVERY = "every area"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its words, its tokens, and the areas and periods that it is about.

    ``areas`` and ``periods`` are the ones in force: the clause's own, else those of the clause before it, else the only
    ones that the sentence names (where it sets nothing against another), else those that held before the sentence.
    ``is_dated`` tells whether a period was named before or in the clause, not only after it.
    """

    text: str
    tokens: tuple[str, ...]
    areas: frozenset[str]
    periods: frozenset[str]
    is_dated: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """Areas and periods that are spoken of."""

    areas: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()


def clauses_of(sentence: str, lexicon: Lexicon, before: Setting = Setting()) -> list[Clause]:
    """The clauses of a sentence in order; ``before`` is the setting that the sentences before it left."""
    pieces = [piece for piece in _CUT.split(sentence) if piece.strip()]
    areas = [areas_in(piece, lexicon) for piece in pieces]
    periods = [periods_in(piece) for piece in pieces]
    contrasts = bool(_CONTRAST.search(sentence))
    return [
        Clause(
            piece,
            tuple(TOKEN.findall(piece)),
            _in_force(areas, at, before.areas, contrasts),
            _in_force(periods, at, before.periods, contrasts),
            any(periods[: at + 1]) or bool(before.periods),
        )
        for at, piece in enumerate(pieces)
    ]


def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of a text with tokens, one of which may begin a sentence."""
    return tuple(part for one in split_sentences(text) for part in re.split(r"(?<=[.!?])\s+(?=\[f\d)", one))


def setting_after(sentence: str, lexicon: Lexicon, before: Setting) -> Setting:
    """The setting that a sentence leaves to the next one."""
    last = clauses_of(sentence, lexicon, before)[-1:]
    return Setting(last[0].areas, last[0].periods) if last else before


def areas_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Canonical names of the places that a text names; "our region" is the region, "all seven" is EVERY."""
    names = {"here": lexicon.region, "every": EVERY}
    found = {names.get(mention.kind, mention.name) for mention in lexicon.find_areas(TOKEN.sub(" ", text))}
    return frozenset(found)


def periods_in(text: str) -> frozenset[str]:
    """Canonical labels of the periods that a text names."""
    return frozenset(mention.period.label for mention in find_periods(text))


def _in_force(named: Sequence[frozenset[str]], at: int, before: frozenset[str], contrasts: bool) -> frozenset[str]:
    earlier = next((one for one in reversed(named[: at + 1]) if one), frozenset())
    if earlier:
        return earlier
    later = {one for one in named[at + 1 :] if one}
    if len(later) == 1 and not contrasts:
        return later.pop()
    return before or next((one for one in named[at + 1 :] if one), frozenset())
