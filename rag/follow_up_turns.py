"""What a follow-up takes from two turns, or from the answer before: "so the gap is?", "is that 3% under the year before's?"."""

import re
from dataclasses import replace

from ingest.periods import Period
from rag.cues import Cues
from rag.query import Query

_GAP = {"difference", "compare", "percent_change", "ratio"}
_SUBJECT = re.compile(r"^(?:(?:so|and|but|ok),? )*(?:is|was|isn'?t|wasn'?t) (?:that|it|this)\b", re.I)
Setting = tuple[tuple[str, ...], tuple[Period, ...]]


def two_turns_set_against(query: Query, history: tuple[Query, ...]) -> Setting | None:
    """The areas and periods of the two last turns, where the question asks for the gap between their answers or their sum."""
    placed = query.areas or query.every_area or query.periods or query.since or query.relative
    asks_gap = _GAP & set(query.operations) or query.wants == "points" or "total" in query.operations
    if len(history) < 2 or placed or not asks_gap:
        return None
    if "total" in query.operations and len(history) > 2:
        return _every_turn(history)
    earlier, last = history[-2:]
    if not set(earlier.concepts) & set(last.concepts) or earlier.every_area or last.every_area:
        return None
    if len(earlier.areas) == len(last.areas) == 1 and earlier.areas != last.areas and earlier.periods == last.periods:
        return (*earlier.areas, *last.areas), last.periods
    if earlier.areas == last.areas and len(earlier.periods) == len(last.periods) == 1:
        both = tuple(sorted({*earlier.periods, *last.periods}))
        return (last.areas, both) if len(both) == 2 else None
    return None


def _every_turn(history: tuple[Query, ...]) -> Setting | None:
    """The areas of all turns, where each asked for one area of the same measure in the same period."""
    alike = {(turn.concepts, turn.periods) for turn in history}
    if len(alike) > 1 or any(len(turn.areas) != 1 for turn in history):
        return None
    return tuple(dict.fromkeys(turn.areas[0] for turn in history)), history[-1].periods


def both_measures(query: Query, history: tuple[Query, ...], cues: Cues) -> tuple[str, ...]:
    """The terms of the two last turns, where the question chooses between their measures or takes them together; else ()."""
    joins = cues.has("together", query.text) or "total" in query.operations and cues.has("those", query.text)
    joins = joins or "total" in query.operations and set(query.concepts) <= set(history[-1].concepts)
    timed = query.periods or query.since or query.relative
    gap = bool({"difference", "ratio"} & set(query.operations)) and not timed
    joins = joins or gap and set(query.concepts) <= set(history[-1].concepts)
    joins = joins or "share" in query.operations and not (query.areas or query.every_area or query.numbers or timed)
    if len(history) < 2 or not (cues.has("which_one", query.text) or joins):
        return ()
    earlier, last = history[-2:]
    new = set(query.concepts) - {*earlier.concepts, *last.concepts}
    if new or not earlier.concepts or set(earlier.concepts) == set(last.concepts) or earlier.areas != last.areas:
        return ()
    return tuple(dict.fromkeys((*earlier.concepts, *last.concepts)))


def with_gap(query: Query, setting: Setting) -> Query:
    """The query for the gap between two answers, or for their sum where that is asked."""
    gap = () if "total" in query.operations else ("difference",)
    operations = tuple(dict.fromkeys((*query.operations, *gap)))
    areas, periods = setting
    return replace(query, areas=areas, periods=periods, every_area=False, of_all=False, operations=operations)


def in_period_spoken_of(query: Query, last: Query, cues: Cues) -> Query:
    """The query with the period of the turn before where it says "that year" and names none."""
    if query.periods or query.since or query.relative or not last.periods or not cues.has("that_period", query.text):
        return query
    return replace(query, periods=last.periods, inherited=("periods",))


def held_against_answer(query: Query, last: Query) -> Query | None:
    """The query over both periods, where the answer before is said to be so much under or over another period's value."""
    percent = any(number.unit == "%" for number in query.numbers)
    other = set(query.periods) - set(last.periods)
    if not (percent and query.direction and other and last.periods and _SUBJECT.match(query.text)):
        return None
    operations = tuple(dict.fromkeys((*query.operations, "percent_change")))
    periods = tuple(sorted({*query.periods, *last.periods}))
    return replace(query, periods=periods, operations=operations, changing=True, yes_no=False, report="")
