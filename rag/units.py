"""Which passages can be an answer as they stand, and what speaks against one."""

import re

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.records import Passage
from ingest.words import split_statements
from rag.cues import load_cues
from rag.fit import TELLING, most_special, telling
from rag.query import Query

_REGULAR = re.compile(
    r"\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|regular(?:ly)?|every (?:day|week|month|quarter|year))\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:which|what|the|all|these|those|name|\d|two|three|four|five|six|seven|eight) (?:[\w'-]+ ){0,2}?"
    r"(?!was|is|has|does|this|its|us|drugs|services)[a-z]{3,}(?<!s)s\b|"
    r"\bwho(?:'s| is| are| all)? (?:on|in|attends?|goes|belongs)\b|"
    r"\bwho(?:'?s)? (?:[\w']+ ){0,3}?(?:sits?|sat|seated|seats?|makes? up|involved|(?:round|around|at) the table)\b",
    re.I,
)
_NO_COUNT = ("once", "one", "quarter")  # alone they count nothing ("once it was acknowledged", "the one that")
_LEFT_OUT = re.compile(r"\([^)]*\b(?:excluded|excluding|except|not included|does not|do not)\b[^)]*\)", re.I)
_DURATION = re.compile(
    r"\b(?:an?|another|one|a further|a whole|the next) (?:\w+ )?(?:day|week|fortnight|month|quarter|year|decade)s?\b",
    re.I,
)
_OF_SOME = re.compile(r"\b(?:out of|how many (?:of|in every))\b", re.I)  # "one in five" answers it
_PER = re.compile(r"\bper\s$", re.I)
_LAST = re.compile(r"\b(?:last|past|previous|next|coming) $", re.I)
_YEARS = re.compile(r" (?:financial |fiscal |calendar )?(?:years|months|weeks|decades)\b", re.I)
_YEARS_OF = re.compile(r" (?:years|months|decades) of\b", re.I)  # how long something went on counts nothing
_LONGEST_ITEM = 200  # of a list
_SHORT_ITEM = 300  # an item of several sentences that is longer is answered from by its sentences
_NOTE = re.compile(r"\([^()]*\)\W*")  # "(Data sourced from ...)" under a table
_OF_ORIGIN = ("source", "who", "when", "where")
_NARROWING = ("sex", "age", "substance", "group")


def is_unit(passage: Passage) -> bool:
    """Whether a passage can be an answer as it stands: a sentence, a short item, a one-sentence paragraph or a whole list."""
    if passage.kind == "item" and len(passage.text) <= _SHORT_ITEM:
        return True
    return passage.kind not in ("prose", "item") or is_list(passage) or len(split_statements(passage.text)) == 1


def is_list(passage: Passage) -> bool:
    """Whether a passage is a whole list of short items, with or without the sentence that introduces it."""
    lines = passage.text.count("\n") + 1
    return passage.kind == "prose" and lines > 1 and len(passage.text) / lines <= _LONGEST_ITEM


def wants_list(query: Query) -> bool:
    """Whether several things are asked for: "list ...", "which treaties ...", "who sits on ...", each area."""
    several = query.form in ("", "who") and not query.number_wanted and not query.yes_no and _SEVERAL.search(query.text)
    return query.form == "list" or query.every_area or bool(several)


def can_answer(query: Query, passage: Passage) -> bool:
    """Whether a passage has the form of what is asked for: no list for a reason or a meaning, a figure for a number."""
    if is_list(passage) and not wants_list(query) or _NOTE.fullmatch(passage.text) and query.form not in _OF_ORIGIN:
        return False
    return not query.number_wanted or query.form == "list" or _has_figure(query, passage.text) and not is_list(passage)


def misfits(query: Query, passage: Passage, parent: str, lexicon: Lexicon) -> dict[str, float]:
    """What speaks against a passage: terms of the question that nothing in or around it names, another place or time.

    ``narrowing`` and ``telling`` are numbers of terms; the others are 0 or 1.
    """
    section = " ; ".join(passage.locator.section[-1:])
    around = f"{section} ; {parent} ; {passage.text}"
    there = lexicon.all_concepts(around)
    there |= {
        broad for term in there if lexicon.concepts[term].facet in _NARROWING for broad in lexicon.broader_of(term)
    }
    asked = most_special(telling(query.concepts, lexicon), lexicon)
    missing = [lexicon.concepts[term].facet for term in asked if term not in there]
    found = {
        "narrowing_missing": float(sum(facet in _NARROWING for facet in missing)),
        "telling_missing": float(sum(facet in TELLING and facet not in _NARROWING for facet in missing)),
    }
    if query.number_wanted and query.form != "list":
        found["figure_of_other_terms"] = found["telling_missing"] + found["narrowing_missing"]
        found["figure_of_other_setting"] = float(not _fits_setting(query, passage.text, section, parent, lexicon))
    return found


def _has_figure(query: Query, text: str) -> bool:
    dates = [(mention.start, mention.end) for mention in find_periods(text)]
    numbers = [n for n in find_numbers(text) if not any(start <= n.start < end for start, end in dates)]
    numbers = [n for n in numbers if n.printed.lower() not in _NO_COUNT and not _PER.search(text[: n.start])]
    if not load_cues().has("how_long", query.text):
        numbers = [n for n in numbers if not (_LAST.search(text[: n.start]) and _YEARS.match(text, n.end))]
        numbers = [n for n in numbers if not _YEARS_OF.match(text, n.end)]
    if query.wants == "money":
        return any(n.unit == "£" for n in numbers)
    if query.wants == "often":
        return any(n.unit == "interval" for n in numbers) or bool(_REGULAR.search(text))
    if load_cues().has("how_long", query.text) and _DURATION.search(text):
        return True
    if query.wants == "count":
        shares = ("%", "percentage points") if _OF_SOME.search(query.text) else ("%", "percentage points", "share")
        return any(n.unit not in shares and not n.unit.startswith("per ") for n in numbers)
    return bool(numbers)


def _fits_setting(query: Query, text: str, section: str, parent: str, lexicon: Lexicon) -> bool:
    local = {a for a in query.areas if a in lexicon.areas and lexicon.areas[a].kind == "local"}
    told = text if query.yes_no else _LEFT_OUT.sub(" ", text)  # what is left out answers "is it in there?"
    named = {m.name for m in lexicon.find_areas(f"{told} ; {section}")}
    if local and not local & named:
        return False
    asked = set(query.periods)
    there = {m.period for m in find_periods(text)} or {m.period for m in find_periods(parent)}
    return not asked or not there or any(p.start <= t.end and t.start <= p.end for p in asked for t in there)
