"""Who does a thing by a claim ("... is written by the board"), against who does it by a sentence.

A sentence may have every word of a claim, the name of its doer too, and yet have another one do it.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from ingest.lexicon import Lexicon
from rag.claim_covered import keys_in

_WHO = r"[\w'’&/-]+(?: (?!(?:and(?! (?-i:[A-Z]))|or|but|who|which|that|to|at|in|on)\b)[\w'’&/-]+){0,7}"
_HIMSELF = re.compile(r",?\s(?:himself|herself|itself|themselves|personally|in person)\b,?", re.I)
_QUOTED = re.compile(r"['‘“\"][A-Z][^'’”\"]+['’”\"]")
_LET = re.compile(
    r"\b(?:allow|enabl|let|help|invit|ask)\w*\s(?P<who>(?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)(?:, too,| too)?\s(?:to )?$"
)
_AUXILIARY = re.compile(
    r"(?:\s(?:is|was|were|are|be|been|being|has|have|had|will|would|to|also|then|now|newly|recently|jointly|both))+$",
    re.I,
)
_PASSIVE = re.compile(r"\s(?:is|was|were|are|be|been|being|get|gets|got)(?:\s(?:also|then|now|not|jointly))*$", re.I)
_WHERE = re.compile(
    r"\s(?:at|in|to|on|during|for|from|under|last|this)\b|\s?[,.;]|$", re.I
)  # "the paper presented at ..."
_GOES_ON = re.compile(r",?\s(?:and|or)$", re.I)  # "A leads a group, and develops ..."
_LEADS_IN = re.compile(r"(?:after|before|in|on|at|under|with|by|for|from|since|during|as|to)\b", re.I)
_LONGEST, _FIRST = 8, 3  # words


def who_instead(text: str, sentence: str, lexicon: Lexicon) -> tuple[str, str]:
    """Who does a thing by a claim, and who else does it by a sentence; both "" where they do not tell of two."""
    for act in _acts():
        mine, theirs = _doer(text, act), _doer(sentence, act)
        if mine and theirs and not _are_one(mine, theirs, lexicon):
            return mine, theirs
    return "", ""


def without_emphasis(text: str) -> str:
    """A text without "himself", "personally"."""
    return _HIMSELF.sub("", text)


def _doer(text: str, act: re.Pattern[str]) -> str:
    """Who does the act by a text: after "by", or as what the sentence, or its clause, is about; "" where it does not tell."""
    text = _QUOTED.sub("it", without_emphasis(text))
    verb = act.search(text)
    if verb is None:
        return ""
    by = re.match(rf"\sby\s(?:the\s)?(?P<who>{_WHO})", text[verb.end() :])
    if by:
        return by["who"]
    before = text[: verb.start()].rstrip()
    let = _LET.search(f"{before} ")
    if let:
        return let["who"]
    if (
        _PASSIVE.search(before)
        or _WHERE.match(text[verb.end() :])
        or re.search(r"\b(?:an?|the|its|their|his|new|of|this)$", before, re.I)
    ):
        return ""
    return _subject(_AUXILIARY.sub("", before))


def _subject(before: str) -> str:
    """What a clause is about, of which only what stands before its verb is given: its first words, as far as they name one."""
    before = re.split(r"\b(?:which|that|who|whom)\s", before)[-1]
    parts = [part.strip() for part in re.split(r"[,;:]\s", before) if part.strip()]
    main = next((part for part in parts if not _LEADS_IN.match(part)), "")
    words = main.split()
    if len(words) <= _LONGEST:
        return main
    return " ".join(words[:_FIRST]) if _GOES_ON.search(before) else ""


def _are_one(mine: str, theirs: str, lexicon: Lexicon) -> bool:
    """Whether two may be one: the same body of the glossary, else a common word; "West Midlands Police" is not its Commissioner."""
    bodies = [_bodies(who, lexicon) for who in (mine, theirs)]
    own = [keys_in(_without_bodies(who, lexicon)) for who in (mine, theirs)]
    if any(bodies):
        return bool(set(bodies[0]) & set(bodies[1]) or own[0] & own[1])
    same = lexicon.with_broader(lexicon.all_concepts(mine)) & lexicon.with_broader(lexicon.all_concepts(theirs))
    return bool(same or own[0] & own[1] or not all(own))


def _without_bodies(who: str, lexicon: Lexicon) -> str:
    for mention in sorted(lexicon.find_concepts(who), key=lambda one: -one.start):
        if lexicon.concepts[mention.name].facet == "body":
            who = f"{who[: mention.start]} {who[mention.end :]}"
    return who


def _bodies(who: str, lexicon: Lexicon) -> list[str]:
    return [m.name for m in lexicon.find_concepts(who) if lexicon.concepts[m.name].facet == "body"]


@lru_cache(maxsize=1)
def _acts() -> tuple[re.Pattern[str], ...]:
    given = yaml.safe_load((Path(__file__).parent / "claim_acts.yaml").read_text(encoding="utf-8"))
    return tuple(re.compile(rf"\b(?:{'|'.join(group)})\b", re.I) for group in given)
