"""Things told in pairs ("A held one on cannabis, B on alcohol") that a claim puts together the other way round."""

import re

from ingest.words import STOPWORDS, stem, tokenize
from rag.claim_cues import cue
from rag.claim_manner import capitals_in

_DOES = re.compile(r"\b(?P<name>[A-Z][\w'’-]+)\s(?:has |have |had |also |then )?(?P<verb>[a-z]+(?:ed|s|ing|t|d|e))\b")
_DONE_BY = re.compile(r"\b(?P<verb>[a-z]+(?:ed|en|t))\sby\s(?:the\s)?(?P<name>[A-Z][\w'’-]+)")
_SPEAKER = re.compile(
    rf"(?P<who>(?:[Tt]he )?[\w'’ ]{{2,40}}?)(?: itself| instead| also| now)? {cue('speaks').pattern}", re.I
)
_PRONOUN = re.compile(r"(?:it|they|we|he|she|this|that|officers|members|experts|some|many|people|critics)", re.I)
_PART = re.compile(r"\s?;\s|,?\s(?:and|while|whilst|whereas|but)\s", re.I)


def are_swapped(text: str, sentence: str) -> bool:
    """Whether every part of a claim takes names of two parts of a sentence, each of which has its own."""
    single = _own_names(sentence)
    told = [[bool(_words(part) & own) for own in single] for part in _PART.split(text)]
    telling = [flags for flags in told if any(flags)]
    return len(single) > 1 and len(telling) > 1 and all(sum(flags) > 1 for flags in telling)


def are_mispaired(text: str, sentence: str) -> bool:
    """Whether a claim of one thing puts together names of two parts of a sentence, each of which pairs its own."""
    if len(_PART.split(text)) > 1:
        return False
    taken = [own for own in _own_names(sentence) if _words(text) & own]
    return len(taken) > 1 and all(len(own) > 1 for own in taken)


def _own_names(sentence: str) -> list[set[str]]:
    """For each part of a sentence that has names or numbers of its own, those."""
    theirs = [_named(part, sentence) for part in _PART.split(sentence)]
    single = [own - set().union(*(other for other in theirs if other is not own)) for own in theirs]
    return [own for own in single if own]


def are_actors_swapped(text: str, sentence: str) -> bool:
    """Whether one name does in a claim what another name of it does in a sentence: "A asked B" for "B asked A"."""
    mine, theirs = _doings(text), _doings(sentence)
    names = {name for name, _ in mine} | capitals_in(text)
    for name, doing in mine:
        doers = {other for other, done in theirs if done == doing}
        if doers and name not in doers and name in capitals_in(sentence) and doers <= names:
            return True
    return False


def is_of_other_speaker(text: str, sentence: str) -> bool:
    """Whether a claim has one body say what a sentence has another say ("the government blames ..." for "DrugWise states ...")."""
    mine, theirs = _SPEAKER.match(text), _SPEAKER.match(sentence)
    if not mine or not theirs or cue("of_report").search(mine["who"]) or not capitals_in(theirs["who"]):
        return False
    who, other = _words(mine["who"]), _words(theirs["who"])
    return bool(who and other) and not who & other and not _PRONOUN.fullmatch(mine["who"])


def _doings(text: str) -> set[tuple[str, str]]:
    """Each name with the stem of the verb right after it, or, where it is done by it, right before it."""
    found = [match for pattern in (_DOES, _DONE_BY) for match in pattern.finditer(text)]
    return {(m["name"].lower(), stem(m["verb"].lower())) for m in found if m["verb"].lower() not in STOPWORDS}


def _named(part: str, sentence: str) -> set[str]:
    """The words of a part that the sentence writes with a capital letter, and its numbers."""
    names = capitals_in(sentence)
    return {word for word in _words(part) if word in names or word[0].isdigit()}


def _words(text: str) -> set[str]:
    return {token.word for token in tokenize(text) if token.word not in STOPWORDS}
