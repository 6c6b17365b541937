"""What a report sets out point by point under a heading: "what three projects did Coventry put forward?", "the strategic outcomes".

A section that is headed by a district and made of points is told point by point; sections that are numbered alike ("Outcome 1: ...",
"Outcome 2: ...") are told by their titles.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from ingest.records import Block, Heading, Paragraph, Passage
from ingest.words import split_sentences, tokenize
from rag.draft import Draft
from rag.known_words import asks_number_outright
from rag.library import Library
from rag.query import Query
from rag.text_parts import fit_items
from rag.wording import and_list

_LONGEST = 690
_IDLE = ("general", "plain", "body", "role", "stat")  # facets of terms that tell nothing apart among the points
_FEWEST = 2
_NUMBERED = re.compile(r"(?P<kind>[A-Z][\w -]{3,40}?) (?P<number>\d{1,2}): (?P<title>.+)")
_ASKS = r"(?:what|which|list|name|give|tell|state|set out|enumerate|spell out|want|need|outline|show)"
_NOT = r"(?<!not )(?<!not the )(?<!never mind the )(?<!rather than the )(?<!instead of the )"


def listed_in_section(query: Query, library: Library) -> Draft | None:
    """The points of the section, or the titles of the sections, that a question asks for; None where it asks for none."""
    if query.refusal or query.operations or query.counted or query.yes_no or query.inherited:
        return None
    return _points_of_place(query, library) or _titles_of_kind(query, library)


def _points_of_place(query: Query, library: Library) -> Draft | None:
    """The points of the section that is headed by the one district named, where the points themselves are asked for."""
    local = [area for area in query.areas if library.lexicon.areas[area].kind == "local"]
    patterns = _patterns()
    said = query.whole_text
    asked = patterns["points"].search(said) and patterns["told"].search(said) or patterns["entry"].search(said)
    if len(local) != 1 or not asked or asks_number_outright(query) or query.every_area or _names_topic(query, library):
        return None
    for report in _reports_newest_first(query, library):
        blocks = library.index.blocks(report)
        points = [b for b in blocks if isinstance(b, Paragraph) and b.marker and _is_headed_by(b, local[0], library)]
        if len(points) >= _FEWEST:
            return _draft_of_points(points, library)
    return None


def _names_topic(query: Query, library: Library) -> bool:
    """Whether a question names what its points are to be about, so that not all of a section answers."""
    patterns, concepts = _patterns(), library.lexicon.concepts
    plain = patterns["points"].sub(lambda m: m[0].replace(m["noun"] or m["other"], ""), query.text)
    plain = patterns["entry"].sub(" ", patterns["told"].sub(" ", plain))
    named = [m.name for m in library.lexicon.find_concepts(plain) if m.end]
    return any(concepts[name].facet not in _IDLE for name in named)


def _is_headed_by(point: Paragraph, area: str, library: Library) -> bool:
    heading = point.locator.section[-1] if point.locator.section else ""
    return {m.name for m in library.lexicon.find_areas(heading)} == {area} and len(heading.split()) <= len(
        area.split()
    ) + 1


def _reports_newest_first(query: Query, library: Library) -> list[str]:
    infos = sorted(library.index.reports(), key=lambda info: str(info.published), reverse=True)
    return [info.id for info in infos if not query.report or info.id == query.report]


def _draft_of_points(points: list[Paragraph], library: Library) -> Draft:
    """The first sentence of each point, each cited."""
    firsts = [split_sentences(point.text)[0] for point in points]
    told = fit_items([first.rstrip(".") for first in firsts], _LONGEST)
    passages = [(_passage_of(point.text, library), first) for point, first in zip(points, firsts, strict=True)]
    return Draft(
        "answered",
        " ".join(f"({number}) {text}." for number, text in enumerate(told, 1)),
        passages=tuple((passage, first) for passage, first in passages if passage),
        sureness=1.0,
    )


def _titles_of_kind(query: Query, library: Library) -> Draft | None:
    """The titles of the sections that are numbered as the kind of thing asked for ("the strategic outcomes")."""
    if query.areas and set(query.areas) != {library.lexicon.region}:
        return None
    for report in _reports_newest_first(query, library):
        blocks = library.index.blocks(report)
        for kind, titles in _numbered(blocks).items():
            if len(titles) >= _FEWEST and _asks_for(f"{kind}s", query.text):
                first = [_first_under(heading, blocks, library) for heading, _ in titles]
                passages = tuple((passage, passage.text) for passage in first if passage)
                said = and_list([title for _, title in titles])
                return Draft("answered", f"The {kind.lower()}s are: {said}.", passages=passages, sureness=1.0)
    return None


def _asks_for(kinds: str, text: str) -> bool:
    """Whether a text asks which things of a kind there are, and for nothing about them."""
    kinds = re.escape(kinds)
    ends = r"(?= *(?:[?.,;:!–-]|$|in\b|of\b|that\b|which\b|from\b|set\b|by\b|are\b|does\b|do\b|for\b|please\b|named\b|listed\b))"
    asked = re.search(rf"\b{_ASKS}\b[^?.;:]{{0,45}}?{_NOT}\b{kinds}\b{ends}", text, re.I)
    alone = re.fullmatch(rf"\W*(?:the |its |all (?:the )?)?(?:\w+ )?{kinds}\b[^?]{{0,40}}\W*", text, re.I)
    return bool(asked or alone)


def _numbered(blocks: tuple[Block, ...]) -> dict[str, list[tuple[Heading, str]]]:
    """The headings that are numbered alike, each with its title, by the words before the number."""
    found: dict[str, list[tuple[Heading, str]]] = {}
    for block in blocks:
        match = _NUMBERED.fullmatch(block.text) if isinstance(block, Heading) else None
        if match and isinstance(block, Heading):
            found.setdefault(match["kind"], []).append((block, match["title"]))
    return found


def _first_under(heading: Heading, blocks: tuple[Block, ...], library: Library) -> Passage | None:
    """The first passage of a section."""
    paragraphs = (b for b in blocks if isinstance(b, Paragraph) and heading.text in b.locator.section)
    first = next(paragraphs, None)
    return _passage_of(split_sentences(first.text)[0], library) if first else None


def _passage_of(text: str, library: Library) -> Passage | None:
    """The passage that a text stands in, the shortest that has all of it."""
    words = [token.word for token in tokenize(text)]
    near = library.index.search_text(words, 6, ("item", "sentence", "prose"))
    holding = [one for one in library.index.passages([found for found, _ in near]).values() if text in one.text]
    return min(holding, key=lambda one: len(one.text), default=None)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    loaded = yaml.safe_load((Path(__file__).parent / "section_lists.yaml").read_text(encoding="utf-8"))
    return {name: re.compile(pattern, re.I) for name, pattern in loaded.items()}
