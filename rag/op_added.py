"""A measure that the reports do not print, added up from those that the glossary says make it up."""

from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from rag.cells import build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.query import Query
from rag.records import Derivation
from rag.wording import and_list, plain_number

_FIT = 0.9


def added_up(query: Query, library: Library) -> tuple[Found, dict[str, tuple[Figure, ...]]] | None:
    """The measure with its sums in place of figures, and what each sum rests on by its id; None where a part is missing."""
    concepts = library.lexicon.concepts
    name = next((c for c in query.concepts if concepts[c].sum_of), "")
    rest = tuple(c for c in query.concepts if c != name)
    parts = (
        [_first(replace(query, concepts=(*rest, part), words=()), library) for part in concepts[name].sum_of]
        if name
        else []
    )
    known = [part for part in parts if part]
    if not known or len(known) < len(parts):
        return None
    said = {term for part in known for figure in part.figures for term in figure.terms}
    if any(word not in said for word in query.words):
        return None
    grids = [build_grid(part, library.lexicon) for part in known]
    label = f"{concepts[name].term} ({and_list([concepts[p].term for p in concepts[name].sum_of])} added up)"
    sums: dict[str, tuple[Figure, ...]] = {}
    figures = []
    for key in grids[0].levels:
        values = [grid.levels[key].figure for grid in grids if key in grid.levels]
        if len(values) == len(grids) and all(v.is_cell for v in values):
            total = _sum(values, label)
            figures.append(total)
            sums[total.id] = tuple(values)
    found = Found((frozenset({name}), "count"), _FIT, (), (), tuple(figures), ())
    return (found, sums) if figures else None


def with_sources(draft: Draft, sums: dict[str, tuple[Figure, ...]]) -> Draft:
    """The draft with the printed figures in place of their sums, and the adding up told in its working."""
    used = [figure for figure in draft.figures if figure.id in sums]
    figures = tuple(part for figure in draft.figures for part in sums.get(figure.id, (figure,)))
    adding = "; ".join(dict.fromkeys(f"{f.area} {f.period}: {f.sentence}" for f in used))
    own = draft.derivation
    working = f"{adding}; {own.working}" if own else adding
    result, unit = (own.result, own.unit) if own else (None, "")
    derivation = Derivation(own.operation if own else "total", working, result, unit, tuple(f.id for f in figures))
    return replace(draft, figures=figures, derivation=derivation)


def _first(query: Query, library: Library) -> Found | None:
    found = find_measures(replace(query, wants="count"), library.index, library.lexicon)
    return found[0] if found and found[0].signature[1] == "count" else None


def _sum(values: list[Figure], label: str) -> Figure:
    amount = sum((v.value for v in values), Decimal(0))
    printed = plain_number(amount)
    working = f"{' + '.join(v.printed for v in values)} = {printed}"
    ident = "+".join(v.id for v in values)
    return replace(values[0], id=ident, value=amount, printed=printed, measure=label, breakdown=(), sentence=working)
