"""What a question asks for that the number beside it does not tell: the level behind a change, a count behind a share, names.

The reports often print one of two such things. "Fell 4.4%: to what number?" is not answered by the 4.4%, "how many, not the
percentage" by no percentage, and "name the gangs" by no count of gangs.
"""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.numerals import Number, find_numbers
from rag.answer_kinds import small_words
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.question_periods import without_periods
from rag.question_terms import without_tables

_MOVING = {"trend", "percent_change", "difference", "discrepancy"}
_SHARED = ("%", "share", "percentage points")
_NAME = re.compile(r"(?<![.?!:;] )(?<![\"“‘'])(?<!^)\b[A-Z][a-z]{2,}(?:[-'’][A-Z][a-z]+)?\b")


def asking_of_level(query: Query) -> Query:
    """The query for the level itself, where a change is told and what it led to or came from is asked ("fell 4.4%. To what?")."""
    text = query.text
    if not asks_told_level(text):
        return query
    if _patterns()["both"].search(text) or "rank" in query.operations or len(query.areas) > 1:
        return query
    numbers = tuple(n for n in query.numbers if n.unit != "%")
    if any(n.value > 1 for n in numbers) and not _patterns()["points"].search(text):
        return query  # the other end is told as well, and the level can be worked out
    return replace(
        query,
        operations=tuple(op for op in query.operations if op not in _MOVING),
        changing=False,
        direction="",
        wants="",
        number_wanted=True,
        form="",
        numbers=(),
        words=tuple(w for w in query.words if w not in ("point", "level", "end", "stand", "finish", "land")),
    )


def asks_told_level(text: str) -> bool:
    """Whether a text tells a change and asks for the level at one of its ends."""
    return bool(_patterns()["level"].search(text) and _patterns()["stated_change"].search(text))


def asks_where_from(text: str) -> bool:
    """Whether that is the level before the change."""
    return _patterns()["before"].search(text) is not None


def asking_count_alone(query: Query) -> Query:
    """The query for a count, where a share or a rate is said not to be wanted ("the number, I have the percentage")."""
    return replace(query, wants="count", number_wanted=True) if _asks_count_alone(query) else query


def tells_only_beside(query: Query, draft: Draft, library: Library) -> bool:
    """Whether a draft tells only what stands beside the thing asked for: a change, a share, or how many there are."""
    if draft.status != "answered" or not (draft.figures or draft.passages):
        return False
    lacks_level = _patterns()["level"].search(query.text) and not _tells_level(query, draft)
    lacks_count = _asks_count_alone(query) and not _tells_count(query, draft)
    return bool(lacks_level or lacks_count or _lacks_names(query, draft, library))


def _asks_count_alone(query: Query) -> bool:
    return _patterns()["count"].search(query.whole_text) is not None


def _tells_level(query: Query, draft: Draft) -> bool:
    """Whether a figure of a level is told, or sentences have a number that is no change and not the question's own.

    What changed by so many points is itself a percentage; what changed by per cent is not taken for one.
    """
    text = query.text
    if not _patterns()["stated_change"].search(text) or draft.derivation:
        return True
    if draft.figures:
        return any(figure.kind == "level" for figure in draft.figures)
    beside = ("percentage points",) if _patterns()["points"].search(text) else ("percentage points", "%")
    return bool(_new_numbers(query, draft, beside))


def _tells_count(query: Query, draft: Draft) -> bool:
    """Whether a count is told: a figure that is no share and no rate, or a number of that kind in sentences."""
    if draft.figures:
        units = [figure.unit for figure in draft.figures]
        return any(unit not in _SHARED and not unit.startswith("per ") for unit in units)
    return any(not number.value % 1 for number in _new_numbers(query, draft, _SHARED))


def _new_numbers(query: Query, draft: Draft, beside: tuple[str, ...]) -> list[Number]:
    """The numbers of a headline that the question did not state itself, without those of some units and rates per head."""
    told = without_periods(without_tables(draft.headline))
    own = {number.value for number in find_numbers(query.whole_text)}
    numbers = [n for n in find_numbers(told) if n.unit not in beside and not n.unit.startswith("per ")]
    return [n for n in numbers if n.value not in own and n.value > 1]


def _lacks_names(query: Query, draft: Draft, library: Library) -> bool:
    """Whether names of gangs, schools or people are asked for, and nothing that is told has one."""
    if not any(pattern.search(query.whole_text) for pattern in _named()):
        return False
    text = draft.headline
    reports = {p.locator.report for p, _ in draft.passages} | {f.locator.report for f in draft.figures}
    small = frozenset().union(*(small_words(report, library.index) for report in reports))
    lexicon = library.lexicon
    known = [(m.start, m.end) for m in (*lexicon.find_areas(text), *lexicon.find_concepts(text)) if m.end]
    names = (m for m in _NAME.finditer(text) if m.group().lower() not in small)
    return not any(not any(start <= name.start() < end for start, end in known) for name in names)


@lru_cache(maxsize=1)
def _named() -> tuple[re.Pattern[str], ...]:
    data = _data()
    nouns = f"(?:{data['people']}|{data['things']})"
    return tuple(re.compile(pattern.replace("{nouns}", nouns), re.I) for pattern in data["named"])


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    data = _data()
    ways = {name: data[name] for name in ("level", "count")}
    single = {name: data[name] for name in ("stated_change", "before", "both", "points")}
    joined = {name: "|".join(f"(?:{way})" for way in them) for name, them in ways.items()}
    return {name: re.compile(pattern, re.I) for name, pattern in {**single, **joined}.items()}


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "beyond.yaml").read_text(encoding="utf-8"))
    return loaded
