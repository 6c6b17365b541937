"""What a follow-up points back to, put into its words before it is read: "worse than that" of England's average, "which of those" of kinds."""

import re

from rag.query import Query
from rag.read_question import Reader

_THAN_THAT = re.compile(
    r"\b(?P<by>than|below|above|under|over|beneath|beats?|beat|exceed(?:s|ed)?|match(?:es|ed)?|against|with|to) "
    r"(?:that|it|this|the average|that (?:average|figure|one|rate|level|number|mark))\b(?! (?:of|for|in)\b)",
    re.I,
)
_IS_IT = re.compile(r"(?:(?:and|so|but|ok|then)[,!.]? )*(?:is|was|are|were) ", re.I)
_WHICH_OF_THEM = re.compile(r"\b(?P<ask>which|what)(?: one| ones)? (?:out )?of (?:these|those|them|that lot)\b", re.I)
_KINDS = re.compile(
    r"\b(?:which|what) (?P<kinds>(?:[\w-]+ ){0,4}?"
    r"(?:types|kinds|sorts|categories|disposals|outcomes|client groups|groups of clients)"
    r"(?: (?:for|of|from|among|in) (?:[\w-]+ ){0,3}?[\w-]+"
    r"(?= (?:went|rose|fell|grew|had|has|have|are|is|were|was|did|do|got|saw|increased|decreased|dropped)\b))?)\b",
    re.I,
)


def with_words_meant(question: str, last: Query, reader: Reader) -> str:
    """The question with the country, or the kinds, that the turn before named in place of the word that points back to them."""
    return _with_kinds(_with_country(question, last, reader), last)


def _with_country(question: str, last: Query, reader: Reader) -> str:
    """ "Which places were worse than that?", "is Sandwell above it?" after the average of the country alone was asked for."""
    lexicon = reader.lexicon
    country = [area for area in last.areas if area in lexicon.compare]
    alone = len(country) == len(last.areas) == 1 and not last.every_area
    named = [mention for mention in lexicon.find_areas(question) if mention.kind in ("local", "group", "country")]
    of_one = len(named) == 1 and named[0].kind == "local" and _IS_IT.match(question) is not None
    if not alone or not (of_one or reader.cues.has("choosing", question) and not named):
        return question
    return _THAN_THAT.sub(lambda match: f"{match['by']} {country[0]}", question)


def _with_kinds(question: str, last: Query) -> str:
    """ "Which of these rose fastest?" after "which outcome types went up?"."""
    kinds = _KINDS.search(last.text)
    return (
        _WHICH_OF_THEM.sub(lambda match: f"{match['ask']} of those {kinds['kinds']}", question) if kinds else question
    )
