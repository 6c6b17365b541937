"""A claim that a thing is limited to one ("to drink and nothing else", "Birmingham alone"), of which a statement tells more.

The claim is read without the words that shut out everything else; the statement that has all of it, and sets the one in a list with
others or tells it of the whole region, speaks against it.
"""

import re
from dataclasses import dataclass

from ingest.words import STOPWORDS, tokenize
from rag.claim_about import WHOLE_REGION
from rag.claim_alike import denies_other, is_in_its_words
from rag.claim_covered import key_of
from rag.claim_cues import COUNTED_AREAS, cue
from rag.claim_desk import Desk
from rag.claim_manner import is_certain
from rag.claim_only_one import EXCLUDING, LIMITED_TO
from rag.claim_read import read_claim
from rag.claim_records import Claim, Judgement
from rag.claim_statements import About, statements_about
from rag.claim_synonyms import said_otherwise


@dataclass(frozen=True, slots=True)
class Limited:
    """A claim without the words that shut out everything else, and the one thing to which it limits what it says."""

    text: str
    one: str


def judge_nothing_else(claim: Claim, desk: Desk) -> Judgement | None:
    """Contradicted by a statement that tells of more than the one thing to which a claim limits it; else None."""
    limited = limited_to(claim.text)
    if limited is None or not is_certain(claim.text) or cue("denial").search(limited.text):
        return None
    told = statements_about(read_claim(limited.text, desk.reader), desk)
    more = next((about for about in told if _tells_more(limited, about)), None)
    if more is None:
        return None
    quote = more.one.sentence
    return Judgement("contradicted", f"The report tells of more: “{quote}”", passages=((more.one.passage, quote),))


def limited_to(text: str) -> Limited | None:
    """To what a text limits what it says; None where it shuts nothing out."""
    for pattern in LIMITED_TO:
        match = pattern.search(text)
        if match:
            plain = f"{text[: match.start()]}{match['one']}{text[match.end() :]}"
            return Limited(" ".join(plain.split()), match["one"])
    return None


def _tells_more(limited: Limited, about: About) -> bool:
    sentence = about.one.sentence
    places = [each for each in about.differences if each.kind == "area"]
    if len(places) < len(about.differences) or any(each.mine.lower() not in limited.one.lower() for each in places):
        return False
    if EXCLUDING.search(sentence) or denies_other(about) or not is_in_its_words(about):
        return False
    if any(m.kind == "local" for m in about.lexicon.find_areas(limited.one)):
        return bool(WHOLE_REGION.search(sentence) or COUNTED_AREAS.search(sentence))
    return not about.differences and _is_listed(limited.one, about)


def _is_listed(one: str, about: About) -> bool:
    """Whether a statement names the one thing as one of several in a list ("alcohol, tobacco and vapes")."""
    sentence = about.one.sentence
    there = [token.word for token in tokenize(sentence) if token.word not in STOPWORDS]
    same = [word for word in there if _are_one(one, word, about)]
    item = r"(?:[\w-]+ ){0,2}?"
    return any(
        re.search(
            rf"\b{word}\b(?: [\w-]+)?(?:,| and| as well as) {item}\w+|(?:,| and| as well as) {item}{word}\b",
            sentence,
            re.I,
        )
        for word in map(re.escape, same)
    )


def _are_one(one: str, word: str, about: About) -> bool:
    own = {key_of(token.stem) for token in tokenize(one) if token.word not in STOPWORDS}
    same_term = about.lexicon.all_concepts(one) & about.lexicon.all_concepts(word)
    return bool(own & {key_of(token.stem) for token in tokenize(word)} or same_term or said_otherwise(one, word))
