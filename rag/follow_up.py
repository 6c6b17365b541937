"""A follow-up question completed from the turns before it: "and in Coventry?", "what about the year before?"."""

import re
from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.periods import Period, year_after, year_before
from rag.query import Query
from rag.read_question import Reader, read_question

_SETTING_AGAINST = {"compare", "rank", "trend", "difference", "total", "percent_change"}


def read_in_context(question: str, history: tuple[Query, ...], reader: Reader) -> Query:
    """The query of a question, with what it leaves out taken from the latest turn that had it."""
    query = read_question(question, reader)
    return complete(query, history, reader) if history else query


def complete(query: Query, history: tuple[Query, ...], reader: Reader) -> Query:
    """A query with the missing measure, areas and periods of its forerunners."""
    last = history[-1]
    if query.refusal or not _is_follow_up(query, reader):
        return query
    taken: list[str] = []
    if not _names_measure(query, reader.lexicon):
        against = "compare" in query.operations and reader.cues.has("that", query.text)
        concepts = (
            (*last.concepts, *query.concepts) if against else _replaced(last.concepts, query.concepts, reader.lexicon)
        )
        query = replace(query, concepts=concepts, words=tuple(dict.fromkeys((*query.words, *last.words))))
        query = replace(query, wants=query.wants or last.wants, number_wanted=query.number_wanted or last.number_wanted)
        query = replace(query, operations=query.operations or _lasting(last.operations), form=query.form or last.form)
        taken.append("measure")
    elif {"share", "ratio", "compare", "difference"} & set(query.operations) and reader.cues.has("that", query.text):
        query = replace(query, concepts=tuple(dict.fromkeys((*last.concepts, *query.concepts))))
    elif not query.wants and _same_family(query, last, reader.lexicon):
        query = replace(query, number_wanted=query.number_wanted or last.number_wanted)
    query = _with_areas(query, history, reader, taken)
    query = _with_periods(query, last, taken)
    return replace(query, inherited=tuple(taken), report=query.report or (last.report if "measure" in taken else ""))


def _is_follow_up(query: Query, reader: Reader) -> bool:
    """Whether a question leans on an earlier one: it names no measure, or refers back, or only corrects."""
    short = len(query.text.split()) <= 12
    refers = reader.cues.has("that", query.text) or reader.cues.has("those", query.text) or bool(query.relative)
    opens = query.text.lower().startswith(
        ("and ", "what about", "how about", "same ", "what of", "ok and", "ok, and", "but ", "or ")
    )
    corrects = reader.cues.has("not_but", query.text)
    if query.elsewhere:
        return short
    return (
        not _names_measure(query, reader.lexicon)
        and (short or refers)
        or short
        and (opens or corrects or (refers and not query.areas))
    )


def _names_measure(query: Query, lexicon: Lexicon) -> bool:
    return any(lexicon.concepts[c].facet in ("topic", "body", "law", "role") for c in query.concepts)


def _replaced(old: tuple[str, ...], new: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The earlier terms, each facet that the new ones name taken by these."""
    facets = {lexicon.concepts[c].facet for c in new}
    return tuple(dict.fromkeys((*(c for c in old if lexicon.concepts[c].facet not in facets), *new)))


def _lasting(operations: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(op for op in operations if op not in ("compare",))


def _same_family(query: Query, last: Query, lexicon: Lexicon) -> bool:
    return bool(
        {lexicon.concepts[c].facet for c in query.concepts} & {lexicon.concepts[c].facet for c in last.concepts}
    )


def _with_areas(query: Query, history: tuple[Query, ...], reader: Reader, taken: list[str]) -> Query:
    joins = (
        query.areas
        and ("total" in query.operations or "compare" in query.operations)
        and reader.cues.has("that", query.text)
    )
    if joins and not query.elsewhere:
        taken.append("areas")
        return replace(query, areas=tuple(dict.fromkeys((*history[-1].areas, *query.areas))))
    if query.elsewhere or query.areas:
        return query
    chooses = re.search(r"\bwhich\b|\bwho\b|\btotal\b", query.text, re.I) is not None
    pointing = (reader.cues.has("those", query.text) or chooses) and bool(set(query.operations) & _SETTING_AGAINST)
    if pointing:
        spoken = tuple(dict.fromkeys(area for turn in history for area in turn.areas))
        if len(spoken) > 1 and not history[-1].every_area:
            taken.append("areas")
            return replace(query, areas=spoken, every_area=False)
    if query.every_area and not pointing:
        return query
    last = history[-1]
    if last.areas or last.every_area:
        taken.append("areas")
    return replace(query, areas=last.areas, every_area=last.every_area, area_words=last.area_words)


def _with_periods(query: Query, last: Query, taken: list[str]) -> Query:
    if query.relative in ("before", "after") and last.periods:
        moved = _moved(last.periods, query.relative)
        taken.append("periods")
        wanted = (*last.periods, *moved) if "trend" in query.operations or "compare" in query.operations else moved
        return replace(query, periods=tuple(sorted(set(wanted))) or last.periods, relative="")
    if query.periods or query.since or query.relative:
        return query
    if last.periods or last.relative or last.since:
        taken.append("periods")
    return replace(query, periods=last.periods, relative=last.relative, since=last.since)


def _moved(periods: tuple[Period, ...], direction: str) -> tuple[Period, ...]:
    step = year_before if direction == "before" else year_after
    edge = min(periods) if direction == "before" else max(periods)
    moved = step(edge)
    return (moved,) if moved else ()
