"""A follow-up put in the plain words that are read: "the one straight after it?" is "and next?", "Dudley's the higher of the pair" a comparison."""

import re

from rag.cues import Cues
from rag.follow_up_other_way import asked_the_other_way
from rag.query import Query
from rag.question_clauses import without_remarks
from rag.read_question import Reader

_PAIR = 2
_TAG = re.compile(r",?\s*\w+n['’]?t (?:it|they|he|she|that)\W*$", re.I)


def put_plainly(question: str, history: tuple[Query, ...], reader: Reader) -> str:
    """The follow-up without remarks, in plain words where it asks for the next place of a ranking or compares two places told before."""
    if "rank" in history[-1].operations and reader.cues.has("next_place_said", question):
        return "and next?"
    if reader.cues.has("rest_percent", question):
        return "and what percentage were not?"
    plain = without_remarks(question, reader.cues)
    return (
        _compared_in_pair(plain, history, reader)
        or asked_the_other_way(plain, history[-1], reader)
        or _of_later_time(plain, reader)
        or _places_not_told(plain, history[-1], reader)
        or plain
    )


def _places_not_told(question: str, last: Query, reader: Reader) -> str:
    """The plain question for the places other than those told of before ("each of the councils you have not mentioned")."""
    lexicon = reader.lexicon
    named = [mention.name for mention in lexicon.find_areas(question) if mention.kind != "every"]
    asked = reader.cues.has("places_not_told", question) and bool(_local(last.areas, reader))
    return "and the others?" if asked and not named and not last.left_out else ""


def _compared_in_pair(question: str, history: tuple[Query, ...], reader: Reader) -> str:
    """The comparison of the place that is named with the other one of the two spoken of, or ""."""
    size = reader.cues.find("one_of_pair", question)
    if size is None or _leaves_open(question, reader.cues):
        return ""
    named = _local(tuple(mention.name for mention in reader.lexicon.find_areas(question)), reader)
    told = _local(tuple(area for turn in history[-_PAIR:] for area in turn.areas), reader)
    others = [area for area in told if area not in named]
    if len(named) != 1 or len(others) != 1:
        return ""
    return f"is {named[0]} {size['size'] or size['than']} than {others[0]}?"


def _local(areas: tuple[str, ...], reader: Reader) -> list[str]:
    known = reader.lexicon.areas
    return [area for area in dict.fromkeys(areas) if area in known and known[area].kind == "local"]


def _leaves_open(question: str, cues: Cues) -> bool:
    """Whether it asks which of the two, denies it, or speaks of how they changed."""
    return cues.has("choosing_area", question) or cues.has("denied", _TAG.sub("", question))


def _of_later_time(question: str, reader: Reader) -> str:
    """The plain question for the same thing at the time that is moved on to ("fast forward to 24/25, what's the total now?")."""
    moved = reader.cues.find("moved_on_to", question)
    return f"and {moved['time'] or 'the year after'}?" if moved else ""
