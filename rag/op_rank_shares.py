"""Areas ranked by a share or a ratio: where the highest proportion are opiate clients, most drop-outs for every completion."""

import re
from dataclasses import replace

from rag.draft import Draft
from rag.judged import ranked_as_judged
from rag.library import Library
from rag.op_amounts import Amount, amount_of, in_period_of
from rag.op_rank import Place, ranked
from rag.op_share import part_among, part_and_whole
from rag.query import Query
from rag.records import Derivation
from rag.setting import home_areas
from rag.wording import measure_words, period_words, plain_number

_FOR_EVERY = re.compile(r"\b(?:for (?:every|each)|per|to (?:every|each)|over|divided by)\b", re.I)
_FEWEST = 3
_MANY = 50


def rank_shares(query: Query, parts: tuple[Query, ...], library: Library) -> Draft | None:
    """The areas ranked by the share of one amount in another, or by how many of one there are for every one of another."""
    rows = []
    for area in _areas(library):
        here = replace(query, areas=(area,), every_area=False, area_words="")
        by_ratio = "ratio" in query.operations and len(parts) == 2
        pair = _two_amounts(here, parts, library) if by_ratio else _part_and_whole(here, parts, library)
        if pair and pair[1].number:
            rows.append((area, *pair))
    if len(rows) < _FEWEST or len({(a.period, b.period) for _, a, b in rows}) > 1:
        return None
    terms = frozenset(term for figure in rows[0][1].figures for term in figure.terms)
    return _draft(ranked_as_judged(query, terms, library), rows)


def _part_and_whole(query: Query, parts: tuple[Query, ...], library: Library) -> tuple[Amount, Amount] | None:
    """The part and its whole; of "A as a share of A and B combined" the whole is the two added up."""
    if len(parts) > 1 and library.cues.operations["total"].search(query.text):
        here = tuple(replace(part, areas=query.areas, every_area=False, area_words="", operations=()) for part in parts)
        return part_among(query, here, library)
    return part_and_whole(query, library)


def _areas(library: Library) -> list[str]:
    """The local areas; where the reports name many more than the lexicon's files list, those that the files list."""
    local = [area.name for area in library.lexicon.areas.values() if area.kind == "local"]
    home = home_areas(library.index, library.lexicon)
    return local if len(local) <= _MANY else [area for area in local if area in home]


def _two_amounts(query: Query, parts: tuple[Query, ...], library: Library) -> tuple[Amount, Amount] | None:
    """The amount counted and the one that it is counted against ("for every completion"), of one area and period."""
    match = _FOR_EVERY.search(query.text)
    named = library.lexicon.all_concepts(query.text[match.end() :]) if match else frozenset()
    base = next((part for part in parts if named & (set(part.concepts) - set(parts[0].concepts))), None)
    base = base or next((part for part in parts if named & set(part.concepts)), parts[1])
    top = next(part for part in parts if part is not base)
    a = amount_of(replace(top, areas=query.areas, every_area=False), library)
    b = amount_of(in_period_of(replace(base, areas=query.areas, every_area=False), a), library) if a else None
    return (a, b) if a and b and (a.area, a.period) == (b.area, b.period) else None


def _draft(query: Query, rows: list[tuple[str, Amount, Amount]]) -> Draft:
    by_ratio = "ratio" in query.operations
    places, workings = [], []
    for area, a, b in rows:
        size = a.number / b.number * (1 if by_ratio else 100)
        told = plain_number(size, 2) if by_ratio else f"{plain_number(size, 1)}%"
        places.append(Place(area, size, f"{area} ({told}: {a.printed} to {b.printed})", (*a.figures, *b.figures)))
        workings.append(f"{area}: {a.printed} ÷ {b.printed} = {told}")
    _, a, b = rows[0]
    first, second = (" plus ".join(dict.fromkeys(measure_words(f) for f in one.figures)) for one in (a, b))
    subject = f"{'number' if by_ratio else 'share'} of {first} {'for every one of' if by_ratio else 'in'} {second} {period_words(a.period)}"
    draft = ranked(query, places, subject)
    inputs = tuple(figure.id for figure in draft.figures)
    return replace(draft, derivation=Derivation("ranking of shares", "; ".join(workings), None, "", inputs))
