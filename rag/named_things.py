"""Whether what is told names or places the thing that a question wants named: a firm, a venue, the members of a body, groups, a drug.

A report that speaks of "the local treatment provider" does not say which firm it is, and one that tells what a forum is for
says neither where it meets nor who sits on it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.records import Locator
from ingest.words import content_stems
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.targets import districts_asked

_NAME = r"(?-i:(?:The )?[A-Z][\w&'’-]*(?:(?: (?:of|and|for|&))?(?: the)? [A-Z][\w&'’-]*)*)"
_MONEY = re.compile(
    r"\b(?:cash|money|funds?|funding|proceeds|assets|loot|sums?|extra)\b", re.I
)  # where it goes is no place
_IN_PLACE = re.compile(rf"\b(?:at|near|outside) (?:the |its )?(?P<name>{_NAME})", re.I)
_CAPITALS = re.compile(r"(?<![.?!:;] )(?<!^)(?-i:\b[A-Z][\w&'’-]+(?: [A-Z][\w&'’-]+)*)")


def lacks_named_thing(query: Query, draft: Draft, library: Library) -> bool:
    """Whether a question wants something named or placed, and what a draft tells (or its one passage) does not."""
    text = query.text
    if query.number_wanted and not _asks("firm", text) and not _asks("drug", text):
        return False
    told = list(_told(draft))
    return (
        _asks("firm", text)
        and not any(_names_firm(one, place, query, library) for one, place in told)
        or _asks_place(text)
        and not any(_places(one, place, query, library) for one, place in told)
        or _lacks_members(query, told, library)
        or _asks("called", text)
        and not any(_names_group(one, query, library) for one, _ in told)
        or _asks("drug", text)
        and not any(_names_drug(one, query, library) for one, _ in told)
    )


def _told(draft: Draft) -> Iterator[tuple[str, Locator]]:
    """The texts that a draft tells, each with where it stands."""
    for figure in draft.figures:
        yield " ; ".join((figure.sentence, figure.measure, *figure.breakdown)), figure.locator
    for passage, quote in draft.passages:
        yield quote or passage.text, passage.locator


def _asks(kind: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(kind, "asked"))


def _asks_place(text: str) -> bool:
    return _is_strict(text) or _asks("place", text) and not _MONEY.search(text)


def _is_strict(text: str) -> bool:
    """Whether a building or a street is asked for, which no district answers."""
    return any(pattern.search(text) for pattern in _patterns("place", "strict"))


def _names_firm(text: str, place: Locator, query: Query, library: Library) -> bool:
    """Whether a text names who provides something, in a district that is asked about."""
    asked = districts_asked(query, library.lexicon)
    around = {m.name for m in library.lexicon.find_areas(" ; ".join((text, *place.section)))}
    found = (match["name"] for pattern in _firm_named() for match in pattern.finditer(text))
    return (not asked or bool(asked & around)) and any(_is_own_name(name, query, library) for name in found)


@lru_cache(maxsize=1)
def _firm_named() -> tuple[re.Pattern[str], ...]:
    """How a text names a firm: after the word for it, after "provided by", or before "provides"."""
    data = _data()["firm"]
    nouns = f"(?:{data['nouns']}|services?|organi[sz]ations?)"
    return (
        re.compile(rf"\b{nouns}(?:,|:| called| named| is| are| was| were|, which (?:is|are)) (?P<name>{_NAME})", re.I),
        re.compile(rf"\b{data['done_by']}(?: \w+)? (?:by|to) (?P<name>{_NAME})", re.I),
        re.compile(rf"(?P<name>{_NAME})(?: \([^)]+\))? {data['does']}\b", re.I),
    )


def _is_own_name(name: str, query: Query, library: Library) -> bool:
    """Whether capitals are a name of its own: no place, no term that the field knows, nothing that the question has."""
    lexicon = library.lexicon
    if lexicon.find_areas(name) or name.lower() in query.text.lower():
        return False
    own = [part for part in re.split(r" (?:and|&) ", name) if not lexicon.all_concepts(part) or part.isupper()]
    return bool(own)


def _places(text: str, place: Locator, query: Query, library: Library) -> bool:
    """Whether a text names a building or venue, or, where that is enough, a place that the question does not name itself."""
    plain = query.text.lower()
    if any(match.group().lower() not in plain for match in _venue_named().finditer(text)):
        return True
    found = [m["name"] for m in _IN_PLACE.finditer(text)]
    if any(not library.lexicon.find_areas(name) and name.isupper() for name in found):
        return True
    if _is_strict(query.text):
        return False
    there = library.lexicon.find_areas(" ; ".join((text, *place.section)))
    districts = {m.name for m in there if m.kind == "local"} | {m.name for m in library.lexicon.find_spots(text)}
    return bool(districts - set(query.areas)) or bool(_patterns("place", "common")[0].search(text))


@lru_cache(maxsize=1)
def _venue_named() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[A-Z][\w'’-]+ )+{_data()['place']['noun']}\b")


def _lacks_members(query: Query, told: list[tuple[str, Locator]], library: Library) -> bool:
    """Whether the members of a body are asked for, and no text that speaks of it tells of members."""
    found = (pattern.search(query.text) for pattern in _patterns("members", "asked"))
    match = next((one for one in found if one), None)
    if match is None or query.form not in ("who", "list"):
        return False
    lexicon, given = library.lexicon, _patterns("members", "given")[0]
    bodies = {n for n in lexicon.all_concepts(match["body"]) if lexicon.concepts[n].facet in ("body", "acronym")}
    stems = set(content_stems(match["body"]))
    for text, place in told:
        around = " ; ".join((text, *place.section))
        of_it = (
            bodies <= lexicon.with_broader(lexicon.terms_of(around))
            if bodies
            else len(stems & set(content_stems(around))) >= min(len(stems), max(2, len(stems) // 3))
        )
        if of_it and given.search(around):
            return False
    return True


def _names_group(text: str, query: Query, library: Library) -> bool:
    """Whether a text lists things, or has a name in capitals beside those of places and those that the question has."""
    if "\n" in text.strip():
        return True
    asked = set(content_stems(query.text))
    names = (m.group() for m in _CAPITALS.finditer(text))
    return any(not library.lexicon.find_areas(name) and not set(content_stems(name)) & asked for name in names)


def _names_drug(text: str, query: Query, library: Library) -> bool:
    """Whether a text names a substance that the question does not."""
    concepts = library.lexicon.concepts
    named = {n for n in library.lexicon.all_concepts(text) if concepts[n].facet == "substance"}
    return bool(named - set(query.concepts))


@lru_cache(maxsize=16)
def _patterns(kind: str, part: str) -> tuple[re.Pattern[str], ...]:
    data = _data()[kind]
    found: str | list[str] = data[part]
    nouns = data.get("nouns", "")
    return tuple(re.compile(p.replace("{nouns}", nouns), re.I) for p in ([found] if isinstance(found, str) else found))


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "named_things.yaml").read_text(encoding="utf-8"))
    return loaded
