"""A sentence with tokens, cut into clauses: for which areas and periods each token is used."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.words import STOPWORDS, split_sentences, tokenize

TOKEN = re.compile(r"\[([fs]\d+)\]")
_CUT = re.compile(
    r"\s*[,;:()]\s*|\s(?:and|but|or|while|whereas|against|versus|than|compared (?:with|to)|followed by|next is|then)\s|"
    r"\s(?=(?:from|to)\s(?:\w+\s){0,2}?\[f)",
    re.I,
)
_CONTRAST = re.compile(r"\b(?:against|versus|than|compared|while|whereas|but|followed|next)\b", re.I)
_LISTED = re.compile(r"\s*,?\s*(?:and|or)?\s*", re.I)
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
    pieces, joints = _pieces_of(sentence)
    bare = [_is_setting_alone(piece, lexicon) for piece in pieces]
    areas = _with_listed([areas_in(piece, lexicon) for piece in pieces], bare, joints)
    periods = _with_listed([periods_in(piece) for piece in pieces], bare, joints)
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


def _pieces_of(sentence: str) -> tuple[list[str], list[str]]:
    """The pieces between the cuts, and what stands before each of them, all cuts since the last piece together."""
    pieces: list[str] = []
    joints: list[str] = []
    at, joint = 0, ""
    for start, end in [*(match.span() for match in _CUT.finditer(sentence)), (len(sentence), len(sentence))]:
        if sentence[at:start].strip():
            pieces.append(sentence[at:start])
            joints.append(joint)
            joint = ""
        joint, at = joint + sentence[start:end], end
    return pieces, joints


def _is_setting_alone(piece: str, lexicon: Lexicon) -> bool:
    """Whether a piece is a place or a time and nothing else: "in Dudley"."""
    spans = [(m.start, m.end) for m in lexicon.find_areas(piece)] + [(m.start, m.end) for m in find_periods(piece)]
    others = [t for t in tokenize(piece) if not any(start <= t.start < end for start, end in spans)]
    return bool(spans) and all(token.word in STOPWORDS for token in others) and not TOKEN.search(piece)


def _with_listed(named: list[frozenset[str]], bare: Sequence[bool], joints: Sequence[str]) -> list[frozenset[str]]:
    """What each piece names, with what is listed beside it: "43 deaths in Coventry and Dudley" are said of both."""
    found, left = list(named), list(range(len(named)))
    for at in range(len(named) - 1):
        if bare[at] and found[at] and found[at + 1] and _LISTED.fullmatch(joints[at + 1]):
            found[at + 1] |= found[at]
            left.remove(at)
    for before, at in reversed(list(zip(left, left[1:], strict=False))):
        if (
            bare[at]
            and found[at]
            and found[before]
            and _LISTED.fullmatch(joints[before + 1])
            and _LISTED.fullmatch(joints[at])
        ):
            is_last = at + 1 == len(named) or not re.search(r"[(:]", joints[at + 1])
            found[before] |= found[at] if is_last else frozenset()
    return found


def _in_force(named: Sequence[frozenset[str]], at: int, before: frozenset[str], contrasts: bool) -> frozenset[str]:
    earlier = next((one for one in reversed(named[: at + 1]) if one), frozenset())
    if earlier:
        return earlier
    later = {one for one in named[at + 1 :] if one}
    if len(later) == 1 and not contrasts:
        return later.pop()
    return before or next((one for one in named[at + 1 :] if one), frozenset())
