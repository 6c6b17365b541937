"""What better, worse, improved and worsened mean for the measure that a claim speaks of: more of it, or less."""

import re
from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.records import Figure, FigureKind
from rag.claim_cues import directions_in
from rag.claim_records import Claim
from rag.judged import good_of
from rag.library import Library
from rag.query import Query

_IMPROVED = re.compile(r"\b(?:improv\w+|(?:got|gets?|getting|turned|turn) (?:\w+ )?better)\b", re.I)
_WORSENED = re.compile(
    r"\b(?:worsen\w*|deteriorat\w+|slipped back|went backwards|(?:got|gets?|getting) (?:\w+ )?worse)\b", re.I
)
_DID = re.compile(r"\b(?:(?P<better>improved)|(?P<worse>worsened|deteriorated))\b", re.I)
_JUDGED_AFTER = re.compile(r"\s(?P<word>improvement|deterioration|worsening)\b", re.I)
_JUDGED_BEFORE = re.compile(
    r"\b(?P<word>improve(?:ment|d|s)|deteriorat(?:ion|ed|es)|worsen(?:ing|ed|s))\s(?:\w+\s){0,3}?(?:of|by)\s(?:\w+\s){0,2}?$",
    re.I,
)
_BETTER_THAN = re.compile(r"\b(?:better|worse)\b(?= than\b)", re.I)
_KINDS: dict[str, FigureKind] = {"%": "change_percent", "percentage points": "change_points", "": "change_count"}
_OTHER = {"up": "down", "down": "up"}


def side_of(match: re.Match[str], claim: Claim, library: Library) -> str:
    """The side that a comparative tells: up, down or same; "better" is up where it is good to have more."""
    word, side = match.group().lower(), match.lastgroup or ""
    if word not in ("better", "worse"):
        return side
    wanted = good_of(frozenset(claim.query.concepts), library.lexicon)
    if not wanted:
        return side
    better = "up" if wanted == "more" else "down"
    return better if word == "better" else _OTHER[better]


def plain_sides(claim: Claim, library: Library, sentence: str) -> str:
    """The text with "higher" or "lower than" for "better than" and "worse than", by what is good of the measure spoken of.

    "Improved" and "worsened" are "rose" or "fell" where the sentence that the claim is held against does not judge.
    """
    wanted = good_of(frozenset(claim.query.concepts), library.lexicon)
    if not wanted:
        return claim.text
    words = ("higher", "lower") if wanted == "more" else ("lower", "higher")
    text = _BETTER_THAN.sub(lambda match: words[match.group().lower() != "better"], claim.text)
    if _IMPROVED.search(sentence) or _WORSENED.search(sentence) or not directions_in(sentence):
        return text
    went = ("rose", "fell") if wanted == "more" else ("fell", "rose")
    return _DID.sub(lambda match: went[match["better"] is None], text)


def is_turned(text: str, claim: Claim, library: Library) -> bool:
    """Whether "best" is the most and "worst" the least: it is good to have more of what the claim speaks of."""
    judged = re.search(r"\b(?:best|worst)\b", text, re.I)
    return bool(judged) and good_of(frozenset(claim.query.concepts), library.lexicon) == "more"


def judged_direction(claim: Claim, library: Library) -> str:
    """The direction that "improved" or "worsened" tells of the measure; "" where neither or both stand there."""
    improved, worsened = _IMPROVED.search(claim.text), _WORSENED.search(claim.text)
    wanted = good_of(frozenset(claim.query.concepts), library.lexicon)
    rest = _IMPROVED.sub(" ", _WORSENED.sub(" ", claim.text))
    if bool(improved) == bool(worsened) or not wanted or directions_in(rest):
        return ""
    better = "up" if wanted == "more" else "down"
    return better if improved else _OTHER[better]


def with_judgement(text: str, number: Number, figure: Figure, query: Query, lexicon: Lexicon) -> Figure:
    """A number that is said to be an improvement ("a 4.8% improvement") as a change the way that is good for the measure."""
    wanted = good_of(frozenset(query.concepts), lexicon)
    told = _JUDGED_AFTER.match(text[number.end :]) or _JUDGED_BEFORE.search(text[: number.start])
    if told is None or not wanted or figure.unit not in ("%", "percentage points", ""):
        return figure
    sign = 1 if (told["word"].lower().startswith("improv")) == (wanted == "more") else -1
    return replace(figure, kind=_KINDS[figure.unit], value=abs(figure.value) * sign)
