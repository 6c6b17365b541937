"""The smaller or larger areas of all, as many as the question counts ("the six smaller boroughs", "the three largest")."""

from rag.cells import Value
from rag.library import Library
from rag.query import Query

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
Placed = tuple[tuple[str, str], Value]


def by_size(query: Query, values: list[Placed], library: Library) -> list[Placed]:
    """The values of the areas meant where the question counts small or large ones and names none; else all values."""
    match = library.cues.find("n_areas", query.text)
    if match is None or query.areas or len({period for (_, period), _ in values}) != 1:
        return values
    count = (match["n"] or match["n2"]).lower()
    most = int(count) if count.isdigit() else _NUMBERS[count]
    small = (match["kind"] or match["kind2"]).lower().startswith("small")
    kept = sorted(values, key=lambda one: one[1].number, reverse=not small)[:most]
    return [one for one in values if one in kept]
