"""The part of the region's rise or fall that areas account for ("how much of the fall in deaths was down to Birmingham?")."""

from decimal import Decimal

from rag.cells import Grid, build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_change import Change, change_of, period_pair
from rag.op_change_words import pair_words
from rag.query import Query
from rag.records import Derivation
from rag.targets import local_areas
from rag.wording import and_list, area_words, measure_words, plain_number, signed

_TRIED = 3
_NOT_GIVEN = "The reports do not give both that change for the area and the change of all areas together."


def share_of_change(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The change of the areas named as a share of the whole region's; a refusal where either is not given."""
    named = tuple(a for a in query.areas if a in library.lexicon.areas and library.lexicon.areas[a].kind == "local")
    if "share" not in query.operations or not named or not library.cues.has("share_of_change", query.text):
        return None
    grids = [build_grid(one, library.lexicon) for one in found[:_TRIED] if one.signature[1] == "count"]
    drafts = (_share_in(query, grid, named, library) for grid in grids)
    return next((draft for draft in drafts if draft), Draft("not_found", _NOT_GIVEN))


def _share_in(query: Query, grid: Grid, named: tuple[str, ...], library: Library) -> Draft | None:
    pair = period_pair(query, grid, named)
    if pair is None:
        return None
    parts = _changes(grid, named, pair)
    whole = _changes(grid, (library.lexicon.region,), pair)
    everywhere = [area.name for area in library.lexicon.areas.values() if area.kind == "local"]
    whole = whole or _changes(grid, tuple(local_areas(grid, library.lexicon, pair[1])), pair)
    complete = len(whole) == 1 or {one.area for one in whole} >= set(everywhere)
    if len(parts) < len(named) or not whole or not complete:
        return None
    return _told(parts, whole, pair_words(pair), library)


def _changes(grid: Grid, areas: tuple[str, ...], pair: tuple[str, str]) -> list[Change]:
    """The changes of the areas that are known by their levels."""
    changes = [change_of(grid, area, pair) for area in areas]
    return [one for one in changes if one and one.amount is not None]


def _told(parts: list[Change], whole: list[Change], when: str, library: Library) -> Draft | None:
    part, total = (sum((c.amount or Decimal(0) for c in changes), Decimal(0)) for changes in (parts, whole))
    if not total:
        return None
    figures = tuple(dict.fromkeys(f for change in (*parts, *whole) for f in change.figures))
    names, region = and_list([change.area for change in parts]), area_words(library.lexicon.region)
    subject = f"{measure_words(parts[0].figures[0])} {when}: {names} {signed(part)}, {region} {signed(total)}"
    share = part / total * 100
    working = f"{signed(part)} ÷ {signed(total)} = {plain_number(share, 1)}%"
    derivation = Derivation("share", working, share, "%", tuple(f.id for f in figures))
    head = f"{plain_number(share, 1)}%: {subject}." if part * total > 0 else f"No share of it: {subject}."
    return Draft("answered", head, figures=figures, derivation=derivation)
