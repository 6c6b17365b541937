"""A change of several areas added up that a claim tells ("offences in A and B, taken together, fell by 195")."""

from collections.abc import Sequence

from rag.cells import Grid
from rag.claim_areas import is_local
from rag.claim_cues import TOGETHER
from rag.claim_given import sum_at
from rag.claim_records import Claim, Given
from rag.library import Library
from rag.wording import percent_of, signed


def areas_added(claim: Claim, library: Library) -> tuple[str, ...]:
    """The local areas that a claim names and adds up; none where it speaks of each, or of one."""
    areas = tuple(area for area in claim.query.areas if is_local(area, library))
    return areas if len(areas) > 1 and len(areas) == len(claim.query.areas) and TOGETHER.search(claim.text) else ()


def change_of_sum(grid: Grid, areas: Sequence[str], pair: tuple[str, str], kind: str, library: Library) -> list[Given]:
    """The size of the change of the sum of some areas, or of all where none is named; none where a part is not given."""
    base, last = (sum_at(grid, areas, label, library) for label in pair)
    if not base or not last or kind not in ("change_count", "change_percent"):
        return []
    amount = last[0].number - base[0].number
    figures = (*base[0].figures, *last[0].figures)
    working = f"{last[0].words} − {base[0].words} = {signed(amount)}"
    if kind == "change_count":
        return [Given(amount, signed(amount), figures, working)]
    percent = percent_of(amount, base[0].number)
    told = f"{signed(percent, 1)}%"
    return [Given(percent, told, figures, f"{working}; {signed(amount)} ÷ {base[0].words} = {told}")]
