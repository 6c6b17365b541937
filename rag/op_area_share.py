"""The share of areas in the region's total, printed or added up."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.words import content_stems
from rag.cells import Grid
from rag.claimed_size import verdict_on_share
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.question_periods import without_periods
from rag.records import Derivation
from rag.targets import Targets, local_areas
from rag.wording import and_list, area_words, measure_words, period_words, plain_number

_OF_THE_AREAS = re.compile(
    r"\b(?:percent(?:age)?|per cent|proportion|share|fraction|%) of (?P<whole>[^?;]+?) "
    r"(?:(?:were|was|are|is|had|have|has|came|got|went|did|started|ended|involved) (?P<part>[^?;,]+)|"
    r"(?P<deed>(?:completed|finished|dropped|quit|walked|stopped|stayed|returned|relapsed|died)\b[^?;,]*))",
    re.I,
)  # a share of what an area itself has ("of those in treatment in Coventry, what share were new?")


def area_share(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """The share of one or more areas in the region's total, printed or added up, in each period asked for."""
    if not targets.periods or not targets.areas or _of_what_it_has(query, library):
        return None
    asked = targets.periods if len(query.periods) > 1 else targets.periods[-1:]
    drafts = [_share_in(query, grid, targets, period.label, library) for period in asked]
    told = [draft for draft in drafts if draft]
    if len(told) < len(drafts):
        return None
    workings = [draft.derivation for draft in told if draft.derivation]
    figures = tuple(f for draft in told for f in draft.figures)
    derivation = replace(
        workings[-1], working="; ".join(w.working for w in workings), inputs=tuple(f.id for f in figures)
    )
    return replace(told[-1], headline=" ".join(d.headline for d in told), figures=figures, derivation=derivation)


def _of_what_it_has(query: Query, library: Library) -> bool:
    """Whether a part of the area's own number is asked for, not the area's part of the region's."""
    match = _OF_THE_AREAS.search(query.text)
    part = (match["part"] or match["deed"]) if match else ""
    if match is None or library.lexicon.find_areas(part) or not content_stems(without_periods(part)):
        return False
    named = [area for area in library.lexicon.find_areas(query.text) if area.kind == "local"]
    return bool(named) and all(match.start("whole") <= area.start < match.end("whole") for area in named)


def _share_in(query: Query, grid: Grid, targets: Targets, label: str, library: Library) -> Draft | None:
    named = [a for a in query.areas if a != library.lexicon.region]
    parts = [v for a in named or targets.areas if a != library.lexicon.region and (v := grid.value(a, label))]
    if not parts or any(v.figure.unit == "%" or v.figure.unit.startswith("per ") for v in parts):
        return None
    whole = grid.value(library.lexicon.region, label)
    others = [v for a in local_areas(grid, library.lexicon, label) if (v := grid.value(a, label))]
    base = whole.number if whole else sum((v.number for v in others), Decimal(0))
    amount = sum((v.number for v in parts), Decimal(0))
    if not base or amount > base:
        return None
    share = amount / base * 100
    names = query.area_words or and_list([v.figure.area for v in parts])
    base_words = whole.figure.printed if whole else f"{plain_number(base)} (the areas added up)"
    working = f"{plain_number(amount)} ÷ {plain_number(base)} = {plain_number(share, 1)}%"
    first = parts[0].figure
    head = f"{verdict_on_share(query, share)}{plain_number(share, 1)}%: {names} had {plain_number(amount)} of {base_words} {measure_words(first)} {period_words(label)} in {area_words(library.lexicon.region)}."
    figures = tuple(f for v in parts for f in v.all_figures) + (
        whole.all_figures if whole else tuple(v.figure for v in others)
    )
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("share", working, share, "%", tuple(f.id for f in figures)),
    )
