"""Which passages can be an answer as they stand, and which can hold what a question asks for."""

import re

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.records import Passage
from ingest.words import split_sentences
from rag.fit import TELLING, most_special, telling
from rag.query import Query

_REGULAR = re.compile(
    r"\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|regular(?:ly)?|every (?:day|week|month|quarter|year))\b",
    re.I,
)
_LONGEST_ITEM = 200
_NARROWING = ("sex", "age", "substance", "group")


def is_unit(passage: Passage) -> bool:
    """Whether a passage can be an answer as it stands: a sentence, an item, a one-sentence paragraph or a whole list."""
    return passage.kind != "prose" or is_list(passage) or len(split_sentences(passage.text)) == 1


def is_list(passage: Passage) -> bool:
    """Whether a passage is a whole list of short items, with or without the sentence that introduces it."""
    lines = passage.text.count("\n") + 1
    return passage.kind == "prose" and lines > 1 and len(passage.text) / lines <= _LONGEST_ITEM


def can_answer(query: Query, passage: Passage, parent: str, lexicon: Lexicon) -> bool:
    """Whether a passage can hold what is asked for.

    It speaks of the part, age, substance or group asked for; and where a number is asked for it has one, names the
    measure, and does not speak of another place or time only.
    """
    if is_list(passage) and query.form != "list" and not query.every_area:
        return False
    section = " ; ".join(passage.locator.section[-1:])
    around = f"{section} ; {parent} ; {passage.text}"
    if not _names(query, around, _NARROWING, lexicon):
        return False
    if not query.number_wanted or query.form == "list":
        return True
    if not _has_figure(query, passage.text) or not _names(query, around, TELLING, lexicon):
        return False
    return _fits_setting(query, passage.text, section, parent, lexicon)


def _has_figure(query: Query, text: str) -> bool:
    numbers = find_numbers(text)
    if query.wants == "money":
        return any(n.unit == "£" for n in numbers)
    if query.wants == "often":
        return any(n.unit == "interval" for n in numbers) or bool(_REGULAR.search(text))
    if query.wants == "count":
        return any(n.unit not in ("%", "percentage points", "share") and not n.unit.startswith("per ") for n in numbers)
    return bool(numbers)


def _names(query: Query, text: str, facets: tuple[str, ...], lexicon: Lexicon) -> bool:
    there = lexicon.all_concepts(text)
    asked = most_special(telling(query.concepts, lexicon), lexicon)
    return all(term in there for term in asked if lexicon.concepts[term].facet in facets)


def _fits_setting(query: Query, text: str, section: str, parent: str, lexicon: Lexicon) -> bool:
    local = {a for a in query.areas if a in lexicon.areas and lexicon.areas[a].kind == "local"}
    named = {m.name for m in lexicon.find_areas(f"{text} ; {section}")}
    if local and not local & named:
        return False
    asked = set(query.periods)
    there = {m.period for m in find_periods(text)} or {m.period for m in find_periods(parent)}
    return not asked or not there or any(p.start <= t.end and t.start <= p.end for p in asked for t in there)
