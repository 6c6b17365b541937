"""Whose person a claim says somebody is ("Public Health England's A B"), against the sentence that tells whose he is."""

import re

from ingest.lexicon import Lexicon
from ingest.words import STOPWORDS, tokenize
from rag.claim_covered import key_of

_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+)+"
_BODY = r"(?:[A-Z][\w&-]+|of|and|for|the)(?: (?:[A-Z][\w&-]+|of|and|for|the))*"
_BODYS_PERSON = re.compile(rf"\b(?P<body>[A-Z][\w&-]+(?: {_BODY})?)['’]s (?P<person>{_NAME})")
_PERSON_OF = re.compile(
    rf"\b(?P<person>{_NAME})(?: \([^)]*\))?(?:,? who works (?:for|at)|,(?: [\w-]+){{1,5}}? (?:of|from|at|for|with|to)| (?:of|from|at)) (?:the )?(?P<body>[A-Z][\w&-]+(?: {_BODY})?)"
)
_NEXT_TO = 90  # letters after a name, in which a sentence tells whose the person is
_OF_OFFICE = re.compile(r"\b(?:office|team|staff)\b", re.I)


def body_instead(text: str, sentence: str, lexicon: Lexicon) -> str:
    """The body to which a claim gives a person, where a sentence gives it to another right after the name, or does not name it; else ""."""
    told = _BODYS_PERSON.search(text) or _PERSON_OF.search(text)
    if told is None or told["person"] not in sentence or _is_known(told, lexicon) or _is_place(told["body"], lexicon):
        return ""
    after = re.split(r"[.;]", sentence.split(told["person"], 1)[1][:_NEXT_TO])[0]
    theirs = _PERSON_OF.search(f"{told['person']}{after}")
    mine = _named(told["body"], lexicon)
    other = _named(theirs["body"], lexicon) if theirs else _named(sentence, lexicon)
    if theirs is None:
        return "" if not mine or mine <= other else told["body"]
    return told["body"] if mine and not mine <= other and not (other and other <= mine) else ""


def _is_place(body: str, lexicon: Lexicon) -> bool:
    """Whether what looks like a body is a place and no more ("Dudley's Trading Standards"), which is judged by itself."""
    return any(m.end - m.start == len(body) for m in lexicon.find_areas(body))


def _is_known(told: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether what looks like a person's name is a place or a term of the glossary."""
    start, end = told.span("person")
    mentions = (*lexicon.find_areas(told.string), *lexicon.find_concepts(told.string))
    return any(m.start < end and start < m.end for m in mentions)


def _named(body: str, lexicon: Lexicon) -> frozenset[str]:
    """The body that a name names: the glossary's bodies, else its words; "West Midlands Police" is not its Commissioner."""
    bodies = {m.name for m in lexicon.find_concepts(body) if lexicon.concepts[m.name].facet == "body"}
    words = {key_of(token.stem) for token in tokenize(_OF_OFFICE.sub(" ", body)) if token.word not in STOPWORDS}
    return frozenset(bodies or words)
