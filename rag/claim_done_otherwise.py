"""Whether a sentence has another one do what a claim has somebody do, or one thing rather than the other, turned round."""

import re

from ingest.lexicon import Lexicon
from ingest.words import STOPWORDS, tokenize
from rag.claim_affiliations import body_instead
from rag.claim_covered import key_of
from rag.claim_doers import who_instead

_RATHER = re.compile(r"\b(?:rather than|instead of|as opposed to|and not|but not)\b", re.I)
_NEXT = 3  # telling words before "rather than"
_END = re.compile(r"[,;.]")


def is_done_otherwise(text: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence has another one do what a claim tells, another body's person, or the one thing rather than the other."""
    return (
        any(who_instead(text, sentence, lexicon))
        or bool(body_instead(text, sentence, lexicon))
        or is_other_way_round(text, sentence)
    )


def is_other_way_round(text: str, sentence: str) -> bool:
    """Whether "A rather than B" stands in a claim and "B rather than A" in a sentence, by the words next to it."""
    mine, theirs = _RATHER.search(text), _RATHER.search(sentence)
    if not mine or not theirs:
        return False
    (said, denied), (told, other) = _sides(text, mine), _sides(sentence, theirs)
    return len(said & other) > len(said & told) and len(said & other) > len(denied & other)


def _sides(text: str, rather: re.Match[str]) -> tuple[set[str], set[str]]:
    """The words of a text before "rather than", and those of what it sets apart by it."""
    return set(_keys(text[: rather.start()])[-_NEXT:]), set(_keys(_END.split(text[rather.end() :])[0]))


def _keys(text: str) -> list[str]:
    return [key_of(token.stem) for token in tokenize(text) if token.word not in STOPWORDS]
