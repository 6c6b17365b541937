"""Of what a follow-up speaks: the very kind asked about before, its level rather than its movement, one area's share of it."""

import re
from dataclasses import replace

from ingest.lexicon import Lexicon
from rag.cues import Cues
from rag.query import Query
from rag.read_question import Reader

_DOES = re.compile(r"(?:(?:and|so|but|ok|then)[,!.]? )*(?:does|do|did)(?:n['’]?t)? ", re.I)


def of_that_kind(query: Query, last: Query, reader: Reader) -> Query:
    """The query without terms that only call the earlier measure by a general name ("that fall, as a number of deaths")."""
    pointers = ("told_before",) if query.areas else ("that", "those")
    if not query.concepts or not any(reader.cues.has(pointer, query.text) for pointer in pointers):
        return query
    known = {broad for name in last.concepts for broad in reader.lexicon.broader_of(name)}
    return query if set(query.concepts) - known else replace(query, concepts=())


def of_every_kind(query: Query, last: Query, reader: Reader) -> Query:
    """The turn before without the kind of people that it was narrowed to, where all kinds are asked for ("and for all substances?")."""
    if query.concepts or not reader.cues.has("of_all_kinds", query.text):
        return last
    broad = tuple(name for name in last.concepts if reader.lexicon.concepts[name].facet not in ("client", "substance"))
    return replace(last, concepts=broad) if broad else last


def asks_whether_done(query: Query) -> bool:
    """Whether it asks only whether somebody does something with what was spoken of ("does Dudley record them?")."""
    asks_number = query.operations or query.numbers or query.wants or query.changing or query.periods
    return query.yes_no and not asks_number and _DOES.match(query.text) is not None


def asks_level(query: Query, last: Query, cues: Cues) -> bool:
    """Whether "and which had the highest number?" asks for levels, after a question about the largest rise or fall."""
    if not last.changing or query.changing or "rank" not in query.operations:
        return False
    extreme = cues.has("extreme_level", query.text) and not cues.has("extreme_level", last.text)
    complete = bool(query.concepts and query.periods) and "rank" not in last.operations
    return extreme or complete or cues.has("level_words", query.text)


def is_share_of_region(query: Query, last: Query, reader: Reader) -> bool:
    """Whether an area's share is asked of what was just told for the whole region ("of the 262, how much was Walsall's?")."""
    lexicon: Lexicon = reader.lexicon
    asks = reader.cues.operations["share"].search(query.text) is not None and "share" not in last.operations
    whole = last.every_area or set(last.areas) <= {lexicon.region}
    return asks and whole and bool(query.areas) and all(lexicon.areas[area].kind == "local" for area in query.areas)


def next_place(query: Query, last: Query, cues: Cues) -> Query:
    """The query for the place that follows in the ranking before ("and second?"), or for its other end ("and at the other end?")."""
    if "rank" in last.operations and cues.has("other_end", query.text):
        return replace(query, low=not last.low, operations=last.operations, nth=0, top=1)
    match = cues.find("place_only", query.text) if "rank" in last.operations else None
    if match is None:
        return query
    nth = _PLACES.get(match["place"].lower()[:3], (last.nth or 1) + 1)
    return replace(query, nth=nth, low=last.low, operations=last.operations, relative="")


def share_of_turns(query: Query, history: tuple[Query, ...], reader: Reader) -> Query:
    """The query for a share, where "as a percentage?" follows a part that was asked for after its whole."""
    if len(history) < 2 or "percent_change" not in query.operations or query.changing or query.numbers:
        return query
    earlier, last = history[-2:]
    moved = {"trend", "difference", "percent_change", "compare"} & {*last.operations, *earlier.operations}
    parts = {broad for name in last.concepts for broad in reader.lexicon.broader_of(name)} & set(earlier.concepts)
    if moved or last.changing or not parts or set(last.concepts) == set(earlier.concepts):
        return query
    concepts = tuple(dict.fromkeys((*earlier.concepts, *last.concepts)))
    return replace(query, concepts=concepts, operations=("share",), wants="percent")


_PLACES = {"sec": 2, "2nd": 2, "thi": 3, "3rd": 3, "fou": 4, "run": 2}
